/** The first pass: the text of every cell broken into lines of its column's width. */

import type { Direction, LineDefinition } from '../../definition/form-definition.js'
import type { Measure } from '../../fonts/measure.js'
import type { Form, FormCell } from '../../form/form.js'
import type { Line } from '../page.js'
import { breakLines } from './break-lines.js'
import { partsFigure } from './parted-figures.js'
import { breakVertical } from './vertical-lines.js'

/** A cell's text in lines. Vertical lines stand side by side, horizontal ones below each other. */
export interface CellLines {
  readonly direction: Direction
  readonly lines: readonly Line[]
  /** Distance from one line to the next in points. */
  readonly pitch: number
  /** Space that all the lines need downwards, padding included, in points. */
  readonly height: number
}

/** What breaking needs to know beside the cell. */
export interface LineSettings {
  readonly measure: Measure
  readonly rules: LineDefinition
  /** In em. */
  readonly leading: number
  readonly padding: { readonly x: number; readonly y: number }
}

export function lineSettings(form: Form, measure: Measure): LineSettings {
  return { measure, rules: form.lines, leading: form.type.leading, padding: form.table.padding }
}

/** By so much, in points, type gets smaller: Word counts it in half points. */
const STEP = 0.5

/** In type of a point no figure stands that anybody reads: below it a cell keeps its size, and the figure is parted. */
const SMALLEST_FIGURE = 1

/**
 * Breaks a cell of the given outer width. A vertical one takes as little height as its width allows; a horizontal one
 * is set smaller where a line would part a figure.
 */
export function breakCell(cell: FormCell, width: number, settings: LineSettings): CellLines {
  if (cell.direction === 'vertical') return breakVerticalCell(cell, width, 0, settings)
  const natural = breakHorizontalCell(cell, width, settings)
  if (!partsFigure(natural.lines, cell.paragraphs)) return natural
  for (let size = Math.ceil(cell.size / STEP - 1) * STEP; size >= SMALLEST_FIGURE; size -= STEP) {
    const smaller = breakHorizontalCell({ ...cell, size }, width, settings)
    if (!partsFigure(smaller.lines, cell.paragraphs)) return smaller
  }
  return natural
}

function breakHorizontalCell(
  { size, paragraphs, leastLines = 0 }: FormCell,
  width: number,
  settings: LineSettings,
): CellLines {
  const { measure, rules, leading, padding } = settings
  const request = { width: width - 2 * padding.x, size, rules, measure }
  const lines = paragraphs.flatMap((paragraph, index) => breakLines(paragraph, index, request))
  const pitch = size * leading
  const height = Math.max(lines.length, leastLines) * pitch + 2 * padding.y
  return { direction: 'horizontal', lines, pitch, height }
}

/** Breaks a vertical cell: as few columns of text as `height` (outer, in points) allows, no more than its width allows. */
export function breakVerticalCell(cell: FormCell, width: number, height: number, settings: LineSettings): CellLines {
  const { leading, padding } = settings
  const pitch = cell.size * leading
  const most = mostColumns(cell, width, cell.size, settings)
  const whole = verticalLines(cell, Number.POSITIVE_INFINITY, cell.size, settings)
  const longest = longestOf(whole)
  let lines = whole
  // No room below an equal share of the columns can hold the longest paragraph.
  const least = Math.max(height - 2 * padding.y, cell.size, longest / most)
  for (let room = least; room < longest; room += cell.size) {
    const broken = verticalLines(cell, room, cell.size, settings)
    if (broken.length > most) continue
    lines = broken
    break
  }
  return { direction: 'vertical', lines, pitch, height: longestOf(lines) + 2 * padding.y }
}

/**
 * Breaks an upright heading: a column of text for each of its lines. Room for Latin words that lie on their side, and
 * for one character more, is Word's: the heading stands on every page, and no row below it could give what it lacks.
 */
export function breakUprightHeading(cell: FormCell, settings: LineSettings): CellLines {
  const { leading, padding } = settings
  const lines = verticalLines(cell, Number.POSITIVE_INFINITY, cell.size, settings)
  const length = lines.reduce((longest, { lying, width }) => Math.max(longest, lying ?? width), 0)
  return { direction: 'vertical', lines, pitch: cell.size * leading, height: length + cell.size + 2 * padding.y }
}

/** Type of this size, in points, holds no name that a plan could have: below it fitting ends. */
const SMALLEST = 0.1

/** Breaks a vertical cell for the very height (outer, in points) that it has on a page; its type shrinks where it must. */
export function fitVerticalCell(cell: FormCell, width: number, height: number, settings: LineSettings): CellLines {
  const longest = longestOf(verticalLines(cell, Number.POSITIVE_INFINITY, 1, settings))
  for (let size = cell.size; ; size *= 0.9) {
    const columns = mostColumns(cell, width, size, settings)
    const mayFit = (longest * size) / columns + 2 * settings.padding.y <= height + 0.01
    if (!mayFit && size >= SMALLEST) continue
    const broken = breakVerticalCell({ ...cell, size }, width, height, settings)
    if (broken.height <= height + 0.01 || size < SMALLEST) return broken
  }
}

/** So many columns of text of this size, in points, stand side by side; each paragraph has one at least. */
function mostColumns(
  { paragraphs }: FormCell,
  width: number,
  size: number,
  { leading, padding }: LineSettings,
): number {
  return Math.max(1, paragraphs.length, Math.floor((width - 2 * padding.x) / (size * leading)))
}

function verticalLines(cell: FormCell, height: number, size: number, settings: LineSettings): Line[] {
  return cell.paragraphs.flatMap((paragraph, index) =>
    breakVertical(paragraph, index, { height, size, measure: settings.measure }),
  )
}

function longestOf(lines: readonly Line[]): number {
  return lines.reduce((longest, line) => Math.max(longest, line.width), 0)
}
