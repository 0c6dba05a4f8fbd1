/** The columns of a table from its heading rows, one to three levels deep, and from where its body parts them. */

import type { OfficeCell, OfficeRow } from '../office-document.js'
import type { FoundColumn } from './found-table.js'
import { filled, type HeadingBlock, textOf, widthOf } from './heading-block.js'

export function leafColumns(
  rows: readonly OfficeRow[],
  { start, end }: HeadingBlock,
  body: readonly OfficeRow[],
  widths: readonly number[],
): FoundColumn[] {
  const heads = rows.slice(start, end)
  const width = widthOf([...heads, ...body])
  const levels = heads.map((_, level) => ownersAt(heads, level, width))
  const edges = new Set<number>([0, width])
  for (let at = 1; at < width; at++) {
    const isSame = levels.every((owners) => owners[at] !== undefined && owners[at] === owners[at - 1])
    if (!isSame && !isBlankAcross(levels, at)) edges.add(at)
  }
  for (const edge of bodyEdges(body, edges)) edges.add(edge)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((left, index): FoundColumn => {
    const right = sorted[index + 1]!
    return { headings: headingsAt(levels, left), width: sum(widths.slice(left, right)), start: left, end: right }
  })
}

/** The cell that stands over each grid column in a heading row. */
function ownersAt(heads: readonly OfficeRow[], level: number, width: number): (OfficeCell | undefined)[] {
  const owners: (OfficeCell | undefined)[] = new Array(width).fill(undefined)
  heads.slice(0, level + 1).forEach((row, index) => {
    for (const cell of row.cells) {
      if (index + cell.rowSpan <= level) continue
      for (let at = cell.column; at < cell.column + cell.colSpan && at < width; at++) owners[at] = cell
    }
  })
  return owners
}

/** Neither column has a cell in any heading row: what lies there is one column for all that the headings say. */
function isBlankAcross(levels: readonly (readonly (OfficeCell | undefined)[])[], at: number): boolean {
  return levels.every((owners) => owners[at] === undefined && owners[at - 1] === undefined)
}

function headingsAt(levels: readonly (readonly (OfficeCell | undefined)[])[], at: number): string[] {
  const cells = levels.map((owners) => owners[at])
  const texts = cells.flatMap((cell, level) =>
    level > 0 && cell !== undefined && cell === cells[level - 1] ? [] : [cell === undefined ? '' : textOf(cell)],
  )
  while (texts.length > 1 && texts[0] === '') texts.shift()
  // A blank below a heading of one column belongs to it.
  const isGroup =
    levels.some((owners) => owners[at] !== undefined && owners[at] === owners[at + 1]) || isInGroup(levels, at)
  return texts.length > 1 && texts.at(-1) === '' && !isGroup ? texts.slice(0, -1) : texts
}

function isInGroup(levels: readonly (readonly (OfficeCell | undefined)[])[], at: number): boolean {
  return at > 0 && levels.some((owners) => owners[at] !== undefined && owners[at] === owners[at - 1])
}

/** Where more than half of the rows that say something on either side part a column that the headings do not part. */
function bodyEdges(body: readonly OfficeRow[], known: ReadonlySet<number>): number[] {
  const counts = new Map<number, number>()
  const reaching = new Map<number, number>()
  for (const row of body) {
    const cells = filled(row)
    for (const { column, colSpan } of cells) {
      if (!known.has(column)) counts.set(column, (counts.get(column) ?? 0) + 1)
      for (let at = column + 1; at < column + colSpan; at++) reaching.set(at, (reaching.get(at) ?? 0) + 1)
    }
  }
  return [...counts].filter(([column, count]) => count > (reaching.get(column) ?? 0)).map(([column]) => column)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
