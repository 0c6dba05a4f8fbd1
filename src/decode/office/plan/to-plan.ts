/** What a document says as a Plan of the domain: texts without their marks, numbers where the document counts. */

import { parseFiscalYear } from '../../../domain/fiscal-year.js'
import type { Cell, Plan } from '../../../domain/plan.js'
import { plainText, type ReadCell, type ReadPlan } from './read-plan.js'

/** `form` is the name of the form that prints it, where it has one. */
export function toPlan(
  { title, year, area, unit, handout, lead, notes, tables }: ReadPlan,
  form: string | undefined,
): Plan {
  const categories = tables.flatMap((table) => table.categories)
  return {
    title,
    year: parseFiscalYear(year)!,
    yearText: year,
    ...(area === undefined ? {} : { area }),
    ...(form === undefined ? {} : { form }),
    handout,
    ...(lead.length === 0 ? {} : { lead: plainText(lead) }),
    ...(unit === undefined ? {} : { unit }),
    categories: categories.map(({ name = title, number, rows }, index) => ({
      name,
      number: number ?? index + 1,
      rows: rows.map(({ cells }) => ({
        startsPage: false,
        cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, toCell(cell)])),
      })),
    })),
    ...(notes.length === 0 ? {} : { notes: plainText(notes) }),
  }
}

function toCell(cell: ReadCell): Cell {
  switch (cell.tag) {
    case 'text':
      return { tag: 'text', text: plainText(cell.lines) }
    case 'above':
      return { tag: 'joined' }
    case 'left':
      return { tag: 'text', text: '' }
  }
}
