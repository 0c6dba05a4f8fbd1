/** The second table of an overview: who does it and what pays for it, with bars. */

import { assertNever } from '../../domain/assert-never.js'
import type { Box, GridRow } from './box-grid.js'
import { BAR_INDENT, barLength, measuresOf } from './counts.js'
import { deedsOf, type NameLine, nameLines } from './names.js'
import { barBox, fill, HEAD_RULE, headBox, numberBox, type OverviewSheet, sectionBox, textBox } from './sheet.js'

/** Between the tables, in points. */
const GAP = 16
/** Of a table's width, for the names. */
const NAME_SHARE = 0.48
/** Of the columns of numbers, in em: as wide as their headings. */
const NUMBER = 3.2

/** One table for whom the plan names and one for what pays, side by side; one that would name none is left out. */
export function nameRows(sheet: OverviewSheet): readonly GridRow[] {
  const { style, width, items } = sheet
  const { sections, actor, fund, otherActors, otherFunding } = style.texts
  const deeds = deedsOf(items)
  const tables: readonly NameTable[] = [
    {
      section: sections.actors,
      head: actor,
      others: otherActors,
      lines: nameLines(deeds, (item) => item.actors, style.most.actors),
    },
    {
      section: sections.funding,
      head: fund,
      others: otherFunding,
      lines: nameLines(deeds, (item) => item.funding, style.most.funding),
    },
  ].filter(({ lines }) => lines.some(({ tag }) => tag === 'named'))
  const share = (width - GAP * (tables.length - 1)) / tables.length
  const columns = tables.map((table, index) => tableRows(sheet, table, index * (share + GAP), share))
  const bookmark = tables.map(({ section }) => fill(sheet, section)).join('、')
  return Array.from({ length: Math.max(0, ...columns.map((rows) => rows.length)) }, (_, row) => ({
    boxes: columns.flatMap((rows) => rows[row] ?? []),
    ...(row === 0 ? { bookmark } : {}),
  }))
}

interface NameTable {
  readonly section: string
  readonly head: string
  readonly others: string
  readonly lines: readonly NameLine[]
}

/** Rows of boxes: a heading, the columns' headings, and a bar for every name. */
function tableRows(
  sheet: OverviewSheet,
  { section, head, others, lines }: NameTable,
  left: number,
  width: number,
): readonly (readonly Box[])[] {
  const { style, size } = sheet
  const { present } = measuresOf(sheet)
  const counted = (['initiatives', 'plans'] as const).filter((measure) => present.includes(measure))
  const right = left + width
  const first = left + Math.min(width * NAME_SHARE, WIDEST_NAME * size)
  const numberWidth = NUMBER * size + 5
  const edges = counted.map((_, index) => first + index * numberWidth)
  const start = first + counted.length * numberWidth + BAR_INDENT
  const named = lines.filter(({ tag }) => tag === 'named')
  const scale = Math.min(WIDEST_BAR, right - start) / Math.max(1, ...named.map(({ done, planned }) => done + planned))
  const rows = lines.map((line): readonly Box[] => {
    const number = { initiatives: line.done, plans: line.planned }
    const texts = [
      textBox(sheet, left, first, lineName(sheet, line, others), { heads: 'row' }),
      ...counted.map((measure, at) => numberBox(sheet, edges[at]!, edges[at]! + numberWidth, number[measure])),
    ]
    // Many together, or nobody, are none to compare with: they have numbers and no bars.
    if (line.tag !== 'named') return texts
    const middle = start + (line.done === 0 ? 0 : barLength(line.done * scale))
    const end = Math.min(right, middle + barLength(line.planned * scale))
    return [
      ...texts,
      ...(line.done === 0 ? [] : [barBox(sheet, start, middle, 'solid', { loose: 'right' })]),
      ...(line.planned === 0
        ? []
        : [barBox(sheet, middle, end, 'striped', { loose: line.done > 0 ? 'both' : 'right' })]),
    ]
  })
  const heading = (from: number, to: number, text: string, align: 'start' | 'end') =>
    headBox(sheet, from, to, fill(sheet, text), { align, edges: { bottom: HEAD_RULE } })
  return [
    [sectionBox(sheet, left, right, fill(sheet, section))],
    [
      heading(left, first, head, 'start'),
      ...counted.map((measure, at) =>
        heading(edges[at]!, edges[at]! + numberWidth, style.texts.measures[measure], 'end'),
      ),
      heading(edges.at(-1)! + numberWidth, right, '', 'start'),
    ],
    ...rows,
  ]
}

/** In em: longer names of bodies are rare. In points: a table by itself needs no longer bars. */
const WIDEST_NAME = 20
const WIDEST_BAR = 230

function lineName(sheet: OverviewSheet, { tag, name, names }: NameLine, others: string): string {
  switch (tag) {
    case 'named':
      return name
    case 'others':
      return fill(sheet, others, { 数: names })
    case 'unnamed':
      return fill(sheet, sheet.style.texts.unnamed)
    default:
      return assertNever(tag)
  }
}
