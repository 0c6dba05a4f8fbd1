/** The rows over the table: the title's paragraphs, each in a row as wide as the sheet. */

import type { Form } from '../../form/form.js'
import type { Page } from '../../layout/page.js'
import { extentOf } from '../../layout/page-sections.js'
import { joinParagraphs } from './cell-text.js'
import { linePitch, wholePixels } from './metrics.js'
import type { Edges, Look, SheetCell, SheetPart } from './sheet-part.js'

const NO_RULES: Edges = { top: 'none', right: 'none', bottom: 'none', left: 'none' }

/** The title of `form` as it stands on its page; `start` is its first row in the sheet, `widths` are those of its columns. */
export function titlePart(form: Form, page: Page, start: number, widths: readonly number[]): SheetPart {
  if (page.title.length === 0) return { start, rows: [], cells: [] }
  const { titleSize: size, officeFont } = form.type
  const look: Look = { direction: 'horizontal', wraps: true, align: 'center', valign: 'middle', size, shade: 1 }
  const [below] = page.sections
  const room = ((below && extentOf(below)?.top) ?? 0) - form.paper.margins.top
  const width = widths.reduce((sum, each) => sum + each, 0)
  const rows = form.title.map((_, index) => {
    // A narrow table breaks the title into more lines than the page does.
    const lines = page.title.filter(({ line }) => line.paragraph === index)
    const count = lines.reduce((sum, { line }) => sum + Math.max(1, Math.ceil(line.width / width)), 0)
    return wholePixels(Math.max(count * linePitch(officeFont, size), room / form.title.length))
  })
  const cells = form.title.map(
    (paragraph, index): SheetCell => ({
      row: start + index,
      rowSpan: 1,
      column: 0,
      colSpan: widths.length,
      runs: joinParagraphs([paragraph]),
      look,
      edges: NO_RULES,
      link: 'own',
    }),
  )
  return { start, rows, cells }
}
