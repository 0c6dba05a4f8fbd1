/** YAML 1.2 (and so JSON) to a Tree, with every slip of the file in Japanese. */

import {
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
  type YAMLMap,
} from 'yaml'
import type { Diagnostic, Outcome, Position } from '../../domain/diagnostic.js'
import type { Tree, TreeEntry, TreeText } from '../tree.js'
import { readPlainYaml } from './plain-yaml.js'
import { explainYamlError } from './yaml-errors.js'

/** Nesting beyond this is not a plan. */
const MAX_DEPTH = 30

/** Reads one YAML document. */
export function readYaml(file: string, text: string): Outcome<Tree> {
  const plain = readPlainYaml(text)
  return plain === undefined ? readAnyYaml(file, text) : { ok: true, value: plain, diagnostics: [] }
}

/** Reads it with the YAML library. Anchors may stand for single texts only, so that no file can unfold without end. */
export function readAnyYaml(file: string, text: string): Outcome<Tree> {
  const lines = new LineCounter()
  // failsafe: every scalar stays the text that was written, and no tag makes anything else of it.
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
  }) as Document.Parsed[]
  const reader = new TreeReader(file, text, lines)
  const document = documents[0]
  if (document === undefined || document.contents === null) {
    reader.report(
      'empty-file',
      { line: 1, column: 1 },
      '中身がありません。',
      '`keikaku new` で書き方の見本を作れます。',
    )
    return { ok: false, diagnostics: reader.diagnostics }
  }
  for (const error of documents.flatMap((each) => each.errors)) {
    const { message, hint } = explainYamlError(error.code, error.message)
    reader.report('yaml', lineAndColumn(lines, error.pos[0]), message, hint)
  }
  if (documents[1] !== undefined) {
    const at = lineAndColumn(lines, documents[1].range?.[0] ?? 0)
    reader.report(
      'yaml',
      at,
      '「---」で区切られた二つ目の文書があります。',
      '一つのファイルには計画を一つだけ書いてください。',
    )
  }
  if (reader.diagnostics.length > 0) return { ok: false, diagnostics: reader.diagnostics }
  const tree = reader.read(document.contents, 0)
  if (reader.diagnostics.length > 0) return { ok: false, diagnostics: reader.diagnostics }
  return { ok: true, value: tree, diagnostics: [] }
}

class TreeReader {
  readonly diagnostics: Diagnostic[] = []
  private readonly anchors = new Map<string, Node>()

  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly lines: LineCounter,
  ) {}

  report(code: string, at: Position, message: string, hint: string): void {
    this.diagnostics.push({ severity: 'error', code, message, place: { kind: 'text', file: this.file, ...at }, hint })
  }

  read(node: Node | null, depth: number): Tree {
    const at = this.positionOf(node)
    if (node !== null && !isAlias(node) && node.anchor !== undefined) this.anchors.set(node.anchor, node)
    if (depth > MAX_DEPTH) {
      this.report('too-deep', at, `入れ子が深すぎます（${MAX_DEPTH} 段まで）。`, '字下げを確かめてください。')
      return { tag: 'nothing', at }
    }
    if (isMap(node)) return { tag: 'map', at, entries: this.readEntries(node, depth) }
    if (isSeq(node)) {
      return { tag: 'list', at, items: node.items.map((item) => this.read(item as Node | null, depth + 1)) }
    }
    if (isAlias(node)) {
      const target = this.anchors.get(node.source)
      if (isScalar(target)) return this.readScalar(target as Scalar)
      const hint = '「*」で引けるのは一つの文章だけです。そのまま書いてください。'
      this.report('alias', at, `「*${node.source}」で表や一覧を差し込むことはできません。`, hint)
      return { tag: 'nothing', at }
    }
    return isScalar(node) ? this.readScalar(node) : { tag: 'nothing', at }
  }

  private readEntries(map: YAMLMap, depth: number): TreeEntry[] {
    const seen = new Map<string, Position>()
    const entries: TreeEntry[] = []
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const keyAt = this.positionOf(pair.key)
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined
      if (key === undefined) {
        this.report(
          'bad-key',
          keyAt,
          'キーが文字ではありません。',
          'キーは「計画:」のように文字で書いてください。{{ }} などの記号で始まる値は "…" で囲みます。',
        )
        continue
      }
      const first = seen.get(key)
      if (first !== undefined) {
        const message = `キー「${key}」が二度書かれています（一度目は ${first.line} 行目）。`
        this.report('duplicate-key', keyAt, message, 'どちらかを消すか、内容を一つにまとめてください。')
        continue
      }
      seen.set(key, keyAt)
      entries.push({ key, keyAt, value: this.read(pair.value, depth + 1) })
    }
    return entries
  }

  private readScalar(node: Scalar): Tree {
    const at = this.positionOf(node)
    const text = String(node.value ?? '')
    const plain = node.type === 'PLAIN' || node.type === undefined
    if (plain && (text === '' || text === 'null' || text === '~')) return { tag: 'nothing', at }
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return this.readBlock(node, text, at)
    const inside = plain ? at : { line: at.line, column: at.column + 1 }
    return { tag: 'text', at: inside, text, lineByLine: !text.includes('\n') }
  }

  /** A block's text begins on the line under its `|`; the line feed that ends the block is no part of the text. */
  private readBlock(node: Scalar, text: string, at: Position): TreeText {
    const lineStart = this.lines.lineStarts[at.line] ?? 0
    let indent = 0
    while (this.text[lineStart + indent] === ' ') indent++
    return {
      tag: 'text',
      at: { line: at.line + 1, column: indent + 1 },
      text: text.endsWith('\n') ? text.slice(0, -1) : text,
      lineByLine: node.type === 'BLOCK_LITERAL',
    }
  }

  private positionOf(node: Node | null): Position {
    return lineAndColumn(this.lines, node?.range?.[0] ?? 0)
  }
}

function lineAndColumn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
