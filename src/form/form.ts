/** The document, the same for every format: its sections one below the other, texts and tables. Data only; lengths in points. */

import type {
  Align,
  Direction,
  LineDefinition,
  PageDefinition,
  Paper,
  TableDefinition,
  TypeDefinition,
  VerticalAlign,
} from '../definition/form-definition.js'
import type { Skeleton } from '../definition/skeleton.js'
import type { Position } from '../domain/diagnostic.js'
import type { PlanEmphasis } from '../domain/plan.js'
import type { DataTable } from './data/data-table.js'

export interface Form {
  readonly meta: Meta
  /** Where what it says is written, for messages. */
  readonly source?: FormSource
  readonly paper: Paper
  readonly type: TypeDefinition
  readonly lines: LineDefinition
  readonly pages: PageDefinition
  readonly table: TableDefinition
  /** At the top of the first page behind the cover. */
  readonly title: readonly Paragraph[]
  readonly header: PageText
  readonly footer: PageText
  /** At the upper left of every page, below the header: 案. */
  readonly stamp?: TextBlock
  /** One below the other, over as many pages as they take. */
  readonly sections: readonly Section[]
  /** It is read at a table, by people of any age: type that is small for that is told. */
  readonly reading?: 'meeting'
  /** The plan for programs, which a workbook shows on a sheet of its own. */
  readonly data?: DataTable
  /** What Word and Excel documents carry of the plan, to be read back. */
  readonly skeleton?: Skeleton
  /** It goes to the web: no format adds anything to it that only programs read. */
  readonly copy?: 'public'
  /** How Word shows revisions, where there are any: as changes to accept or reject, or by strokes and colour like the other formats. */
  readonly revisions?: 'tracked' | 'plain'
}

/** The plan's file, and where in it the title stands. */
export interface FormSource {
  readonly file?: string
  readonly title?: Position
}

export type Section = (CoverSection | TextSection | TableSection) & {
  /** Index of the plan's part that it is of, where the plan has several. */
  readonly part?: number
}

/** A page of its own. */
export interface CoverSection {
  readonly tag: 'cover'
  readonly top: readonly TextBlock[]
  /** Around the middle of the page. */
  readonly middle: readonly TextBlock[]
  readonly bottom: readonly TextBlock[]
  /** Free below the last block of the bottom. */
  readonly space: number
}

/** What goes on from page to page. */
interface RunningSection {
  /** A page begins with it, or a page and, in a spreadsheet, a sheet. */
  readonly starts?: 'page' | 'sheet'
  /** The sheets that it stands on, where they are others than the form's: they begin with it. */
  readonly paper?: Paper
}

export interface TextSection extends RunningSection {
  readonly tag: 'texts'
  readonly role: TextRole
  readonly blocks: readonly TextBlock[]
  /** The bookmark that points to it. */
  readonly bookmark?: string
}

/**
 * front: what opens a paper, set smaller where it would leave no room for the table on its page; the other roles go on on
 * the next page. heading: 見出し. category: a 区分 above its table. lead: 前文. unit: 単位. body: 本文. notes: 注.
 */
export type TextRole = 'front' | 'heading' | 'category' | 'lead' | 'unit' | 'body' | 'notes'

/** A table with columns of its own. `assertForm` holds what its grid must be. */
export interface TableSection extends RunningSection {
  readonly tag: 'table'
  /** list: one head row and no cell merged, which a spreadsheet offers to filter and sort. */
  readonly kind: 'grid' | 'list'
  /** Free between the table and what stands above it on its page; half a line where it is left out. */
  readonly space?: number
  readonly columns: readonly FormColumn[]
  /** Repeated at the top of every page that the table reaches. */
  readonly head: readonly FormRow[]
  readonly body: readonly FormRow[]
}

/** What stands in a document's properties. */
export interface Meta {
  readonly title: string
  readonly subject: string
  /** The office; empty where it is not known. Never the user of the machine. */
  readonly author: string
  /** The moment that documents carry as their date, ISO 8601 in UTC. */
  readonly date: string
}

export interface FormColumn {
  /** Outer width, padding included. The table is as wide as the columns together. */
  readonly width: number
}

export interface FormRow {
  /** One slot a column, left to right. */
  readonly slots: readonly Slot[]
  /** A forced page break stands before this row. */
  readonly startsPage: boolean
  /** It heads the rows below it, to the next such row: `repeatHeadings` says it again on the pages that they reach. */
  readonly isHeading?: boolean
  /** The bookmark that points to this row. */
  readonly bookmark?: string
  /**
   * In a form with tracked revisions: the row itself comes or goes where its change is accepted or rejected, which only
   * Word can do. Its texts are marked as well, so that no other format needs to look here.
   */
  readonly revision?: Revision
}

/** A place in the grid: a cell with its upper left corner there, or a place that a cell covers. */
export type Slot = FormCell | Covered

export interface FormCell {
  readonly tag: 'cell'
  readonly rowSpan: number
  readonly colSpan: number
  readonly direction: Direction
  readonly align: Align
  readonly valign: VerticalAlign
  /** Size of the type in points. */
  readonly size: number
  /** 0 (black) to 1 (white). */
  readonly shade: number
  /** A stretch of a bar goes through the cell; the cell says nothing then. */
  readonly bar?: Bar
  /** Rules along its edges in the place of the table's. */
  readonly edges?: CellEdges
  readonly paragraphs: readonly Paragraph[]
  /** What a text that points at one elsewhere may take: the layout cuts it there, with … behind what is left. */
  readonly mostLines?: number
  /** It is as high as so many lines, however few it has: room to write in. */
  readonly leastLines?: number
  /** The text is this number: a spreadsheet stores it as one. */
  readonly number?: number
  /** The text already stands in the part of the table before and is said again here as a label: see `splitTable`. */
  readonly repeated?: boolean
  /** The cell names what stands beside it: where it reaches a further page, its text stands there again. */
  readonly isLabel: boolean
  /** Where no look says so: it names the cells below it, or those beside it as far as the next that does. Read aloud, they are told with it. */
  readonly heads?: 'column' | 'row'
  /** Of changes to accept: the cell came or went with its column. Its texts are marked as well. */
  readonly revision?: Revision
  /** Of changes to accept: it is one with the cell above in the new edition alone (joined), or in the old one (parted). */
  readonly join?: 'joined' | 'parted'
  /** The place of the text in the plan, for messages. */
  readonly source?: CellSource
}

/**
 * A bar as long as its cells are wide, the cell's size of type thick, in the middle of their height. Stripes are told
 * from the whole colour on a black-and-white copy too.
 */
export interface Bar {
  /** RRGGBB. */
  readonly color: string
  readonly pattern: 'solid' | 'striped'
  /** What it tells, where no text beside it does. */
  readonly says?: string
}

/** Where a cell and its neighbour both say something of the edge between them, both are drawn. */
export type CellEdges = Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', EdgeRule>>>

export interface EdgeRule {
  /** In points. */
  readonly width: number
  /** 0 (black) to 1 (white). */
  readonly shade: number
}

export interface CellSource {
  /** 区分 and row count from 1; column is the column's key. */
  readonly category: number
  readonly row: number
  readonly column: string
  readonly at?: Position
  /** Several fields stand below each other: `at` is the place of the first one. */
  readonly isStacked?: boolean
}

/** How many rows up and columns left the covering cell's corner is. */
export interface Covered {
  readonly tag: 'covered'
  readonly up: number
  readonly left: number
}

export interface Paragraph {
  /** No runs, or empty ones: a gap. */
  readonly runs: readonly Run[]
  /** UTF-16 units of the marker that opens the paragraph, 0 where there is none. */
  readonly marker: number
  /** This paragraph does not stand at the foot of a page without the next one: a 【…】 heading, a bare ○[団体]. */
  readonly keepWithNext: boolean
  /** The small heading of a field, which is no text of the plan. */
  readonly isFieldHeading?: boolean
  /** The whole paragraph, with its end, was inserted or deleted. */
  readonly revision?: Revision
}

export interface Run {
  readonly text: string
  readonly revision?: Revision
  /** In any order; left out where there is none. */
  readonly emphasis?: readonly Emphasis[]
}

export type Revision = 'inserted' | 'deleted'
/** A plan's own, and what reports mark words with: a double strike, small type; moved, of words that went from one place to the other. */
export type Emphasis = PlanEmphasis | 'double-strike' | 'small' | 'moved'

/** A text outside the table: its lines stand free or in a ruled frame, which is as wide as the longest of them. */
export interface TextBlock {
  readonly paragraphs: readonly Paragraph[]
  /** Size of the type in points. */
  readonly size: number
  readonly align: Align
  /** Free between the block and the one above it. */
  readonly space: number
  readonly frame?: Frame
  /** It does not stand at the foot of a page without what follows it. */
  readonly keepWithNext?: boolean
  /** The document's title, for formats that mark it as such. */
  readonly isTitle?: boolean
}

export interface Frame {
  readonly rule: number
  /** Between the frame and the text. */
  readonly padding: { readonly x: number; readonly y: number }
}

/** A header's or footer's line: texts and the two page fields. */
export type PageText = readonly PageTextPart[]
export type PageTextPart =
  | { readonly tag: 'text'; readonly text: string; readonly revision?: Revision }
  | { readonly tag: 'page'; readonly revision?: Revision }
  | { readonly tag: 'pages'; readonly revision?: Revision }
