/** The second block of an overview: who does it and what pays for it, the most frequent first. */

import type { OverviewTexts } from '../domain/overview-style.js'
import { groupBy } from '../review/group-by.js'
import { barLength } from './overview-counts.js'
import type { Box, GridRow } from './overview-grid.js'
import {
  barBox,
  fill,
  HEAD_RULE,
  headBox,
  numberBox,
  type OverviewSheet,
  sectionBox,
  textBox,
} from './overview-sheet.js'
import { nameKey, type PlanItem } from './plan-items.js'

/** named: as the plan first writes it. others: all that are not listed. unnamed: the plan names none. */
export interface NameLine {
  readonly tag: 'named' | 'others' | 'unnamed'
  readonly name: string
  /** How many names. */
  readonly names: number
  readonly done: number
  readonly planned: number
}

/** The names of items, `most` lines at most for them; an item with several is counted for each. */
export function nameLines(
  items: readonly PlanItem[],
  namesOf: (item: PlanItem) => readonly string[],
  most: number,
): readonly NameLine[] {
  const pairs = items.flatMap((item) => namesOf(item).map((name) => ({ item, name })))
  const groups = [...groupBy(pairs, ({ name }) => nameKey(name)).values()]
  const lines = groups
    .map((own) =>
      lineOf(
        'named',
        own[0]!.name,
        1,
        own.map(({ item }) => item),
      ),
    )
    .sort((a, b) => b.done + b.planned - a.done - a.planned)
  const named = lines.length <= most ? lines.length : most - 1
  const rest = lines.slice(named)
  const sum = (key: 'done' | 'planned') => rest.reduce((total, line) => total + line[key], 0)
  const others: NameLine = { tag: 'others', name: '', names: rest.length, done: sum('done'), planned: sum('planned') }
  const unnamed = items.filter((item) => namesOf(item).length === 0)
  return [
    ...lines.slice(0, named),
    ...(rest.length === 0 ? [] : [others]),
    ...(unnamed.length === 0 ? [] : [lineOf('unnamed', '', 0, unnamed)]),
  ]
}

function lineOf(tag: NameLine['tag'], name: string, names: number, items: readonly PlanItem[]): NameLine {
  const planned = items.filter(({ kind }) => kind === 'plans').length
  return { tag, name, names, done: items.length - planned, planned }
}

/** What is done, and what is to be done: of results nobody says who did them. */
export function deedsOf(items: readonly PlanItem[]): readonly PlanItem[] {
  return items.filter(({ kind }) => kind === 'initiatives' || kind === 'plans')
}

const GAP = 16
const NAME_SHARE = 0.48

/** Two tables side by side. */
export function nameRows(sheet: OverviewSheet): readonly GridRow[] {
  const { style, width, items } = sheet
  const deeds = deedsOf(items)
  if (deeds.length === 0) return []
  const { sections, actor, fund } = style.texts
  const half = (width - GAP) / 2
  const left = halfTable(sheet, { left: 0, width: half, section: sections.actors, head: actor }, (most) =>
    nameLines(deeds, (item) => item.actors, most.actors),
  )
  const right = halfTable(sheet, { left: half + GAP, width: half, section: sections.funding, head: fund }, (most) =>
    nameLines(deeds, (item) => item.funding, most.funding),
  )
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => ({
    boxes: [...(left[row] ?? []), ...(right[row] ?? [])],
  }))
}

interface HalfTable {
  readonly left: number
  readonly width: number
  readonly section: string
  readonly head: string
}

/** Rows of boxes: a heading, the columns' headings, and a bar for every name. */
function halfTable(
  sheet: OverviewSheet,
  { left, width, section, head }: HalfTable,
  listNames: (most: OverviewSheet['style']['most']) => readonly NameLine[],
): readonly (readonly Box[])[] {
  const { style, size } = sheet
  const { measures } = style.texts
  const lines = listNames(style.most)
  const right = left + width
  const numberWidth = 3.2 * size + 5
  const first = left + width * NAME_SHARE
  const second = first + numberWidth
  const start = second + numberWidth + 3
  const scale = (right - start) / Math.max(1, ...lines.map(({ done, planned }) => done + planned))
  const rows = lines.map((line): readonly Box[] => {
    const middle = start + (line.done === 0 ? 0 : barLength(line.done * scale))
    const end = Math.min(right, middle + barLength(line.planned * scale))
    const loose = { endsLoose: true }
    return [
      textBox(sheet, left, first, lineName(sheet, line)),
      numberBox(sheet, first, second, line.done),
      numberBox(sheet, second, second + numberWidth, line.planned),
      ...(line.done === 0 ? [] : [barBox(sheet, start, middle, 'solid', loose)]),
      ...(line.planned === 0 ? [] : [barBox(sheet, middle, end, 'striped', { endsLoose: end < right })]),
    ]
  })
  const rule = { edges: { bottom: HEAD_RULE } }
  const heading = (from: number, to: number, text: string, align: 'start' | 'end') =>
    headBox(sheet, from, to, fill(sheet, text), { align, ...rule })
  return [
    [sectionBox(sheet, left, right, fill(sheet, section))],
    [
      heading(left, first, head, 'start'),
      heading(first, second, measures.initiatives, 'end'),
      heading(second, second + numberWidth, measures.plans, 'end'),
      headBox(sheet, second + numberWidth, right, '', rule),
    ],
    ...rows,
  ]
}

function lineName(sheet: OverviewSheet, line: NameLine): string {
  const { unnamed, otherNames }: OverviewTexts = sheet.style.texts
  switch (line.tag) {
    case 'named':
      return line.name
    case 'others':
      return fill(sheet, otherNames, { 数: line.names })
    case 'unnamed':
      return fill(sheet, unnamed)
  }
}
