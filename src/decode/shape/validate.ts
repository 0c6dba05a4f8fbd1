/** The one place that judges shape: a Tree against a Shape, all slips at once, each with its place. */

import { assertNever } from '../../domain/assert-never.js'
import { byPlace, type Diagnostic, type Position, type Severity } from '../../domain/diagnostic.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { type Said, sayAgain, sayAt, withSeverity } from '../../domain/messages/say.js'
import type { Wanted } from '../../domain/messages/shape.js'
import { explainKey, explainKeyless } from '../key-slips.js'
import { explainLoss, type Loss } from '../loss.js'
import { describeTree, type Tree, type TreeEntry, type TreeMap, type TreeText } from '../tree.js'
import { nearestKey } from './nearest-key.js'
import { type ByYearShape, type MapShape, NO, type Shape, type TextShape, YES } from './shape.js'

/** All that is wrong with `tree`, in the order of the file. */
export function validate(file: string, tree: Tree, shape: Shape): Diagnostic[] {
  const judge = new Judge(file)
  judge.visit(tree, shape, undefined)
  return judge.finish()
}

class Judge {
  private readonly diagnostics: Diagnostic[] = []
  /** How often a slip that is told once stands in the file, and which message tells it. */
  private readonly again = new Map<string, number>()
  private readonly slips = new Map<Diagnostic, string>()

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
      case 'named': {
        const isWhole = tree.tag === (shape.whole.tag === 'list' ? 'list' : 'map')
        this.visit(tree, isWhole ? shape.whole : shape.name, key)
        return
      }
      case 'by-year':
        if (tree.tag === 'map') this.visitYears(tree, shape, key)
        else if (tree.tag !== 'text') this.wrongType(tree, key, { wants: 'years' })
        else if (shape.forAll.includes(tree.text.trim())) this.visitText(tree, shape.of, key)
        else this.report({ code: 'not-by-year', values: { key, text: tree.text } }, tree.at, tree.text.length)
        return
      case 'list':
        if (tree.tag !== 'list' || tree.items.length < shape.atLeast) {
          if (this.hasKeySlip(tree)) return
          this.wrongType(tree, key, { wants: 'list', least: shape.atLeast })
        } else if (shape.atMost !== undefined && tree.items.length > shape.atMost) {
          this.wrongType(tree, key, { wants: 'shorter-list', most: shape.atMost })
        } else {
          for (const [index, item] of tree.items.entries()) this.visit(item, shape.items?.[index] ?? shape.of, key)
        }
        return
      case 'texts':
        for (const text of tree.tag === 'list' ? tree.items : [tree]) this.visitText(text, shape.of, key)
        return
      case 'text':
        this.visitText(tree, shape, key)
        return
      case 'flag':
        if (tree.tag === 'text' && [...YES, ...NO].includes(tree.text)) return
        this.wrongType(tree, key, { wants: 'flag' })
        return
      case 'choice':
        if (tree.tag === 'text' && shape.choices.includes(tree.text)) return
        this.wrongType(tree, key, { wants: 'choice', choices: shape.choices })
        return
      case 'number': {
        const value = tree.tag === 'text' ? toNumber(tree.text) : Number.NaN
        const fits = value >= shape.least && value <= shape.most && (!shape.whole || Number.isInteger(value))
        const wants = shape.whole ? 'whole-number' : 'number'
        if (!fits) this.wrongType(tree, key, { wants, least: shape.least, most: shape.most })
        return
      }
      default:
        assertNever(shape)
    }
  }

  private visitMap(tree: TreeMap, shape: MapShape): void {
    const known = Object.keys(shape.keys).filter((key) => shape.keys[key]!.refused === undefined)
    for (const { key, keyAt, value } of tree.entries) {
      const inner = Object.hasOwn(shape.keys, key) ? shape.keys[key] : shape.former?.(key)
      if (inner === undefined) this.unknownKey(key, keyAt, shape.name, known)
      else if (inner.refused !== undefined) this.report(inner.refused, keyAt, key.length)
      else if (value.tag !== 'nothing') this.visit(value, inner.shape, key)
      else if (value.loss !== undefined) this.lost(value.loss, key)
      else if (inner.required || !value.isMeant) {
        const text = inner.shape.tag === 'by-year' ? inner.shape.of : inner.shape
        const instead = text.tag === 'text' ? text.ifNothing : undefined
        this.report({ code: 'no-value', values: { key, behind: 'key', instead } }, keyAt, key.length)
      }
    }
    const meant = tree.entries.map(({ key }) => (known.includes(key) ? key : nearestKey(key, known)))
    for (const [key, inner] of Object.entries(shape.keys)) {
      if (!inner.required || meant.includes(key)) continue
      const example = inner.examples?.[0]
      const hint = example === undefined ? inner.description : `例: 「${key}: ${example}」`
      this.report({ code: 'missing-key', values: { name: shape.name, key, hint } }, tree.at)
    }
  }

  private visitYears({ entries }: TreeMap, { of }: ByYearShape, field: string | undefined): void {
    const seen = new Map<number, TreeEntry>()
    for (const entry of entries) {
      const { key, keyAt, value } = entry
      const year = parseFiscalYear(key)
      const first = year === undefined ? undefined : seen.get(year)
      if (year === undefined) this.unknownYear(key, keyAt, field)
      else if (first !== undefined) {
        this.report(
          { code: 'double-year', values: { year: key, first: first.key, line: first.keyAt.line } },
          keyAt,
          key.length,
        )
      } else if (value.tag === 'nothing' && value.loss === undefined && !value.isMeant) {
        this.report({ code: 'no-value', values: { key, behind: 'key', instead: NO_YEAR } }, keyAt, key.length)
      } else if (value.tag !== 'nothing' || value.loss !== undefined) this.visit(value, of, key)
      if (year !== undefined && first === undefined) seen.set(year, entry)
    }
  }

  private noMap(tree: Tree, key: string | undefined, shape: MapShape): void {
    const slip = tree.tag === 'text' ? explainKeyless(tree.text) : undefined
    if (slip === undefined) this.wrongType(tree, key, { wants: 'map', name: shape.name })
    else this.report(slip, tree.at)
  }

  /** A list whose dashes are of full width is read as a map, and is told as that. */
  private hasKeySlip(tree: Tree): boolean {
    if (tree.tag === 'text') {
      const slip = explainKeyless(tree.text)
      if (slip !== undefined) this.report(slip, tree.at)
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
      this.report(slip, at, key.length)
      return
    }
    const nearest = nearestKey(key, known)
    this.reportOnce(`${name} ${key}`, { code: 'unknown-key', values: { name, key, nearest, known } }, at, key.length)
  }

  /** A field whose years are written so in one row has them so in all. */
  private unknownYear(key: string, at: Position, field = ''): void {
    const slip = explainKey(key)
    if (slip !== undefined) this.report(slip, at, key.length)
    else this.reportOnce(field, { code: 'unknown-year', values: { field, text: key } }, at, key.length)
  }

  /** The first of the same slip; how many others there are is told by `finish`. */
  private reportOnce(slip: string, said: Said, at: Position, length: number): void {
    const times = this.again.get(slip) ?? 0
    this.again.set(slip, times + 1)
    if (times > 0) return
    this.report(said, at, length)
    this.slips.set(this.diagnostics.at(-1)!, slip)
  }

  /** What was found, the same slip told once with the number of the others. */
  finish(): Diagnostic[] {
    const all = this.diagnostics.map((diagnostic) => {
      const slip = this.slips.get(diagnostic)
      return slip === undefined ? diagnostic : sayAgain(diagnostic, { others: this.again.get(slip)! - 1 })
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
        if (item.tag === 'list') this.wrongType(item, key, { wants: 'one-dash' })
        else this.visitText(item, shape, key)
      }
      return
    }
    if (tree.tag === 'nothing') {
      this.report({ code: 'no-value', values: { key, behind: 'dash' } }, tree.at)
      return
    }
    if (tree.tag !== 'text') {
      this.wrongType(tree, key, { wants: shape.manyLines ? 'texts' : 'text' })
      return
    }
    if (this.hasUnprintable(tree, key)) return
    if (tree.text === '' && !shape.mayBeEmpty) {
      this.report({ code: 'no-value', values: { key, behind: 'quotes' } }, tree.at)
    } else if (!shape.manyLines && tree.text.includes('\n')) {
      this.wrongType(tree, key, { wants: 'line' })
    } else {
      const said = shape.judge?.(tree.text)
      if (said !== undefined) this.report(said, tree.at, tree.text.length)
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
    const code = `U+${first[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    const sign = first[0] === '\t' ? 'tab' : 'control'
    this.report({ code: 'unprintable', values: { key, sign, code, others: found.length - 1 } }, at, 1)
    return true
  }

  private lost(loss: Loss, key: string | undefined): void {
    const severity = loss.kind === 'block-remark' ? 'warning' : 'error'
    this.report(explainLoss(loss, key), loss.at, Math.max(1, loss.typed.length), severity)
  }

  private wrongType(tree: Tree, key: string | undefined, wanted: Wanted): void {
    this.report({ code: 'wrong-type', values: { key, found: describeTree(tree), ...wanted } }, tree.at)
  }

  private report(said: Said, at: Position, length?: number, severity: Severity = 'error'): void {
    const place = { kind: 'text' as const, file: this.file, ...at, ...(length === undefined ? {} : { length }) }
    this.diagnostics.push(withSeverity(sayAt(said, place), severity))
  }
}

const NO_YEAR = '空欄なら "" と書くか、その年度の行ごと消してください。'

/** C0 and C1 controls but the line feed, line and paragraph separators, noncharacters and lone surrogates (XML 1.0, 2.2). */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Surrogate}\ufdd0-\ufdef\ufffe\uffff]/gu

/** Whether a text holds such a character, a line feed aside. */
export function isUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0
}

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
