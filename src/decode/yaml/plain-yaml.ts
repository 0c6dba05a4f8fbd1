/**
 * The YAML that plan and form files are mostly made of, read ten times as fast as a whole YAML reader does: block maps and
 * lists, texts on the key's line, `|` blocks, `{ }` and `[ ]` on one line, comments. The least thing beside these is left
 * to the YAML library, which also tells what is wrong with a file.
 */

import type { Position } from '../../domain/diagnostic.js'
import type { Loss } from '../loss.js'
import type { Tree, TreeEntry } from '../tree.js'

/** The tree that the YAML library would give; `undefined` where only the library can tell. */
export function readPlainYaml(text: string): Tree | undefined {
  if (UNUSUAL.test(text)) return undefined
  try {
    return new PlainReader(text.split('\n')).readDocument()
  } catch (error) {
    if (error instanceof Unusual) return undefined
    throw error
  }
}

class Unusual extends Error {}

/** Characters that YAML takes for line breaks or refuses, and lines that begin or end a document (YAML 1.2.2, 5 and 9). */
const UNUSUAL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Surrogate}]|^(?:---|\.\.\.|%)/mu

/** A key without quotes and any sign that means something to YAML, no longer than YAML allows (1.2.2, 7.4.2). */
const KEY = /([\p{L}\p{N}（）・]{1,500}):(?= |$)/uy

/** Where a text without quotes may begin: with no indicator (YAML 1.2.2, 5.3). */
const PLAIN_START = /[A-Za-z0-9\u00a0-\uffff]/

/** Of blocks, and of brackets within them: together less than what is too deep for a plan. */
const DEEPEST = { blocks: 20, brackets: 8 }

class PlainReader {
  /** Index of the current line; past the last one at the end. */
  private line = -1
  /** Column of the first character on it that is no space, from 0; -1 at the end. */
  private indent = -1
  private depth = 0

  constructor(private readonly lines: readonly string[]) {}

  readDocument(): Tree {
    this.nextLine()
    const tree = this.readBlock(this.indent)
    if (this.indent >= 0) throw new Unusual()
    return tree
  }

  /** Goes on to the next line that says something, over remarks that are set in no deeper than `column`. */
  private nextLine(column = Number.POSITIVE_INFINITY): void {
    const { lines } = this
    while (++this.line < lines.length) {
      const line = lines[this.line]!
      this.indent = leadingSpaces(line)
      if (this.indent === line.length) continue
      if (line[this.indent] !== '#') return
      if (this.indent > column) throw new Unusual()
    }
    this.indent = -1
  }

  private positionAt(column: number): Position {
    return { line: this.line + 1, column: column + 1 }
  }

  private isDashAt(column: number): boolean {
    return this.lines[this.line]?.startsWith('- ', column) ?? false
  }

  private keyAt(column: number): string | undefined {
    KEY.lastIndex = column
    return KEY.exec(this.lines[this.line] ?? '')?.[1]
  }

  /** A list or a map whose first line is the current one, from `column` on. */
  private readBlock(column: number): Tree {
    if (++this.depth > DEEPEST.blocks) throw new Unusual()
    const tree = this.isDashAt(column) ? this.readList(column) : this.readMap(column)
    this.depth--
    return tree
  }

  private readList(column: number): Tree {
    const at = this.positionAt(column)
    const items: Tree[] = []
    do {
      const line = this.lines[this.line]!
      const inner = column + 1 + leadingSpaces(line.slice(column + 1))
      const isBlock = this.isDashAt(inner) || this.keyAt(inner) !== undefined
      items.push(isBlock ? this.readBlock(inner) : this.readText(inner, column))
    } while (this.indent === column && this.isDashAt(column))
    // A line set in deeper would go on with the last item.
    if (this.indent > column) throw new Unusual()
    return { tag: 'list', at, items }
  }

  private readMap(column: number): Tree {
    const at = this.positionAt(column)
    const entries: TreeEntry[] = []
    const seen = new Set<string>()
    do {
      const key = this.keyAt(column)
      if (key === undefined || seen.has(key)) throw new Unusual()
      seen.add(key)
      const keyAt = this.positionAt(column)
      entries.push({ key, keyAt, value: this.readValue(column + key.length + 1, column) })
    } while (this.indent === column && !this.isDashAt(column))
    if (this.indent > column) throw new Unusual()
    return { tag: 'map', at, entries }
  }

  /** What stands behind a key: on its line, or as a block below it, a list in the key's own column too. */
  private readValue(from: number, column: number): Tree {
    const line = this.lines[this.line]!
    const start = from + leadingSpaces(line.slice(from))
    if (start < line.length && line[start] !== '#') return this.readText(start, column)
    const loss = start < line.length ? lossOf('remark', line.slice(start), this.positionAt(start)) : {}
    this.nextLine()
    const isBlock = this.indent > column || (this.indent === column && this.isDashAt(column))
    if (!isBlock) throw new Unusual()
    return { ...this.readBlock(this.indent), ...loss }
  }

  /** A value that begins at `start`; what holds it stands in `column`. */
  private readText(start: number, column: number): Tree {
    const rest = this.lines[this.line]!.slice(start)
    if (rest.startsWith('|')) return this.readLiteral(rest, column)
    const tree = /^[[{"]/.test(rest) ? this.readClosed(start) : plainText(rest, this.positionAt(start))
    this.nextLine(column)
    // A line set in deeper would go on with it.
    if (this.indent > column) throw new Unusual()
    return tree
  }

  /** A value that ends with a quotation mark or a bracket, with nothing but a remark behind it. */
  private readClosed(start: number): Tree {
    const line = this.lines[this.line]!
    const reader = new FlowReader(line, start, (column) => this.positionAt(column))
    const tree = reader.readValue()
    const rest = reader.rest()
    const end = leadingSpaces(rest)
    if (end === rest.length) return tree
    if (end === 0 || rest[end] !== '#') throw new Unusual()
    const at = this.positionAt(line.length - rest.length + end)
    return { ...lossOf('remark', rest.slice(end), at), ...tree }
  }

  /** A `|` block: its lines are set in as far as the first; empty lines at its end are none of it. */
  private readLiteral(mark: string, column: number): Tree {
    const { lines } = this
    if (mark !== '|') throw new Unusual()
    const first = this.line + 1
    const inner = leadingSpaces(lines[first] ?? '')
    if (inner <= column || inner === lines[first]?.length) throw new Unusual()
    const texts: string[] = []
    let end = first
    for (; end < lines.length; end++) {
      const line = lines[end]!
      const indent = leadingSpaces(line)
      // A line of spaces alone may be text, or not, and so may a remark that is set in less deep, yet deeper than the key.
      if (indent === line.length ? indent > inner : column < indent && indent < inner && line[indent] === '#') {
        throw new Unusual()
      }
      if (indent < line.length && indent < inner) break
      texts.push(line.slice(inner))
    }
    while (texts.at(-1) === '') texts.pop()
    this.line = end - 1
    this.nextLine(column)
    if (this.indent > column) throw new Unusual()
    return { tag: 'text', at: { line: first + 1, column: inner + 1 }, text: texts.join('\n'), lineByLine: true }
  }
}

function leadingSpaces(line: string): number {
  let count = 0
  while (line.charCodeAt(count) === 0x20) count++
  return count
}

/** Up to a remark or the line's end, without the spaces before it. */
function plainText(rest: string, at: Position): Tree {
  const remark = rest.indexOf(' #')
  const text = trimEnd(remark < 0 ? rest : rest.slice(0, remark))
  if (!PLAIN_START.test(text.charAt(0)) || text.includes(': ') || text.endsWith(':')) throw new Unusual()
  if (remark < 0) return toText(text, at)
  const remarkAt = { line: at.line, column: at.column + remark + 1 }
  return { ...toText(text, at), ...lossOf('remark', rest.slice(remark + 1), remarkAt) }
}

function toText(text: string, at: Position): Tree {
  if (/^null$/i.test(text)) throw new Unusual()
  return { tag: 'text', at, text, lineByLine: true }
}

/** Spaces only, and in one step: a pattern would try anew at each of them. */
function trimEnd(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 0x20) end--
  return text.slice(0, end)
}

function lossOf(kind: Loss['kind'], typed: string, at: Position): { readonly loss: Loss } {
  return { loss: { kind, at, typed } }
}

/** A text within brackets: up to the sign that ends it. */
const FLOW_TEXT = /[A-Za-z0-9\u00a0-\uffff][^,:#[\]{}"]*/y

/** Values with brackets or quotation marks around them, on one line. */
class FlowReader {
  private depth = 0

  constructor(
    private readonly line: string,
    private column: number,
    private readonly positionAt: (column: number) => Position,
  ) {}

  rest(): string {
    return this.line.slice(this.column)
  }

  readValue(): Tree {
    switch (this.line[this.column]) {
      case '{':
        return this.readMap()
      case '[':
        return this.readList()
      case '"':
        return this.readQuoted()
      default:
        return this.readPlain()
    }
  }

  private readMap(): Tree {
    const at = this.positionAt(this.column)
    const entries: TreeEntry[] = []
    const seen = new Set<string>()
    this.readItems('}', () => {
      KEY.lastIndex = this.column
      const key = KEY.exec(this.line)?.[1]
      if (key === undefined || seen.has(key)) throw new Unusual()
      seen.add(key)
      const keyAt = this.positionAt(this.column)
      this.column += key.length + 1
      this.skipSpaces()
      entries.push({ key, keyAt, value: this.readValue() })
    })
    return { tag: 'map', at, entries, ...lossOf('brackets', '{ }', at) }
  }

  private readList(): Tree {
    const at = this.positionAt(this.column)
    const items: Tree[] = []
    this.readItems(']', () => items.push(this.readValue()))
    return { tag: 'list', at, items, ...lossOf('brackets', '[ ]', at) }
  }

  /** From the bracket that opens to the one that closes, commas between the items and none behind the last. */
  private readItems(close: string, readItem: () => void): void {
    if (++this.depth > DEEPEST.brackets) throw new Unusual()
    let sign: string | undefined
    do {
      this.column++
      this.skipSpaces()
      readItem()
      this.skipSpaces()
      sign = this.line[this.column]
    } while (sign === ',')
    if (sign !== close) throw new Unusual()
    this.column++
    this.depth--
  }

  private skipSpaces(): void {
    while (this.line[this.column] === ' ') this.column++
  }

  private readPlain(): Tree {
    FLOW_TEXT.lastIndex = this.column
    const found = FLOW_TEXT.exec(this.line)?.[0]
    if (found === undefined) throw new Unusual()
    const at = this.positionAt(this.column)
    this.column += found.length
    return toText(trimEnd(found), at)
  }

  /** `\n` is the only sign with a backslash that is known here. */
  private readQuoted(): Tree {
    const end = this.line.indexOf('"', this.column + 1)
    const written = this.line.slice(this.column + 1, end)
    if (end < 0 || /\\(?!n)/.test(written)) throw new Unusual()
    const at = this.positionAt(this.column + 1)
    this.column = end + 1
    const text = written.replaceAll('\\n', '\n')
    return { tag: 'text', at, text, lineByLine: !text.includes('\n') }
  }
}
