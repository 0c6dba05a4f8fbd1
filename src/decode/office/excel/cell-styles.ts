/** What the styles of a workbook say of a cell: number format, strokes of its type, rules, upright text. */

import { isRedColour, type RunMark } from '../office-document.js'
import { childOf, childrenOf, type Element } from '../package/xml-elements.js'
import { builtInFormat } from './built-in-formats.js'

export interface CellStyle {
  readonly format: string
  readonly marks: readonly RunMark[]
  readonly hasBorder: boolean
  readonly isVertical: boolean
  readonly align: 'start' | 'center' | 'end'
}

const PLAIN: CellStyle = { format: 'General', marks: [], hasBorder: false, isVertical: false, align: 'start' }

/** A text whose letters stand one below the other (18.8.1 alignment). */
const STACKED = '255'

/** By the number that a cell names in `s`. */
export function readCellStyles(root: Element | undefined): (index: number) => CellStyle {
  if (root === undefined) return () => PLAIN
  const list = (name: string) => childrenOf(childOf(root, `x:${name}`) ?? root).filter((each) => each !== root)
  const formats = new Map(
    list('numFmts').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General']),
  )
  const fonts = list('fonts').map(readFontMarks)
  const borders = list('borders').map((border) => childrenOf(border).some(isDrawn))
  const styles = list('cellXfs').map((style): CellStyle => {
    const { attributes } = style
    const alignment = childOf(style, 'x:alignment')?.attributes
    const format = Number(attributes.numFmtId ?? 0)
    const across = alignment?.horizontal ?? ''
    return {
      format: formats.get(format) ?? builtInFormat(format),
      marks: fonts[Number(attributes.fontId ?? 0)] ?? [],
      hasBorder: borders[Number(attributes.borderId ?? 0)] ?? false,
      isVertical: alignment?.textRotation === STACKED,
      align: /^center/.test(across) ? 'center' : across === 'right' ? 'end' : 'start',
    }
  })
  return (index) => styles[index] ?? PLAIN
}

function isDrawn({ name, attributes }: Element): boolean {
  return /^x:(?:left|right|start|end|top|bottom)$/.test(name) && (attributes.style ?? 'none') !== 'none'
}

/** Of `font` and of a run's `rPr`, which hold the same elements (18.8.22, 18.4.7). */
export function readFontMarks(font: Element): readonly RunMark[] {
  const flag = (name: string) => {
    const found = childOf(font, `x:${name}`)
    return found !== undefined && !['0', 'false', 'none'].includes(found.attributes.val ?? 'true')
  }
  const script = childOf(font, 'x:vertAlign')?.attributes.val
  const colour = childOf(font, 'x:color')?.attributes
  const marks: RunMark[] = []
  if (flag('b')) marks.push('bold')
  if (flag('u')) marks.push('underline')
  if (flag('strike')) marks.push('strike')
  if (isRed(colour)) marks.push('red')
  if (script === 'superscript' || script === 'subscript') marks.push(script)
  return marks
}

/** 18.8.27 indexedColors: 2 and 10 are red. */
function isRed(colour: Readonly<Record<string, string>> | undefined): boolean {
  if (colour === undefined) return false
  return ['2', '10'].includes(colour.indexed ?? '') || isRedColour(colour.rgb ?? '')
}
