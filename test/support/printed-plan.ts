/** A plan as its form prints it, and as a reader of paper can know it: what a document of it gives back. */

import type { FormDefinition } from '../../src/definition/form-definition.js'
import { expandYears } from '../../src/definition/year-columns.js'
import type { Plan, Row } from '../../src/domain/plan.js'

/** What a form prints of a plan: whatever joins says so, empty lines at the end of a cell are no text. */
export function printed(plan: Plan, definition: FormDefinition) {
  const { title, categories } = plan
  const { columns } = expandYears(definition, plan)
  const textOf = (row: Row, key: string, merges: boolean, isFirst: boolean) => {
    const cell = row.cells[key]
    const joins = cell === undefined ? merges : cell.tag === 'joined'
    if (joins && !isFirst) return '↑'
    return cell?.tag === 'text' ? cell.text.replace(/\n+$/, '') : ''
  }
  return {
    title,
    categories: categories.map(({ name, number, rows }) => ({
      name: name.trim(),
      number,
      rows: rows.map((row, index) =>
        columns.flatMap(({ fields, merges }) =>
          fields
            .filter(({ part }) => part !== 'category')
            .map(({ key }) => `${key}: ${textOf(row, key, merges, index === 0)}`),
        ),
      ),
    })),
  }
}

/** Without what no reader can tell from paper. */
export function readable(plan: Plan): Plan {
  return {
    ...plan,
    title: plan.title.trim(),
    categories: plan.categories.map((category, index) => ({
      ...category,
      number: index + 1,
      rows: category.rows.map((row) => ({ ...row, startsPage: false })),
    })),
  }
}
