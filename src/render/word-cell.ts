/** A cell's content as WordprocessingML: paragraphs and runs. Strings, because objects for each element took docx five times as long. */

import { assertNever } from '../domain/assert-never.js'
import type { Align, Direction } from '../domain/form-definition.js'
import type { Emphasis, Form, FormCell, Paragraph, Revision, Run } from '../form/form.js'
import { escapeXml, halfPoints, twips } from './ooxml-units.js'
import type { WordLayout } from './word-layout.js'
import { type Annotations, paragraphEnds, textTag, trackEnd, trackRuns } from './word-revisions.js'
import { cellStyle } from './word-styles.js'

export interface WordContext {
  readonly form: Form
  readonly layout: WordLayout
  readonly annotations: Annotations
}

/** The paragraphs of a cell; a cell of Word needs one at least (17.4.65 tc). */
export function cellParagraphs(cell: FormCell, row: Revision | undefined, context: WordContext): string {
  if (cell.paragraphs.length === 0) return emptyParagraph(cell, row, context)
  const ends = paragraphEnds(cell.paragraphs.map((paragraph) => paragraph.revision))
  return cell.paragraphs
    .map((paragraph, index) => {
      const hanging = context.layout.hangingIndent(paragraph, cell.size)
      const properties = paragraphProperties(cell, hanging, row ?? ends[index], context)
      return `<w:p>${properties}${paragraphRuns(paragraph, row ?? paragraph.revision, cell.direction, context)}</w:p>`
    })
    .join('')
}

/** The one paragraph of a cell without text, or of a place that a cell above covers. */
export function emptyParagraph(cell: FormCell, row: Revision | undefined, context: WordContext): string {
  return `<w:p>${paragraphProperties(cell, 0, row, context)}</w:p>`
}

/** `keepWithNext` is left out: in a table Word takes it for the whole row and would keep row after row together (17.3.1.15). */
function paragraphProperties(
  cell: FormCell,
  hanging: number,
  end: Revision | undefined,
  { form, annotations }: WordContext,
): string {
  const style = cellStyle(form, cell.size)
  const indent = cell.direction === 'horizontal' && cell.align === 'start' ? twips(hanging) : 0
  const inner = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    indent === 0 ? '' : `<w:ind w:left="${indent}" w:hanging="${indent}"/>`,
    alignment(cell.align),
    end === undefined ? '' : `<w:rPr>${trackEnd(end, annotations)}</w:rPr>`,
  ].join('')
  return inner === '' ? '' : `<w:pPr>${inner}</w:pPr>`
}

/** The alignment at the start, justified or not, is the default style's. */
function alignment(align: Align): string {
  switch (align) {
    case 'start':
      return ''
    case 'center':
      return '<w:jc w:val="center"/>'
    case 'end':
      return '<w:jc w:val="right"/>'
    default:
      return assertNever(align)
  }
}

/** The runs of a paragraph; a revision of the row or the paragraph goes before the runs' own. */
export function paragraphRuns(
  paragraph: Paragraph,
  revision: Revision | undefined,
  direction: Direction,
  context: WordContext,
): string {
  return paragraph.runs
    .map((run) => {
      const own = revision ?? run.revision
      return trackRuns(runsXml(run, textTag(own), direction, context), own, context.annotations)
    })
    .join('')
}

/** Up to three letters and figures, which stand side by side within a vertical line (縦中横). */
const ACROSS = /((?<![!-~])[\w!?%&+.,:/-]{1,3}(?![!-~]))/

function runsXml(run: Run, tag: string, direction: Direction, { form, annotations }: WordContext): string {
  const emphasis = run.emphasis === undefined ? '' : emphasisXml(run.emphasis, form)
  const pieces = direction === 'vertical' ? run.text.split(ACROSS) : [run.text]
  return pieces
    .map((piece, index) => {
      if (piece === '') return ''
      const isAcross = index % 2 === 1
      const across = isAcross ? `<w:eastAsianLayout w:id="${annotations.nextId()}" w:vert="1" w:vertCompress="1"/>` : ''
      const properties = emphasis + across
      return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${textXml(piece, tag)}</w:r>`
    })
    .join('')
}

/** A tab and a line feed are elements of their own in Word; all other white space is kept as it is. */
function textXml(text: string, tag: string): string {
  return text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '') return ''
      if (piece === '\t') return '<w:tab/>'
      if (piece === '\n') return '<w:br/>'
      return `<${tag} xml:space="preserve">${escapeXml(piece)}</${tag}>`
    })
    .join('')
}

function emphasisXml(emphasis: Emphasis, form: Form): string {
  switch (emphasis) {
    case 'bold':
      return '<w:b/><w:bCs/>'
    case 'underline':
      return '<w:u w:val="single"/>'
    case 'strike':
      return '<w:strike/>'
    case 'double-strike':
      return '<w:dstrike/>'
    case 'small': {
      const size = halfPoints(form.type.noteSize)
      return `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
    }
    default:
      return assertNever(emphasis)
  }
}
