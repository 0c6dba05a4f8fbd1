/** What a Word or Excel document says, before anyone asks what of it is a plan: texts and tables in reading order. Data only. */

import type { CarriedSkeleton } from './package/carried-skeleton.js'

export interface OfficeDocument {
  readonly kind: 'word' | 'excel' | 'clipboard'
  readonly parts: readonly OfficePart[]
  /** What was read and can have no place among the parts, and what was left out, each with its place. */
  readonly listed: readonly Listed[]
  /** The sheet of paper, where the document says it. */
  readonly paper?: OfficePaper
  /** How many tracked changes were decided, by whom. */
  readonly revisions: ReadonlyMap<string, number>
  /** What a document of ours says of the plan that it was made from. */
  readonly skeleton?: CarriedSkeleton
}

export type OfficePart =
  | { readonly tag: 'text'; readonly paragraph: OfficeParagraph; readonly place: string; readonly role: TextRole }
  | { readonly tag: 'table'; readonly table: OfficeTable }

/** Where a text stands: in the flow, as the document's title, in a box of its own, below a page, beside the page's text. */
export type TextRole = 'flow' | 'title' | 'box' | 'note'

export interface OfficePaper {
  /** In points, as the sheet lies. */
  readonly width: number
  readonly height: number
}

export interface OfficeTable {
  /** 表1, or the sheet's name. */
  readonly place: string
  /** The rows are a whole sheet: its table stands somewhere among them. */
  readonly isSheet: boolean
  /** In points. */
  readonly widths: readonly number[]
  readonly rows: readonly OfficeRow[]
}

export interface OfficeRow {
  /** The cells that begin in this row, from left to right. */
  readonly cells: readonly OfficeCell[]
  /** The document itself says that the row is repeated at the top of a page. */
  readonly isHeading: boolean
  /** Our own name for the row: see `definition/skeleton`. */
  readonly anchor?: string
  /** An empty stretch of a sheet, of any number of rows, which no rules surround: a table can end there. */
  readonly isGap?: boolean
}

export interface OfficeCell {
  /** From 0. */
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly paragraphs: readonly OfficeParagraph[]
  readonly direction: 'horizontal' | 'vertical'
  readonly align: 'start' | 'center' | 'end'
  /** `進捗１!D14`, 表1 行3 列2. */
  readonly place: string
  readonly hasBorder: boolean
  /** A name that our own sheet gives the cell: what a page's end parted from the cell above. */
  readonly link?: 'repeated' | 'continued' | 'joined'
}

export interface OfficeParagraph {
  /** The text that Word counts or puts before it, with what stands behind: `ア `. */
  readonly mark: string
  readonly runs: readonly OfficeRun[]
}

export interface OfficeRun {
  readonly text: string
  readonly marks: readonly RunMark[]
}

export type RunMark = 'bold' | 'underline' | 'strike' | 'red' | 'superscript' | 'subscript'

/** A text, or a fact without one, that the plan does not take up; what there is of it is counted in the account. */
export interface Listed {
  readonly kind: ListedKind
  readonly place: string
  /** The characters that stand in the document and not in the plan; empty for a fact. */
  readonly text: string
  /** Who wrote it, where the document says so. */
  readonly author?: string
}

export type ListedKind =
  | 'change-by-hand'
  | 'comment'
  | 'control-character'
  | 'data-sheet'
  | 'embedded-object'
  | 'emphasis'
  | 'external-link'
  | 'footer'
  | 'formula'
  | 'formula-without-value'
  | 'furigana'
  | 'header'
  | 'heading'
  | 'heading-repeated'
  | 'hidden'
  | 'image'
  | 'label-repeated'
  | 'macro'
  | 'nested-table'
  | 'no-category'
  | 'no-title'
  | 'notation'
  | 'number-repeated'
  | 'revision'
  | 'symbol'
  | 'table'
  | 'tab'
  | 'text'
  | 'title-repeated'
  | 'total-row'

/** How a document is to be read, where it can be read in more ways than one. */
export interface ReadingOptions {
  readonly revisions: 'accept' | 'reject'
  /** 見え消し by hand: a struck text, and one that is underlined or red beside it. */
  readonly handmade: 'keep' | 'accept' | 'reject'
  readonly hidden: 'read' | 'skip'
  /** Bold, underline and the like of the texts. */
  readonly emphasis: 'keep' | 'drop'
}

export const USUAL_READING: ReadingOptions = { revisions: 'accept', handmade: 'keep', hidden: 'read', emphasis: 'keep' }

/** The text of paragraphs, a line each. */
export function linesOf(paragraphs: readonly OfficeParagraph[]): string[] {
  return paragraphs.map(({ mark, runs }) => mark + runs.map(({ text }) => text).join(''))
}

/** Characters as the account counts them: blanks and the ends of lines are no text. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/g, '')].length
}

/** RRGGBB, or AARRGGBB as Excel writes it: much red and little else. */
export function isRedColour(colour: string): boolean {
  const [, red, green, blue] = /^(?:[0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? []
  const value = (hex: string | undefined) => Number.parseInt(hex ?? 'ff', 16)
  return red !== undefined && value(red) >= 0xb0 && value(green) <= 0x60 && value(blue) <= 0x60
}
