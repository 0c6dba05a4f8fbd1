/** A page as it is to be drawn: shapes, runs of text and the places where something can be written. Data only; lengths in points. */

import type { Align, Direction } from '../../definition/form-definition.js'
import type { Box } from '../../render/pdf/content.js'
import type { PlanPath } from '../editing/plan-path.js'

export interface DrawnPage {
  /** Counts from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** Bottom layer first. */
  readonly shapes: readonly DrawnShape[]
  readonly lines: readonly DrawnLine[]
  readonly spots: readonly Spot[]
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
  /** Where its texts stand in the plan file: one, or the fields that are stacked in the cell. */
  readonly paths: readonly PlanPath[]
  readonly padding: { readonly x: number; readonly y: number }
  readonly size: number
  /** Distance from one line to the next. */
  readonly pitch: number
  readonly direction: Direction
  readonly align: Align
  /** 区分 and row count from 1, as messages and comparisons name them; 0 for what stands in no row. */
  readonly category: number
  readonly row: number
  readonly column: string
}
