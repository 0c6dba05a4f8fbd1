/** YAML 1.2 (and so JSON) to a Tree, with every slip of the file in Japanese. */

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
  type YAMLWarning,
} from 'yaml'
import { byPlace, type Diagnostic, type Outcome, type Position } from '../../domain/diagnostic.js'
import { explainLoss, type Loss } from '../loss.js'
import { shorten } from '../slip.js'
import type { Tree, TreeEntry, TreeText } from '../tree.js'
import { findSlips } from './find-slips.js'
import { type FoundLoss, findMark, findScalarLoss, remarkBehind } from './losses.js'
import { readPlainYaml } from './plain-yaml.js'
import { explainYamlError } from './yaml-errors.js'

/** Nesting beyond this is not a plan. */
const MAX_DEPTH = 30

/** Spaces and dashes before a line's text: more than these are none either, and too much for the library. */
const ENDLESS_INDENT = /^[ ?-]{500,}/m

/** Whether anchors, aliases and tags are what they are in YAML, or signs that somebody typed. */
export type Marks = 'obeyed' | 'refused'

/** Reads one YAML document. */
export function readYaml(file: string, text: string, marks: Marks = 'obeyed'): Outcome<Tree> {
  const plain = readPlainYaml(text)
  return plain === undefined ? readAnyYaml(file, text, marks) : { ok: true, value: plain, diagnostics: [] }
}

/** Reads it with the YAML library. Anchors may stand for single texts only, so that no file can unfold without end. */
export function readAnyYaml(file: string, text: string, marks: Marks = 'obeyed'): Outcome<Tree> {
  const lines = new LineCounter()
  const reader = new TreeReader({ file, text, lines, marks, isJson: isJson(text) })
  const tree = readDocument(text, lines, reader)
  if (tree === undefined || reader.diagnostics.length > 0) {
    return { ok: false, diagnostics: reader.diagnostics.sort(byPlace) }
  }
  return { ok: true, value: tree, diagnostics: [] }
}

function readDocument(text: string, lines: LineCounter, reader: TreeReader): Tree | undefined {
  const endless = ENDLESS_INDENT.exec(text)
  if (endless !== null) {
    reader.reportDepth({ line: text.slice(0, endless.index).split('\n').length, column: 1 })
    return undefined
  }
  // failsafe: every scalar stays the text that was written, and no tag makes anything else of it.
  const options = { lineCounter: lines, schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const
  const documents = parseAllDocuments(text, { ...options, strict: true }) as Document.Parsed[]
  const errors = documents.flatMap((each) => [...each.errors, ...each.warnings.filter(isUnread)])
  if (errors.length > 0) {
    reportErrors(errors, text, lines, reader)
    return undefined
  }
  const [document, second] = documents
  if (document === undefined || document.contents === null) {
    const hint = '`keikaku new` で書き方の見本を作れます。'
    reader.report('empty-file', { line: 1, column: 1 }, '中身がありません。', hint)
    return undefined
  }
  if (second !== undefined) {
    const at = lineAndColumn(lines, second.range?.[0] ?? 0)
    const hint = '一つのファイルには計画を一つだけ書いてください。'
    reader.report('yaml', at, '「---」か「...」で区切られた二つ目の文書があります。', hint)
    return undefined
  }
  const tree = reader.read(document.contents, 0, undefined)
  // A file without a single `: ` is one text for YAML.
  if (tree.tag === 'text') reportSlips(text, reader)
  return tree
}

/** A line that begins with `%`, of which only a warning tells; an unknown tag is told of as a mark. */
function isUnread({ code }: YAMLWarning): boolean {
  return code !== 'TAG_RESOLVE_FAILED'
}

/** The slips that the file's lines show; else the library's first error, for the others may follow from it. */
function reportErrors(
  errors: readonly (YAMLError | YAMLWarning)[],
  text: string,
  lines: LineCounter,
  reader: TreeReader,
): void {
  if (reportSlips(text, reader)) return
  const first = errors.reduce((least, error) => (error.pos[0] < least.pos[0] ? error : least))
  const at = lineAndColumn(lines, first.pos[0])
  if (first.code === 'RESOURCE_EXHAUSTION') {
    reader.reportDepth(at)
    return
  }
  const { message, hint } = explainYamlError(first.code, first.message)
  reader.report('yaml', at, message, hint)
}

function reportSlips(text: string, reader: TreeReader): boolean {
  const slips = findSlips(text)
  for (const { code, at, message, hint } of slips) reader.report(code, at, message, hint)
  return slips.length > 0
}

/** In JSON brackets, escapes and null are what they are: whoever wrote them meant them. */
function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

interface Source {
  readonly file: string
  readonly text: string
  readonly lines: LineCounter
  readonly marks: Marks
  readonly isJson: boolean
}

class TreeReader {
  readonly diagnostics: Diagnostic[] = []
  private readonly anchors = new Map<string, Node>()

  constructor(private readonly source: Source) {}

  report(code: string, at: Position, message: string, hint: string): void {
    const place = { kind: 'text' as const, file: this.source.file, ...at }
    this.diagnostics.push({ severity: 'error', code, message, place, hint })
  }

  reportDepth(at: Position): void {
    this.report('too-deep', at, `入れ子が深すぎます（${MAX_DEPTH} 段まで）。`, '字下げを確かめてください。')
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
        const hint = 'キーは「計画:」のように文字で書いてください。{{ }} などの記号で始まる値は "…" で囲みます。'
        this.report('bad-key', keyAt, 'キーが文字ではありません。', hint)
        continue
      }
      this.lossOf(findMark(this.source.text, pair.key))
      const first = seen.get(key)
      if (first !== undefined) {
        const message = `キー「${shorten(key)}」が二度書かれています（一度目は ${first.line} 行目）。`
        const hint = 'どちらかを消すか、内容を一つにまとめてください。次の行や区分の始まりなら「- 」を付けます。'
        // The other keys of an entry that lacks its dash are there twice, too.
        if (!isTold) this.report('duplicate-key', keyAt, message, hint)
        isTold = true
        continue
      }
      seen.set(key, keyAt)
      if (map.flow && index > 0 && pair.value === null) {
        const message = `{ } の中の「,」で文章が切れ、「${shorten(key)}」がキーとみなされます。`
        this.report('comma-in-braces', keyAt, message, '「,」のある文章は、全体を "…" で囲んでください。')
        continue
      }
      const value = this.read(pair.value, depth + 1, map.flow ? undefined : keyAt.column - 1)
      entries.push({ key, keyAt, value: { ...value, ...this.lossBehindKey(pair) } })
    }
    return entries
  }

  private readAlias(node: Alias, at: Position): Tree {
    const [start, end] = node.range ?? [0, 0]
    const mark = this.lossOf({ kind: 'mark', offset: start, typed: this.source.text.slice(start, end) })
    const target = this.anchors.get(node.source)
    if (this.source.marks === 'refused') return { tag: 'nothing', at, isMeant: false }
    if (isScalar(target)) return { ...this.readScalar(target as Scalar, undefined), ...mark }
    const message = `「*${shorten(node.source)}」で引ける文章がありません。`
    const hint = '「*」で引けるのは、「&」で名前を付けた一つの文章だけです。そのまま書いてください。'
    this.report('alias', at, message, hint)
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
    if (kind === 'mark' && this.source.marks === 'refused') {
      const { code, message, hint } = explainLoss({ kind, at, typed }, undefined)
      this.report(code, at, message, hint)
    }
    return { loss: { kind, at, typed } }
  }

  private positionOf(node: Node | null): Position {
    return lineAndColumn(this.source.lines, node?.range?.[0] ?? 0)
  }
}

function lineAndColumn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
