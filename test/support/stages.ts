/** The stages as functions that give their value: what stops one is thrown with its messages. For tests of what they make. */

import type { Outcome } from '../../src/domain/diagnostic.js'
import * as handout from '../../src/form/handout/handout.js'
import * as overview from '../../src/form/overview/overview.js'
import * as redline from '../../src/form/redline/redline.js'
import * as changeList from '../../src/form/reports/change-list.js'
import * as summary from '../../src/form/reports/summary.js'
import * as taishohyo from '../../src/form/reports/taishohyo.js'
import * as form from '../../src/form/to-form.js'
import * as layout from '../../src/layout/pages/lay-out.js'
import * as headings from '../../src/layout/pages/repeat-headings.js'
import * as excel from '../../src/render/excel/render-excel.js'
import * as pdf from '../../src/render/pdf/render-pdf.js'
import * as word from '../../src/render/word/render-word.js'
import { expectValue } from './forms.js'

export const toForm = plainly(form.toForm)
export const toHandout = plainly(handout.toHandout)
export const toOverview = plainly(overview.toOverview)
export const toRedlineForm = plainly(redline.toRedlineForm)
export const toTaishohyo = plainly(taishohyo.toTaishohyo)
export const toChangeList = plainly(changeList.toChangeList)
export const toSummary = plainly(summary.toSummary)
export const layOut = plainly(layout.layOut)
export const repeatHeadings = plainly(headings.repeatHeadings)
export const renderPdf = eventually(pdf.renderPdf)
export const renderWord = eventually(word.renderWord)
export const renderExcel = eventually(excel.renderExcel)

function plainly<A extends readonly unknown[], T>(stage: (...args: A) => Outcome<T>): (...args: A) => T {
  return (...args) => expectValue(stage(...args))
}

function eventually<A extends readonly unknown[], T>(
  stage: (...args: A) => Promise<Outcome<T>>,
): (...args: A) => Promise<T> {
  return async (...args) => expectValue(await stage(...args))
}
