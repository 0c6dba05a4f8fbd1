/** The parts of a plan with what is theirs of its categories; a plan without 表 is one table. */

import type { Category, Plan, TablePart, TextPart } from './plan.js'

export type ListedPart = ListedTable | ListedText

export interface ListedTable {
  readonly tag: 'table'
  readonly part: TablePart
  /** Counts the tables of the plan from 0. */
  readonly order: number
  readonly categories: readonly Category[]
  /** Index in the plan of the first of them. */
  readonly first: number
}

export interface ListedText {
  readonly tag: 'text'
  readonly part: TextPart
}

/** What tells the parts of a plan. */
export type Parted = Pick<Plan, 'categories' | 'parts' | 'unit' | 'headings'>

/** Top to bottom. */
export function listParts(plan: Parted): readonly ListedPart[] {
  let [first, order] = [0, 0]
  return (plan.parts ?? [onlyPart(plan)]).map((part): ListedPart => {
    if (part.tag === 'text') return { tag: 'text', part }
    const categories = plan.categories.slice(first, first + part.categories)
    const listed: ListedTable = { tag: 'table', part, order, categories, first }
    first += part.categories
    order++
    return listed
  })
}

export function listTables(plan: Parted): readonly ListedTable[] {
  return listParts(plan).filter((part) => part.tag === 'table')
}

/** Its 前文 and 注 stay those of the plan, which stand before the first table and behind the last. */
function onlyPart({ categories, unit, headings }: Parted): TablePart {
  return {
    tag: 'table',
    startsPage: false,
    categories: categories.length,
    ...(unit === undefined ? {} : { unit }),
    ...(headings === undefined ? {} : { headings }),
  }
}
