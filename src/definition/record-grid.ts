/** The grid of a 個票: its columns lie between all edges of boxes and of the headings in them, tier by tier. */

import { measureOf } from './column-widths.js'
import type { BoxDefinition, FormDefinition, RecordDefinition } from './form-definition.js'

/** A heading or a text at its place in the grid; rows are tiers. */
export interface PlacedBox {
  readonly tag: 'heading' | 'text'
  readonly box: BoxDefinition
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

export interface RecordGrid {
  /** Outer widths of the columns in points, together as wide as the paper between its margins. */
  readonly widths: readonly number[]
  /** Tier by tier, from left to right. */
  readonly places: readonly PlacedBox[]
  /** A tier that boxes from above part in two. */
  readonly parted?: number
}

/** From left to right, in points; before edges that nearly meet are made one. */
interface Span {
  readonly tag: PlacedBox['tag']
  readonly box: BoxDefinition
  readonly row: number
  readonly rowSpan: number
  readonly left: number
  readonly right: number
}

/** Edges that are nearer to one another, in points, are meant to be one. */
const NEAR = 1

export function recordGrid(
  { tiers }: RecordDefinition,
  { paper, type, table }: Pick<FormDefinition, 'paper' | 'type' | 'table'>,
): RecordGrid {
  const measure = measureOf(paper)
  const spans: Span[] = []
  let parted: number | undefined
  for (const [row, boxes] of tiers.entries()) {
    const above = spans.filter((span) => span.row < row && span.row + span.rowSpan > row)
    const [room, ...others] = freeBetween(above, measure)
    if (others.length > 0) parted ??= row
    const { left, right } = room ?? { left: measure, right: measure }
    let at = left
    for (const [index, width] of widthsOf(boxes, right - left, measure).entries()) {
      const box = boxes[index]!
      const rowSpan = Math.min(box.tiers, tiers.length - row)
      const parts = partsOf(box, width, box.headWidth * type.size + 2 * table.padding.x)
      for (const [tag, own] of parts) {
        spans.push({ tag, box, row, rowSpan, left: at, right: at + own })
        at += own
      }
    }
  }
  return { ...settle(spans, measure), ...(parted !== undefined && { parted }) }
}

/** The form with each column as wide as its box leaves it, in em of the body type. */
export function fitBoxes<F extends FormDefinition>(form: F & { readonly record: RecordDefinition }): F {
  const { type, table, columns } = form
  const { widths, places } = recordGrid(form.record, form)
  const widthOf = (key: string) => {
    const place = places.find(({ tag, box }) => tag === 'text' && box.field === key)
    const own = widths.slice(place?.column, place && place.column + place.colSpan)
    return (own.reduce((sum, width) => sum + width, 0) - 2 * table.padding.x) / type.size
  }
  return { ...form, columns: columns.map((column) => ({ ...column, width: widthOf(column.fields[0]!.key) })) }
}

/** What boxes of the tiers above leave of a tier; a single stretch, or they part it. */
function freeBetween(above: readonly Span[], measure: number): readonly Pick<Span, 'left' | 'right'>[] {
  let at = 0
  const free = above
    .toSorted((a, b) => a.left - b.left)
    .map(({ left, right }) => {
      const before = { left: at, right: left }
      at = right
      return before
    })
  return [...free, { left: at, right: measure }].filter(({ left, right }) => right - left > NEAR)
}

/** Shares are of a hundred for the whole measure; boxes that name none have equal parts of what is left. */
function widthsOf(boxes: readonly BoxDefinition[], room: number, measure: number): readonly number[] {
  const given = boxes.map(({ share }) => (share === undefined ? undefined : (share / 100) * measure))
  const rest = room - given.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const open = given.filter((width) => width === undefined).length
  const widths = given.map((width) => width ?? Math.max(0, rest / open))
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => (width * room) / total)
}

/** A box without a field is all heading, one without a heading all text. */
function partsOf(
  { heading, field }: BoxDefinition,
  width: number,
  headWidth: number,
): readonly (readonly [PlacedBox['tag'], number])[] {
  if (field === undefined) return [['heading', width]]
  if (heading === '') return [['text', width]]
  return [
    ['heading', headWidth],
    ['text', width - headWidth],
  ]
}

function settle(spans: readonly Span[], measure: number): Pick<RecordGrid, 'widths' | 'places'> {
  const edges = [0, measure]
  const edgeOf = (x: number) => edges.find((edge) => Math.abs(edge - x) < NEAR)
  for (const x of spans.flatMap(({ left, right }) => [left, right])) if (edgeOf(x) === undefined) edges.push(x)
  edges.sort((a, b) => a - b)
  const columnOf = (x: number) => edges.indexOf(edgeOf(x)!)
  return {
    widths: edges.slice(1).map((edge, index) => edge - edges[index]!),
    places: spans.map(({ tag, box, row, rowSpan, left, right }) => {
      const column = columnOf(left)
      return { tag, box, row, rowSpan, column, colSpan: columnOf(right) - column }
    }),
  }
}
