/** Corrections to the small parts that docx writes: dates that must not come from the clock, settings that it does not know. */

import type { Form } from '../../form/form.js'
import { escapeXml } from '../ooxml/units.js'

/** `docProps/core.xml`: created and modified at the document's own date, and its language (ECMA-376 part 2, 11.1). */
export function correctCoreProperties(xml: string, form: Form): string {
  const date = escapeXml(form.meta.date)
  return xml
    .replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*/g, (_, open: string) => `${open}${date}`)
    .replace('</cp:coreProperties>', '<dc:language>ja-JP</dc:language></cp:coreProperties>')
}

/**
 * `word/fontTable.xml` (17.8.3.10 font): the document's font, with the names to look for where a machine does not know
 * it by its own, and last the font of Windows that is most like it. The character set 80 is Shift JIS.
 */
export function correctFontTable(xml: string, { type }: Form): string {
  const name = type.officeFont
  const isMincho = /明朝|Mincho/.test(name)
  const isProportional = /UDP|Ｐ| P/.test(name)
  const likest = `ＭＳ ${isProportional ? 'Ｐ' : ''}${isMincho ? '明朝' : 'ゴシック'}`
  const others = [ENGLISH_NAMES[name], likest].filter((other) => other !== undefined && other !== name)
  const font = [
    `<w:font w:name="${escapeXml(name)}">`,
    others.length === 0 ? '' : `<w:altName w:val="${others.join(',')}"/>`,
    `<w:charset w:val="80"/><w:family w:val="${isMincho ? 'roman' : 'modern'}"/>`,
    `<w:pitch w:val="${isProportional ? 'variable' : 'fixed'}"/></w:font>`,
  ].join('')
  return xml.replace(/\/>$/, () => `>${font}</w:fonts>`)
}

const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  'BIZ UDPゴシック': 'BIZ UDPGothic',
  'BIZ UDゴシック': 'BIZ UDGothic',
  'BIZ UDP明朝 Medium': 'BIZ UDPMincho Medium',
  'BIZ UD明朝 Medium': 'BIZ UDMincho Medium',
  'ＭＳ ゴシック': 'MS Gothic',
  'ＭＳ Ｐゴシック': 'MS PGothic',
  'ＭＳ 明朝': 'MS Mincho',
  'ＭＳ Ｐ明朝': 'MS PMincho',
}

/**
 * What Word keeps from a line's start at its higher level (高レベル), small kana and ー included, and ～ 〜, which the
 * layout keeps as well. Word holds 100 characters here, and 50 below ([MS-DOC] DopTypography).
 */
const NO_LINE_START =
  '!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠～〜' +
  'ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｧｨｩｪｫｯｬｭｮｰ'
const NO_LINE_END = '$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥'

/**
 * `word/settings.xml`: whether Word may squeeze punctuation (17.15.1.18 characterSpacingControl) and where it breaks
 * lines (17.15.1.58 noLineBreaksAfter, 17.15.1.59 noLineBreaksBefore); `loose` is Word's own standard level. All of it
 * stands before `w:compat` in the sequence of the schema.
 */
export function correctSettings(xml: string, form: Form): string {
  const { strictness, pushIn } = form.lines
  const spacing = `<w:characterSpacingControl w:val="${pushIn ? 'compressPunctuation' : 'doNotCompress'}"/>`
  const kinsoku =
    `<w:noLineBreaksAfter w:lang="ja-JP" w:val="${escapeXml(NO_LINE_END)}"/>` +
    `<w:noLineBreaksBefore w:lang="ja-JP" w:val="${escapeXml(NO_LINE_START)}"/>`
  return xml.replace('<w:compat>', () => `${spacing}${strictness === 'loose' ? '' : kinsoku}<w:compat>`)
}
