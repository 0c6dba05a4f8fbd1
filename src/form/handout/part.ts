/** A part of a plan's table: some of its categories and some of its columns, and how the paper names them. */

import type { ColumnDefinition, FormDefinition, RecordDefinition } from '../../definition/form-definition.js'
import { allColumns } from '../../definition/form-tables.js'
import { fitBoxes } from '../../definition/record-grid.js'
import type { Plan } from '../../domain/plan.js'
import type { CategoryPair, Comparison } from '../../review/comparison.js'
import { circledNumber } from '../text-helpers.js'

/** What is chosen; everything where it is left out. */
export interface HandoutPart {
  /** Indexes in `listCategories`. */
  readonly categories?: readonly number[]
  /** Indexes in `allColumns` of the definition; those that name the category stand in any case. */
  readonly columns?: readonly number[]
}

export function isChosen({ categories }: HandoutPart, index: number): boolean {
  return categories === undefined || categories.includes(index)
}

export interface ListedCategory {
  readonly number: number
  readonly name: string
  /** The edition that has it: a category that was dropped stands in the old one only. */
  readonly edition: 'new' | 'old'
}

/** The plan's categories, and behind them those that were dropped since the older edition. */
export function listCategories({ categories }: Plan, comparison?: Comparison): readonly ListedCategory[] {
  return [
    ...categories.map(({ number, name }) => ({ number, name, edition: 'new' as const })),
    ...dropped(comparison).map(({ number, name }) => ({ number, name, edition: 'old' as const })),
  ]
}

/** The index in `listCategories` of what the comparison found. */
export function indexOfPair(pair: CategoryPair, { categories }: Plan, comparison: Comparison): number {
  if (pair.new !== undefined) return pair.new.index - 1
  return categories.length + dropped(comparison).findIndex(({ index }) => index === pair.old?.index)
}

/** ①③, and 旧⑤ for one that was dropped. */
export function nameCategories(listed: readonly ListedCategory[]): string {
  return listed.map(({ number, edition }) => `${edition === 'old' ? '旧' : ''}${circledNumber(number)}`).join('')
}

/** What the paper calls the columns that can be chosen: by their keys, for headings are long and may have several lines. */
export function nameColumns(definition: FormDefinition, { columns: chosen }: HandoutPart): readonly string[] {
  return allColumns(definition).flatMap((column, index) => {
    const isShown = chosen === undefined || chosen.includes(index)
    return namesCategory(column) || !isShown ? [] : [nameOf(column)]
  })
}

function nameOf({ fields }: ColumnDefinition): string {
  return fields.map(({ key }) => key).join('・')
}

export function namesCategory({ fields }: ColumnDefinition): boolean {
  return fields.some(({ part }) => part === 'category')
}

/**
 * The form with these columns only, in each of its tables. Those that name the category keep their width, and the others share out the rest of
 * the page in their old proportion. Page breaks of the plan fit the whole table on its own pages: here they do not count.
 */
export function chooseColumns(definition: FormDefinition, chosen: readonly number[] | undefined): FormDefinition {
  const pages = { ...definition.pages, ignoresBreaks: true }
  if (chosen === undefined) return { ...definition, pages }
  const names = allColumns(definition).flatMap((column, index) => (chosen.includes(index) ? [nameOf(column)] : []))
  const choose = <T extends Pick<FormDefinition, 'columns'> & Partial<Pick<FormDefinition, 'paper'>>>(table: T): T => {
    const columns = table.columns.filter((column) => namesCategory(column) || names.includes(nameOf(column)))
    return { ...table, columns: fillPage(columns, { ...definition, ...(table.paper && { paper: table.paper }) }) }
  }
  const { tables, record } = definition
  if (record !== undefined) return chooseBoxes({ ...definition, pages, record }, names)
  return { ...choose(definition), pages, ...(tables && { tables: tables.map(choose) }) }
}

/** A record of some fields has each in a tier of its own: what stood beside it may be gone, and with it its heading. */
function chooseBoxes(
  definition: FormDefinition & { readonly record: RecordDefinition },
  names: readonly string[],
): FormDefinition {
  const columns = definition.columns.filter((column) => namesCategory(column) || names.includes(nameOf(column)))
  const boxes = definition.record.tiers.flat().filter(({ field }) => columns.some((column) => nameOf(column) === field))
  const tiers = boxes.map(({ share: _, ...box }) => [{ ...box, heading: box.heading || box.field!, tiers: 1 }])
  return fitBoxes({ ...definition, columns, record: { tiers, repeated: Math.min(1, tiers.length - 1) } })
}

function fillPage(columns: readonly ColumnDefinition[], { paper, type, table }: FormDefinition): ColumnDefinition[] {
  const widthOf = (some: readonly ColumnDefinition[]) => some.reduce((sum, { width }) => sum + width, 0)
  const measure = paper.width - paper.margins.left - paper.margins.right
  const room = (measure - columns.length * 2 * table.padding.x) / type.size - widthOf(columns.filter(namesCategory))
  const factor = room / widthOf(columns.filter((column) => !namesCategory(column)))
  return columns.map((column) => (namesCategory(column) ? column : { ...column, width: column.width * factor }))
}

function dropped(comparison: Comparison | undefined) {
  return (comparison?.categoryPairs ?? []).flatMap(({ old, new: now }) => (old && !now ? [old] : []))
}
