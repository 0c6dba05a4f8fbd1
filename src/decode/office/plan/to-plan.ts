/** What a document says as a Plan of the domain: numbers where the document counts, marks as ranges of the texts. */

import { parseFiscalYear } from '../../../domain/fiscal-year.js'
import type { Cell, Plan } from '../../../domain/plan.js'
import { toMarkedText } from './marked-text.js'
import type { ReadCell, ReadPlan } from './read-plan.js'

/** `form` is the name of the form that prints it, where it has one; `nameless` is what a 区分 without a name is called. */
export function toPlan(
  { title, year, period, area, unit, handout, lead, notes, tables }: ReadPlan,
  form: string | undefined,
  nameless: string,
): Plan {
  const categories = tables
    .flatMap((table) => table.categories)
    .map(({ name = nameless, number, rows }, index) => ({
      name,
      number: number ?? index + 1,
      rows: rows.map(({ cells }) => ({
        startsPage: false,
        cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, toCell(cell)])),
      })),
    }))
  const before = lead.length === 0 ? undefined : toMarkedText(lead)
  const behind = notes.length === 0 ? undefined : toMarkedText(notes)
  const emphasis = {
    ...(before?.emphasis && { lead: before.emphasis }),
    ...(behind?.emphasis && { notes: behind.emphasis }),
  }
  const cells = categories.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  const isMarked = Object.keys(emphasis).length > 0 || cells.some((cell) => 'emphasis' in cell)
  return {
    title,
    year: parseFiscalYear(year)!,
    yearText: year,
    ...(period === undefined ? {} : { period }),
    ...(area === undefined ? {} : { area }),
    ...(form === undefined ? {} : { form }),
    ...(isMarked && { isMarked }),
    handout,
    ...(before === undefined ? {} : { lead: before.text }),
    ...(unit === undefined ? {} : { unit }),
    categories,
    ...(behind === undefined ? {} : { notes: behind.text }),
    ...(Object.keys(emphasis).length === 0 ? {} : { emphasis }),
  }
}

function toCell(cell: ReadCell): Cell {
  switch (cell.tag) {
    case 'text':
      return { tag: 'text', ...toMarkedText(cell.lines) }
    case 'above':
      return { tag: 'joined' }
    case 'left':
      return { tag: 'joined-left' }
  }
}
