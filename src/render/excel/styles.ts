/** Looks as styles of exceljs. A style is made once and shared: exceljs compares the objects, not what they say. */

import type { Alignment, Border, BorderStyle, Borders, Fill, Font, Style } from 'exceljs'
import type { Align } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import type { EdgeRule, Form } from '../../form/form.js'
import { greyHex } from '../ooxml/units.js'
import type { Edges, Look, Rule } from './sheet-part.js'

export type StyleOf = (look: Look, edges: Edges) => Partial<Style>

export function cellStyles({ type, table }: Form): StyleOf {
  const font = japaneseFont(type.officeFont)
  const outer: BorderStyle = table.outerRule > table.innerRule ? 'medium' : 'thin'
  const rules: TableRules = {
    outer: table.outerRule > 0 ? outer : undefined,
    inner: table.innerRule > 0 ? 'thin' : undefined,
  }
  const known = new Map<string, Partial<Style>>()
  return (look, edges) => {
    const key = JSON.stringify([look, edges])
    const style = known.get(key) ?? {
      font: { ...font, size: look.size },
      alignment: alignmentOf(look),
      border: bordersOf(edges, rules),
      ...fillOf(look),
    }
    known.set(key, style)
    return style
  }
}

const BLACK = { argb: 'FF000000' }

/** A font with family and character set as Excel writes them for Japanese ones: 1 roman, 3 modern; 128 Shift JIS. */
export function japaneseFont(name: string): Pick<Font, 'name' | 'family' | 'charset'> {
  return { name, family: /明朝|Mincho/.test(name) ? 1 : 3, charset: 128 }
}

function alignmentOf({ align, valign, direction, wraps }: Look): Partial<Alignment> {
  const alignment = { wrapText: wraps, horizontal: horizontal(align), vertical: valign }
  return direction === 'vertical' ? { ...alignment, textRotation: 'vertical' } : alignment
}

function horizontal(align: Align): 'left' | 'center' | 'right' {
  switch (align) {
    case 'start':
      return 'left'
    case 'center':
      return 'center'
    case 'end':
      return 'right'
    default:
      return assertNever(align)
  }
}

/** What the form says of the table's own rules: those of no width are none. */
type TableRules = Readonly<Record<'outer' | 'inner', BorderStyle | undefined>>

function bordersOf(edges: Edges, rules: TableRules): Partial<Borders> {
  const borders: Partial<Borders> = {}
  for (const side of ['top', 'left', 'bottom', 'right'] as const) {
    const border = borderOf(edges[side], rules)
    if (border !== undefined) borders[side] = border
  }
  return borders
}

function borderOf(rule: Rule, rules: TableRules): Border | undefined {
  if (rule === 'none') return undefined
  if (typeof rule === 'object') return { style: styleOf(rule), color: { argb: `FF${greyHex(rule.shade)}` } }
  const style = rules[rule]
  return style === undefined ? undefined : { style, color: BLACK }
}

/** Excel knows rules of one, two and three pixels. */
function styleOf({ width }: EdgeRule): BorderStyle {
  return width < 1 ? 'thin' : width < 2 ? 'medium' : 'thick'
}

/** Stripes as in the other formats; `bgColor` is what lies between them (ECMA-376 part 1, 18.18.55 lightUp). */
function fillOf({ shade, bar }: Look): { readonly fill?: Fill } {
  const ground = { argb: `FF${greyHex(shade)}` }
  if (bar === undefined) return shade < 1 ? { fill: { type: 'pattern', pattern: 'solid', fgColor: ground } } : {}
  const color = { argb: `FF${bar.color}` }
  return bar.pattern === 'solid'
    ? { fill: { type: 'pattern', pattern: 'solid', fgColor: color } }
    : { fill: { type: 'pattern', pattern: 'lightUp', fgColor: color, bgColor: ground } }
}
