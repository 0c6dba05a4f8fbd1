/** The plan's table as the peers are given it: one text a cell, merged cells, widths, sizes, font. */

import { onlyTable } from '../dist/form/only-table.js'

/**
 * Lengths in points.
 * @typedef {object} Table
 * @property {{ width: number, height: number, margins: Record<'top' | 'right' | 'bottom' | 'left', number> }} paper
 * @property {{ family: string, path: string, lineHeight: number }} font `lineHeight`: the font's own, in em
 * @property {number} leading distance of base lines in em
 * @property {{ x: number, y: number }} padding
 * @property {{ outer: number, inner: number }} rules
 * @property {string} title
 * @property {number} titleSize
 * @property {number[]} columns outer widths
 * @property {(TableCell | null)[][]} head
 * @property {(TableCell | null)[][]} body `null`: a place that a cell above or beside covers
 */

/**
 * @typedef {object} TableCell
 * @property {string} text
 * @property {number} size
 * @property {number} rowSpan
 * @property {number} colSpan
 * @property {boolean} centered
 */

/**
 * @param {import('../dist/form/form.js').Form} form
 * @param {Table['font']} font
 * @returns {Table}
 */
export function tableOf(form, font) {
  const { paper, type, table } = form
  const { columns, head, body } = onlyTable(form)
  return {
    paper: { width: paper.width, height: paper.height, margins: paper.margins },
    font,
    leading: type.leading,
    padding: table.padding,
    rules: { outer: table.outerRule, inner: table.innerRule },
    title: textOf(form.title),
    titleSize: type.titleSize,
    columns: columns.map(({ width }) => width),
    head: head.map(rowOf),
    body: body.map(rowOf),
  }
}

/** @param {import('../dist/form/form.js').FormRow} row */
function rowOf({ slots }) {
  return slots.map((slot) => (slot.tag === 'cell' ? cellOf(slot) : null))
}

/** Vertical text is given as one character a line: not every peer can turn it. */
function cellOf({ paragraphs, direction, align, size, rowSpan, colSpan }) {
  const text = textOf(paragraphs)
  const upright = direction === 'vertical' ? [...text].join('\n') : text
  return { text: upright, size, rowSpan, colSpan, centered: align === 'center' }
}

/** @param {readonly import('../dist/form/form.js').Paragraph[]} paragraphs */
function textOf(paragraphs) {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}
