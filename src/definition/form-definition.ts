/** What a form says (a folder under templates/): paper, type, columns and texts. Data only; lengths in points. */

import type { Alignment } from '../domain/alignment.js'
import type { Position } from '../domain/diagnostic.js'
import type { YearValue } from '../domain/fiscal-year.js'

/** The part that a column's text plays in a plan. The comparison of two years goes by it. */
export type Part = 'category' | 'heading' | 'initiatives' | 'results' | 'responses' | 'plans' | 'plain'

/** How strictly lines are broken (JLREQ 3.1.7, JIS X 4051 4.3). */
export type Strictness = 'loose' | 'standard' | 'strict'

export type Direction = 'horizontal' | 'vertical'
export type Align = Alignment
export type VerticalAlign = 'top' | 'middle'

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface Paper {
  /** Name of the sheet, `A3` or `A4`, as Word and Excel want to know it. */
  readonly size: string
  readonly orientation: 'landscape' | 'portrait'
  /** Width and height as the sheet lies, in points. */
  readonly width: number
  readonly height: number
  readonly margins: Margins
  readonly source?: DefinitionSource
}

/** Where a form or style file says so, for messages. */
export interface DefinitionSource {
  readonly file: string
  readonly at: Position
}

/** A text of the plan within a column: the key in the plan file and the part it plays. */
export interface FieldDefinition {
  readonly key: string
  readonly part: Part
  /** A small heading over the text, where several fields are stacked in a column: a Handlebars text. */
  readonly label?: string
  /** Of a value of a year: the field that the plan file names, and the year; the key is then that of the value. */
  readonly ofYear?: YearValue
}

/** Which years a column spreads over: these, counted from the plan's own or fixed, or those of the plan's 期間. */
export type YearsShown = 'period' | readonly ({ readonly offset: number } | { readonly year: number })[]

export interface ColumnDefinition {
  /** The printed heading, a Handlebars text; a line feed where the form breaks it. */
  readonly heading: string
  /** The headings above from the top down, each shared with the neighbours that name the same ones: Handlebars texts. */
  readonly upperHeadings: readonly string[]
  /** How the printed heading runs. */
  readonly headDirection: Direction
  /** One text, or several stacked one below the other. */
  readonly fields: readonly FieldDefinition[]
  /** Width of a line in em of the body size, whatever the column's own; the cell's padding comes on top. */
  readonly width: number
  /** Size of the column's type in points, where it is not the body size. */
  readonly size?: number
  /** Grey of the column's body cells, 0 (black) to 1 (white); white where it is left out. */
  readonly shade?: number
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
  readonly direction: Direction
  readonly align: Align
  readonly valign: VerticalAlign
  /** The column stands once for each of these years, its heading above them: see `expandYears`. */
  readonly years?: YearsShown
  /** What is printed over each of them: a Handlebars text that can name 年. */
  readonly yearHeading?: string
}

export interface TypeDefinition {
  /** Font families for measuring and for PDF, first choice first. */
  readonly fonts: readonly string[]
  /** The font name that Word and Excel documents ask for. */
  readonly officeFont: string
  /** Body size in points. */
  readonly size: number
  /** Distance of base lines in em of the body size. */
  readonly leading: number
  readonly titleSize: number
  readonly headSize: number
  readonly noteSize: number
  readonly source?: DefinitionSource
}

export interface LineDefinition {
  readonly strictness: Strictness
  /** Squeeze full-width punctuation to pull a character in, before pushing it out (追い込み). */
  readonly pushIn: boolean
  /** Let 、。，． hang beyond the line's end (ぶら下げ). */
  readonly hanging: boolean
  /** Stretch lines to the full measure (両端揃え). */
  readonly justify: boolean
  /** Indent the lines after a marker by the marker's width. */
  readonly markerIndent: boolean
}

export interface PageDefinition {
  /** A split row leaves and carries at least so many lines. */
  readonly minLines: number
  /** What is put behind a label that is repeated on a later page; empty for nothing. */
  readonly continued: string
  /** The plan's own page breaks, made for another form, do not count. */
  readonly ignoresBreaks?: boolean
  /** Each table of a plan starts a page, and in a spreadsheet a sheet. */
  readonly tables?: 'apart'
}

export interface TableDefinition {
  /** Space between a rule and the text, in points. */
  readonly padding: { readonly x: number; readonly y: number }
  /** Widths of the rules in points. */
  readonly outerRule: number
  readonly innerRule: number
  /** Grey of the heading cells, 0 (black) to 1 (white). */
  readonly headShade: number
}

/** How the plan's texts outside the table are set: 見出し, 本文, 前文, 単位, 注. Sizes in points. */
export interface AroundDefinition {
  readonly headingSize: number
  readonly textSize: number
  readonly leadSize: number
  readonly unitSize: number
  readonly unitAlign: Align
  readonly notesSize: number
  readonly notesStand: 'below' | 'above'
}

/** Handlebars texts; `text-names.ts` lists what they can name. */
export interface TextDefinition {
  readonly title: string
  readonly category: string
  /** Over the table of a plan that has a 単位. */
  readonly unit: string
  readonly header: string
  readonly footer: string
}

/** How a table shows its 区分: in a column of its own, as a band across the table above their rows, or as a heading with a table below it. */
export type CategoryStyle = 'column' | 'band' | 'heading'

/** A table of a form that prints several: a part of the plan names it. */
export interface FormTable {
  readonly name: string
  readonly categories: CategoryStyle
  readonly columns: readonly ColumnDefinition[]
  readonly widths?: 'shares'
  /** The sheets that it stands on, where they are others than the form's. */
  readonly paper?: Paper
}

/** What a form file says, as data: Japanese keys, texts, lists. */
export type FormFileValue = string | number | boolean | readonly FormFileValue[] | FormFileMap
export interface FormFileMap {
  readonly [key: string]: FormFileValue
}

/** 個票: every row of the plan stands on pages of its own, its fields in boxes. */
export interface RecordDefinition {
  /** Boxes beside each other, from the top down. */
  readonly tiers: readonly (readonly BoxDefinition[])[]
  /** So many tiers from the top stand again on every further page of a record. */
  readonly repeated: number
}

/** A heading with the text of a field beside it, or one of the two alone. */
export interface BoxDefinition {
  /** A Handlebars text; empty where the box has none. */
  readonly heading: string
  readonly headDirection: Direction
  /** Width of the heading's line, where a text stands beside it, in em of the body size. */
  readonly headWidth: number
  /** The key of the one field of one of the form's columns, which says how the text stands. */
  readonly field?: string
  /** How many of a hundred parts of the paper's width it takes; an equal part of what the others leave where it is left out. */
  readonly share?: number
  /** It reaches over so many tiers. */
  readonly tiers: number
  /** The text has room for so many lines, however few it has. */
  readonly leastLines: number
  /** Of a heading that stands alone; the form's where it is left out. */
  readonly size?: number
  readonly shade?: number
  readonly align?: Align
}

export interface FormDefinition {
  /** What its file says, the forms that it extends included: a document carries it to whoever reads it. */
  readonly written?: FormFileMap
  /** The folder's name, `official`. */
  readonly id: string
  /** The Japanese name, 公式. */
  readonly name: string
  /** What it is for, in one sentence. */
  readonly purpose?: string
  readonly paper: Paper
  readonly type: TypeDefinition
  readonly lines: LineDefinition
  readonly pages: PageDefinition
  readonly table: TableDefinition
  readonly around: AroundDefinition
  readonly categories: CategoryStyle
  /** The columns' widths are shares of the paper's width between the margins. */
  readonly widths?: 'shares'
  readonly columns: readonly ColumnDefinition[]
  /** Where it has several; `categories` and `columns` are those of the first one. */
  readonly tables?: readonly FormTable[]
  /** Where it is a 個票: `columns` are the fields of its boxes then. */
  readonly record?: RecordDefinition
  readonly texts: TextDefinition
}
