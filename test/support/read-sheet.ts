/** Reads a sheet of a workbook back by plain XML, sharing nothing with what wrote it (ECMA-376 part 1, 18). */

import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

export interface ReadSheet {
  readonly name: string
  /** By address, `A1`. */
  readonly cells: ReadonlyMap<string, ReadCell>
  readonly merges: readonly Range[]
  /** Heights in points and widths in units of columns, from the first on. */
  readonly heights: readonly number[]
  readonly widths: readonly number[]
  /** The last rows before page breaks, from 1. */
  readonly breaks: readonly number[]
  readonly definedNames: Readonly<Record<string, string>>
  /** The parts of the package as they are, by name. */
  readonly parts: Readonly<Record<string, string>>
}

export interface ReadCell {
  readonly text: string
  /** Type of the value, `s` for a shared string; empty where there is none. */
  readonly type: string
  /** Properties of each run as a text, `strike color=FFFF0000`; empty for a plain string. */
  readonly runs: readonly { readonly text: string; readonly marks: string }[]
  /** Widths of the rules. */
  readonly border: Readonly<Record<'left' | 'right' | 'top' | 'bottom', string>>
  readonly style: { readonly rotation: string; readonly wrap: boolean; readonly fill: string; readonly font: string }
}

/** Rows and columns from 1, both ends included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** `number` counts the sheets from 1, in the order in which the workbook shows them. */
export function readSheet(bytes: Uint8Array, number = 1): ReadSheet {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const sheet = parse(parts[`xl/worksheets/sheet${number}.xml`]!)
  const book = parse(parts['xl/workbook.xml']!)
  const strings = all(parse(parts['xl/sharedStrings.xml'] ?? '<sst/>'), 'si')
  const styleOf = readStyles(parse(parts['xl/styles.xml']!))
  const cells = new Map(
    all(sheet, 'c').map((each) => {
      const type = each.getAttribute('t') ?? ''
      const value = all(each, 'v')[0]?.textContent ?? ''
      const string = type === 's' ? strings[Number(value)]! : undefined
      const runs =
        string === undefined ? [] : all(string, 'r').map((run) => ({ text: textOf(run), marks: marksOf(run) }))
      const text = string === undefined ? value : textOf(string)
      return [each.getAttribute('r')!, { text, type, runs, ...styleOf(Number(each.getAttribute('s') ?? 0)) }]
    }),
  )
  return {
    name: all(book, 'sheet')[number - 1]!.getAttribute('name')!,
    cells,
    merges: all(sheet, 'mergeCell').map((each) => rangeOf(each.getAttribute('ref')!)),
    heights: all(sheet, 'row').map((each) => Number(each.getAttribute('ht'))),
    widths: all(sheet, 'col').flatMap((each) => {
      const count = Number(each.getAttribute('max')) - Number(each.getAttribute('min')) + 1
      return Array.from({ length: count }, () => Number(each.getAttribute('width')))
    }),
    breaks: all(sheet, 'brk').map((each) => Number(each.getAttribute('id'))),
    definedNames: Object.fromEntries(
      all(book, 'definedName').map((each) => [each.getAttribute('name')!, each.textContent!]),
    ),
    parts,
  }
}

export function address(row: number, column: number): string {
  return `${String.fromCharCode(64 + column)}${row}`
}

/** The addresses that a range covers. */
export function placesOf({ top, left, bottom, right }: Range): readonly string[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, down) => top + down)
  return rows.flatMap((row) => Array.from({ length: right - left + 1 }, (_, along) => address(row, left + along)))
}

/** An attribute of the first element of a part with that name. */
export function attribute(sheet: ReadSheet, part: string, element: string, name: string): string | null {
  return all(parse(sheet.parts[part]!), element)[0]?.getAttribute(name) ?? null
}

function parse(xml: string): Element {
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message)
  }
  // XML 1.0 (2.11) knows no other line ends; the parser's own rule takes U+0085 and U+2028 for some.
  const normalizeLineEndings = (text: string) => text.replace(/\r\n?/g, '\n')
  return new DOMParser({ onError, normalizeLineEndings }).parseFromString(xml, 'text/xml').documentElement!
}

function all(element: Element, name: string): Element[] {
  return [...element.getElementsByTagName(name)]
}

/** The texts of a string, phonetic ones aside; `_xHHHH_` is a character (22.9.2.19). */
function textOf(element: Element): string {
  return all(element, 't')
    .map((each) => each.textContent ?? '')
    .map((text) =>
      text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .join('')
}

const COUNTED_MARKS = ['b', 'i', 'u', 'strike']

function marksOf(run: Element): string {
  const marks = COUNTED_MARKS.filter((name) => all(run, name).length > 0)
  const color = all(run, 'color')[0]?.getAttribute('rgb')
  const size = all(run, 'sz')[0]?.getAttribute('val')
  const script = all(run, 'vertAlign')[0]?.getAttribute('val')
  return [...marks, ...(script ? [script] : []), ...(color ? [color] : []), ...(size ? [size] : [])].join(' ')
}

function readStyles(styles: Element): (index: number) => Pick<ReadCell, 'border' | 'style'> {
  const borders = all(all(styles, 'borders')[0]!, 'border')
  const fills = all(all(styles, 'fills')[0]!, 'fill')
  const fonts = all(all(styles, 'fonts')[0]!, 'font')
  const formats = all(all(styles, 'cellXfs')[0]!, 'xf')
  return (index) => {
    const format = formats[index]!
    const border = borders[Number(format.getAttribute('borderId'))]!
    const ruleOf = (side: string) => all(border, side)[0]?.getAttribute('style') ?? ''
    const alignment = all(format, 'alignment')[0]
    const font = fonts[Number(format.getAttribute('fontId'))]!
    return {
      border: { left: ruleOf('left'), right: ruleOf('right'), top: ruleOf('top'), bottom: ruleOf('bottom') },
      style: {
        rotation: alignment?.getAttribute('textRotation') ?? '',
        wrap: alignment?.getAttribute('wrapText') === '1',
        fill: all(fills[Number(format.getAttribute('fillId'))]!, 'fgColor')[0]?.getAttribute('rgb') ?? '',
        font: `${all(font, 'name')[0]?.getAttribute('val')} ${all(font, 'sz')[0]?.getAttribute('val')}`,
      },
    }
  }
}

function rangeOf(reference: string): Range {
  const [start, end] = reference.split(':').map((each) => /^([A-Z]+)(\d+)$/.exec(each)!)
  const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return {
    top: Number(start![2]),
    left: column(start![1]!),
    bottom: Number(end![2]),
    right: column(end![1]!),
  }
}
