/** Three states of a text put together item by item: what one side changed is taken, what both changed is told. */

import { alignSequences } from '../domain/align/align-sequences.js'
import { outlineCell } from '../domain/notation/item.js'
import type { EmphasisRange, MarkedText } from '../domain/plan.js'
import { mergeRuns } from './merge-runs.js'

export type Side = 'document' | 'plan'

/** What both sides changed, each in its own way; empty where an item is not there. */
export interface TextConflict {
  readonly base: string
  readonly plan: string
  readonly document: string
}

export interface MergedText {
  readonly text: MarkedText
  readonly conflicts: readonly TextConflict[]
}

/** `prefer` decides what both sides changed. */
export function mergeTexts(
  base: MarkedText,
  plan: MarkedText,
  document: MarkedText,
  prefer: Side | undefined,
): MergedText {
  const items = partItems(base)
  const [inPlan, inDocument] = [plan, document].map((side) => compareItems(items, partItems(side)))
  const conflicts: TextConflict[] = []
  const merged: MarkedText[] = []
  /** What came in since the last item that stays: beside one that went, nobody can tell which gap it came into. */
  let came: readonly MarkedText[] = []
  for (let gap = 0; gap <= items.length; gap++) {
    const own = mergeRuns(inPlan!.added[gap]!, inDocument!.added[gap]!, typed)
    came = mergeRuns(came, own, typed)
    if (gap === items.length) break
    const kept = mergeItem(items[gap]!, inPlan!.items[gap], inDocument!.items[gap], prefer, conflicts)
    if (kept === undefined) continue
    merged.push(...came, kept)
    came = []
  }
  return { text: joinItems([...merged, ...came]), conflicts }
}

function mergeItem(
  base: MarkedText,
  plan: MarkedText | undefined,
  document: MarkedText | undefined,
  prefer: Side | undefined,
  conflicts: TextConflict[],
): MarkedText | undefined {
  if (isSame(document, base) || isSame(document, plan)) return plan
  if (isSame(plan, base)) return document
  if (prefer === undefined) conflicts.push({ base: base.text, plan: plan?.text ?? '', document: document?.text ?? '' })
  return prefer === 'document' ? document : plan
}

function isSame(a: MarkedText | undefined, b: MarkedText | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return typed(a) === typed(b)
}

function typed({ text, emphasis = [] }: MarkedText): string {
  return emphasis.length === 0 ? text : `${text}\0${JSON.stringify(emphasis)}`
}

interface Compared {
  /** What became of each item of the base; undefined where it went. */
  readonly items: readonly (MarkedText | undefined)[]
  /** What came in before each of them, and behind the last. */
  readonly added: readonly (readonly MarkedText[])[]
}

function compareItems(base: readonly MarkedText[], now: readonly MarkedText[]): Compared {
  const pairs = alignSequences(base, now, { textOf: typed, leftovers: 'pair' })
  const added = Array.from({ length: base.length + 1 }, (): MarkedText[] => [])
  const owners = new Map(pairs.flatMap((pair, index) => (pair === undefined ? [] : [[pair, index] as const])))
  let gap = 0
  now.forEach((item, index) => {
    const owner = owners.get(index)
    if (owner === undefined) added[gap]!.push(item)
    else gap = owner + 1
  })
  return { items: pairs.map((pair) => (pair === undefined ? undefined : now[pair])), added }
}

/** Items, 【…】 lines, and blank lines with what they stand behind. */
function partItems(text: MarkedText): MarkedText[] {
  if (text.text === '') return []
  const lines = text.text.split('\n')
  const { items, headings } = outlineCell(text.text)
  const starts = new Set([0, ...items.map(({ from }) => from), ...headings.map(({ line }) => line)])
  const parts: MarkedText[] = []
  let [from, at, offset] = [0, 0, 0]
  lines.forEach((line, index) => {
    if (index > 0 && starts.has(index)) {
      parts.push(sliceText(text, from, offset - 1))
      from = offset
    }
    offset += line.length + 1
    at = offset
  })
  parts.push(sliceText(text, from, at - 1))
  return parts
}

function sliceText({ text, emphasis = [] }: MarkedText, start: number, end: number): MarkedText {
  const own = emphasis
    .filter((range) => range.start >= start && range.end <= end)
    .map((range) => ({ ...range, start: range.start - start, end: range.end - start }))
  return { text: text.slice(start, end), ...(own.length === 0 ? {} : { emphasis: own }) }
}

function joinItems(items: readonly MarkedText[]): MarkedText {
  const emphasis: EmphasisRange[] = []
  let offset = 0
  for (const item of items) {
    for (const range of item.emphasis ?? []) {
      emphasis.push({ ...range, start: range.start + offset, end: range.end + offset })
    }
    offset += item.text.length + 1
  }
  const text = items.map((item) => item.text).join('\n')
  return emphasis.length === 0 ? { text } : { text, emphasis }
}
