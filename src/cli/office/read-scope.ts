/** `--scope`: which 区分, columns and bodies a document holds that does not say it itself. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { listItems } from '../../domain/notation/item.js'
import type { Cell, Plan } from '../../domain/plan.js'

export interface Scope {
  /** With the items of the bodies only, where bodies are named. */
  readonly plan: Plan
  /** Indexes in the plan and in the form; all where none is named. */
  readonly categories?: readonly number[]
  readonly columns?: readonly number[]
}

/** `words` are 1,3 or names of 区分, columns or bodies. */
export function readScope(words: string | undefined, plan: Plan, definition: FormDefinition): Outcome<Scope> {
  const [categories, columns, bodies] = [new Set<number>(), new Set<number>(), new Set<string>()]
  for (const word of (words ?? '').split(/[,，、]/).map((each) => fold(each.trim()))) {
    if (word === '') continue
    const category = plan.categories.findIndex(({ name, number }) => String(number) === word || fold(name) === word)
    const column = definition.columns.findIndex(({ fields, heading }) =>
      [heading, ...fields.map(({ key }) => key)].some((name) => fold(name) === word),
    )
    if (category >= 0) categories.add(category)
    else if (column >= 0) columns.add(column)
    else if (bodiesOf(plan).has(withoutBrackets(word))) bodies.add(withoutBrackets(word))
    else return fail(say('unknown-scope', { word }))
  }
  return succeed({
    plan: bodies.size === 0 ? plan : ofBodies(plan, bodies),
    ...(categories.size === 0 ? {} : { categories: [...categories] }),
    ...(columns.size === 0 ? {} : { columns: [...columns] }),
  })
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

function withoutBrackets(word: string): string {
  return word.replace(/^[[〔(](.*)[\]〕)]$/, '$1')
}

function bodiesOf({ categories }: Plan): ReadonlySet<string> {
  const cells = categories.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  const items = cells.flatMap((cell) => (cell.tag === 'text' ? listItems(cell.text) : []))
  return new Set(items.flatMap(({ actor }) => (actor === undefined ? [] : [fold(actor)])))
}

/** Cells that name bodies hold the items of these alone; cells that name none are everybody's. */
function ofBodies(plan: Plan, bodies: ReadonlySet<string>): Plan {
  const keep = (cell: Cell): Cell => {
    if (cell.tag !== 'text') return cell
    const items = listItems(cell.text)
    const bodyOf = ({ actor, inheritedActor }: (typeof items)[number]) => actor ?? inheritedActor
    if (items.every((item) => bodyOf(item) === undefined)) return cell
    const own = items.filter((item) => bodies.has(fold(bodyOf(item) ?? '')))
    return { tag: 'text', text: own.map(({ text }) => text).join('\n') }
  }
  const categories = plan.categories.map((category) => ({
    ...category,
    rows: category.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, keep(cell)])),
    })),
  }))
  return { ...plan, categories }
}
