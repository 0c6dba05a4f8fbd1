/** Three plans put together: what a document was made from, what it says now, and the plan file as it stands. */

import type { Category, Plan, Row } from '../domain/plan.js'
import type { Conflict } from './conflict.js'
import { type MergedField, mergeCells } from './merge-cells.js'
import { mergeKeys } from './merge-keys.js'
import { mergeOrder } from './merge-order.js'
import type { Side } from './merge-texts.js'
import {
  type Entry,
  type PlacedRow,
  pairCategories,
  pairRows,
  placeRows,
  rowText,
  type State,
  type ThreeStates,
} from './pair-states.js'

export interface MergeRequest extends ThreeStates {
  /** The fields that the document prints, in their order. */
  readonly fields: readonly MergedField[]
  /** Decides what both sides changed. */
  readonly prefer?: Side | undefined
  /** What becomes of rows that the document lacks. */
  readonly missing: 'keep' | 'delete'
}

export interface MergedPlan {
  /** What comes from the plan file has its place there (`at`). */
  readonly plan: Plan
  readonly conflicts: readonly Conflict[]
  /** Rows of the plan that the document once had and has no more. */
  readonly missing: readonly MissingRow[]
}

export interface MissingRow {
  readonly place: string
  readonly text: string
}

export function mergePlans(request: MergeRequest): MergedPlan {
  return new Merger(request).merge()
}

const STATES = ['base', 'plan', 'document'] as const

class Merger {
  private readonly conflicts: Conflict[] = []
  private readonly missing: MissingRow[] = []
  private readonly rows: Readonly<Record<State, readonly PlacedRow[]>>
  private readonly entries: readonly Entry[]
  private readonly categories: readonly Entry[]

  constructor(private readonly request: MergeRequest) {
    const { base, plan, document } = request
    this.rows = { base: placeRows(base), plan: placeRows(plan), document: placeRows(document) }
    this.entries = pairRows(request)
    this.categories = pairCategories(request, this.entries)
  }

  merge(): MergedPlan {
    const homes = new Map<Entry, Entry[]>()
    for (const entry of this.entries) {
      if (!this.lives(entry)) continue
      const home = this.homeOf(entry)
      homes.set(home, [...(homes.get(home) ?? []), entry])
    }
    const filled = this.categories.filter((entry) => homes.has(entry))
    const order = this.inOrder(filled, (entry, state) => entry[state])
    const categories = order.map((entry, index) => this.mergeCategory(entry, homes.get(entry)!, index))
    const { plan, conflicts } = mergeKeys(this.request)
    return { plan: { ...plan, categories }, conflicts: [...conflicts, ...this.conflicts], missing: this.missing }
  }

  private rowIn(state: State, entry: Entry): PlacedRow | undefined {
    const index = entry[state]
    return index === undefined ? undefined : this.rows[state][index]
  }

  /** Whether a row stands in the merged plan; what is to be said where it does not, or should not, is said here. */
  private lives(entry: Entry): boolean {
    const [base, plan, document] = STATES.map((state) => this.rowIn(state, entry))
    if (base === undefined || (plan !== undefined && document !== undefined)) return true
    const { prefer, missing } = this.request
    if (plan !== undefined) {
      this.missing.push({ place: this.placeOf('plan', plan), text: entry.text })
      if (missing === 'keep' || prefer === 'plan') return true
      if (isSameRow(plan.row, base.row) || prefer === 'document') return false
      this.tell(this.placeOf('plan', plan), base.row, plan.row, undefined)
      return true
    }
    // Taken out of the plan file, and changed in the document.
    if (document === undefined || isSameRow(document.row, base.row) || prefer === 'plan') return false
    if (prefer === undefined) this.tell(this.placeOf('document', document), base.row, undefined, document.row)
    return prefer === 'document'
  }

  private tell(place: string, ...rows: readonly (Row | undefined)[]): void {
    const [base = '', plan = '', document = ''] = rows.map((row) => row && rowText(row))
    this.conflicts.push({ place, base, plan, document })
  }

  /** ③ 2 行目. */
  private placeOf(state: State, { category, index }: PlacedRow): string {
    const { name } = this.request[state].categories[category]!
    return `${name === '' ? '' : `「${name}」`}${index + 1} 行目`
  }

  /** Where the document moved a row, there; else where the plan has it. */
  private homeOf(entry: Entry): Entry {
    const [inBase, inPlan, inDocument] = STATES.map((state) => {
      const category = this.rowIn(state, entry)?.category
      return category === undefined ? undefined : this.categories.find((each) => each[state] === category)
    })
    const isMoved = inDocument !== undefined && inBase !== undefined && inDocument !== inBase
    return inPlan === undefined || isMoved ? inDocument! : inPlan
  }

  /** `placeIn` is where a thing stands in a state; undefined where that does not have it in this list. */
  private inOrder(
    entries: readonly Entry[],
    placeIn: (entry: Entry, state: State) => number | undefined,
  ): readonly Entry[] {
    const byName = new Map(entries.map((entry) => [entry.name, entry]))
    const [base, plan, document] = STATES.map((state) =>
      entries
        .filter((entry) => placeIn(entry, state) !== undefined)
        .sort((a, b) => placeIn(a, state)! - placeIn(b, state)!)
        .map(({ name }) => name),
    ) as [string[], string[], string[]]
    const names = mergeOrder({ base, plan, document }, (name) => byName.get(name)!.text)
    return names.map((name) => byName.get(name)!)
  }

  private mergeCategory(entry: Entry, members: readonly Entry[], index: number): Category {
    const [base, plan, document] = STATES.map((state) => this.request[state].categories[entry[state] ?? -1])
    const rows = this.inOrder(members, (each, state) => {
      const placed = this.rowIn(state, each)
      return placed === undefined || placed.category !== entry[state] ? undefined : placed.index
    }).map((each) => this.mergeRow(each))
    if (plan === undefined) {
      const { at: _, ...added } = document!
      return { ...added, number: this.numberOf(entry, document!.number, index), rows }
    }
    const name = this.chooseName(base?.name, plan.name, document?.name)
    const isRenumbered =
      document !== undefined && base !== undefined && !followsOrder(this.request.document, entry.document!)
    const number = isRenumbered && document.number !== base.number ? document.number : plan.number
    const follows = followsOrder(this.request.plan, entry.plan!) && !(isRenumbered && document.number !== base.number)
    return { ...plan, name, number: follows ? index + 1 : number, rows }
  }

  /** A number that followed the order where it was given follows it here. */
  private numberOf({ document }: Entry, number: number, index: number): number {
    return followsOrder(this.request.document, document!) ? index + 1 : number
  }

  private chooseName(base: string | undefined, plan: string, document: string | undefined): string {
    const { prefer } = this.request
    if (document === undefined || base === undefined || document === base || document === plan) return plan
    if (plan === base || prefer === 'document') return document
    if (prefer === undefined) this.conflicts.push({ place: `区分「${plan}」の名称`, base, plan, document })
    return plan
  }

  private mergeRow(entry: Entry): Row {
    const [base, plan, document] = STATES.map((state) => this.rowIn(state, entry))
    if (plan === undefined) {
      const { at: _, ...row } = document!.row
      return row
    }
    if (document === undefined || base === undefined) return plan.row
    const { fields, prefer } = this.request
    const { cells, conflicts } = mergeCells(base.row, plan.row, document.row, fields, prefer)
    const place = this.placeOf('plan', plan)
    this.conflicts.push(...conflicts.map(({ key, ...texts }) => ({ place: `${place} ${key}`, ...texts })))
    return { ...plan.row, cells }
  }
}

function followsOrder({ categories }: Plan, index: number): boolean {
  return categories[index]!.number === index + 1
}

function isSameRow(a: Row, b: Row): boolean {
  const saying = ({ cells }: Row) =>
    JSON.stringify(
      Object.keys(cells)
        .sort()
        .map((key) => {
          const cell = cells[key]!
          return [key, cell.tag, ...(cell.tag === 'text' ? [cell.text, cell.emphasis ?? []] : [])]
        }),
    )
  return saying(a) === saying(b)
}
