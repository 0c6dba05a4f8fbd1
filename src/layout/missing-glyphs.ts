/** Which characters of a form no font can draw, and which only a later font of the list can: told with their cells. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { type Drawn, type FontSet, isInvisible, isVariationSelector, isZeroWidth } from '../fonts/font-set.js'
import type { Block, Form, FormCell, FormRow, PageText, Paragraph } from '../form/form.js'

/** So many places of a character are told one by one; of the others only how many they are. */
const TOLD = 3

/** All such characters in the order of their places. `file` is the plan file. */
export function findMissingGlyphs(form: Form, fonts: FontSet, file: string): Diagnostic[] {
  const inFile = { kind: 'file' as const, file }
  const inParagraph = (where: string) => (paragraph: Paragraph) =>
    lackingIn(paragraph, fonts).map(({ lack }): FoundLack => ({ lack, where, place: inFile }))
  const inPageText = (text: PageText) =>
    inParagraph('欄外')({
      runs: text.flatMap((part) => (part.tag === 'text' ? [{ text: part.text }] : [])),
      marker: 0,
      keepWithNext: false,
    })
  const found = [
    ...form.title.flatMap(inParagraph('題名')),
    ...blocksOf(form).flatMap(({ paragraphs, isTitle }) =>
      paragraphs.flatMap(inParagraph(isTitle ? '題名' : '表のまわり')),
    ),
    ...[form.header, form.footer].flatMap(inPageText),
    ...cellsOf(form.head).flatMap((cell) => cell.paragraphs.flatMap(inParagraph('見出し'))),
    ...cellsOf(form.body).flatMap((cell) => inCell(cell, fonts, file)),
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

function blocksOf({ front = [], stamp, cover }: Form): readonly Block[] {
  return [...(cover ? [...cover.top, ...cover.middle, ...cover.bottom] : []), ...(stamp ? [stamp] : []), ...front]
}

function cellsOf(rows: readonly FormRow[]): readonly FormCell[] {
  return rows.flatMap((row) => row.slots.filter((slot) => slot.tag === 'cell'))
}

/** A character, or a character with its selector, that the first font lacks. */
interface Lack {
  readonly text: string
  /** The family that draws it instead. */
  readonly instead: string | undefined
  readonly variant: boolean
}

function inCell({ paragraphs, source }: FormCell, fonts: FontSet, file: string): readonly FoundLack[] {
  const where = source === undefined ? '表' : `区分${source.category}の${source.row}行目「${source.column}」`
  const at = source?.isStacked === true ? undefined : source?.at
  return paragraphs.flatMap((paragraph, index) =>
    lackingIn(paragraph, fonts).map(({ offset, lack }): FoundLack => {
      const { length } = lack.text
      if (at === undefined) return { lack, where, place: { kind: 'file', file } }
      return { lack, where, place: { kind: 'text', file, line: at.line + index, column: at.column + offset, length } }
    }),
  )
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
    const plain = drawComposed(fonts, text, offset, codePoint)
    const drawn = selector === undefined || plain.missing ? plain : fonts.drawVariant(codePoint, selector)
    const visible = !isInvisible(codePoint)
    if (visible && (drawn.missing || drawn.face > 0)) {
      const part = text.slice(offset, offset + length)
      const instead = drawn.missing ? undefined : fonts.faces[drawn.face]!.family
      lacks.push({ offset, lack: { text: part, instead, variant: drawn.missing && !plain.missing } })
    }
    offset += length
  }
  return lacks
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
  const what = `${where}の文字「${lack.text}」（${code.join(' ')}）`
  if (lack.variant) {
    return {
      severity: 'warning',
      code: 'missing-variant',
      message: `${what}の異体字が書体にないため、PDF では普通の字形で印刷します。`,
      place,
      hint: 'この異体字のある書体を様式の「書体」に加えてください。Word と Excel の文書には元の文字のまま入ります。',
    }
  }
  if (lack.instead !== undefined) {
    return {
      severity: 'warning',
      code: 'fallback-glyph',
      message: `${what}が書体にないため、PDF では「${lack.instead}」で印刷します。`,
      place,
    }
  }
  return {
    severity: 'warning',
    code: 'missing-glyph',
    message: `${what}がどの書体にもないため、PDF では「〓」と印刷します。`,
    place,
    hint: '別の文字に直すか、この文字のある書体を様式の「書体」に加えてください。Word と Excel の文書には元の文字のまま入ります。',
  }
}
