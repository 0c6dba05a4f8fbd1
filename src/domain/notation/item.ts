/** Items: what a cell says, one by one. They are the unit in which two editions are compared. */

import { type FiscalYearMention, findFiscalYears } from '../fiscal-year-mention.js'
import { type Ditto, readDitto } from './ditto.js'
import { findParents, groupLines, type LineGroup } from './line-group.js'
import type { Marker } from './marker.js'
import { type CellLine, type HeadingLine, parseCell, printCell, printOpening } from './notation.js'

/** All of a cell: every line is a gap, a heading or one item's. */
export interface CellOutline {
  readonly lines: readonly CellLine[]
  readonly items: readonly Item[]
  readonly headings: readonly Heading[]
}

/** A 【…】 line. It is no item; the items under it name it as their funding, unless it is a tag (【新規】). */
export interface Heading {
  readonly name: string
  readonly says: HeadingLine['says']
  /** Index of its line. */
  readonly line: number
}

/** A paragraph that opens with a marker and the unmarked lines under it; or unmarked lines that none precedes. */
export interface Item {
  /** Its lines, joined with a line feed. A gap between them is left out. */
  readonly text: string
  /** UTF-16 place in the text behind indent, 【新規】, marker, 再掲 and actor. */
  readonly bodyStart: number
  /** … and before a （再掲） at the end. */
  readonly bodyEnd: number
  /** Line indexes [from, to). Gaps inside the range belong to no item. */
  readonly from: number
  readonly to: number
  readonly marker?: Marker
  /** 新規 of 【新規】○…. */
  readonly status?: string
  /** 実施主体 as the item itself names it. */
  readonly actor?: string
  /** 実施主体 that the item above names for it. */
  readonly inheritedActor?: string
  /** Name of the 【…】 heading that it stands under. */
  readonly funding?: string
  /** Index of the item that it belongs to: ○ for ・, ・ for －. */
  readonly parent?: number
  /** （再掲）: it stands elsewhere too. */
  readonly again: boolean
  /** 同上 and its like: it says what another cell says. */
  readonly ditto?: Ditto
  /** In UTF-16 places of the text. */
  readonly years: readonly FiscalYearMention[]
}

/** The items of a cell. What else stands in it, `outlineCell` tells. */
export function listItems(text: string): readonly Item[] {
  return outlineCell(text).items
}

/** Takes a cell apart; `printCell` of the lines is the text again. */
export function outlineCell(text: string): CellOutline {
  const lines = parseCell(text)
  const headings = lines.flatMap((line, at) =>
    line.tag === 'heading' ? [{ name: line.name, says: line.says, line: at }] : [],
  )
  const groups = groupLines(lines)
  const parents = findParents(groups)
  const items: Item[] = []
  for (const [at, group] of groups.entries()) {
    const parent = parents[at]
    items.push(makeItem(lines, group, parent, parent === undefined ? undefined : items[parent]))
  }
  return { lines, items, headings }
}

function makeItem(
  lines: readonly CellLine[],
  group: LineGroup,
  parent: number | undefined,
  above: Item | undefined,
): Item {
  const { first, from, to, heading } = group
  const own = lines.slice(from, to).filter((line) => line.tag !== 'gap')
  const text = printCell(own)
  const bodyStart = printOpening(first).length
  const last = own.at(-1)
  const againBehind = last?.tag === 'paragraph' ? last.againBehind : undefined
  const bodyEnd = text.length - (againBehind?.length ?? 0)
  const ditto = readDitto(text.slice(bodyStart, bodyEnd))
  const inheritedActor = first.actor ? undefined : (above?.actor ?? above?.inheritedActor)
  return {
    text,
    bodyStart,
    bodyEnd,
    from,
    to,
    ...(first.marker && { marker: first.marker }),
    ...(first.status && { status: first.status.text.slice(1, -1) }),
    ...(first.actor && { actor: first.actor.name }),
    ...(inheritedActor !== undefined && { inheritedActor }),
    ...(heading && { funding: heading.name }),
    ...(parent !== undefined && { parent }),
    again: first.again !== undefined || againBehind !== undefined,
    ...(ditto && { ditto }),
    years: findFiscalYears(text),
  }
}
