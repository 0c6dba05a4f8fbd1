/** Where on a page sections stand. */

import type { Form, Section, TableSection } from '../../form/form.js'
import type { Box } from './place-lines.js'

/** Blocks are as wide as the widest table of these sections, yet never narrower than half the page. */
export function blockBox(form: Form, sections: readonly Section[] = form.sections): Box {
  const { width } = bodyBox(form)
  const widths = sections.flatMap((section) => (section.tag === 'table' ? [widthOf(section)] : []))
  return middleBox(form, Math.min(width, Math.max(...widths, width / 2)))
}

/** A table stands in the middle of the page. */
export function tableBox(form: Form, table: TableSection): Box {
  return middleBox(form, Math.min(bodyBox(form).width, widthOf(table)))
}

function middleBox(form: Form, own: number): Box {
  const box = bodyBox(form)
  return { ...box, left: box.left + (box.width - own) / 2, width: own }
}

function widthOf({ columns }: TableSection): number {
  return columns.reduce((sum, column) => sum + column.width, 0)
}

/** The page between its margins. */
export function bodyBox({ paper: { width, height, margins } }: Form): Box {
  return {
    left: margins.left,
    top: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  }
}
