/** A workbook as data: what of SpreadsheetML (ECMA-376 part 1, 18) we write. Rows and columns count from 0, lengths are points. */

export interface Workbook {
  readonly properties: Properties
  /** The widths of columns are counted in its figures. */
  readonly font: Font
  /** In the order in which they are shown. */
  readonly sheets: readonly Worksheet[]
  readonly names: readonly DefinedName[]
}

/** Empty where nothing is known. */
export interface Properties {
  readonly title: string
  readonly subject: string
  readonly author: string
  /** ISO 8601 in UTC. */
  readonly date: string
}

/** A name that only programs see, for a cell. */
export interface DefinedName {
  readonly name: string
  readonly sheet: string
  readonly row: number
  readonly column: number
}

export interface Worksheet {
  /** No two alike, at most 31 characters; `[]:*?/\` are not for it. */
  readonly name: string
  /** Widths in figures of the workbook's font (18.3.1.13 col). */
  readonly columns: readonly number[]
  /** Heights. */
  readonly rows: readonly number[]
  /** The height of all other rows. */
  readonly rowHeight: number
  /** In any order; no two on one place. */
  readonly cells: readonly Cell[]
  /** Rows that a reader may filter and sort, their heading row first. */
  readonly filter?: Area | undefined
  /** Rows that begin a page. */
  readonly breaks: readonly number[]
  readonly view: View
  readonly print: PrintSetup
}

export interface Area {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** A cell with the places that it covers: one that covers several is merged, with its rules around all of them. */
export interface Cell extends Area {
  readonly value?: number | Text | undefined
  /** Cells that look alike share one, or they take longer to write. */
  readonly style: CellStyle
}

/** Without a font the text is in that of its cell: no run has one then. */
export type Text = readonly TextRun[]

export interface TextRun {
  readonly text: string
  readonly font?: RunFont | undefined
}

export interface Font {
  readonly name: string
  readonly size: number
}

/** All that Excel knows of a run's font is what it says itself (18.4.4 r, 18.4.7 rPr). */
export interface RunFont extends Font {
  readonly marks: readonly Mark[]
  /** RRGGBB. */
  readonly color?: string | undefined
}

export type Mark = 'bold' | 'underline' | 'double-underline' | 'strike' | 'superscript' | 'subscript'

export interface CellStyle {
  readonly font: Font
  readonly alignment: Alignment
  readonly fill?: Fill | undefined
  readonly borders: Borders
}

export interface Alignment {
  readonly horizontal: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'center' | 'bottom'
  /** Text is broken at the cell's edge and at line feeds. */
  readonly wraps: boolean
  /** Characters stand below each other. */
  readonly upright: boolean
}

/** Stripes of a colour on a ground (18.18.55 lightUp), or the colour alone: RRGGBB. */
export type Fill =
  | { readonly pattern: 'solid'; readonly color: string }
  | { readonly pattern: 'lightUp'; readonly color: string; readonly ground: string }

export type Side = 'left' | 'right' | 'top' | 'bottom'
export type Borders = Readonly<Record<Side, Border | undefined>>

export interface Border {
  readonly style: 'thin' | 'medium' | 'thick'
  /** RRGGBB. */
  readonly color: string
}

export interface View {
  /** In percent. */
  readonly zoom: number
  /** Rows that stay in sight. */
  readonly frozenRows: number
}

/** One page wide, as high as the breaks say, in the middle of the paper. */
export interface PrintSetup {
  /** Its number (18.3.1.63, `paperSize`); the printer's own where it has none. */
  readonly paper?: number | undefined
  readonly orientation: 'portrait' | 'landscape'
  readonly margins: Readonly<Record<Side | 'header' | 'footer', number>>
  /** In percent. */
  readonly scale: number
  /** Rows that stand at the top of every page, from `start` to before `end`. */
  readonly titleRows?: { readonly start: number; readonly end: number } | undefined
  /** In the codes of Excel (18.3.1.46 headerFooter); empty where there is none. */
  readonly header: string
  readonly footer: string
}
