/** That a document, read back, says all that its plan says: cell by cell in the plan's order, and all that stands around the table. */

import { expect } from 'vitest'
import type { ColumnDefinition, FormDefinition } from '../../src/definition/form-definition.js'
import { expandYears } from '../../src/definition/year-columns.js'
import type { Plan } from '../../src/domain/plan.js'
import type { Form, PageText } from '../../src/form/form.js'
import type { ReadDocument } from './read-documents.js'
import { toForm } from './stages.js'

/** Readers of PDF cannot tell blanks from distances, and what steers a text is not drawn. */
export function bare(text: string): string {
  return text.replace(/[\s\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
}

/** Cells and names of 区分 by their columns; title, 前文, 単位, 注 around the table; page header and footer on every page. */
export function expectNothingLost(
  read: ReadDocument,
  plan: Plan,
  definition: FormDefinition,
  form: Pick<Form, 'header' | 'footer'> = toForm(plan, definition),
): void {
  expect(findLost(read, plan, definition)).toEqual([])
  const around = bare(read.around)
  for (const text of [plan.title, plan.lead, plan.unit, plan.notes]) expect(around).toContain(bare(text ?? ''))
  expectOnEveryPage(read, [...form.header, ...form.footer])
}

/** A format that cannot hold a long one moves it into the document. */
export function expectOnEveryPage({ margins, around }: ReadDocument, texts: PageText): void {
  expect(margins.length).toBeGreaterThan(0)
  for (const margin of margins) {
    for (const part of texts) if (part.tag === 'text') expect(bare(margin + around)).toContain(bare(part.text))
  }
}

/** What the plan says and the document does not, `欄: 文`. */
function findLost(read: ReadDocument, plan: Plan, definition: FormDefinition): readonly string[] {
  const { columns } = expandYears(definition, plan)
  return columns.flatMap((column, at) => {
    const cells = (read.columns[at] ?? []).map(bare)
    let from = 0
    return textsOf(plan, column).flatMap(({ name, text, isWhole }) => {
      const found = cells.findIndex((cell, index) => index >= from && (isWhole ? cell === text : cell.includes(text)))
      if (found < 0) return [`${name}: ${text}`]
      from = isWhole ? found + 1 : found
      return []
    })
  })
}

interface Said {
  readonly name: string
  readonly text: string
  /** The cell says this and nothing else. */
  readonly isWhole: boolean
}

/** What a column has to say, from top to bottom. A name of a 区分 has its number with it, and stacked fields each other. */
function textsOf(plan: Plan, { fields }: ColumnDefinition): readonly Said[] {
  const said = plan.categories.flatMap((category) => {
    const isNamed = fields.some(({ part }) => part === 'category')
    const name: Said[] = isNamed ? [{ name: '区分', text: bare(category.name), isWhole: false }] : []
    const texts = category.rows.flatMap(({ cells }) =>
      fields.flatMap(({ key }): Said[] => {
        const cell = cells[key]
        return cell?.tag === 'text' ? [{ name: key, text: bare(cell.text), isWhole: fields.length === 1 }] : []
      }),
    )
    return [...name, ...texts]
  })
  return said.filter(({ text }) => text !== '')
}
