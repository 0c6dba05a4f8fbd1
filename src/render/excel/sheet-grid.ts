/** The columns of a sheet: an edge wherever a column of one of its tables has one. */

import type { Form, TableSection } from '../../form/form.js'
import type { Page } from '../../layout/page.js'
import { tablesOn } from '../../layout/page-sections.js'
import { columnPixels, PIXEL } from './metrics.js'

export interface SheetGrid {
  /** In the layout, in points. */
  readonly widths: readonly number[]
  /** For each table by its index in `form.sections`: the columns at which its own begin, and the one behind its last. */
  readonly columnsOf: ReadonlyMap<number, readonly number[]>
}

/** Columns of a sheet that holds texts only, for a frame to take as many as it needs. */
const OF_TEXTS = 24

/** The columns that the tables on these pages need together. */
export function sheetGrid({ sections, paper }: Form, pages: readonly Page[]): SheetGrid {
  const measure = paper.width - paper.margins.left - paper.margins.right
  const here = new Set(pages.flatMap(tablesOn).map(({ section }) => section))
  if (here.size === 0) {
    return { widths: Array.from({ length: OF_TEXTS }, () => measure / OF_TEXTS), columnsOf: new Map() }
  }
  const tables = sections.flatMap((table, section) => {
    if (table.tag !== 'table' || !here.has(section)) return []
    const edges = [0]
    for (const { width } of table.columns) edges.push(edges.at(-1)! + width)
    const left = Math.max(0, measure - edges.at(-1)!) / 2
    return [{ section, edges, left }]
  })
  const [only, ...others] = tables
  if (only !== undefined && others.length === 0) {
    const { columns } = sections[only.section] as TableSection
    const numbers = only.edges.map((_, column) => column)
    return { widths: columns.map(({ width }) => width), columnsOf: new Map([[only.section, numbers]]) }
  }
  const first = Math.min(...tables.map(({ left }) => left))
  const placed = tables.map(({ section, edges, left }) => ({
    section,
    edges: edges.map((edge) => left - first + edge),
  }))
  // Edges that lie in one pixel are one: no column of a table is so narrow.
  const byPixel = new Map<number, number>()
  for (const edge of placed.flatMap(({ edges }) => edges)) {
    const pixel = pixelOf(edge)
    if (!byPixel.has(pixel)) byPixel.set(pixel, edge)
  }
  const pixels = [...byPixel.keys()].sort((a, b) => a - b)
  const edges = pixels.map((pixel) => byPixel.get(pixel)!)
  const numbers = new Map(pixels.map((pixel, index) => [pixel, index]))
  return {
    widths: edges.slice(1).map((edge, index) => edge - edges[index]!),
    columnsOf: new Map(
      placed.map(({ section, edges: own }) => [section, own.map((each) => numbers.get(pixelOf(each))!)]),
    ),
  }
}

function pixelOf(place: number): number {
  return Math.round(place / PIXEL)
}

/** The columns' widths in pixels. What a column of a table lacks for its texts, the last of the sheet's that make it up gets. */
export function gridPixels({ widths, columnsOf }: SheetGrid, { sections, table }: Form, widening: number): number[] {
  const pixels = widths.map((width) => columnPixels(width, table.padding.x, widening, false))
  for (const [section, columns] of columnsOf) {
    const own = sections[section] as TableSection
    own.columns.forEach(({ width }, column) => {
      const needed = columnPixels(width, table.padding.x, widening, holdsText(own, column))
      const [start, end] = [columns[column]!, columns[column + 1]!]
      const there = pixels.slice(start, end).reduce((sum, each) => sum + each, 0)
      pixels[end - 1]! += Math.max(0, needed - there)
    })
  }
  return pixels
}

/** Whether a cell as wide as the column says something. */
function holdsText({ head, body }: TableSection, column: number): boolean {
  return [...head, ...body].some(({ slots }) => {
    const cell = slots[column]
    return cell?.tag === 'cell' && cell.colSpan === 1 && cell.paragraphs.length > 0
  })
}
