/** The helpers of the Handlebars texts: years, and figures as Japanese tables print them. */

import type { HelperName } from '../definition/text-names.js'
import { type FiscalYearStyle, formatFiscalYear, parseFiscalYear } from '../domain/fiscal-year.js'
import { toFullWidth } from '../domain/fold-width.js'

/** By name; each is given the values behind its name in the text. */
export const textHelpers: Readonly<Record<HelperName, (...values: unknown[]) => string>> = {
  和暦: (year, ...rest) => printYear(year, rest, 'era'),
  西暦: (year, ...rest) => printYear(year, rest, 'western'),
  略記: (year, ...rest) => printYear(year, rest, 'letter'),
  元号なし: (year, ...rest) => printYear(year, rest, 'bare'),
  丸数字: (value) => circledNumber(Number(value)),
  漢数字: (value) => kanjiNumber(Number(value)),
  全角: (value) => toFullWidth(String(value)),
}

/** A fiscal year, moved by the number of years that the text gives. */
function printYear(year: unknown, rest: readonly unknown[], style: FiscalYearStyle): string {
  const parsed = parseFiscalYear(String(year))
  if (parsed === undefined) throw new Error(`年度「${String(year)}」を読めません`)
  const moved = rest.length > 0 ? Number(rest[0]) : 0
  return formatFiscalYear(parsed + moved, style)
}

/** ① to ㊿ (Unicode: three blocks); other numbers in brackets. */
export function circledNumber(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1)
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36)
  return value === 0 ? '⓪' : `(${value})`
}

const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千']

/** 二十三 for 23; figures as they are from 10,000 on. */
export function kanjiNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value)
  if (value === 0) return DIGITS[0]!
  return [...String(value)]
    .map((digit, index, digits) => {
      const unit = UNITS[digits.length - 1 - index]!
      if (digit === '0') return ''
      return digit === '1' && unit !== '' ? unit : DIGITS[Number(digit)]! + unit
    })
    .join('')
}
