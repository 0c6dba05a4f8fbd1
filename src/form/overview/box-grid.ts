/** Boxes at places of their own become one dense grid, which every format can write as a table. */

import type { CellEdges, EdgeRule, FormCell, FormColumn, FormRow, Slot } from '../form.js'

/** A row whose cells stand where they say, left to right; what lies between them is blank. */
export interface GridRow {
  readonly boxes: readonly Box[]
  /** A rule below the whole row. */
  readonly below?: EdgeRule
  /** Named in the document's outline. */
  readonly bookmark?: string
}

/** A cell with its place: points from the table's left edge. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly cell: FormCell
  /** Ends of a bar that may give way by a little, where the grid would have too many columns. */
  readonly loose?: 'right' | 'both'
}

export interface Grid {
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
}

/** Word opens no table of more columns. */
const MOST_COLUMNS = 63

/** Edges nearer to each other than this, in points, are one: two pixels of Excel. */
const NEAR = 1.5

/** `blank` is the cell that fills what lies between boxes. */
export function resolveGrid(rows: readonly GridRow[], width: number, blank: FormCell): Grid {
  const boxes = rows.flatMap((row) => row.boxes)
  const looseOf = ({ left, right, loose }: Box) =>
    loose === undefined ? [] : loose === 'both' ? [left, right] : [right]
  const firm = boxes.flatMap((box) => [box.left, box.right].filter((edge) => !looseOf(box).includes(edge)))
  const edges = mergeNear(settleEdges([0, width, ...firm], boxes.flatMap(looseOf)), width)
  return {
    columns: edges.slice(1).map((edge, index) => ({ width: edge - edges[index]! })),
    rows: resolveRows(rows, edges, blank),
  }
}

/** The edges of a table, left to right: all firm ones, and of the loose ones as many as there is room for. */
export function settleEdges(firm: readonly number[], loose: readonly number[]): readonly number[] {
  const firmEdges = distinct(firm)
  let kept = distinct(loose).filter((edge) => firmEdges.every((other) => Math.abs(edge - other) >= NEAR))
  while (kept.length > 0) {
    const gaps = kept.slice(1).map((edge, index) => edge - kept[index]!)
    const least = Math.min(Number.POSITIVE_INFINITY, ...gaps)
    if (least >= NEAR && firmEdges.length + kept.length <= MOST_COLUMNS + 1) break
    // The nearest two make one, the later of them: a bar is rather a little too long than gone.
    kept = kept.toSpliced(Math.max(0, gaps.indexOf(least)), 1)
  }
  return [...firmEdges, ...kept].sort((a, b) => a - b)
}

/** What lies near the edge before it joins that. */
function mergeNear(edges: readonly number[], width: number): readonly number[] {
  const kept = [0]
  for (const edge of edges) if (edge - kept.at(-1)! >= NEAR && width - edge >= NEAR) kept.push(edge)
  return [...kept, width]
}

/** Sorted; those that differ by rounding alone are one. */
function distinct(edges: readonly number[]): readonly number[] {
  return edges.toSorted((a, b) => a - b).filter((edge, index, all) => index === 0 || edge - all[index - 1]! > 0.01)
}

interface Span {
  readonly from: number
  readonly to: number
  readonly cell: FormCell
}

function resolveRows(rows: readonly GridRow[], edges: readonly number[], blank: FormCell): readonly FormRow[] {
  const last = edges.length - 1
  /** Spans that reach down into the rows below, with the row of their corner. */
  let open: readonly (Span & { readonly row: number })[] = []
  return rows.map(({ boxes, below, bookmark }, row) => {
    open = open.filter((span) => span.row + span.cell.rowSpan > row)
    const own = placeBoxes(boxes, edges)
    const fixed = [...own, ...open].sort((a, b) => a.from - b.from)
    const gaps = [...fixed, { from: last, to: last }].flatMap(({ from }, index): Span[] => {
      const start = fixed[index - 1]?.to ?? 0
      return start < from ? [{ from: start, to: from, cell: blank }] : []
    })
    const spans = [...fixed, ...gaps].sort((a, b) => a.from - b.from)
    const slots = spans.flatMap((span) => {
      const up = 'row' in span ? row - (span.row as number) : 0
      const endsHere = span.cell.rowSpan === up + 1
      const edged = below === undefined || !endsHere ? span.cell : withEdges(span.cell, { bottom: below })
      return slotsOf(up === 0 ? edged : span.cell, span.to - span.from, up)
    })
    open = [...open, ...own.filter(({ cell }) => cell.rowSpan > 1).map((span) => ({ ...span, row }))]
    return { slots, startsPage: false, ...(bookmark === undefined ? {} : { bookmark }) }
  })
}

/** Every box has an edge behind it at least, and none begins before the one at its left ends. */
function placeBoxes(boxes: readonly Box[], edges: readonly number[]): readonly Span[] {
  let end = 0
  return boxes.map(({ left, right, cell }) => {
    const from = Math.max(end, nearest(edges, left))
    end = Math.max(from + 1, nearest(edges, right))
    return { from, to: end, cell }
  })
}

/** Index of the edge that lies nearest. */
function nearest(edges: readonly number[], place: number): number {
  const after = edges.findIndex((edge) => edge >= place)
  if (after <= 0) return after < 0 ? edges.length - 1 : 0
  return edges[after]! - place <= place - edges[after - 1]! ? after : after - 1
}

function slotsOf(cell: FormCell, colSpan: number, up: number): readonly Slot[] {
  return Array.from({ length: colSpan }, (_, left): Slot => {
    return up === 0 && left === 0 ? { ...cell, colSpan } : { tag: 'covered', up, left }
  })
}

export function withEdges(cell: FormCell, edges: CellEdges): FormCell {
  return { ...cell, edges: { ...cell.edges, ...edges } }
}
