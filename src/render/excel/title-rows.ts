/** The rows over the table: the title's paragraphs, each in a row as wide as the table. */

import type { Form } from '../../form/form.js'
import type { Page } from '../../layout/page.js'
import { joinParagraphs } from './cell-text.js'
import { linePitch, wholePixels } from './metrics.js'
import type { Edges, Look, Section, SheetCell } from './section.js'

const NO_RULES: Edges = { top: 'none', right: 'none', bottom: 'none', left: 'none' }

/** The title of `form` as it stands on its first page; `start` is its first row in the sheet. */
export function titleSection(form: Form, page: Page | undefined, start: number): Section {
  if (page === undefined || page.title.length === 0) return { start, rows: [], cells: [] }
  const { titleSize: size, officeFont } = form.type
  const look: Look = { direction: 'horizontal', wraps: true, align: 'center', valign: 'middle', size, shade: 1 }
  const above = page.blocks?.at(-1)
  const top = above === undefined ? form.paper.margins.top : above.top + above.height
  const room = (page.rows[0]?.top ?? 0) - top
  const tableWidth = form.columns.reduce((sum, column) => sum + column.width, 0)
  const rows = form.title.map((_, index) => {
    // A narrow table breaks the title into more lines than the page does.
    const lines = page.title.filter(({ line }) => line.paragraph === index)
    const count = lines.reduce((sum, { line }) => sum + Math.max(1, Math.ceil(line.width / tableWidth)), 0)
    return wholePixels(Math.max(count * linePitch(officeFont, size), room / form.title.length))
  })
  const cells = form.title.map(
    (paragraph, index): SheetCell => ({
      row: start + index,
      rowSpan: 1,
      column: 0,
      colSpan: form.columns.length,
      runs: joinParagraphs([paragraph]),
      look,
      edges: NO_RULES,
      link: 'own',
    }),
  )
  return { start, rows, cells }
}
