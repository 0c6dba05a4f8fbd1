/** Addresses of cells as Excel writes them: `D14`, `$A$1:$C$3`. Rows and columns count from 0 here. */

export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Undefined for what is no range of cells. Whole rows (`$3:$4`) reach over all columns. */
export function readRange(text: string): Range | undefined {
  const [, left, top, right = left, bottom = top] =
    /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/.exec(text) ?? []
  if (left === undefined || top === undefined) return undefined
  return {
    top: top === '' ? 0 : Number(top) - 1,
    left: left === '' ? 0 : columnNumber(left),
    bottom: bottom === '' ? 1_048_575 : Number(bottom) - 1,
    right: right === '' ? 16_383 : columnNumber(right!),
  }
}

export function columnNumber(letters: string): number {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number - 1
}

/** A, …, Z, AA, … */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}
