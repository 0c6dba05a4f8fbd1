/** Number formats of Excel (ECMA-376 part 1, 18.8.30 and 18.8.31 numFmt): a stored number as the cell shows it. */

import { dayOfSerial, writeDatePart } from './date-parts.js'
import { formatFigures } from './figures.js'
import { isSign, type Token } from './format-token.js'

interface Section {
  readonly tokens: readonly Token[]
  readonly condition: ((value: number) => boolean) | undefined
  /** [DBNum1]: figures as 一二三; [DBNum3]: full-width ones. */
  readonly figures: 'plain' | 'kanji' | 'full-width'
  /** [$-ja-JP-x-gannen]: the first year of an era is 元. */
  readonly hasGannen: boolean
}

/** The number as the cell shows it, and, in a text's place, the text. `is1904`: days count from 1904 on. */
export function formatNumber(value: number, format: string, is1904: boolean): string {
  const sections = sectionsOf(format)
  const { section, magnitude, isSigned } = chooseSection(sections, value)
  const shown = isDate(section) ? formatDate(section, value, is1904) : formatFigures(section.tokens, magnitude)
  const signed = isSigned && shown !== '' ? `-${shown}` : shown
  return withFigures(signed, section.figures)
}

/** A text in a cell with a format: the fourth section, or the text itself. */
export function formatText(text: string, format: string): string {
  const sections = sectionsOf(format)
  const section = sections[3] ?? sections.find(({ tokens }) => tokens.some((each) => isSign(each, '@')))
  if (section === undefined) return text
  return section.tokens.map((token) => (isSign(token, '@') ? text : token.tag === 'literal' ? token.text : '')).join('')
}

const known = new Map<string, readonly Section[]>()

function sectionsOf(format: string): readonly Section[] {
  const sections = known.get(format) ?? readSections(format)
  known.set(format, sections)
  return sections
}

interface OpenSection extends Section {
  readonly tokens: Token[]
  condition: Section['condition']
  figures: Section['figures']
  hasGannen: boolean
}

const TOKENS =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(General|G\/標準|AM\/PM|A\/P|午前\/午後|上午\/下午|[eE][+-]|y+|m+|d+|h+|s+|g+|e+|a{3,4}|r{1,2}|[0#?]|.)/giu

function readSections(format: string): Section[] {
  const sections: OpenSection[] = []
  const open = () => sections.push({ tokens: [], condition: undefined, figures: 'plain', hasGannen: false })
  open()
  for (const [whole, quoted, escaped, bracket, sign] of format.matchAll(TOKENS)) {
    const section = sections.at(-1)!
    if (quoted !== undefined) section.tokens.push({ tag: 'literal', text: quoted })
    else if (escaped !== undefined) section.tokens.push({ tag: 'literal', text: escaped })
    else if (bracket !== undefined) readBracket(bracket, section)
    else if (sign === ';') open()
    else if (sign !== undefined) section.tokens.push({ tag: 'sign', text: sign })
    // A blank as wide as the next character; the filling sign repeats to the cell's width and says nothing.
    else if (whole.startsWith('_')) section.tokens.push({ tag: 'literal', text: ' ' })
  }
  return sections
}

function readBracket(bracket: string, section: OpenSection): void {
  const [, operator, limit] = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket) ?? []
  const [, sign] = /^\$([^-]*)(?:-[0-9a-f]+)?$/i.exec(bracket) ?? []
  const [, digits] = /^DBNum([1-3])$/i.exec(bracket) ?? []
  if (/-x-gannen$/i.test(bracket)) section.hasGannen = true
  else if (operator !== undefined) section.condition = conditionOf(operator, Number(limit))
  else if (sign !== undefined) section.tokens.push({ tag: 'literal', text: sign })
  else if (digits !== undefined) section.figures = digits === '3' ? 'full-width' : 'kanji'
  else if (/^(?:h+|m+|s+)$/i.test(bracket)) section.tokens.push({ tag: 'sign', text: `[${bracket.toLowerCase()}]` })
}

function conditionOf(operator: string, limit: number): (value: number) => boolean {
  const tests: Readonly<Record<string, (value: number) => boolean>> = {
    '<': (value) => value < limit,
    '<=': (value) => value <= limit,
    '>': (value) => value > limit,
    '>=': (value) => value >= limit,
    '=': (value) => value === limit,
    '<>': (value) => value !== limit,
  }
  return tests[operator]!
}

function chooseSection(
  sections: readonly Section[],
  value: number,
): { section: Section; magnitude: number; isSigned: boolean } {
  const withCondition = sections.some(({ condition }) => condition !== undefined)
  if (withCondition) {
    const section = sections.find(({ condition }) => condition?.(value) ?? true) ?? sections.at(-1)!
    return { section, magnitude: Math.abs(value), isSigned: value < 0 }
  }
  const [positive, negative, zero] = sections.slice(0, 3)
  if (value < 0 && negative !== undefined) return { section: negative, magnitude: -value, isSigned: false }
  if (value === 0 && zero !== undefined) return { section: zero, magnitude: 0, isSigned: false }
  return { section: positive!, magnitude: Math.abs(value), isSigned: value < 0 }
}

const DATE_SIGN = /^(?:y+|m+|d+|h+|s+|g+|e+|a{3,4}|r{1,2}|\[(?:h+|m+|s+)\]|AM\/PM|A\/P|午前\/午後)$/i

function isDate({ tokens }: Section): boolean {
  return tokens.some(({ tag, text }) => tag === 'sign' && DATE_SIGN.test(text))
}

function formatDate({ tokens, hasGannen }: Section, value: number, is1904: boolean): string {
  const decimals = decimalsOfSeconds(tokens)
  const day = dayOfSerial(value, is1904, decimals)
  if (day === undefined) return String(value)
  const hasHalves = tokens.some(({ text }) => /^(?:AM\/PM|A\/P|午前\/午後)$/i.test(text))
  const signs = tokens.map(({ tag, text }) => (tag === 'sign' ? text.toLowerCase() : ''))
  return tokens
    .map(({ tag, text }, index) => {
      if (tag === 'literal') return text
      if (!DATE_SIGN.test(text)) return isFraction(tokens, index) ? fractionOf(day.fraction, text) : text
      return writeDatePart(text, day, { hasHalves, hasGannen, isMinute: /^m+$/i.test(text) && isMinute(signs, index) })
    })
    .join('')
}

/** m beside hours or seconds means minutes. */
function isMinute(signs: readonly string[], index: number): boolean {
  const dates = signs
    .map((sign, at) => ({ sign, at }))
    .filter(({ sign }) => DATE_SIGN.test(sign) || sign.startsWith('['))
  const place = dates.findIndex(({ at }) => at === index)
  return /^\[?h/.test(dates[place - 1]?.sign ?? '') || /^\[?s/.test(dates[place + 1]?.sign ?? '')
}

function decimalsOfSeconds(tokens: readonly Token[]): number {
  return tokens.filter((_, index) => isFraction(tokens, index) && tokens[index]!.text === '0').length
}

/** `.0` and what follows, right behind the seconds. */
function isFraction(tokens: readonly Token[], index: number): boolean {
  let at = index
  while (tokens[at]?.tag === 'sign' && tokens[at]!.text === '0') at--
  return tokens[at]?.text === '.' && /^\[?s+\]?$/i.test(tokens[at - 1]?.text ?? '')
}

function fractionOf(fraction: string, sign: string): string {
  return sign === '.' ? `.${fraction}` : ''
}

function withFigures(text: string, figures: Section['figures']): string {
  if (figures === 'plain') return text
  return text.replace(/\d/g, (digit) =>
    figures === 'kanji' ? '〇一二三四五六七八九'[Number(digit)]! : String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  )
}
