/** The rows over the table: the title's paragraphs, each in a row as wide as the table. */

import type { Form, Run } from '../form/form.js'
import type { Page } from '../layout/page.js'
import { linePitch, wholePixels } from './excel-metrics.js'
import type { Look } from './excel-section.js'
import { joinParagraphs } from './excel-text.js'

export interface TitleRow {
  readonly runs: readonly Run[]
  /** In points. */
  readonly height: number
  readonly look: Look
}

export function titleRowsOf(form: Form, page: Page | undefined): readonly TitleRow[] {
  if (page === undefined || page.title.length === 0) return []
  const { titleSize: size, officeFont } = form.type
  const look: Look = { direction: 'horizontal', wraps: true, align: 'center', valign: 'middle', size, shade: 1 }
  const above = page.blocks?.at(-1)
  const top = above === undefined ? form.paper.margins.top : above.top + above.height
  const room = (page.rows[0]?.top ?? 0) - top
  const tableWidth = form.columns.reduce((sum, column) => sum + column.width, 0)
  return form.title.map((paragraph, index) => {
    // A narrow table breaks the title into more lines than the page does.
    const lines = page.title.filter(({ line }) => line.paragraph === index)
    const count = lines.reduce((sum, { line }) => sum + Math.max(1, Math.ceil(line.width / tableWidth)), 0)
    const height = Math.max(count * linePitch(officeFont, size), room / form.title.length)
    return { runs: joinParagraphs([paragraph]), height: wholePixels(height), look }
  })
}
