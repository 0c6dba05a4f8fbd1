/** Another text behind a key, in the style of the one that stood there: a block stays a block, quotes stay quotes, a list a list. */

import { isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { fitsBlock, quote, writeEntry, writeKey, writeText } from '../yaml-text.js'
import { writeFlow } from './flow.js'
import { endOf, type FilePair, keyOf, type Source, type Splice, startOf } from './source.js'

export function setText(source: Source, map: YAMLMap, pair: FilePair, text: string): Splice {
  const { key, value } = pair
  if (map.flow)
    return { start: value?.range?.[0] ?? key.range![1], end: value?.range?.[1] ?? key.range![1], text: writeFlow(text) }
  if (isSeq(value) && !value.flow) {
    const splice = setListItems(source, value, text)
    if (splice !== undefined) return splice
  }
  if (isScalar(value)) {
    const splice = setScalar(source, value, text)
    if (splice !== undefined) return splice
  }
  return setAnew(source, pair, text)
}

/** In the style of a plan file that is written anew, behind the key's colon. */
function setAnew(source: Source, pair: FilePair, text: string): Splice {
  const { key, value } = pair
  const indent = ' '.repeat(source.column(startOf(key)))
  const written = writeEntry(keyOf(pair), text, indent)
    .join(source.eol)
    .slice(writeKey(keyOf(pair)).length + 1)
  const start = source.text.indexOf(':', key.range![1]) + 1
  const end = Math.max(start, endOf(value))
  return { start, end: start + withoutEnd(source.text.slice(start, end)).length, text: written }
}

/** A block ends with its line feed, which stays, and so do blank lines below it. */
function withoutEnd(text: string): string {
  return text.replace(/(?:\r?\n[ \t]*)+$/, '')
}

/** Undefined where the text does not go into the old one's style. */
function setScalar(source: Source, node: Scalar, text: string): Splice | undefined {
  const [start, end] = node.range!
  switch (node.type) {
    case 'BLOCK_LITERAL':
      return fitsBlock(text.split('\n')) && !isSign(text) ? setBlock(source, start, end, text) : undefined
    case 'QUOTE_DOUBLE':
      return text.includes('\n') && fitsBlock(text.split('\n')) ? undefined : { start, end, text: quote(text) }
    case 'QUOTE_SINGLE':
      return /[\n\p{C}]/u.test(text) ? undefined : { start, end, text: `'${text.replaceAll("'", "''")}'` }
    default:
      return undefined
  }
}

/** ↑ and ← stand alone behind their key. */
function isSign(text: string): boolean {
  return text === '↑' || text === '←'
}

function setBlock(source: Source, start: number, end: number, text: string): Splice | undefined {
  const old = source.text.slice(start, end)
  const [header, ...lines] = old.split(/\r?\n/)
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined) return undefined
  const blanks = /^ */.exec(first)![0]
  const written = text.split('\n').map((line) => (line === '' ? '' : blanks + line))
  // `|+` keeps blank lines at its end as text.
  const keeps = header!.includes('+')
  const body = [header, ...written].join(source.eol)
  return keeps ? { start, end, text: body + source.eol } : { start, end: start + withoutEnd(old).length, text: body }
}

/** A list of lines keeps the items that begin and end it. */
function setListItems(source: Source, list: YAMLSeq, text: string): Splice | undefined {
  const items = list.items as Scalar[]
  const olds = items.map((item) => (isScalar(item) ? String(item.value ?? '') : '\n'))
  if (olds.some((line) => line.includes('\n')) || items.length === 0) return undefined
  const news = text.split('\n')
  let head = 0
  while (head < olds.length && head < news.length && olds[head] === news[head]) head++
  let tail = 0
  while (tail < olds.length - head && tail < news.length - head && olds.at(-1 - tail) === news.at(-1 - tail)) tail++
  const indent = ' '.repeat(source.column(startOf(list)))
  const lines = news.slice(head, news.length - tail).map((line) => `${indent}- ${writeText(line)}`)
  const [first, last] = [items[head], items[olds.length - tail - 1]]
  if (first === undefined || head > olds.length - tail - 1) {
    const at = head === 0 ? source.lineStart(startOf(list)) : source.lineEnd(endOf(items[head - 1]!))
    return source.insertion(at, lines)
  }
  const end = source.lineEnd(endOf(last!))
  const written = lines.map((line) => line + source.eol).join('')
  return { start: source.lineStart(startOf(first)), end, text: written }
}
