/** Looks as styles of a workbook, one for all cells that look alike. */

import type { Align } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import type { EdgeRule, Form } from '../../form/form.js'
import { greyHex } from '../ooxml/units.js'
import type { Edges, Look, Rule } from './sheet-part.js'
import type { Alignment, Border, Borders, CellStyle, Fill } from './workbook/workbook.js'

export type StyleOf = (look: Look, edges: Edges) => CellStyle

export function cellStyles({ type, table }: Form): StyleOf {
  const outer = table.outerRule > table.innerRule ? 'medium' : 'thin'
  const rules: TableRules = {
    outer: table.outerRule > 0 ? outer : undefined,
    inner: table.innerRule > 0 ? 'thin' : undefined,
  }
  const known = new Map<string, CellStyle>()
  return (look, edges) => {
    const key = JSON.stringify([look, edges])
    const style = known.get(key) ?? {
      font: { name: type.officeFont, size: look.size },
      alignment: alignmentOf(look),
      fill: fillOf(look),
      borders: bordersOf(edges, rules),
    }
    known.set(key, style)
    return style
  }
}
function alignmentOf({ align, valign, direction, wraps }: Look): Alignment {
  return {
    horizontal: horizontal(align),
    vertical: valign === 'middle' ? 'center' : valign,
    wraps,
    upright: direction === 'vertical',
  }
}

function horizontal(align: Align): Alignment['horizontal'] {
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
type TableRules = Readonly<Record<'outer' | 'inner', Border['style'] | undefined>>

function bordersOf({ left, right, top, bottom }: Edges, rules: TableRules): Borders {
  return {
    left: borderOf(left, rules),
    right: borderOf(right, rules),
    top: borderOf(top, rules),
    bottom: borderOf(bottom, rules),
  }
}

function borderOf(rule: Rule, rules: TableRules): Border | undefined {
  if (rule === 'none') return undefined
  if (typeof rule === 'object') return { style: styleOf(rule), color: greyHex(rule.shade) }
  const style = rules[rule]
  return style === undefined ? undefined : { style, color: '000000' }
}

/** Excel knows rules of one, two and three pixels. */
function styleOf({ width }: EdgeRule): Border['style'] {
  return width < 1 ? 'thin' : width < 2 ? 'medium' : 'thick'
}

/** Stripes as in the other formats. */
function fillOf({ shade, bar }: Look): Fill | undefined {
  const ground = greyHex(shade)
  if (bar === undefined) return shade < 1 ? { pattern: 'solid', color: ground } : undefined
  return bar.pattern === 'solid'
    ? { pattern: 'solid', color: bar.color }
    : { pattern: 'lightUp', color: bar.color, ground }
}
