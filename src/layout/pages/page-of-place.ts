/** On which page of a laid out plan something stands. */

import type { LaidOut } from '../page.js'
import { cellsOn } from '../page-sections.js'

/** A place in the plan: 区分 and row count from 1, the line is that of the plan file. */
export interface PlanPlace {
  readonly category: number
  readonly row: number
  readonly column: string
  readonly line?: number
}

/** Finds the page on which a place begins, in the cell of its column or else in its row; pages count from 1. */
export function pageFinder({ pages }: LaidOut): (place: PlanPlace) => number | undefined {
  const rows = new Map<string, number>()
  const columns = new Map<string, number>()
  const lines = new Map<string, number>()
  const note = (map: Map<string, number>, key: string, page: number) => {
    if (!map.has(key)) map.set(key, page)
  }
  for (const page of pages) {
    for (const { cell, flow, lines: placed } of cellsOn(page)) {
      if (cell.source === undefined || flow === 'repeated') continue
      const { category, row, column, at } = cell.source
      note(rows, `${category}/${row}`, page.number)
      note(columns, `${category}/${row}/${column}`, page.number)
      if (at === undefined) continue
      for (const { line } of placed)
        note(lines, `${category}/${row}/${column}/${at.line + line.paragraph}`, page.number)
    }
  }
  return ({ category, row, column, line }) => {
    const inRow = `${category}/${row}`
    const inColumn = `${inRow}/${column}`
    return lines.get(`${inColumn}/${line}`) ?? columns.get(inColumn) ?? rows.get(inRow)
  }
}
