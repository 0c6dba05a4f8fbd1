/** 変更の概要: what the changes amount to, in sentences, in numbers and in what became of last year's promises. */

import type { Outcome } from '../../domain/diagnostic.js'
import { cellRow, HEAD_SHADE, plainParagraph, textCell } from '../cells.js'
import { filling, fillText } from '../fill-texts.js'
import type { Form, FormRow } from '../form.js'
import { orderedPairs } from './change-places.js'
import { originOf, reportForm, reportValues } from './report.js'
import { countGrid, countRows } from './summary-counts.js'
import { promiseRows, type SummaryRequest } from './summary-promises.js'

/** One page to read first; where there are many promises they go on on the next. */
export function toSummary(request: SummaryRequest): Outcome<Form> {
  return filling(originOf(request.style), () => fillSummary(request))
}

function fillSummary(request: SummaryRequest): Form {
  const { comparison, style } = request
  const widths = countGrid(orderedPairs(comparison).length)
  const wide = { colSpan: widths.length }
  const digest = fillText(style.texts.digest, reportValues(comparison))
    .split('\n')
    .filter((line) => line !== '')
  const notes = comparison.notes.map(({ message }) => `注：${message}`)
  const body = [
    cellRow([textCell([...digest, ...notes].join('\n'), style, { ...wide, shade: HEAD_SHADE })]),
    ...section('１　変更の件数', countRows(request)),
    ...section('２　予定のその後', promiseRows(request, widths)),
  ]
  return reportForm(request, { name: '変更の概要', texts: style.texts, widths, head: [], body })

  function section(heading: string, rows: readonly FormRow[]): readonly FormRow[] {
    return [{ ...cellRow([textCell([plainParagraph(heading, 'bold')], style, wide)]), isHeading: true }, ...rows]
  }
}
