/** The values that objects of a PDF are made of, as they stand in the file (ISO 32000-1, 7.3). */

/** An object that others point to. */
export class Reference {
  constructor(readonly number: number) {}

  toString(): string {
    return `${this.number} 0 R`
  }
}

/** A value as it stands in the file. */
export type Value = string | number | Reference

export function name(text: string): string {
  return `/${text.replace(/[^!-~]|[#%()/<>[\]{}]/gu, escapeByte)}`
}

function escapeByte(character: string): string {
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, (byte) => `#${byte.toString(16).padStart(2, '0')}`).join('')
}

/** A text for people: in ASCII as it is, else in UTF-16. */
export function text(value: string): string {
  if (/^[ -~]*$/.test(value)) return `(${value.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Array.from({ length: value.length }, (_, unit) => hex(value.charCodeAt(unit))).join('')}>`
}

/** Four hexadecimal digits. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

export function date(moment: Date): string {
  return `(D:${moment.toISOString().replace(/[-T:]/g, '').slice(0, 14)}Z)`
}

export function list(values: readonly Value[]): string {
  return `[${values.join(' ')}]`
}

/** Entries without a value are left out. */
export function dictionary(entries: Readonly<Record<string, Value | undefined>>): string {
  const written = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]))
  return `<<${written.join(' ')}>>`
}

/** Thousandths of a point are finer than any printer. */
export function number(value: number): number {
  return Math.round(value * 1000) / 1000
}
