/** A table as a reader of it sees it: columns under their headings, rows with a cell for each. Data only. */

import type { OfficeCell, OfficeParagraph } from '../office-document.js'

export interface FoundTable {
  readonly place: string
  readonly columns: readonly FoundColumn[]
  readonly rows: readonly FoundRow[]
  /** What the heading cells say, each once. */
  readonly headings: readonly FoundText[]
  /** The tables that this one was put together from. */
  readonly pieces: readonly FoundPiece[]
}

export interface FoundPiece {
  readonly place: string
  /** A line right above the piece that names it, where it is short and counted. */
  readonly caption?: FoundText
}

export interface FoundText {
  readonly text: string
  readonly place: string
}

export interface FoundColumn {
  /** The headings from the top down, as they are written; the last one is the column's own and may be empty. */
  readonly headings: readonly string[]
  /** In points. */
  readonly width: number
  /** Columns of the document's grid, from `start` up to `end`. */
  readonly start: number
  readonly end: number
}

export interface FoundRow {
  /** One for each column. */
  readonly cells: readonly FoundCell[]
  readonly place: string
  readonly anchor?: string
  /** Index in the table's pieces. */
  readonly piece: number
  /** The row stands first after a page's or a sheet's end: its blank labels go on from above. */
  readonly startsPiece: boolean
}

export type FoundCell =
  | {
      readonly tag: 'text'
      readonly paragraphs: readonly OfficeParagraph[]
      readonly place: string
      readonly direction: OfficeCell['direction']
      readonly align: OfficeCell['align']
    }
  /** One with the cell above; at the left. */
  | { readonly tag: 'above' }
  | { readonly tag: 'left' }

/** A document in the order in which it is read: tables, and the texts between them. */
export type FoundPart =
  | {
      readonly tag: 'text'
      readonly paragraph: OfficeParagraph
      readonly place: string
      readonly role: 'flow' | 'title' | 'box' | 'note'
    }
  | { readonly tag: 'table'; readonly table: FoundTable }
