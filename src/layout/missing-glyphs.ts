/** Which characters of a form the PDF cannot show, or only in a later font of the list: told with their cells. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { say } from '../domain/messages/say.js'
import {
  type Drawn,
  type FontSet,
  isInvisible,
  isSteering,
  isVariationSelector,
  isZeroWidth,
} from '../fonts/font-set.js'
import type {
  Emphasis,
  Form,
  FormCell,
  FormRow,
  PageText,
  Paragraph,
  Run,
  TableSection,
  TextBlock,
} from '../form/form.js'
import { runsToParagraphs } from '../form/paragraphs.js'

/** So many places of a character are told one by one; of the others only how many they are. */
const TOLD = 3

/** All such characters in the order of their places. `file` is the plan file. */
export function findMissingGlyphs(form: Form, fonts: FontSet, file: string): Diagnostic[] {
  const inFile = { kind: 'file' as const, file }
  const inParagraph = (where: string) => (paragraph: Paragraph) =>
    lackingIn(paragraph, fonts).map(({ lack }): FoundLack => ({ lack, where, place: inFile }))
  const inPageText = (text: PageText) => {
    const runs = text.flatMap((part) => (part.tag === 'text' ? [{ text: part.text }] : []))
    return runsToParagraphs(runs).flatMap(inParagraph('欄外'))
  }
  const tables = form.sections.filter((section): section is TableSection => section.tag === 'table')
  const found = [
    ...form.title.flatMap(inParagraph('題名')),
    ...blocksOf(form).flatMap(({ paragraphs, isTitle }) =>
      paragraphs.flatMap(inParagraph(isTitle ? '題名' : '表のまわり')),
    ),
    ...[form.header, form.footer].flatMap(inPageText),
    ...tables.flatMap(({ head }) => cellsOf(head)).flatMap((cell) => cell.paragraphs.flatMap(inParagraph('見出し'))),
    ...tables.flatMap(({ body }) => cellsOf(body)).flatMap((cell) => inCell(cell, fonts, file)),
  ]
  const counts = new Map<string, number>()
  for (const { lack } of found) counts.set(lack.text, (counts.get(lack.text) ?? 0) + 1)
  const told = new Map<string, number>()
  return found.flatMap(({ lack, where, place }) => {
    const before = told.get(lack.text) ?? 0
    if (before === TOLD) return []
    told.set(lack.text, before + 1)
    const rest = before + 1 === TOLD ? counts.get(lack.text)! - TOLD : 0
    return [toDiagnostic(lack, rest > 0 ? `${where}ほか${rest}か所` : where, place)]
  })
}

interface FoundLack {
  readonly lack: Lack
  readonly where: string
  readonly place: NonNullable<Diagnostic['place']>
}

function blocksOf({ sections, stamp }: Form): readonly TextBlock[] {
  const ofSections = sections.flatMap((section): readonly TextBlock[] => {
    if (section.tag === 'table') return []
    return section.tag === 'texts' ? section.blocks : [...section.top, ...section.middle, ...section.bottom]
  })
  return [...(stamp ? [stamp] : []), ...ofSections]
}

function cellsOf(rows: readonly FormRow[]): readonly FormCell[] {
  return rows.flatMap((row) => row.slots.filter((slot) => slot.tag === 'cell'))
}

/** A character, or a character with its selector, that the first font does not draw. */
type Lack = { readonly text: string } & (
  | { readonly tag: 'missing' }
  /** The character is there, its variant is not. */
  | { readonly tag: 'no-variant' }
  /** Another family draws it. */
  | { readonly tag: 'fallback'; readonly instead: string }
  /** A font has it, with a glyph that is damaged; without another that has it, it is missing. */
  | { readonly tag: 'damaged'; readonly family: string; readonly instead?: string }
  /** It is not drawn at all, and so is not in the PDF. */
  | { readonly tag: 'unseen' }
)

function inCell({ paragraphs, source }: FormCell, fonts: FontSet, file: string): readonly FoundLack[] {
  const where = source === undefined ? '表' : `区分${source.category}の${source.row}行目「${source.column}」`
  const at = source?.isStacked === true ? undefined : source?.at
  return paragraphs.flatMap((paragraph, index) =>
    lackingIn(paragraph, fonts).map(({ offset, lack }): FoundLack => {
      const { length } = lack.text
      if (at === undefined) return { lack, where, place: { kind: 'file', file } }
      const column = at.column + offset + marksBefore(paragraph.runs, offset)
      return { lack, where, place: { kind: 'text', file, line: at.line + index, column, length } }
    }),
  )
}

/** Two signs open an emphasis and two close it. */
const MARK = 2

/** How many characters of 装飾 stand in the plan's file before a place of the paragraph, and are no text of it. */
function marksBefore(runs: readonly Run[], offset: number): number {
  let marks = 0
  let at = 0
  let open: readonly Emphasis[] = []
  for (const { text, emphasis = [] } of runs) {
    if (at > offset) break
    const opened = emphasis.filter((each) => !open.includes(each))
    const closed = open.filter((each) => !emphasis.includes(each))
    marks += MARK * (opened.length + closed.length)
    at += text.length
    open = emphasis
  }
  return marks
}

function lackingIn(paragraph: Paragraph, fonts: FontSet): readonly { readonly offset: number; readonly lack: Lack }[] {
  const text = paragraph.runs.map((run) => run.text).join('')
  if (isDrawnPlainly(text, fonts)) return []
  const lacks: { offset: number; lack: Lack }[] = []
  for (let offset = 0; offset < text.length; ) {
    const codePoint = text.codePointAt(offset)!
    let length = codePoint > 0xffff ? 2 : 1
    const next = text.codePointAt(offset + length)
    const selector = next !== undefined && isVariationSelector(next) ? next : undefined
    if (selector !== undefined) length += selector > 0xffff ? 2 : 1
    const lack = lackOf(text, offset, text.slice(offset, offset + length), fonts)
    if (lack !== undefined) lacks.push({ offset, lack })
    offset += length
  }
  return lacks
}

/** ☐, ☑ and ☒ to tick: the bundled fallback font is there for them, and nobody asks in which face a box is drawn. */
const BOXES = /^[\u2610-\u2612]$/

/** `part` is the character at `offset`, with its selector. */
function lackOf(text: string, offset: number, part: string, fonts: FontSet): Lack | undefined {
  const codePoint = part.codePointAt(0)!
  if (isSteering(codePoint)) return { text: part, tag: 'unseen' }
  if (isInvisible(codePoint)) return undefined
  const selector = part.codePointAt(codePoint > 0xffff ? 2 : 1)
  const plain = drawComposed(fonts, text, offset, codePoint)
  const drawn = selector === undefined || plain.missing ? plain : fonts.drawVariant(codePoint, selector)
  if (!drawn.missing && drawn.face === 0) return undefined
  const { family: instead } = fonts.faces[drawn.face]!
  const damaged = fonts.faces.slice(0, plain.missing ? undefined : plain.face).find((face) => face.isDamaged(codePoint))
  if (damaged !== undefined) {
    return { text: part, tag: 'damaged', family: damaged.family, ...(drawn.missing ? {} : { instead }) }
  }
  if (!drawn.missing) return BOXES.test(part) ? undefined : { text: part, tag: 'fallback', instead }
  return { text: part, tag: plain.missing ? 'missing' : 'no-variant' }
}

/** The first font draws every character, and none is put together from several: so it is with nearly every text. */
function isDrawnPlainly(text: string, fonts: FontSet): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if ((unit >= 0xd800 && unit <= 0xdfff) || isZeroWidth(unit)) return false
    const drawn = fonts.draw(unit)
    if (drawn.missing || drawn.face > 0) return false
  }
  return true
}

/** A combining mark that makes one known character with the letter before it (か＋゛) is drawn as that character. */
function drawComposed(fonts: FontSet, text: string, offset: number, codePoint: number): Drawn {
  const drawn = fonts.draw(codePoint)
  if (!drawn.missing || offset === 0 || !isZeroWidth(codePoint)) return drawn
  const composed = text.slice(offset - 1, offset + 1).normalize('NFC')
  return composed.length === 1 ? fonts.draw(composed.charCodeAt(0)) : drawn
}

function toDiagnostic(lack: Lack, where: string, place: NonNullable<Diagnostic['place']>): Diagnostic {
  const code = [...lack.text].map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
  const found = { where, character: `「${lack.text}」（${code.join(' ')}）` }
  switch (lack.tag) {
    case 'no-variant':
      return say('missing-variant', found, place)
    case 'fallback':
      return say('fallback-glyph', { ...found, instead: lack.instead }, place)
    case 'damaged':
      return say('damaged-glyph', { ...found, family: lack.family, instead: lack.instead }, place)
    case 'unseen':
      return say('unseen-character', { where, character: `${nameOf(lack.text)}（${code.join(' ')}）` }, place)
    case 'missing':
      return say('missing-glyph', found, place)
  }
}

/** Those that come into a text by themselves: from web pages, word processors and other files. */
const UNSEEN: Readonly<Record<string, string>> = {
  '\u00ad': '「ソフトハイフン」',
  '\u200b': '「ゼロ幅スペース」',
  '\u2060': '「単語結合子」',
  '\ufeff': '「バイト順マーク」',
}

function nameOf(character: string): string {
  return UNSEEN[character] ?? ''
}
