/** The keys and values of a plan file before and after, as changes to its text: keys set, added and taken out, rows moved with their remarks. */

import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Position } from '../../domain/diagnostic.js'
import type { FileList, FileMap, FileValue } from '../plan-tree.js'
import { entryLines, itemLines } from '../write-tree.js'
import { writeFlow } from './flow.js'
import { setText } from './set-text.js'
import {
  endOf,
  endOfPair,
  type FilePair,
  keyOf,
  pairOf,
  pairOfYear,
  pairsOf,
  type Source,
  type Splice,
  startOf,
} from './source.js'

/** An item of a list, as it stands in the text: with the remarks above it, up to those of the next. */
interface Origin {
  readonly node: YAMLMap
  readonly tree: FileMap
  readonly list: YAMLSeq
  readonly start: number
  /** Where its own lines begin and end. */
  readonly opens: number
  readonly closes: number
  readonly end: number
}

export class Patcher {
  private readonly origins = new Map<string, Origin>()
  /** Items that found their place in what is written: one that stands twice is new the second time. */
  private readonly placed = new Set<Origin>()
  /** Places of all items that are still there, in whatever list. */
  private readonly staying = new Set<string>()

  constructor(
    private readonly source: Source,
    private readonly before: FileMap,
  ) {
    this.findOrigins(source.root, before)
  }

  patch(after: FileMap): string {
    const { source, before } = this
    this.findStaying(after)
    return source.spliced(0, source.text.length, this.patchMap(source.root, before, after))
  }

  private findStaying({ entries }: FileMap): void {
    for (const item of [...entries.values()].flatMap((value) => (value.tag === 'list' ? value.items : []))) {
      if (item.at !== undefined) this.staying.add(nameOf(item.at))
      this.findStaying(item)
    }
  }

  private findOrigins(map: YAMLMap, tree: FileMap): void {
    for (const [key, value] of tree.entries) {
      const pair = pairOf(map, key)
      const list = pair?.value
      if (value.tag !== 'list' || !isSeq(list)) continue
      const nodes = list.items as YAMLMap[]
      const stretches = list.flow ? nodes.map(wholeNode) : this.stretchesOf(list, pair!.key)
      value.items.forEach((item, index) => {
        const node = nodes[index]
        if (!isMap(node)) return
        if (item.at !== undefined) this.origins.set(nameOf(item.at), { node, tree: item, list, ...stretches[index]! })
        this.findOrigins(node, item)
      })
    }
  }

  /** A remark right above an item, as far in as it, is about it. */
  private stretchesOf(list: YAMLSeq, key: Node): Omit<Origin, 'node' | 'tree' | 'list'>[] {
    const { source } = this
    const nodes = list.items as Node[]
    const own = nodes.map((node, index) => ({
      opens: source.lineStart(this.dashOf(list, index)),
      closes: source.lineEnd(endOf(node)),
    }))
    const starts = own.map(({ opens }, index) => {
      const floor = own[index - 1]?.closes ?? source.lineEnd(key.range![1])
      let start = opens
      while (start > 0) {
        const above = source.lineStart(start - 1)
        if (above < floor || !/^[ \t]*#/.test(source.text.slice(above, start))) break
        start = above
      }
      return start
    })
    return own.map((each, index) => ({ ...each, start: starts[index]!, end: starts[index + 1] ?? each.closes }))
  }

  private dashOf(list: YAMLSeq, index: number): number {
    const { srcToken } = list as { srcToken?: { items: { start: { type: string; offset: number }[] }[] } }
    const dash = srcToken?.items[index]?.start.find(({ type }) => type === 'seq-item-ind')
    return dash?.offset ?? startOf(list.items[index] as Node)
  }

  private patchMap(map: YAMLMap, before: FileMap, after: FileMap): Splice[] {
    const splices: Splice[] = []
    const gone = new Set<FilePair>()
    const added: (readonly [string, FileValue])[] = []
    const find = (key: string) => (before.isByYear ? pairOfYear(map, key) : pairOf(map, key))
    for (const [key, value] of before.entries) {
      const pair = find(key)
      const next = after.entries.get(key)
      if (pair !== undefined && (next === undefined || !isSameKind(pair, value, next))) gone.add(pair)
    }
    for (const [key, value] of after.entries) {
      const pair = find(key)
      const old = before.entries.get(key)
      if (pair === undefined || gone.has(pair)) {
        if (!isImplied(value) && !isSame(old, value, pair)) added.push([key, value])
      } else splices.push(...this.patchValue(map, pair, old, value))
    }
    if (gone.size === 0 && added.length === 0) return splices
    const kept = pairsOf(map).filter((pair) => !gone.has(pair))
    if (map.flow) return [this.rewriteBraces(map, kept, added, splices)]
    // As the file writes them.
    const order = [...after.entries.keys()].map((key) => {
      const pair = find(key)
      return pair === undefined ? key : keyOf(pair)
    })
    return [...splices, ...this.removeAndAdd(map, kept, added, order)]
  }

  private patchValue(map: YAMLMap, pair: FilePair, old: FileValue | undefined, value: FileValue): Splice[] {
    const node = pair.value
    if (value.tag === 'text') {
      return old?.tag === 'text' && old.text === value.text ? [] : [setText(this.source, map, pair, value.text)]
    }
    if (value.tag === 'map' && old?.tag === 'map' && isMap(node)) return this.patchMap(node, old, value)
    if (value.tag === 'list' && old?.tag === 'list' && isSeq(node)) return this.patchList(node, old, value)
    return []
  }

  /** `order` is that of all keys. */
  private removeAndAdd(
    map: YAMLMap,
    kept: readonly FilePair[],
    added: readonly (readonly [string, FileValue])[],
    order: readonly string[],
  ): Splice[] {
    const [first] = kept
    const indent = ' '.repeat(this.source.column(startOf(map)))
    const linesOf = (entries: typeof added) => entries.flatMap(([key, value]) => entryLines(key, value, indent))
    if (first === undefined) {
      const text = linesOf(added).join(this.source.eol).trimStart() + this.source.eol
      return [{ start: startOf(map), end: this.source.lineEnd(endOf(map)), text }]
    }
    const groups = new Map<FilePair | undefined, (readonly [string, FileValue])[]>()
    for (const entry of added) {
      const before = order.slice(0, order.indexOf(entry[0]))
      const above = kept.findLast((pair) => before.includes(keyOf(pair)))
      groups.set(above, [...(groups.get(above) ?? []), entry])
    }
    return [
      ...this.removals(pairsOf(map), kept),
      ...[...groups].map(([above, entries]) => this.addition(first, above, linesOf(entries), indent)),
    ]
  }

  /** Where the first key stands behind its item's dash, the first one that stays comes up to it. */
  private removals(pairs: readonly FilePair[], kept: readonly FilePair[]): Splice[] {
    const { source } = this
    const opening = startOf(pairs[0]!.key)
    const head = source.opensLine(opening) ? [] : pairs.slice(0, pairs.indexOf(kept[0]!))
    const gone = pairs.slice(head.length).filter((pair) => !kept.includes(pair))
    const lines = gone.map((pair): Splice => {
      return { start: source.lineStart(startOf(pair.key)), end: this.lineBehind(pair), text: '' }
    })
    const last = head.at(-1)
    if (last === undefined) return lines
    const end = this.lineBehind(last)
    const blanks = /^\s*/.exec(source.text.slice(end))![0].length
    return [this.remarksAbove(opening, head), { start: opening, end: end + blanks, text: '' }, ...lines]
  }

  /** Remarks between keys that are gone from the head of an item go above it: there is no other place for them. */
  private remarksAbove(opening: number, head: readonly FilePair[]): Splice {
    const { source } = this
    const start = source.lineStart(opening)
    const below = head
      .slice(1)
      .map((next, index) => source.text.slice(this.lineBehind(head[index]!), startOf(next.key)))
    const remarks = below.join('').match(/(?<=^[ \t]*)#.*$/gm) ?? []
    const indent = /^ */.exec(source.text.slice(start))![0]
    return source.insertion(
      start,
      remarks.map((remark) => indent + remark.trimEnd()),
    )
  }

  private lineBehind(pair: FilePair): number {
    return this.source.lineEnd(endOfPair(pair))
  }

  private addition(first: FilePair, above: FilePair | undefined, lines: readonly string[], indent: string): Splice {
    const { source } = this
    if (above !== undefined) return source.insertion(this.lineBehind(above), lines)
    const start = startOf(first.key)
    if (source.opensLine(start)) return source.insertion(source.lineStart(start), lines)
    return { start, end: start, text: lines.join(source.eol).trimStart() + source.eol + indent }
  }

  private rewriteBraces(
    map: YAMLMap,
    kept: readonly FilePair[],
    added: readonly (readonly [string, FileValue])[],
    splices: readonly Splice[],
  ): Splice {
    const { source } = this
    const pairs = pairsOf(map)
    const [first, second] = pairs as [FilePair, ...FilePair[]]
    const olds = kept.map((pair) => {
      const [start, end] = [startOf(pair.key), endOfPair(pair)]
      const own = splices.filter((splice) => splice.start >= start && splice.end <= end)
      return source.spliced(start, end, own)
    })
    const news = added.map(([key, value]) => `${writeFlow(key)}: ${writeFlow(value)}`)
    const between = second === undefined ? ', ' : source.text.slice(endOfPair(first), startOf(second.key))
    return { start: startOf(first.key), end: endOfPair(pairs.at(-1)!), text: [...olds, ...news].join(between) }
  }

  private patchList(list: YAMLSeq, before: FileList, after: FileList): Splice[] {
    const names = (items: readonly FileMap[]) => items.map(({ at }) => (at === undefined ? '' : nameOf(at)))
    const isSameOrder = names(before.items).join() === names(after.items).join() && !names(after.items).includes('')
    const origins = after.items.map((item) => this.take(item))
    if (isSameOrder && origins.every((origin) => origin?.list === list)) {
      return after.items.flatMap((item, index) => this.patchMap(origins[index]!.node, origins[index]!.tree, item))
    }
    return list.flow ? [this.rewriteBrackets(list, after, origins)] : [this.rewriteItems(list, before, after, origins)]
  }

  private take({ at }: FileMap): Origin | undefined {
    const origin = at === undefined ? undefined : this.origins.get(nameOf(at))
    if (origin === undefined || this.placed.has(origin)) return undefined
    this.placed.add(origin)
    return origin
  }

  private rewriteItems(
    list: YAMLSeq,
    before: FileList,
    after: FileList,
    origins: readonly (Origin | undefined)[],
  ): Splice {
    const { source } = this
    const own = before.items.map(({ at }) => this.origins.get(nameOf(at!))!)
    const indent = ' '.repeat(source.column(this.dashOf(list, 0)))
    /** Remarks of items that are no more stay where they stood: below the last item above them that is still here. */
    const left = new Map<Origin | undefined, string>()
    let above: Origin | undefined
    for (const origin of own) {
      if (origins.includes(origin)) above = origin
      else if (!this.staying.has(nameOf(origin.tree.at!)))
        left.set(above, (left.get(above) ?? '') + this.remarksOf(origin))
    }
    const pieces = after.items.map((item, index) => {
      const origin = origins[index]
      if (origin === undefined || origin.list.flow) return itemLines(item, indent).join(source.eol) + source.eol
      return this.movedItem(origin, item, indent) + ((origin.list === list && left.get(origin)) || '')
    })
    return { start: own[0]!.start, end: own.at(-1)!.end, text: (left.get(undefined) ?? '') + pieces.join('') }
  }

  /** From a list that stands further in or out, the lines move with it. */
  private movedItem(origin: Origin, item: FileMap, indent: string): string {
    const { source } = this
    const text = source.spliced(origin.start, origin.end, this.patchMap(origin.node, origin.tree, item))
    const old = source.column(this.dashOf(origin.list, 0))
    if (old === indent.length) return text
    return text.replace(/^[ ]*(?=\S)/gm, (blanks) => ' '.repeat(Math.max(0, blanks.length - old + indent.length)))
  }

  private remarksOf({ start, opens, closes, end }: Origin): string {
    const around = this.source.text.slice(start, opens) + this.source.text.slice(closes, end)
    return around.includes('#') ? around : ''
  }

  private rewriteBrackets(list: YAMLSeq, after: FileList, origins: readonly (Origin | undefined)[]): Splice {
    const { source } = this
    const [first, second] = list.items as Node[]
    const between = second === undefined ? ', ' : source.text.slice(first!.range![1], startOf(second))
    const items = after.items.map((item, index) => {
      const origin = origins[index]
      if (origin === undefined || !origin.list.flow) return writeFlow(item)
      return source.spliced(origin.opens, origin.closes, this.patchMap(origin.node, origin.tree, item))
    })
    const last = list.items.at(-1) as Node
    return { start: startOf(first!), end: last.range![1], text: items.join(between) }
  }
}

function wholeNode(node: Node): Omit<Origin, 'node' | 'tree' | 'list'> {
  const [start, end] = node.range!
  return { start, opens: start, closes: end, end }
}

function nameOf({ line, column }: Position): string {
  return `${line}:${column}`
}

/** A text stays one, whatever style it is written in; what was a map or a list and is none any more is written anew. */
function isSameKind({ value }: FilePair, old: FileValue, next: FileValue): boolean {
  if (old.tag !== next.tag) return false
  return next.tag === 'text' || (next.tag === 'map' ? isMap(value) : isSeq(value))
}

function isImplied(value: FileValue): boolean {
  return value.tag === 'text' && value.isImplied === true
}

/** Said already, though the file has no such key: the first column of a row that says nothing. */
function isSame(old: FileValue | undefined, value: FileValue, pair: FilePair | undefined): boolean {
  return pair === undefined && old?.tag === 'text' && value.tag === 'text' && old.text === value.text && !old.isImplied
}
