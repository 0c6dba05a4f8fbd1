/** The notation inside a cell: lines of text into their pieces and back. The pieces joined are the text, to the letter. */

import { assertNever } from './assert-never.js'
import { namesBody } from './body-name.js'
import { findFiscalYears } from './fiscal-year-mention.js'
import { type Marker, readMarker } from './marker.js'

export type CellLine = GapLine | HeadingLine | ParagraphLine

/** An empty line, or one of blanks. */
export interface GapLine {
  readonly tag: 'gap'
  readonly blanks: string
}

/** 【…】 on a line of its own: the funding or heading of the lines that follow. */
export interface HeadingLine {
  readonly tag: 'heading'
  readonly indent: string
  /** What stands between the brackets. */
  readonly name: string
  readonly after: string
}

export interface ParagraphLine {
  readonly tag: 'paragraph'
  /** Blanks at the line's start. */
  readonly indent: string
  readonly marker?: Marker
  /** （再掲）: the item stands elsewhere too. */
  readonly again?: Again
  /** 実施主体. */
  readonly actor?: Actor
  /** All the rest. */
  readonly body: string
}

export interface Again {
  readonly text: string
  readonly space: string
}

export interface Actor {
  readonly open: string
  readonly name: string
  readonly close: string
  readonly space: string
}

/**
 * Lines part at a line feed and nowhere else; an empty text is one gap. `printCell` gives the text back. A sign that is
 * all that the cell says, ○ or △ as a mark in a table, is what it says and opens nothing.
 */
export function parseCell(text: string): readonly CellLine[] {
  const whole = text.trim()
  const isValue = readMarker(whole)?.text === whole
  return text.split('\n').map((line) => parseLine(line, isValue))
}

export function printCell(lines: readonly CellLine[]): string {
  return lines.map(printLine).join('\n')
}

export function printLine(line: CellLine): string {
  switch (line.tag) {
    case 'gap':
      return line.blanks
    case 'heading':
      return `${line.indent}【${line.name}】${line.after}`
    case 'paragraph':
      return printOpening(line) + line.body
    default:
      return assertNever(line)
  }
}

/** What stands before the body: indent, marker, 再掲 and actor. */
export function printOpening({ indent, marker, again, actor }: ParagraphLine): string {
  return [
    indent,
    marker && marker.text + marker.space,
    again && again.text + again.space,
    actor && actor.open + actor.name + actor.close + actor.space,
  ].join('')
}

/** UTF-16 units that a hanging indent leaves clear: indent, marker and the blanks behind it; 0 without a marker. */
export function markerLength(line: CellLine): number {
  if (line.tag !== 'paragraph' || !line.marker) return 0
  return line.indent.length + line.marker.text.length + line.marker.space.length
}

/** ○[新庄最上薬剤師会] and no more: it speaks for the lines under it. */
export function isBareActor(line: CellLine): boolean {
  return line.tag === 'paragraph' && line.actor !== undefined && line.body.trim() === ''
}

/** The whole text says that it is the same as the cell above. */
export function isSameAsAbove(text: string): boolean {
  return /^[(（]?同上[)）]?$/.test(text.trim())
}

function parseLine(text: string, isValue: boolean): CellLine {
  const indent = leadingBlanks(text)
  if (indent === text) return { tag: 'gap', blanks: text }
  const heading = /^【([^【】]+)】(\s*)$/.exec(text.slice(indent.length))
  if (heading) return { tag: 'heading', indent, name: heading[1]!, after: heading[2]! }

  let rest = text.slice(indent.length)
  const marker = isValue ? undefined : readMarker(rest)
  if (marker) rest = rest.slice(marker.text.length + marker.space.length)
  const again = readAgain(rest)
  if (again) rest = rest.slice(again.text.length + again.space.length)
  const actor = readActor(rest, marker !== undefined)
  if (actor) rest = rest.slice(actor.open.length + actor.name.length + actor.close.length + actor.space.length)
  return {
    tag: 'paragraph',
    indent,
    ...(marker && { marker }),
    ...(again && { again }),
    ...(actor && { actor }),
    body: rest,
  }
}

function readAgain(text: string): Again | undefined {
  const match = /^([(（[［]再掲[)）\]］])(\s*)/.exec(text)
  return match ? { text: match[1]!, space: match[2]! } : undefined
}

/** Words in […] that tell how an item stands, not who does it. */
const STATUS = /^(?:新規?|継続?|拡充?|変更|廃止|完了|終了|重点|予定|案)$/

/** Square brackets name who does it, unless they hold a status or years; round ones only after a marker and if they name a body. */
function readActor(text: string, marked: boolean): Actor | undefined {
  const match = /^([[［])([^[\]［］]+)([\]］])(\s*)/.exec(text) ?? /^([(（])([^()（）]+)([)）])(\s*)/.exec(text)
  if (!match) return undefined
  const [, open = '', name = '', close = '', space = ''] = match
  const square = open === '[' || open === '［'
  const names = square ? !STATUS.test(name) && findFiscalYears(`[${name}]`).length === 0 : marked && namesBody(name)
  return names ? { open, name, close, space } : undefined
}

function leadingBlanks(text: string): string {
  return /^\s*/.exec(text)![0]
}
