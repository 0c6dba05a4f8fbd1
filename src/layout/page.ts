/** What the layout found: lines, row heights and pages. Data only; lengths in points, from the upper left corner of the sheet. */

import type { Paper } from '../definition/form-definition.js'
import type { Emphasis, Form, FormCell, Revision, TextBlock } from '../form/form.js'

export interface LaidOut {
  /** Its paper is that of the first page. */
  readonly form: Form
  readonly pages: readonly Page[]
}

export interface Page {
  /** Counts from 1. */
  readonly number: number
  /** Its margins have grown by the room that header, footer and stamp take beyond what the form gives them. */
  readonly paper: Paper
  readonly stamp?: PlacedBlock
  /** The title, on the first page behind the cover. */
  readonly title: readonly PlacedLine[]
  /** What stands here of the form's sections, top to bottom. */
  readonly sections: readonly PageSection[]
  readonly header: readonly PlacedLine[]
  readonly footer: readonly PlacedLine[]
}

/** A section of the form, or the part of it that stands on this page. */
export type PageSection = PageTexts | PageTable

export interface PageTexts {
  readonly tag: 'texts'
  /** Index in `form.sections`: a text section, or the cover. */
  readonly section: number
  readonly blocks: readonly PlacedBlock[]
}

export interface PageTable {
  readonly tag: 'table'
  /** Index in `form.sections`. */
  readonly section: number
  /** Heading rows, then body rows, top to bottom. */
  readonly rows: readonly PageRow[]
  /** Every cell that shows on this page, heading cells first. */
  readonly cells: readonly PageCell[]
}

/** Of a row or a text block: all of it, or what of it stands on a page. */
export type RowPart = 'whole' | 'first' | 'middle' | 'last'

/** A row of the form, or the part of it that stands on this page. */
export interface PageRow {
  readonly kind: 'head' | 'body'
  /** Index in the table's `head` or `body`. */
  readonly index: number
  readonly part: RowPart
  readonly top: number
  readonly height: number
}

/** A cell, or the part of it that stands on this page. */
export interface PageCell {
  /** Index of its first row in the `rows` beside it. */
  readonly row: number
  readonly rowSpan: number
  readonly column: number
  readonly colSpan: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly cell: FormCell
  /** The lines that stand here. `x` and `baseline` are places on the sheet. */
  readonly lines: readonly PlacedLine[]
  /** first: the cell's text begins here. continued: its text goes on from the page before. repeated: its text, already shown whole, stands here again as a label. */
  readonly flow: 'first' | 'continued' | 'repeated'
  /** The cell goes on on the next page. */
  readonly openBelow: boolean
}

/** A text block with its lines in place. The box is that of its frame, or of its lines; it may be smaller in type than the form has it. */
export interface PlacedBlock {
  readonly block: TextBlock
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly lines: readonly PlacedLine[]
  /** Which part of the block stands here. */
  readonly part: RowPart
}

export interface PlacedLine {
  readonly line: Line
  readonly x: number
  readonly baseline: number
}

/** A line of text, or in a vertical cell one upright column of text. */
export interface Line {
  /** Index of the paragraph in its cell. */
  readonly paragraph: number
  /** Range in the paragraph's text, UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Size of the type in points. */
  readonly size: number
  /** Distance from the cell's text edge to the line's start. */
  readonly indent: number
  /** Advance of the whole line as drawn, without the indent; a hanging character excluded. */
  readonly width: number
  /** Vertical lines: the advance where the letters and figures set across lie on their side instead, if that is more. */
  readonly lying?: number
  /** The pieces as they are drawn. */
  readonly pieces: readonly Piece[]
  readonly direction: 'horizontal' | 'vertical'
}

/** A run of characters that is drawn in one go. */
export interface Piece {
  readonly text: string
  /** Offset from the line's start: to the right, in a vertical line downwards. */
  readonly offset: number
  /** Advance of the piece as drawn. */
  readonly advance: number
  /** Added to the advance of every character; negative where punctuation is squeezed. */
  readonly spacing: number
  /** Vertical lines: how the piece stands. upright: one character, in its vertical form; across: a few letters or figures set side by side in one em (縦中横). */
  readonly stands: 'horizontal' | 'upright' | 'across'
  readonly revision?: Revision
  readonly emphasis?: readonly Emphasis[]
}
