/** Which characters of a form no font can draw, and which only a later font of the list can: told with their cells. */

import type { Diagnostic } from '../domain/diagnostic.js'
import type { Form, FormCell, Paragraph } from '../form/form.js'
import { type Drawn, type FontSet, isInvisible, isVariationSelector, isZeroWidth } from './font-set.js'

/** All such characters, each once for every cell that it stands in. `file` is the plan file. */
export function findMissingGlyphs(form: Form, fonts: FontSet, file: string): Diagnostic[] {
  const cells = form.body.flatMap((row) => row.slots.filter((slot) => slot.tag === 'cell'))
  const cellDiagnostics = cells.flatMap((cell) => inCell(cell, fonts, file))
  const title = form.title.flatMap((paragraph) => [...lackingIn(paragraph, fonts).values()])
  return [...title.map((lack) => toDiagnostic(lack, '題名', { kind: 'file', file })), ...cellDiagnostics]
}

/** A character, or a character with its selector, that the first font lacks. */
interface Lack {
  readonly text: string
  /** The family that draws it instead. */
  readonly instead: string | undefined
  readonly variant: boolean
}

function inCell(cell: FormCell, fonts: FontSet, file: string): Diagnostic[] {
  return cell.paragraphs.flatMap((paragraph, index) => {
    const lacks = lackingIn(paragraph, fonts)
    if (lacks.size === 0) return []
    const { category, row, column, at } = cell.source ?? { category: 0, row: 0, column: '' }
    const where = `区分${category}の${row}行目「${column}」`
    return [...lacks].map(([offset, lack]) =>
      toDiagnostic(
        lack,
        where,
        at === undefined
          ? { kind: 'file', file }
          : { kind: 'text', file, line: at.line + index, column: at.column + offset, length: lack.text.length },
      ),
    )
  })
}

/** By the offset of its first appearance. */
function lackingIn(paragraph: Paragraph, fonts: FontSet): Map<number, Lack> {
  const lacks = new Map<number, Lack>()
  const seen = new Set<string>()
  const text = paragraph.runs.map((run) => run.text).join('')
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
      if (!seen.has(part)) lacks.set(offset, { text: part, instead, variant: drawn.missing && !plain.missing })
      seen.add(part)
    }
    offset += length
  }
  return lacks
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
