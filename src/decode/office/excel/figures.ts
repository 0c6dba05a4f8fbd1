/** The figures of a number format: digits, decimals, groups of thousands, percents, powers and fractions. */

import { FIGURE, isSign, type Token } from './format-token.js'

/** A number without its sign through the figures of a section; magnitude is not negative. */
export function formatFigures(tokens: readonly Token[], magnitude: number): string {
  const signs = tokens.filter(({ tag }) => tag === 'sign').map(({ text }) => text)
  if (signs.some((sign) => /^(?:General|G\/標準)$/i.test(sign))) {
    return tokens
      .map(({ tag, text }) => (tag === 'literal' ? text : /^g/i.test(text) ? general(magnitude) : ''))
      .join('')
  }
  if (!signs.some((sign) => FIGURE.test(sign))) {
    return tokens.map(({ tag, text }) => (tag === 'literal' || text !== '@' ? text : general(magnitude))).join('')
  }
  if (signs.some((sign) => /^e[+-]$/i.test(sign))) return scientific(tokens, magnitude)
  if (signs.includes('/')) return fraction(tokens, magnitude)
  return decimal(tokens, magnitude)
}

/** The format 標準: eleven characters at most, as a wide cell shows it. */
function general(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return '0'
  const magnitude = Math.abs(value)
  if (magnitude >= 1e11 || magnitude < 1e-9) {
    const [mantissa, exponent] = value.toExponential(5).split('e') as [string, string]
    const digits = mantissa.replace(/\.?0+$/, '')
    return `${digits}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`
  }
  const whole = Math.trunc(magnitude).toString().length
  return String(Number(value.toFixed(Math.max(0, Math.min(9, 10 - whole)))))
}

/** Digits of a number with so many decimals, halves away from zero as Excel rounds what it has in fifteen digits. */
function round(value: number, decimals: number): string {
  const [digits, exponent] = value.toExponential(14).split('e') as [string, string]
  const all = digits.replace('.', '')
  const point = Number(exponent) + 1
  const padded = (point <= 0 ? '0'.repeat(1 - point) + all : all).padEnd(Math.max(point, 1) + decimals + 1, '0')
  const cut = Math.max(point, 1) + decimals
  let kept = BigInt(padded.slice(0, cut) || '0')
  if (padded[cut]! >= '5') kept += 1n
  const text = kept.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

function decimal(tokens: readonly Token[], magnitude: number): string {
  const figures = tokens.map(({ tag, text }) => tag === 'sign' && FIGURE.test(text))
  const last = figures.lastIndexOf(true)
  const point = tokens.findIndex(({ tag, text }) => tag === 'sign' && text === '.')
  const end = point < 0 ? last + 1 : point
  const decimals = point < 0 ? 0 : figures.slice(point).filter(Boolean).length
  const percents = tokens.filter((token) => isSign(token, '%')).length
  const trailing = trailingCommas(tokens, point < 0 ? last : figures.slice(0, point).lastIndexOf(true))
  const scaled = (magnitude * 100 ** percents) / 1000 ** trailing
  const hasGroups = tokens
    .slice(0, end)
    .some((token, index) => isSign(token, ',') && index < figures.slice(0, end).lastIndexOf(true))
  const [whole = '0', part = ''] = round(scaled, decimals).split('.')
  return fillWhole(tokens.slice(0, end), whole, hasGroups) + fillPart(tokens.slice(end), part)
}

/** Commas right behind the last figure part by a thousand each. */
function trailingCommas(tokens: readonly Token[], last: number): number {
  let count = 0
  while (isSign(tokens[last + 1 + count] ?? { tag: 'literal', text: '' }, ',')) count++
  return count
}

/** The whole part from its right end; what is left of it goes before the first figure. */
function fillWhole(tokens: readonly Token[], whole: string, hasGroups: boolean): string {
  let left = whole === '0' ? '' : whole
  let written = 0
  let text = ''
  const first = tokens.findIndex(({ tag, text: sign }) => tag === 'sign' && FIGURE.test(sign))
  const put = (digit: string) => {
    if (hasGroups && written > 0 && written % 3 === 0 && digit !== ' ') text = `,${text}`
    text = digit + text
    written++
  }
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { tag, text: sign } = tokens[index]!
    if (tag === 'literal') text = sign + text
    else if (FIGURE.test(sign)) {
      const digit = left.at(-1) ?? (sign === '0' ? '0' : sign === '?' ? ' ' : '')
      left = left.slice(0, -1)
      if (digit !== '') put(digit)
      if (index === first) for (; left !== ''; left = left.slice(0, -1)) put(left.at(-1)!)
    } else if (sign !== ',') text = sign + text
  }
  return first < 0 && left !== '' ? left + text : text
}

function fillPart(tokens: readonly Token[], part: string): string {
  const figures = tokens.filter(({ tag, text }) => tag === 'sign' && FIGURE.test(text)).map(({ text }) => text)
  let shown = part.length
  while (shown > 0 && figures[shown - 1] === '#' && part[shown - 1] === '0') shown--
  let at = 0
  return tokens
    .map(({ tag, text }) => {
      if (tag === 'literal') return text
      if (text === '.') return '.'
      if (!FIGURE.test(text)) return text === ',' ? '' : text
      const digit = at < shown ? part[at]! : ''
      at++
      return digit
    })
    .join('')
}

function scientific(tokens: readonly Token[], magnitude: number): string {
  const at = tokens.findIndex(({ tag, text }) => tag === 'sign' && /^e[+-]$/i.test(text))
  const before = tokens.slice(0, at)
  const point = before.findIndex((token) => isSign(token, '.'))
  const figures = (part: readonly Token[]) => part.filter(({ tag, text }) => tag === 'sign' && FIGURE.test(text)).length
  const decimals = point < 0 ? 0 : figures(before.slice(point))
  const step = Math.max(1, figures(point < 0 ? before : before.slice(0, point)))
  const power = magnitude === 0 ? 0 : Math.floor(Math.floor(Math.log10(magnitude)) / step) * step
  const mantissa = decimal(before, magnitude / 10 ** power)
  const sign = power < 0 ? '-' : tokens[at]!.text.endsWith('+') ? '+' : ''
  const digits = String(Math.abs(power)).padStart(figures(tokens.slice(at + 1)), '0')
  return decimals >= 0 ? `${mantissa}E${sign}${digits}` : mantissa
}

/** # ?/?: a whole part and the nearest fraction with as many digits as the format leaves to the denominator. */
function fraction(tokens: readonly Token[], magnitude: number): string {
  const slash = tokens.findIndex((token) => isSign(token, '/'))
  const behind = tokens
    .slice(slash + 1)
    .map(({ text }) => text)
    .join('')
  const fixed = /^\d+/.exec(behind)?.[0]
  const most = 10 ** Math.min(3, (/^[?#0]+/.exec(behind)?.[0] ?? '?').length) - 1
  const hasWhole = /[#0?] +[#0?]+$/.test(
    tokens
      .slice(0, slash)
      .map(({ text }) => text)
      .join(''),
  )
  const whole = hasWhole ? Math.floor(magnitude) : 0
  const rest = magnitude - whole
  let best = { top: Math.round(rest), bottom: 1 }
  const bottoms = fixed === undefined ? Array.from({ length: most }, (_, index) => index + 1) : [Number(fixed)]
  for (const bottom of bottoms) {
    const top = Math.round(rest * bottom)
    const isNearer = Math.abs(top / bottom - rest) < Math.abs(best.top / best.bottom - rest) - 1e-12
    if (isNearer || fixed !== undefined) best = { top, bottom }
  }
  if (best.top === 0) return String(whole)
  if (best.top === best.bottom && hasWhole) return String(whole + 1)
  return `${whole > 0 ? `${whole} ` : ''}${best.top}/${best.bottom}`
}
