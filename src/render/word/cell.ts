/** A cell's content as WordprocessingML: paragraphs and runs. Strings, because objects for each element took docx five times as long. */

import type { Align, Direction } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import type { Emphasis, Form, FormCell, Paragraph, Revision, Run } from '../../form/form.js'
import { escapeXml, greyHex, halfPoints, twips } from '../ooxml/units.js'
import type { WordLayout } from './from-layout.js'
import { type Annotations, paragraphEnds, textTag, trackEnd, trackRuns } from './revisions.js'
import { cellStyle } from './styles.js'

export interface WordContext {
  readonly form: Form
  readonly layout: WordLayout
  readonly annotations: Annotations
}

/** What a row lays on the paragraphs of a cell. */
export interface RowMarks {
  readonly revision: Revision | undefined
  /** A page begins at the cell's first paragraph. */
  readonly startsPage: boolean
  /** Bookmarks that stand in the cell's first paragraph: LibreOffice moves those between cells into others. */
  readonly bookmarks: string
}

/** The paragraphs of a cell; a cell of Word needs one at least (17.4.65 tc). */
export function cellParagraphs(cell: FormCell, row: RowMarks, context: WordContext): string {
  if (cell.paragraphs.length === 0) return emptyParagraph(cell, row, context)
  const ends = paragraphEnds(cell.paragraphs.map((paragraph) => paragraph.revision))
  return cell.paragraphs
    .map((paragraph, index) => {
      const hanging = context.layout.hangingIndent(paragraph, context.layout.sizeOf(cell))
      const marks = { revision: row.revision ?? ends[index], startsPage: row.startsPage && index === 0 }
      const properties = paragraphProperties(cell, hanging, marks, context)
      const revision = row.revision ?? paragraph.revision
      return `<w:p>${properties}${index === 0 ? row.bookmarks : ''}${paragraphRuns(paragraph, revision, cell.direction, context)}</w:p>`
    })
    .join('')
}

/** The one paragraph of a cell without text, or of a place that a cell above covers. */
export function emptyParagraph(cell: FormCell, row: RowMarks, context: WordContext): string {
  return `<w:p>${paragraphProperties(cell, 0, row, context)}${row.bookmarks}</w:p>`
}

/** `keepWithNext` is left out: in a table Word takes it for the whole row and would keep row after row together (17.3.1.15). */
function paragraphProperties(
  cell: FormCell,
  hanging: number,
  { revision, startsPage }: Omit<RowMarks, 'bookmarks'>,
  { form, annotations, layout }: WordContext,
): string {
  const style = cellStyle(form, layout.sizeOf(cell))
  const indent = cell.direction === 'horizontal' && cell.align === 'start' ? twips(hanging) : 0
  const inner = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    startsPage ? '<w:pageBreakBefore/>' : '',
    barXml(cell),
    indent === 0 ? '' : `<w:ind w:left="${indent}" w:hanging="${indent}"/>`,
    alignment(cell.align),
    revision === undefined ? '' : `<w:rPr>${trackEnd(revision, annotations)}</w:rPr>`,
  ].join('')
  return inner === '' ? '' : `<w:pPr>${inner}</w:pPr>`
}

/**
 * A bar is the ground of the cell's empty paragraph: rules and shades of the cell itself would push its row open or fill
 * it whole. 17.18.78 ST_Shd: `color` is that of the stripes, `fill` what lies between them.
 */
function barXml({ bar, shade, size }: FormCell): string {
  if (bar === undefined) return ''
  const ground =
    bar.pattern === 'solid'
      ? `<w:shd w:val="clear" w:color="auto" w:fill="${bar.color}"/>`
      : `<w:shd w:val="thinDiagStripe" w:color="${bar.color}" w:fill="${greyHex(shade)}"/>`
  return `${ground}<w:spacing w:line="${twips(size)}" w:lineRule="exact"/>`
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
      if (context.form.revisions === 'plain')
        return runsXml(run, 'w:t', runMarks(run, own, context.form), direction, context)
      const runs = runsXml(run, textTag(own), runMarks(run, undefined, context.form), direction, context)
      return trackRuns(runs, own, context.annotations)
    })
    .join('')
}

/**
 * What stands upright within a vertical line (縦中横): one letter, one or two figures. More lie on their side: LibreOffice
 * begins a line anew before what is longer than the line is wide, and then leaves the rest out.
 */
const ACROSS = /((?<![!-~])(?:[\w!?%&+.,:/-]|\d\d)(?![!-~]))/

function runsXml(run: Run, tag: string, marks: string, direction: Direction, { annotations }: WordContext): string {
  const pieces = direction === 'vertical' ? run.text.split(ACROSS) : [run.text]
  return pieces
    .map((piece, index) => {
      if (piece === '') return ''
      const isAcross = index % 2 === 1
      const across = isAcross ? `<w:eastAsianLayout w:id="${annotations.nextId()}" w:vert="1" w:vertCompress="1"/>` : ''
      const properties = marks + across
      return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${textXml(piece, tag)}</w:r>`
    })
    .join('')
}

/** A tab and a line feed are elements of their own in Word; all other white space is kept as it is. */
function textXml(text: string, tag: string): string {
  if (!/[\t\n]/.test(text)) return `<${tag} xml:space="preserve">${escapeXml(text)}</${tag}>`
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

/** The red of revisions that are shown and not tracked. */
const REVISED = 'C00000'

/** The properties of a run in the order of 17.3.2.28 rPr. */
function runMarks({ emphasis = [] }: Run, shown: Revision | undefined, { type }: Form): string {
  const size = halfPoints(type.noteSize)
  const has = (each: Emphasis) => emphasis.includes(each)
  const isMoved = has('moved')
  const isStruck = has('strike') || (shown === 'deleted' && !isMoved)
  const isTwiceStruck = has('double-strike') || (shown === 'deleted' && isMoved)
  return [
    has('bold') ? '<w:b/><w:bCs/>' : '',
    isStruck ? '<w:strike/>' : '',
    isTwiceStruck && !isStruck ? '<w:dstrike/>' : '',
    shown === undefined ? '' : `<w:color w:val="${REVISED}"/>`,
    has('small') ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
    has('underline') || shown === 'inserted' ? `<w:u w:val="${isMoved ? 'double' : 'single'}"/>` : '',
    has('superscript') ? '<w:vertAlign w:val="superscript"/>' : '',
    has('subscript') ? '<w:vertAlign w:val="subscript"/>' : '',
  ].join('')
}
