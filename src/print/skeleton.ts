/** The skeleton that a document carries: the plan file of what it prints, and the names of its rows. */

import type { FormDefinition } from '../definition/form-definition.js'
import { nameOfRow, type PrintedTexts, type Skeleton } from '../definition/skeleton.js'
import { expandYears, planKeys } from '../definition/year-columns.js'
import { assertNever } from '../domain/assert-never.js'
import { type Outcome, succeed } from '../domain/diagnostic.js'
import type { Cell, Plan, Row } from '../domain/plan.js'
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
  const columns = definition.columns.filter(
    ({ fields }, index) => part.columns?.includes(index) !== false || fields.some((field) => field.part === 'category'),
  )
  const keys = columns.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.part === 'category' ? [] : [field.key])),
  )
  const chosen = plan.categories.flatMap((category, index) =>
    part.categories?.includes(index) === false ? [] : [{ category, number: index + 1 }],
  )
  const { written } = definition
  return {
    version: 1,
    plan: writePlan(
      {
        ...plan,
        ...(plan.form === undefined ? {} : { form: withoutFolders(plan.form) }),
        categories: chosen.map(({ category }) => ({
          ...category,
          rows: category.rows.map((row) => ({ ...row, cells: printedCells(row, keys) })),
        })),
      },
      planKeys({ columns }),
    ),
    ...(written === undefined ? {} : { form: written }),
    ...(columns.length === definition.columns.length ? {} : { columns: columns.map(({ fields }) => fields[0]!.key) }),
    printed: printedTexts(form),
    rows: chosen.flatMap(({ category, number }) =>
      category.rows.map((_, index) => nameOfRow({ category: number, row: index + 1 })),
    ),
  }
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
