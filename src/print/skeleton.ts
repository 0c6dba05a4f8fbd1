/** The skeleton that a document carries: the plan file of what it prints, and the names of its rows. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import { allColumns, formsOfCategories, tablesOnForm } from '../definition/form-tables.js'
import { nameOfRow, type PrintedTexts, type Skeleton } from '../definition/skeleton.js'
import { expandYears, planKeys } from '../definition/year-columns.js'
import { assertNever } from '../domain/assert-never.js'
import { type Outcome, succeed } from '../domain/diagnostic.js'
import type { Cell, Plan, PlanPart, Row } from '../domain/plan.js'
import { listTables } from '../domain/plan-parts.js'
import { writePlan } from '../encode/write-plan.js'
import { coveringCell } from '../form/covering-cell.js'
import type { Form, Paragraph, TableSection } from '../form/form.js'
import { toForm } from '../form/to-form.js'

/** Indexes of 区分 and of columns; all where they are left out. */
interface PrintedPart {
  readonly categories?: readonly number[]
  readonly columns?: readonly number[]
}

/** What the plan's own document would carry. */
export function ownSkeleton(plan: Plan, definition: FormDefinition, part: PrintedPart = {}): Outcome<Skeleton> {
  const form = toForm(plan, definition)
  return form.ok ? succeed(skeletonOf(plan, definition, form.value, part)) : form
}

/** `form` is the document that carries it. */
export function skeletonOf(plan: Plan, whole: FormDefinition, form: Form, part: PrintedPart = {}): Skeleton {
  const definition = expandYears(whole, plan)
  const all = allColumns(definition)
  const columns = all.filter(
    ({ fields }, index) => part.columns?.includes(index) !== false || fields.some((field) => field.part === 'category'),
  )
  const tables = listTables(plan).map((table) => ({
    ...table,
    kept: table.categories.filter((_, index) => part.categories?.includes(table.first + index) !== false).length,
  }))
  const keysOf = formsOfCategories(plan, definition).map(([, form]) => keysIn(form.columns, columns))
  const chosen = plan.categories.flatMap((category, index) =>
    part.categories?.includes(index) === false ? [] : [{ category, number: index + 1, keys: keysOf[index]! }],
  )
  const { written } = definition
  return {
    version: 1,
    plan: writePlan(
      {
        ...plan,
        ...(plan.form === undefined ? {} : { form: withoutFolders(plan.form) }),
        ...(plan.parts && {
          parts: keptParts(
            plan.parts,
            tables.map(({ kept }) => kept),
          ),
        }),
        categories: chosen.map(({ category, keys }) => ({
          ...category,
          rows: category.rows.map((row) => ({ ...row, cells: printedCells(row, keys) })),
        })),
      },
      {
        ...planKeys({ columns }),
        tables: tablesOnForm(plan, definition)
          .filter((_, index) => tables[index]!.kept > 0)
          .map(({ form: own }) => planKeys(own)),
      },
    ),
    ...(written === undefined ? {} : { form: written }),
    ...(columns.length === all.length ? {} : { columns: columns.map(({ fields }) => fields[0]!.key) }),
    printed: printedTexts(form),
    rows: chosen.flatMap(({ category, number }) =>
      category.rows.map((_, index) => nameOfRow({ category: number, row: index + 1 })),
    ),
  }
}

/** The keys of a table's columns, of those that are printed. */
function keysIn(own: readonly ColumnDefinition[], printed: readonly ColumnDefinition[]): readonly string[] {
  const keys = new Set(printed.flatMap(({ fields }) => fields.map(({ key }) => key)))
  return own.flatMap(({ fields }) =>
    fields.flatMap(({ key, part }) => (part === 'category' || !keys.has(key) ? [] : [key])),
  )
}

/** A table without a row is left out with its texts; `kept` are how many 区分 each table has left. */
function keptParts(parts: readonly PlanPart[], kept: readonly number[]): readonly PlanPart[] {
  let order = 0
  return parts.flatMap((part): PlanPart[] => {
    if (part.tag === 'text') return [part]
    const categories = kept[order++]!
    return categories === 0 ? [] : [{ ...part, categories }]
  })
}

function printedTexts({ title, sections }: Form): PrintedTexts {
  const blocks = sections.flatMap((section): readonly (readonly [role: string, text: string])[] => {
    switch (section.tag) {
      case 'cover':
        return [...section.top, ...section.middle, ...section.bottom].map((block) => [
          'front',
          textOf(block.paragraphs),
        ])
      case 'texts':
        return section.blocks.map((block) => [section.role, textOf(block.paragraphs)])
      case 'table':
        return []
      default:
        return assertNever(section)
    }
  })
  const inRole = (role: string) => blocks.flatMap(([own, text]) => (own === role ? [text] : [])).join('\n')
  const table = sections.find((section) => section.tag === 'table')
  return { title: textOf(title), unit: inRole('unit'), front: inRole('front'), headings: lowestHeadings(table) }
}

function lowestHeadings(table: TableSection | undefined): string[] {
  const last = table?.head.length ?? 0
  return (table?.columns ?? []).map((_, column) => {
    const cell = last === 0 ? undefined : coveringCell(table!.head, last - 1, column)
    return cell === undefined ? '' : textOf(cell.paragraphs)
  })
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}

/** A path names folders of the machine: of one from its root only the last name is said. */
function withoutFolders(form: string): string {
  return /^(?:[/\\~]|[A-Za-z]:)/.test(form) ? (form.split(/[/\\]/).findLast((name) => name !== '') ?? form) : form
}

function printedCells({ cells }: Row, keys: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(
    keys.flatMap((key, index): [string, Cell][] => {
      const cell = cells[key]
      if (cell === undefined) return []
      // What it is one with may not be printed.
      return [[key, cell.tag === 'joined-left' && index === 0 ? { tag: 'text', text: '' } : cell]]
    }),
  )
}
