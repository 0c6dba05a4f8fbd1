/** What a plan says, item by item, with what an overview asks of each: 区分, 実施主体, 資金 and fiscal years. */

import type { ColumnDefinition, FormDefinition, Part } from '../../definition/form-definition.js'
import { formsOfCategories } from '../../definition/form-tables.js'
import type { RowKeys } from '../../definition/overview-style.js'
import { findYearsOfField, type YearSpan } from '../../domain/fiscal-year-mention.js'
import type { Item } from '../../domain/notation/item.js'
import { parseCell } from '../../domain/notation/notation.js'
import type { Plan, Row } from '../../domain/plan.js'
import { type CountedCell, listCountedCells } from '../count-items.js'

/** achievements: □. issues: ■. remarks: neither, in the column of both. */
export type ItemKind = 'initiatives' | 'achievements' | 'issues' | 'remarks' | 'responses' | 'plans'

export interface PlanItem {
  /** Index of its 区分. */
  readonly category: number
  readonly kind: ItemKind
  /** What is done, on one line: without marker, actor and the years in brackets. */
  readonly label: string
  /** 実施主体, several where several are named. */
  readonly actors: readonly string[]
  readonly funding: readonly string[]
  /** None where no year is written. */
  readonly years: readonly YearSpan[]
}

/** Every item that counts (see `countedItems`), in the plan's order. */
export function listPlanItems(plan: Plan, definition: FormDefinition, keys: RowKeys): readonly PlanItem[] {
  return formsOfCategories(plan, definition).flatMap(([{ rows }, { columns }], category) => {
    const saids = rows.map((_, index): RowSaid => {
      const said = (names: readonly string[]) => rowTexts(columns, rows, index, names)
      return {
        actors: said(keys.actor).flatMap(splitNames),
        funding: said(keys.funding).flatMap(splitNames),
        years: said(keys.years).flatMap((text) => findYearsOfField(text).flatMap(({ spans }) => spans)),
      }
    })
    return listCountedCells(rows, columns, COUNTED_PARTS).flatMap((cell) => cellItems(cell, category, saids[cell.row]!))
  })
}

type RowSaid = Pick<PlanItem, 'actors' | 'funding' | 'years'>

function cellItems({ field, items }: CountedCell, category: number, ofRow: RowSaid): readonly PlanItem[] {
  return items.map(({ item, points }) => {
    const actors = uniqueNames([item, ...points].flatMap(actorsOf))
    const years = [item, ...points].flatMap((each) => each.years.flatMap(({ spans }) => spans))
    return {
      category,
      kind: kindOf(field.part, item),
      label: labelOf(item),
      actors: actors.length > 0 ? actors : ofRow.actors,
      funding: item.funding === undefined ? ofRow.funding : [item.funding],
      years: years.length > 0 ? years : ofRow.years,
    }
  })
}

const COUNTED_PARTS: readonly Part[] = ['initiatives', 'results', 'responses', 'plans']

function kindOf(part: Part, { marker }: Item): ItemKind {
  if (part !== 'results') return part as ItemKind
  return marker?.text === '□' ? 'achievements' : marker?.text === '■' ? 'issues' : 'remarks'
}

/** Who does it; a second one may stand behind the first: ○[市][医師会]…. */
function actorsOf(item: Item): readonly string[] {
  const own = item.actor ?? item.inheritedActor
  if (own === undefined) return []
  return [own, ...(item.actor === undefined ? [] : furtherActors(item.text.slice(item.bodyStart)).names)].flatMap(
    splitNames,
  )
}

function furtherActors(body: string): { readonly names: readonly string[]; readonly rest: string } {
  const [line] = /^[[［]/.test(body) ? parseCell(body.split('\n')[0]!) : []
  if (line?.tag !== 'paragraph' || line.marker !== undefined || line.actor === undefined)
    return { names: [], rest: body }
  const { open, name, close, space } = line.actor
  const below = furtherActors(body.slice(line.indent.length + (open + name + close + space).length))
  return { names: [name, ...below.names], rest: below.rest }
}

/** 市、民間事業者 are two; a bracket's 、 parts nothing. Read from behind, where one look tells whether a bracket is open. */
function splitNames(text: string): readonly string[] {
  const names: string[] = []
  let end = text.length
  let inBracket = false
  for (let at = end - 1; at >= 0; at--) {
    const char = text[at]!
    if ('）)（('.includes(char)) inBracket = '）)'.includes(char)
    else if (!inBracket && '、，\n'.includes(char)) {
      names.push(text.slice(at + 1, end))
      end = at
    }
  }
  names.push(text.slice(0, end))
  return names
    .reverse()
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function uniqueNames(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [nameKey(name), name])).values()]
}

/** Names that differ in width alone are one. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '')
}

function labelOf(item: Item): string {
  const { rest } =
    item.actor === undefined
      ? { rest: item.text.slice(item.bodyStart) }
      : furtherActors(item.text.slice(item.bodyStart))
  const start = item.text.length - rest.length
  const mentions = item.years.filter((mention) => mention.start >= start)
  const pieces = [start, ...mentions.flatMap(({ start, end }) => bracketed(item.text, start, end)), item.text.length]
  const kept = pieces.flatMap((from, at) => (at % 2 === 0 ? [item.text.slice(from, pieces[at + 1])] : [])).join('')
  const label = kept
    .split('\n')
    .map((line) => line.trim())
    .join('')
  return label === '' ? (item.actor ?? item.inheritedActor ?? item.text.trim()) : label
}

/** The place of a mention that stands in brackets by itself, brackets included; of another, nothing. */
function bracketed(text: string, start: number, end: number): readonly [number, number] | readonly [] {
  let before = start - 1
  while (isBlank(text[before])) before--
  let after = end
  while (isBlank(text[after])) after++
  const isAlone = /^[(（]$/.test(text[before] ?? '') && /^[)）]$/.test(text[after] ?? '')
  return isAlone ? [before, after + 1] : []
}

function isBlank(char: string | undefined): boolean {
  return char !== undefined && /^\s$/.test(char)
}

/** What the columns of these keys say of a row; a cell that is one with the cell above says what that one says. */
function rowTexts(
  columns: readonly ColumnDefinition[],
  rows: readonly Row[],
  index: number,
  keys: readonly string[],
): readonly string[] {
  return columns.flatMap(({ fields, merges }) =>
    fields
      .filter(({ key, part }) => keys.includes(key) && !COUNTED_PARTS.includes(part))
      .flatMap(({ key }) => {
        const joins = (row: Row) => (row.cells[key] === undefined ? merges : row.cells[key].tag === 'joined')
        const owner = rows.slice(0, index + 1).findLast((row, at) => at === 0 || !joins(row))
        const cell = owner?.cells[key]
        return cell?.tag === 'text' && cell.text.trim() !== '' ? [cell.text] : []
      }),
  )
}
