/** The text of a plan file as the YAML library parts it, and the stretches of it that are written anew. */

import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { parseFiscalYear } from '../../domain/fiscal-year.js'

/** A stretch of the text and what stands there afterwards. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

export type FilePair = Pair<Node, Node | null>

/** Offsets count UTF-16 units; the last line ends with a line feed like the others. */
export class Source {
  readonly root: YAMLMap

  constructor(
    readonly text: string,
    readonly eol: string,
  ) {
    const { contents } = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false })
    if (!isMap(contents)) throw new TypeError('a plan file is a map')
    this.root = contents
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1
  }

  /** Behind the line feed of the line in which something ends. */
  lineEnd(offset: number): number {
    if (offset > 0 && this.text[offset - 1] === '\n') return offset
    const end = this.text.indexOf('\n', offset)
    return end < 0 ? this.text.length : end + 1
  }

  column(offset: number): number {
    return offset - this.lineStart(offset)
  }

  /** Nothing but blanks stands before it in its line. */
  opensLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === ''
  }

  /** Lines that go in where a line begins. */
  insertion(at: number, lines: readonly string[]): Splice {
    return { start: at, end: at, text: lines.map((line) => line + this.eol).join('') }
  }

  /** The stretch from `from` to `to`, with what is spliced into it. */
  spliced(from: number, to: number, splices: readonly Splice[]): string {
    let written = ''
    let at = from
    for (const { start, end, text } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      written += this.text.slice(at, start) + text
      at = end
    }
    return written + this.text.slice(at, to)
  }
}

export function pairOf(map: YAMLMap, key: string): FilePair | undefined {
  return pairsOf(map).find((pair) => keyOf(pair) === key)
}

/** The same year, however it is written. */
export function pairOfYear(map: YAMLMap, key: string): FilePair | undefined {
  const year = parseFiscalYear(key)
  return pairsOf(map).find((pair) => parseFiscalYear(keyOf(pair)) === year)
}

export function pairsOf(map: YAMLMap): readonly FilePair[] {
  return map.items as FilePair[]
}

export function keyOf({ key }: FilePair): string {
  return isScalar(key) ? String(key.value) : ''
}

export function startOf(node: Node): number {
  return node.range![0]
}

/** Where the last character of a value stands that is its own: remarks and blank lines below it are not. A block's is its line feed. */
export function endOf(node: Node | null): number {
  const last = isMap(node) || isSeq(node) ? lastOf(node) : undefined
  return last === undefined ? (node?.range?.[1] ?? 0) : endOf(last)
}

function lastOf(node: YAMLMap | YAMLSeq): Node | undefined {
  if (node.flow) return undefined
  const last = node.items.at(-1) as FilePair | Node | undefined
  return last !== undefined && 'key' in last ? (last.value ?? last.key) : last
}

export function endOfPair({ key, value }: FilePair): number {
  return Math.max(key.range![1], endOf(value))
}
