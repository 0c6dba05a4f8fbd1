/** The one place that judges shape: a Tree against a Shape, all slips at once, each with its place. */

import { assertNever } from '../../domain/assert-never.js'
import { byPlace, type Diagnostic, type Position, type Severity } from '../../domain/diagnostic.js'
import { explainKey, explainKeyless } from '../key-slips.js'
import { explainLoss, type Loss } from '../loss.js'
import { shorten } from '../slip.js'
import { describeTree, type Tree, type TreeMap, type TreeText } from '../tree.js'
import { nearestKey } from './nearest-key.js'
import { type MapShape, NO, type Shape, type TextShape, YES } from './shape.js'

/** All that is wrong with `tree`, in the order of the file. */
export function validate(file: string, tree: Tree, shape: Shape): Diagnostic[] {
  const judge = new Judge(file)
  judge.visit(tree, shape, undefined)
  return judge.finish()
}

class Judge {
  private readonly diagnostics: Diagnostic[] = []
  /** How often each unknown key stands in the file, by its message. */
  private readonly unknown = new Map<string, number>()

  constructor(private readonly file: string) {}

  /** `key` is the key that the value stands behind, for the message. */
  visit(tree: Tree, shape: Shape, key: string | undefined): void {
    switch (shape.tag) {
      case 'map':
        if (tree.tag === 'map') this.visitMap(tree, shape)
        else this.noMap(tree, key, shape)
        return
      case 'either': {
        const has = tree.tag === 'map' && tree.entries.some((entry) => entry.key === shape.key)
        this.visit(tree, has ? shape.having : shape.lacking, key)
        return
      }
      case 'named':
        this.visit(tree, tree.tag === 'map' ? shape.whole : shape.name, key)
        return
      case 'list':
        if (tree.tag !== 'list' || tree.items.length < shape.atLeast) {
          if (this.hasKeySlip(tree)) return
          this.wrongType(tree, key, `「${key}:」の下に「- 」で始めて${shape.atLeast}つ以上並べてください。`)
        } else if (shape.atMost !== undefined && tree.items.length > shape.atMost) {
          this.wrongType(tree, key, `${shape.atMost}つまでにしてください。`)
        } else {
          for (const item of tree.items) this.visit(item, shape.of, key)
        }
        return
      case 'text':
        this.visitText(tree, shape, key)
        return
      case 'flag':
        if (tree.tag === 'text' && [...YES, ...NO].includes(tree.text)) return
        this.wrongType(tree, key, 'true（はい）か false（いいえ）を書いてください。')
        return
      case 'choice':
        if (tree.tag === 'text' && shape.choices.includes(tree.text)) return
        this.wrongType(
          tree,
          key,
          `${shape.choices.map((choice) => `「${choice}」`).join('')}のどれかを書いてください。`,
        )
        return
      case 'number': {
        const value = tree.tag === 'text' ? toNumber(tree.text) : Number.NaN
        const fits = value >= shape.least && value <= shape.most && (!shape.whole || Number.isInteger(value))
        const kind = shape.whole ? '整数' : '数'
        if (!fits) this.wrongType(tree, key, `${shape.least} から ${shape.most} までの${kind}を書いてください。`)
        return
      }
      default:
        assertNever(shape)
    }
  }

  private visitMap(tree: TreeMap, shape: MapShape): void {
    const known = Object.keys(shape.keys)
    for (const { key, keyAt, value } of tree.entries) {
      const inner = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined
      if (inner === undefined) this.unknownKey(key, keyAt, shape.name, known)
      else if (value.tag !== 'nothing') this.visit(value, inner.shape, key)
      else if (value.loss !== undefined) this.lost(value.loss, key)
      else if (inner.required || !value.isMeant) {
        const hint = inner.shape.tag === 'text' ? inner.shape.ifNothing : undefined
        this.report('no-value', keyAt, `「${key}」に値がありません。`, hint ?? NO_VALUE, key.length)
      }
    }
    const meant = tree.entries.map(({ key }) => (known.includes(key) ? key : nearestKey(key, known)))
    for (const [key, inner] of Object.entries(shape.keys)) {
      if (!inner.required || meant.includes(key)) continue
      const example = inner.examples?.[0]
      const hint = example === undefined ? inner.description : `例: 「${key}: ${example}」`
      this.report('missing-key', tree.at, `${shape.name}に必要なキー「${key}」がありません。`, hint)
    }
  }

  private noMap(tree: Tree, key: string | undefined, shape: MapShape): void {
    const slip = tree.tag === 'text' ? explainKeyless(tree.text) : undefined
    if (slip === undefined) this.wrongType(tree, key, `${shape.name}は「キー: 値」の並びで書きます。`)
    else this.report(slip.code, tree.at, slip.message, slip.hint)
  }

  /** A list whose dashes are of full width is read as a map, and is told as that. */
  private hasKeySlip(tree: Tree): boolean {
    if (tree.tag === 'text') {
      const slip = explainKeyless(tree.text)
      if (slip !== undefined) this.report(slip.code, tree.at, slip.message, slip.hint)
      return slip !== undefined
    }
    const entry = tree.tag === 'map' ? tree.entries.find(({ key }) => explainKey(key) !== undefined) : undefined
    if (entry === undefined) return false
    this.unknownKey(entry.key, entry.keyAt, '', [])
    return true
  }

  private unknownKey(key: string, at: Position, name: string, known: readonly string[]): void {
    const slip = explainKey(key)
    if (slip !== undefined) {
      this.report(slip.code, at, slip.message, slip.hint, key.length)
      return
    }
    const nearest = nearestKey(key, known)
    const list = `${name}に書けるキー: ${known.join('、')}`
    const hint = nearest === undefined ? list : `「${nearest}」の書き間違いではありませんか。${list}`
    const message = `${name}に知らないキー「${shorten(key)}」があります。`
    const times = this.unknown.get(message) ?? 0
    if (times === 0) this.report('unknown-key', at, message, hint, key.length)
    this.unknown.set(message, times + 1)
  }

  /** What was found, the same unknown key told once with the number of the others. */
  finish(): Diagnostic[] {
    const all = this.diagnostics.map((diagnostic) => {
      const others = (this.unknown.get(diagnostic.message) ?? 1) - 1
      return others === 0
        ? diagnostic
        : { ...diagnostic, message: `${diagnostic.message}ほかに ${others} か所あります。` }
    })
    return all.sort(byPlace)
  }

  private visitText(tree: Tree, shape: TextShape, key: string | undefined): void {
    if (tree.loss !== undefined && isKept(tree.loss, shape)) {
      this.lost(tree.loss, key)
      if (tree.loss.kind !== 'block-remark') return
    }
    if (tree.tag === 'list' && shape.manyLines) {
      for (const item of tree.items) {
        if (item.tag === 'list')
          this.wrongType(item, key, '「- 」は一つの文章に一つです。「-」を印刷するなら、文章を "…" で囲んでください。')
        else this.visitText(item, shape, key)
      }
      return
    }
    if (tree.tag === 'nothing') {
      this.report(
        'no-value',
        tree.at,
        `「${key}」の「-」の後に何もありません。`,
        '文章を書くか、空行なら - "" と書いてください。',
      )
      return
    }
    if (tree.tag !== 'text') {
      this.wrongType(tree, key, shape.manyLines ? '文章、または文章の一覧を書いてください。' : '文章を書いてください。')
      return
    }
    if (this.hasUnprintable(tree, key)) return
    if (tree.text === '' && !shape.mayBeEmpty) {
      this.report('no-value', tree.at, `「${key}」が空です。`, '値を書いてください。')
    } else if (!shape.manyLines && tree.text.includes('\n')) {
      this.wrongType(tree, key, '一行で書いてください。')
    } else {
      const judgement = shape.judge?.(tree.text)
      if (judgement !== undefined)
        this.report(judgement.code, tree.at, judgement.message, judgement.hint, tree.text.length)
    }
  }

  /** Characters that no format can carry: they would be lost without a word, so the file is not taken with them. */
  private hasUnprintable(tree: TreeText, key: string | undefined): boolean {
    const found = [...tree.text.matchAll(UNPRINTABLE)]
    const [first] = found
    if (first === undefined) return false
    const before = tree.text.slice(0, first.index).split('\n')
    const at = tree.lineByLine
      ? { line: tree.at.line + before.length - 1, column: tree.at.column + before.at(-1)!.length }
      : tree.at
    const code = first[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    const what = first[0] === '\t' ? 'タブ' : '印刷できない制御文字'
    const others = found.length === 1 ? '' : `ほかに ${found.length - 1} か所あります。`
    const message = `「${key}」に${what}（U+${code}）があります。${others}`
    this.report('unprintable', at, message, '消すか、空白に置き換えてください。', 1)
    return true
  }

  private lost(loss: Loss, key: string | undefined): void {
    const { code, message, hint } = explainLoss(loss, key)
    const severity = loss.kind === 'block-remark' ? 'warning' : 'error'
    this.report(code, loss.at, message, hint, Math.max(1, loss.typed.length), severity)
  }

  private wrongType(tree: Tree, key: string | undefined, hint: string): void {
    const where = key === undefined ? '' : `「${key}」の`
    this.report('wrong-type', tree.at, `${where}値が正しくありません（${describeTree(tree)}）。`, hint)
  }

  private report(
    code: string,
    at: Position,
    message: string,
    hint: string,
    length?: number,
    severity: Severity = 'error',
  ): void {
    const place = { kind: 'text' as const, file: this.file, ...at, ...(length === undefined ? {} : { length }) }
    this.diagnostics.push({ severity, code, message, place, hint })
  }
}

/** C0 and C1 controls but the line feed, line and paragraph separators, noncharacters and lone surrogates (XML 1.0, 2.2). */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Surrogate}\ufdd0-\ufdef\ufffe\uffff]/gu

/** Whether a text holds such a character, a line feed aside. */
export function isUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0
}

const NO_VALUE = '値を書くか、キーごと消してください。'

/** Whether YAML keeps what the shape does not let go. */
function isKept({ kind }: Loss, { mayLose }: TextShape): boolean {
  if (mayLose === 'anything') return false
  return mayLose === undefined || !['remark', 'remark-line', 'block-remark'].includes(kind)
}

/** A number as written, full-width figures too; NaN where it is none. */
export function toNumber(text: string): number {
  const half = text.normalize('NFKC').trim()
  return /^[+-]?\d+(\.\d+)?$/.test(half) ? Number(half) : Number.NaN
}
