/** The nodes of the YAML library to a Tree, with what YAML keeps for itself of each value. */

import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { type Said, sayAt } from '../../domain/messages/say.js'
import { explainLoss, type Loss } from '../loss.js'
import type { Tree, TreeEntry, TreeText } from '../tree.js'
import { type FoundLoss, findMark, findScalarLoss, remarkBehind } from './losses.js'

/** Nesting beyond this is not a plan. */
const MAX_DEPTH = 30

/** Whether anchors, aliases and tags are what they are in YAML, or signs that somebody typed. */
export type Marks = 'obeyed' | 'refused'

interface Source {
  readonly file: string
  readonly text: string
  readonly lines: LineCounter
  readonly marks: Marks
  readonly isJson: boolean
}

export class TreeReader {
  readonly diagnostics: Diagnostic[] = []
  private readonly anchors = new Map<string, Node>()

  constructor(private readonly source: Source) {}

  report(said: Said, at: Position): void {
    this.diagnostics.push(sayAt(said, { kind: 'text', file: this.source.file, ...at }))
  }

  reportDepth(at: Position): void {
    this.report({ code: 'too-deep', values: { most: MAX_DEPTH } }, at)
  }

  /** `column` is that of the key or the dash before the node, from 0; undefined within brackets. */
  read(node: Node | null, depth: number, column: number | undefined): Tree {
    const at = this.positionOf(node)
    if (depth > MAX_DEPTH) {
      this.reportDepth(at)
      return { tag: 'nothing', at, isMeant: false }
    }
    if (isAlias(node)) return this.readAlias(node, at)
    if (isScalar(node)) return this.readScalar(node, column)
    if (isMap(node)) return { tag: 'map', at, entries: this.readEntries(node, depth), ...this.lossOfCollection(node) }
    if (!isSeq(node)) return { tag: 'nothing', at, isMeant: false }
    const inner = node.flow ? undefined : at.column - 1
    const items = node.items.map((item) => this.read(item as Node | null, depth + 1, inner))
    return { tag: 'list', at, items, ...this.lossOfCollection(node) }
  }

  private readEntries(map: YAMLMap, depth: number): TreeEntry[] {
    const seen = new Map<string, Position>()
    const entries: TreeEntry[] = []
    let isTold = false
    for (const [index, pair] of (map.items as Pair<Node, Node | null>[]).entries()) {
      const keyAt = this.positionOf(pair.key)
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined
      if (key === undefined) {
        this.report({ code: 'bad-key', values: {} }, keyAt)
        continue
      }
      this.lossOf(findMark(this.source.text, pair.key))
      if (map.flow && index > 0 && pair.value === null) {
        this.reportComma(map, index, key, keyAt)
        continue
      }
      const first = seen.get(key)
      if (first !== undefined) {
        // The other keys of an entry that lacks its dash are there twice, too.
        if (!isTold) this.report({ code: 'duplicate-key', values: { key, first: first.line } }, keyAt)
        isTold = true
        continue
      }
      seen.set(key, keyAt)
      const value = this.read(pair.value, depth + 1, map.flow ? undefined : keyAt.column - 1)
      entries.push({ key, keyAt, value: { ...value, ...this.lossBehindKey(pair) } })
    }
    return entries
  }

  /** A comma between figures parts a number as well as a text; of a row of figures it is told once. */
  private reportComma(map: YAMLMap, index: number, key: string, at: Position): void {
    const pairs = map.items as Pair<Node, Node | null>[]
    const figures = pairs.map((pair, each) => (each > 0 && pair.value === null ? figureAround(pairs, each) : undefined))
    const figure = figures[index]
    if (figure === undefined) this.report({ code: 'comma-in-braces', values: { key } }, at)
    else if (figures.findIndex((each) => each !== undefined) === index) {
      this.report({ code: 'comma-in-figure', values: figure }, at)
    }
  }

  private readAlias(node: Alias, at: Position): Tree {
    const [start, end] = node.range ?? [0, 0]
    const mark = this.lossOf({ kind: 'mark', offset: start, typed: this.source.text.slice(start, end) })
    const target = this.anchors.get(node.source)
    if (this.source.marks === 'refused') return { tag: 'nothing', at, isMeant: false }
    if (isScalar(target)) return { ...this.readScalar(target as Scalar, undefined), ...mark }
    this.report({ code: 'alias', values: { name: node.source } }, at)
    return { tag: 'nothing', at, isMeant: false }
  }

  private readScalar(node: Scalar, column: number | undefined): Tree {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node)
    const at = this.positionOf(node)
    const text = String(node.value ?? '')
    const isPlain = node.type === 'PLAIN' || node.type === undefined
    const loss = this.source.isJson ? {} : this.lossOf(findScalarLoss(this.source.text, node, column))
    if (isPlain && /^(?:|~|null|Null|NULL)$/.test(text)) {
      return { tag: 'nothing', at, isMeant: this.source.isJson, ...loss }
    }
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
      return { ...this.readBlock(node, text, at), ...loss }
    const inside = isPlain ? at : { line: at.line, column: at.column + 1 }
    return { tag: 'text', at: inside, text, lineByLine: !text.includes('\n'), ...loss }
  }

  /** A block's text begins on the line under its `|`; the line feed that ends the block is no part of the text. */
  private readBlock(node: Scalar, text: string, at: Position): TreeText {
    const lineStart = this.source.lines.lineStarts[at.line] ?? 0
    let indent = 0
    while (this.source.text[lineStart + indent] === ' ') indent++
    return {
      tag: 'text',
      at: { line: at.line + 1, column: indent + 1 },
      text: text.endsWith('\n') ? text.slice(0, -1) : text,
      lineByLine: node.type === 'BLOCK_LITERAL',
    }
  }

  private lossOfCollection(node: YAMLMap | YAMLSeq): { readonly loss?: Loss } {
    const { text, isJson } = this.source
    const mark = findMark(text, node)
    if (mark !== undefined || !node.flow || isJson) return this.lossOf(mark)
    const typed = isMap(node) ? '{ }' : '[ ]'
    return this.lossOf({ kind: 'brackets', offset: node.range?.[0] ?? 0, typed })
  }

  /** A remark on the key's line where the value begins below it. */
  private lossBehindKey({ key, value }: Pair<Node, Node | null>): { readonly loss?: Loss } {
    const colon = this.source.text.indexOf(':', key.range?.[1] ?? 0)
    const remark = this.source.isJson || value === null ? undefined : remarkBehind(this.source.text, colon + 1)
    return this.lossOf(remark)
  }

  /** With its place; a mark that must not stand in the file is reported here, wherever it stands. */
  private lossOf(found: FoundLoss | undefined): { readonly loss?: Loss } {
    if (found === undefined) return {}
    const { kind, offset, typed } = found
    const at = lineAndColumn(this.source.lines, offset)
    if (kind === 'mark' && this.source.marks === 'refused') this.report(explainLoss({ kind, at, typed }, undefined), at)
    return { loss: { kind, at, typed } }
  }

  private positionOf(node: Node | null): Position {
    return lineAndColumn(this.source.lines, node?.range?.[0] ?? 0)
  }
}

export function lineAndColumn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** The number that the commas before and behind the entry at `index` part: 1,234,567. */
function figureAround(
  pairs: readonly Pair<Node, Node | null>[],
  index: number,
): { readonly key: string; readonly figure: string } | undefined {
  const textOf = (node: Node | null) => (isScalar(node) && node.type === 'PLAIN' ? String(node.value) : undefined)
  const isRest = ({ key, value }: Pair<Node, Node | null>) => value === null && /^\d/.test(textOf(key) ?? '')
  const first = pairs.slice(0, index).findLastIndex((pair) => !isRest(pair))
  const value = textOf(pairs[first]?.value ?? null)
  if (first < 0 || value === undefined || !/\d$/.test(value) || !isRest(pairs[index]!)) return undefined
  const end = pairs.findIndex((pair, each) => each > first && !isRest(pair))
  const rests = pairs.slice(first + 1, end < 0 ? undefined : end).map(({ key }) => textOf(key))
  return { key: textOf(pairs[first]!.key) ?? '', figure: [value, ...rests].join(',') }
}
