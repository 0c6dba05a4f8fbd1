/**
 * Texts, keys and maps as YAML the way people write it: quotes only where YAML would take the text for something else
 * (YAML 1.2.2, 5.3 and 7.3), a block where it has several lines.
 */

/** What a file in this style holds. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | YamlMap
export interface YamlMap {
  readonly [key: string]: YamlValue
}

/** Signs and blanks that no text without quotes begins with, and full-width signs that pass for one that was meant. */
const SIGN_AT_START = /^(?:[ \t\-?:,[\]{}#&*!|>'"%@`｜＞＃：]|\.\.\.)/
const PLAIN_DASH = /^-[^\s-]/
/** What ends a text without quotes, or a key. */
const SIGN_INSIDE = /:(?:\s|$)|[ \t]#|\s$/
const WORD = /^(?:~|null|Null|NULL|<<|=)$/
/** Characters that a file may not hold as they are. */
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Surrogate}]/u

/** The lines of `key: value`, the first one without its indent; `indent` is that of the key. */
export function writeEntry(key: string, text: string, indent: string): string[] {
  const lines = text.split('\n')
  if (lines.length === 1 || !fitsBlock(lines)) return [`${writeKey(key)}: ${writeText(text)}`]
  return [`${writeKey(key)}: |`, ...lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))]
}

/** A block keeps its lines to the letter, but for blanks that begin the first one and empty ones at its end. */
export function fitsBlock(lines: readonly string[]): boolean {
  const first = lines.find((line) => line !== '')
  if (first === undefined || lines.at(-1) === '' || /^[ \t]/.test(first)) return false
  return !lines.some((line) => HIDDEN.test(line) || /[ \t]$/.test(line))
}

/** A text on one line. */
export function writeText(text: string): string {
  return needsQuotes(text) ? quote(text) : text
}

export function writeKey(key: string): string {
  return needsQuotes(key) || /[:#[\]{},"'&*!|>%@`\s]/.test(key) ? quote(key) : key
}

function needsQuotes(text: string): boolean {
  if (text === '' || WORD.test(text) || SIGN_INSIDE.test(text) || HIDDEN.test(text) || text.includes('\n')) return true
  return SIGN_AT_START.test(text) && !PLAIN_DASH.test(text)
}

/** 7.3.1: of the escapes only those that our reader takes in a plan. */
export function quote(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')
  return `"${escaped.replace(new RegExp(HIDDEN, 'gu'), (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`
}

const LONGEST_LINE = 120

/** A map as lines, its small parts on one line each: `余白: { 上: 15, 右: 12 }`. */
export function writeMap(map: YamlMap, indent: string): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const line = `${indent}${writeKey(key)}: ${writeFlow(value)}`
    if (typeof value !== 'object' || (line.length <= LONGEST_LINE && !holdsLists(value))) return [line]
    if (isMap(value)) return [`${indent}${writeKey(key)}:`, ...writeMap(value, `${indent}  `)]
    return [`${indent}${writeKey(key)}:`, ...value.map((item) => `${indent}  - ${writeFlow(item)}`)]
  })
}

/** A list of maps gets a line for each. */
function holdsLists(value: readonly YamlValue[] | YamlMap): boolean {
  const parts = isMap(value) ? Object.values(value) : value
  return parts.some((part) => typeof part === 'object' && (!isMap(part) || !isMap(value)))
}

function isMap(value: YamlValue): value is YamlMap {
  return typeof value === 'object' && !Array.isArray(value)
}

function writeFlow(value: YamlValue): string {
  if (typeof value === 'string') return /[,[\]{}]/.test(value) || value.includes(':') ? quote(value) : writeText(value)
  if (typeof value !== 'object') return String(value)
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${writeKey(key)}: ${writeFlow(each)}`)
      .join(', ')} }`
  return `[${value.map(writeFlow).join(', ')}]`
}
