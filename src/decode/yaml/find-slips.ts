/**
 * What a person most likely did in a file that YAML refuses. A YAML reader tells where it was stopped, and that of each of
 * the things that follow; this reads the lines once more as a person means them, and goes on behind a slip as if it were
 * mended, so that one slip gives one message, at its place.
 */

import type { Position } from '../../domain/diagnostic.js'
import type { Said } from '../../domain/messages/say.js'
import { explainKeyless, explainLineStart, WIDE_DASH, wide } from '../key-slips.js'
import { explainLoss, type LossKind } from '../loss.js'

export interface PlacedSlip {
  readonly said: Said
  readonly at: Position
}

/** The slips that can be told from the lines, in the order of the file; none where only the YAML library can tell. */
export function findSlips(text: string): PlacedSlip[] {
  const scanner = new LineScanner(text.split('\n'))
  while (scanner.scanLine()) {}
  return scanner.slips
}

/** `key:`, in quotes or not, with a blank or nothing behind it. */
const KEY =
  /^(?:"(?:[^"\\]|\\.){0,500}"|'(?:[^']|''){0,500}'|[^\s"'#&*!|>%@`[\]{},-](?:[^:]|:(?![ \t]|$)){0,500}?) *:(?=[ \t]|$)/
const DASHES = /^(?:- +)*(?:-$)?/
const BLOCK_MARK = /^[|>][+-]?[1-9]?[+-]?(?:[ \t]+#.*|[ \t]*)$/
const INDENT = /^[ \t\u3000\u00a0\u2000-\u200b\u202f\u205f]*/
const NOTHING = /^(?:[ \t]*$|[ \t]+#)/
/** A sign that no text without quotes begins with (YAML 1.2.2, 5.3). */
const SIGN = /^(?:[*&!%@`\]},]|[-?:](?=[ \t]|$))/

/** A map's keys or a list's dashes stand in this column. */
interface Open {
  readonly column: number
  readonly kind: 'map' | 'list'
}

/** A line of the file's order: its dashes and its key, and what stands behind them. */
interface OrderLine {
  /** From 0, as is every line and column here. */
  readonly line: number
  /** Of its dashes and its key, a wide blank counted as two. */
  readonly columns: readonly number[]
  readonly key: string | undefined
  readonly rest: string
  readonly restAt: number
}

const ROOT: Open = { column: 0, kind: 'map' }

class LineScanner {
  readonly slips: PlacedSlip[] = []
  private line = 0
  /** The maps and lists that are open; a list may stand in the column of the key that holds it. */
  private readonly open: Open[] = []
  private before: OrderLine | undefined

  constructor(private readonly lines: readonly string[]) {}

  /** False at the end, and at a slip behind which nothing can be told. */
  scanLine(): boolean {
    const text = this.lines[this.line]
    // What begins and ends a document is the library's to tell.
    if (text === undefined || /^(?:%|---|\.\.\.)/.test(text)) return false
    if (/^\s*(?:#|$)/.test(text)) return this.goOn()
    const indent = INDENT.exec(text)![0]
    const tab = indent.indexOf('\t')
    if (tab >= 0) return this.stop({ code: 'tab-indent', values: {} }, this.line, tab)
    const spaces = text.search(/[^ ]|$/)
    const slip = explainLineStart(text.slice(spaces))
    if (slip !== undefined) this.report(slip, this.line, spaces)
    if (text.startsWith('＃', spaces)) return this.goOn()
    const order = this.read(text, indent)
    if (order.columns.length === 0) return slip === undefined && this.scanKeyless(order)
    const open = [...this.open]
    if (!this.fits(order) && slip === undefined) return this.explainIndent(order, open)
    this.push(order)
    this.before = order
    this.line++
    return this.scanValue(order, order.columns.at(-1)!)
  }

  private goOn(): true {
    this.line++
    return true
  }

  private read(text: string, indent: string): OrderLine {
    const start = indent.length
    const shift = [...indent].filter((sign) => sign === '\u3000').length
    const begin = text.slice(start)
    const wideDash = WIDE_DASH.exec(begin)?.[0]
    const dashes = wideDash ?? DASHES.exec(begin)![0]
    const columns = [...dashes].flatMap((sign, index) => (/\s/.test(sign) ? [] : [start + shift + index]))
    const keyAt = start + dashes.length
    // Without its blank, the wide dash is as wide as dash and blank.
    const keyShift = wideDash?.length === 1 ? shift + 1 : shift
    const key = KEY.exec(text.slice(keyAt))?.[0]
    const behind = keyAt + (key?.length ?? 0)
    const restAt = behind + text.slice(behind).search(/[^ \t]|$/)
    const order = { line: this.line, rest: text.slice(restAt), restAt }
    if (key === undefined) return { ...order, columns, key }
    return { ...order, columns: [...columns, keyAt + keyShift], key: key.slice(0, -1).trimEnd() }
  }

  /** Whether a line goes on with an open map or list, or opens one where the line before has nothing behind its key. */
  private fits({ columns, key }: OrderLine): boolean {
    const { open, before } = this
    const column = columns[0]!
    const kind = key !== undefined && columns.length === 1 ? 'map' : 'list'
    const opens = before === undefined || before.rest === '' || before.rest.startsWith('#')
    if (column > (open.at(-1)?.column ?? -1)) return opens
    while (column < (open.at(-1)?.column ?? -1)) open.pop()
    const top = open.at(-1)
    if (top === undefined || top.column !== column) return false
    if (top.kind === kind) return true
    if (kind === 'list') return opens && before?.columns.at(-1) === column
    if (open.at(-2)?.column !== column) return false
    open.pop()
    return true
  }

  private push({ columns, key }: OrderLine): void {
    for (const [index, column] of columns.entries()) {
      const kind = key !== undefined && index === columns.length - 1 ? 'map' : 'list'
      const top = this.open.at(-1)
      if (top === undefined || column > top.column || (column === top.column && kind !== top.kind)) {
        this.open.push({ column, kind })
      }
    }
  }

  private explainIndent({ columns, key }: OrderLine, open: readonly Open[]): boolean {
    const here = columns[0]!
    const distance = ({ column }: Open) => Math.abs(column - here)
    const near = open.reduce((best, each) => (distance(each) <= distance(best) ? each : best), open[0] ?? ROOT)
    const slip =
      near.column !== here
        ? ({ slip: 'uneven', key, here, near: near.column } as const)
        : near.kind === 'list'
          ? ({ slip: 'no-dash', key: key ?? '' } as const)
          : ({ slip: 'stray-dash' } as const)
    return this.stop({ code: 'bad-indent', values: slip }, this.line, here)
  }

  /** A line without key and dash: one that lacks its sign, or one that goes on with the text above. */
  private scanKeyless(order: OrderLine): boolean {
    const { rest, restAt, line } = order
    if (/^[[{]/.test(rest)) {
      this.line++
      return this.scanBrackets(order)
    }
    if (/^-[^-]/.test(rest)) return this.stop(dashWithoutBlank(rest), line, restAt)
    const slip = explainKeyless(rest)
    if (slip !== undefined) {
      const colon = rest.search(/[:：]/)
      const isBehind = slip.code === 'full-width' && rest[colon] === ':'
      this.report(slip, line, restAt + (isBehind ? colon + 1 : colon))
      const value = rest.slice(colon + 1).trim()
      const mended = { ...order, columns: [restAt], key: rest.slice(0, colon), rest: value }
      this.fits(mended)
      this.push(mended)
      this.before = mended
      this.line++
      return !BLOCK_MARK.test(value) || this.skipBlock(restAt)
    }
    if (/:(?:[ \t]|$)/.test(rest)) return this.stop({ code: 'long-key', values: {} }, line, restAt)
    const { before } = this
    const isText = before !== undefined && restAt > before.columns.at(-1)! && !BLOCK_MARK.test(before.rest)
    if (isText && !NOTHING.test(before.rest)) return this.stop(this.lossOf('lines', before), before.line, before.restAt)
    const isLast = this.lines.findLastIndex((each) => each.trim() !== '') === line
    return this.stop(isLast && !isText ? noColon('end') : lineWithoutKey(before), line, restAt)
  }

  /** What stands behind a key or a dash; `holder` is the column of it. */
  private scanValue(order: OrderLine, holder: number): boolean {
    const { line, key, rest, restAt } = order
    if (rest === '' || rest.startsWith('#')) return true
    if (/^[｜＞]/.test(rest) && this.nextIndent() > holder) {
      this.report(wide(rest[0]!, 'pipe'), line, restAt)
      return this.skipBlock(holder)
    }
    if (BLOCK_MARK.test(rest)) return this.skipBlock(holder)
    if (/^[|>]/.test(rest)) return this.stop({ code: 'text-behind-pipe', values: { text: rest } }, line, restAt)
    if (/^["']/.test(rest)) return this.scanQuoted(order)
    if (/^[[{]/.test(rest)) return this.scanBrackets(order)
    const sign = SIGN.exec(rest)?.[0]
    if (sign !== undefined) {
      const isMark = /[&*!]/.test(sign)
      this.report(isMark ? this.lossOf('mark', order) : signAtStart(sign, rest), line, restAt)
      return true
    }
    const remark = rest.search(/[ \t]#/)
    const plain = (remark < 0 ? rest : rest.slice(0, remark)).trimEnd()
    if (key === undefined && this.isMapBelow(holder)) {
      const slip = explainKeyless(plain)
      if (slip !== undefined) this.report(slip, line, restAt)
      this.open.push({ column: restAt, kind: 'map' })
      return true
    }
    const colon = plain.search(/:(?:[ \t]|$)/)
    if (colon >= 0) this.report({ code: 'colon-in-value', values: { key } }, line, restAt + colon)
    return true
  }

  /** From a quotation mark to the one that closes it, on this line or below. */
  private scanQuoted(order: OrderLine): boolean {
    const { line, rest, restAt } = order
    const mark = rest[0]!
    const end = quoteEnd(rest, 1, mark)
    if (end !== undefined) {
      const quoted = rest.slice(0, end + 1)
      if (!NOTHING.test(rest.slice(end + 1)))
        this.report({ code: 'text-behind-quote', values: { quoted } }, line, restAt)
      return true
    }
    for (; this.line < this.lines.length; this.line++) {
      const text = this.lines[this.line]!
      const start = text.search(/[^ ]|$/)
      const from = start + DASHES.exec(text.slice(start))![0].length
      // A key between the two marks: the first was never closed, and the next opens another text.
      if (KEY.test(text.slice(from))) break
      if (quoteEnd(text, 0, mark) === undefined) continue
      this.report(this.lossOf('lines', order), line, restAt)
      this.skipPasted()
      return true
    }
    return this.stop({ code: 'open-mark', values: { mark } }, line, restAt)
  }

  /** From a bracket to the one that closes it, on this line or below. */
  private scanBrackets({ line, rest, restAt }: OrderLine): boolean {
    let depth = 0
    for (let at = line; at < this.lines.length; at++) {
      const text = at === line ? rest : this.lines[at]!
      for (let index = 0; index < text.length; index++) {
        const sign = text[index]!
        if (/["']/.test(sign) && /[[{,: ]/.test(text[index - 1] ?? ' ')) {
          index = quoteEnd(text, index + 1, sign) ?? text.length
        } else if (/[[{]/.test(sign)) {
          depth++
        } else if (/[\]}]/.test(sign) && --depth === 0) {
          this.line = at + 1
          if (!NOTHING.test(text.slice(index + 1))) this.report(signAtStart(rest[0]!, rest), line, restAt)
          return true
        }
      }
    }
    return this.stop({ code: 'open-mark', values: { mark: rest[0]! } }, line, restAt)
  }

  /** Over what else was pasted: up to a line with a key or a dash. */
  private skipPasted(): void {
    do this.line++
    while (this.line < this.lines.length && !/^ *(?:- |-$|[^\s"':#]+:(?: |$))/.test(this.lines[this.line]!))
  }

  private lossOf(kind: LossKind, { line, key, rest, restAt }: OrderLine): Said {
    return explainLoss({ kind, at: { line, column: restAt }, typed: rest }, key)
  }

  /** Over the lines of a text below `|`: set in deeper than what holds them. */
  private skipBlock(holder: number): true {
    for (; this.line < this.lines.length; this.line++) {
      const text = this.lines[this.line]!
      const indent = text.search(/[^ ]|$/)
      if (indent < text.length && indent <= holder) break
    }
    return true
  }

  /** How far the next line that is not empty is set in. */
  private nextIndent(): number {
    let next = this.line
    while (this.lines[next]?.trim() === '') next++
    return this.lines[next]?.search(/[^ ]|$/) ?? 0
  }

  /** Whether the next line begins with a key, well or badly written, deeper than this dash: then this line should too. */
  private isMapBelow(dash: number): boolean {
    let next = this.line
    while (/^\s*(?:#|$)/.test(this.lines[next] ?? '.')) next++
    const text = this.lines[next] ?? ''
    const start = text.search(/[^ ]|$/)
    const begin = text.slice(start)
    return start > dash && (KEY.test(begin) || explainKeyless(begin) !== undefined)
  }

  private report(said: Said, line: number, column: number): void {
    this.slips.push({ said, at: { line: line + 1, column: column + 1 } })
  }

  private stop(said: Said, line: number, column: number): false {
    this.report(said, line, column)
    return false
  }
}

function dashWithoutBlank(text: string): Said {
  if (/\s/.test(text[1]!)) return wide(text[1]!, 'blank-of-dash')
  return { code: 'missing-blank', values: { sign: '-', text: text.slice(1) } }
}

/** A line without a key below a line of the file's order, which may hold a text after `|`. */
function lineWithoutKey(above: OrderLine | undefined): Said {
  const isBlock = above?.key !== undefined && /^[|>]/.test(above.rest)
  return isBlock ? { code: 'bad-indent', values: { slip: 'shallow-text', key: above.key! } } : noColon('line')
}

function noColon(where: 'line' | 'end'): Said {
  return { code: 'no-colon', values: { where } }
}

function signAtStart(sign: string, text: string): Said {
  return { code: 'sign-at-start', values: { sign, text } }
}

/** Where the mark stands that closes a quotation; in `'…'` two of them are one that is meant. */
function quoteEnd(text: string, from: number, mark: string): number | undefined {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\' && mark === '"') index++
    else if (text[index] === mark && mark === "'" && text[index + 1] === mark) index++
    else if (text[index] === mark) return index
  }
  return undefined
}
