/** Looks as styles of exceljs. A style is made once and shared: exceljs compares the objects, not what they say. */

import type { Alignment, BorderStyle, Borders, Fill, Font, Style } from 'exceljs'
import { assertNever } from '../domain/assert-never.js'
import type { Align } from '../domain/form-definition.js'
import type { Form } from '../form/form.js'
import type { Edges, Look, Rule } from './excel-section.js'
import { greyHex } from './ooxml-units.js'

export type StyleOf = (look: Look, edges: Edges) => Partial<Style>

export function cellStyles({ type, table }: Form): StyleOf {
  const font = japaneseFont(type.officeFont)
  const outer: BorderStyle = table.outerRule > table.innerRule ? 'medium' : 'thin'
  const known = new Map<string, Partial<Style>>()
  return (look, edges) => {
    const key = JSON.stringify([look, edges])
    const style = known.get(key) ?? {
      font: { ...font, size: look.size },
      alignment: alignmentOf(look),
      border: bordersOf(edges, outer),
      ...(look.shade < 1 ? { fill: greyFill(look.shade) } : {}),
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

function bordersOf(edges: Edges, outer: BorderStyle): Partial<Borders> {
  const borders: Partial<Borders> = {}
  for (const side of ['top', 'left', 'bottom', 'right'] as const) {
    const rule: Rule = edges[side]
    if (rule !== 'none') borders[side] = { style: rule === 'outer' ? outer : 'thin', color: BLACK }
  }
  return borders
}

function greyFill(shade: number): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${greyHex(shade)}` } }
}
