/** The notation inside a cell: lines of text into their pieces and back. The pieces joined are the text, to the letter. */

import { assertNever } from '../assert-never.js'
import { findFiscalYears } from '../fiscal-year-mention.js'
import { isReference, isStatus, isTag, namesBody } from './bracket-words.js'
import { type Marker, readMarker } from './marker.js'

export type CellLine = GapLine | HeadingLine | ParagraphLine

/** An empty line, or one of blanks. */
export interface GapLine {
  readonly tag: 'gap'
  readonly blanks: string
}

/** 【…】 on a line of its own. */
export interface HeadingLine {
  readonly tag: 'heading'
  /** funding: who pays for the lines that follow, or what heads them. tag: how the item beside it stands, or a target. */
  readonly says: 'funding' | 'tag'
  readonly indent: string
  /** What stands between the brackets. */
  readonly name: string
  readonly after: string
}

export interface ParagraphLine {
  readonly tag: 'paragraph'
  /** Blanks at the line's start. */
  readonly indent: string
  /** 【新規】 before the item: how it stands. */
  readonly status?: Tag
  readonly marker?: Marker
  /** （再掲）: the item stands elsewhere too. */
  readonly again?: Tag
  /** 実施主体. */
  readonly actor?: Actor
  /** All the rest. */
  readonly body: string
  /** （再掲） at the line's end, with the blanks around it. */
  readonly againBehind?: string
}

export interface Tag {
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
      return printOpening(line) + line.body + (line.againBehind ?? '')
    default:
      return assertNever(line)
  }
}

/** What stands before the body: indent, 【新規】, marker, 再掲 and actor. */
export function printOpening({ indent, status, marker, again, actor }: ParagraphLine): string {
  return [
    indent,
    status && status.text + status.space,
    marker && marker.text + marker.space,
    again && again.text + again.space,
    actor && actor.open + actor.name + actor.close + actor.space,
  ].join('')
}

/** UTF-16 units that a hanging indent leaves clear: indent, marker and the blanks behind it; 0 where no marker opens the line. */
export function markerLength(line: CellLine): number {
  if (line.tag !== 'paragraph' || !line.marker || line.status) return 0
  return line.indent.length + line.marker.text.length + line.marker.space.length
}

/** ○[新庄最上薬剤師会] and no more: it speaks for the lines under it. */
export function isBareActor(line: CellLine): boolean {
  return line.tag === 'paragraph' && line.actor !== undefined && line.body.trim() === ''
}

function parseLine(text: string, isValue: boolean): CellLine {
  const indent = leadingBlanks(text)
  if (indent === text) return { tag: 'gap', blanks: text }
  const heading = /^【([^【】]+)】(\s*)$/.exec(text.slice(indent.length))
  if (heading) {
    const [, name = '', after = ''] = heading
    return { tag: 'heading', says: isTag(name) ? 'tag' : 'funding', indent, name, after }
  }

  let rest = text.slice(indent.length)
  const status = readStatus(rest)
  if (status) rest = rest.slice(status.text.length + status.space.length)
  const marker = isValue ? undefined : readMarker(rest)
  if (marker) rest = rest.slice(marker.text.length + marker.space.length)
  const again = readAgain(rest)
  if (again) rest = rest.slice(again.text.length + again.space.length)
  const actor = readActor(rest, marker !== undefined)
  if (actor) rest = rest.slice(actor.open.length + actor.name.length + actor.close.length + actor.space.length)
  const againBehind = again ? undefined : readAgainBehind(rest)
  return {
    tag: 'paragraph',
    indent,
    ...(status && { status }),
    ...(marker && { marker }),
    ...(again && { again }),
    ...(actor && { actor }),
    body: againBehind === undefined ? rest : rest.slice(0, -againBehind.length),
    ...(againBehind !== undefined && { againBehind }),
  }
}

/** （再掲）, 【再掲】, （再掲：②）, （①の再掲）. */
const AGAIN = '[(（[［【《〔](?:[^()（）\\s]{1,8}の)?再掲(?:[：: 、　][^()（）[\\]【】]{1,12})?[)）\\]］】》〕]'
const AGAIN_BEFORE = new RegExp(`^(${AGAIN}|再掲[：:])(\\s*)`)
const AGAIN_BEHIND = new RegExp(`\\s*${AGAIN}\\s*$`)
/** Longer than any （再掲） with the blanks around it. */
const AGAIN_ROOM = 40

function readAgain(text: string): Tag | undefined {
  const match = AGAIN_BEFORE.exec(text)
  return match ? { text: match[1]!, space: match[2]! } : undefined
}

function readAgainBehind(text: string): string | undefined {
  const match = AGAIN_BEHIND.exec(text.slice(-AGAIN_ROOM))
  if (!match) return undefined
  const start = text.length - Math.min(text.length, AGAIN_ROOM) + match.index
  return start === 0 ? undefined : text.slice(start)
}

function readStatus(text: string): Tag | undefined {
  const match = /^(【([^【】]{1,12})】)(\s*)/.exec(text)
  return match && isStatus(match[2]!) ? { text: match[1]!, space: match[3]! } : undefined
}

/** Square brackets name who does it, unless they hold something else; round ones only after a marker and if they name a body. */
function readActor(text: string, marked: boolean): Actor | undefined {
  const match = /^([[［〔])([^[\]［］〔〕]+)([\]］〕])(\s*)/.exec(text) ?? /^([(（])([^()（）]+)([)）])(\s*)/.exec(text)
  if (!match) return undefined
  const [, open = '', name = '', close = '', space = ''] = match
  const isRound = open === '(' || open === '（'
  const names = isRound ? marked && namesBody(name) : !isStatus(name) && !isReference(name) && !isYears(name)
  return names ? { open, name, close, space } : undefined
}

function isYears(name: string): boolean {
  return findFiscalYears(`[${name}]`).length > 0
}

function leadingBlanks(text: string): string {
  return /^\s*/.exec(text)![0]
}
