/** Keys of plan files of an older make, which named the year in the key: 前年度, R5, 実績値R5, 前年度実績値. */

import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { foldWidth } from '../../domain/fold-width.js'

/** The field that holds the value today, and its year: a western one, or one counted from the plan's. */
export interface FormerKey {
  readonly field: string
  readonly year: { readonly year: number } | { readonly offset: number }
}

const RELATIVE: Readonly<Record<string, number>> = {
  前々年度: -2,
  一昨年度: -2,
  前年度: -1,
  昨年度: -1,
  今年度: 0,
  本年度: 0,
  当年度: 0,
  当該年度: 0,
  翌年度: 1,
  次年度: 1,
  来年度: 1,
  翌々年度: 2,
}

/** `fields` are those of the form that hold a value a year. A key that names none of them means the only one. */
export function readFormerKey(key: string, fields: readonly string[]): FormerKey | undefined {
  const whole = fold(key)
  for (const field of fields) {
    const name = fold(field)
    const rests = [
      whole.startsWith(name) && whole.slice(name.length),
      whole.endsWith(name) && whole.slice(0, -name.length),
    ]
    for (const rest of fields.length === 1 ? [...rests, whole] : rests) {
      const year = rest === false ? undefined : readYear(rest)
      if (year !== undefined) return { field, year }
    }
  }
  return undefined
}

function readYear(text: string): FormerKey['year'] | undefined {
  const offset = Object.hasOwn(RELATIVE, text) ? RELATIVE[text] : undefined
  if (offset !== undefined) return { offset }
  const year = parseFiscalYear(text)
  return year === undefined ? undefined : { year }
}

/** Width, blanks, brackets and の between the year and the name do not count. */
function fold(key: string): string {
  return foldWidth(key).replace(/[\s()の_・]/g, '')
}
