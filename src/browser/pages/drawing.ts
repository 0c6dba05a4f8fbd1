/** A page as it is to be drawn: shapes, runs of text and the places where something can be written. Data only; lengths in points. */

import type { Align, Direction } from '../../definition/form-definition.js'
import type { Box } from '../../render/pdf/content.js'
import type { TextPlace } from '../editing/text-place.js'

export interface DrawnPage {
  /** Counts from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** Bottom layer first. */
  readonly shapes: readonly DrawnShape[]
  readonly lines: readonly DrawnLine[]
  readonly spots: readonly Spot[]
  /** The same once more for those who listen to it, from top to bottom. */
  readonly read: readonly ReadPart[]
}

/** A text, or the rows of a table. */
export type ReadPart = string | readonly (readonly ReadCell[])[]

export interface ReadCell {
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
  readonly heads?: 'column' | 'row'
}

export type DrawnShape =
  | { readonly tag: 'fill'; readonly box: Box; readonly color: string }
  | { readonly tag: 'rule'; readonly from: Point; readonly to: Point; readonly width: number }
  | {
      readonly tag: 'stripes'
      readonly box: Box
      readonly lines: readonly { readonly from: Point; readonly to: Point }[]
      readonly width: number
      readonly color: string
    }

export interface Point {
  readonly x: number
  readonly y: number
}

/** A line of text in the runs that one font draws. */
export type DrawnLine = readonly DrawnRun[]

export interface DrawnRun {
  readonly text: string
  /** Its start on the base line. */
  readonly x: number
  readonly y: number
  readonly size: number
  /** The family of the font that the layout measured. */
  readonly family: string
  readonly weight: 'regular' | 'bold'
  readonly color: string
  /** Added to the advance of every character. */
  readonly spacing: number
  /** Width of the stroke that makes type bold where there is no bold face; 0 for none. */
  readonly stroke: number
  /** Of their own width, how wide the characters are. */
  readonly scale: number
  /** In its form for vertical lines. */
  readonly isUpright: boolean
}

/** A place on the page where something of the plan stands that can be written. */
export interface Spot {
  readonly box: Box
  /** Its texts in the plan: one, or the fields that are stacked in the cell. */
  readonly texts: readonly SpotText[]
  readonly padding: { readonly x: number; readonly y: number }
  readonly size: number
  /** Distance from one line to the next. */
  readonly pitch: number
  readonly direction: Direction
  readonly align: Align
  /** ①2行目 取組み. */
  readonly name: string
  /** Of the row that a cell stands in. */
  readonly row?: SpotRow
}

export interface SpotRow {
  readonly startsPage: boolean
  /** Empty where the row has none. */
  readonly id: string
}

export interface SpotText {
  readonly place: TextPlace
  /** As it is typed. */
  readonly typed: string
  /** What the text is called where several stand in one cell. */
  readonly label: string
}
