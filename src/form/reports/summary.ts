/** 変更の概要: what the changes amount to, in sentences, in numbers and in what became of last year's promises. */

import type { Outcome } from '../../domain/diagnostic.js'
import { groupBy } from '../../domain/group-by.js'
import type { Confirmation } from '../../review/comparison.js'
import { cellRow, HEAD_SHADE, plainParagraph, textCell } from '../cells.js'
import { filling, fillText } from '../fill-texts.js'
import type { Form, FormRow } from '../form.js'
import { orderedPairs } from './change-places.js'
import { mainChanges } from './main-changes.js'
import { originOf, reportForm, reportValues } from './report.js'
import { countGrid, countRows } from './summary-counts.js'
import { promiseRows, type SummaryRequest } from './summary-promises.js'
import { foldedLine } from './told-changes.js'

/** One page to read first, complete in itself; on further pages each promise of last year, and the counts. */
export function toSummary(request: SummaryRequest): Outcome<Form> {
  return filling(originOf(request.style), () => fillSummary(request))
}

function fillSummary(request: SummaryRequest): Form {
  const { comparison, style, fullness = 'folded' } = request
  const folded = foldedLine(comparison, fullness)
  const widths = countGrid(orderedPairs(comparison).length)
  const wide = { colSpan: widths.length }
  const digest = fillText(style.texts.digest, reportValues(comparison))
    .split('\n')
    .filter((line) => line !== '')
  const notes = comparison.notes.map(({ message }) => `注：${message}`)
  const body = [
    cellRow([textCell([...digest, ...notes].join('\n'), style, { ...wide, shade: HEAD_SHADE })]),
    ...section('１　主な変更', [
      listRow(
        [...mainChanges(comparison, fullness), ...(folded === undefined ? [] : [folded])],
        '主な変更はありません。',
      ),
    ]),
    ...section('２　差し替えページ', [listRow(tellReplaced(request), '差し替えるページはありません。')]),
    ...section('３　要確認', [listRow(comparison.toConfirm.map(tellConfirmation), '確かめることはありません。')]),
    ...onNewPage(section('４　予定のその後', promiseRows(request, widths))),
    ...section('５　変更の件数', countRows(request)),
  ]
  return reportForm(request, { name: '変更の概要', texts: style.texts, widths, head: [], body })

  function listRow(lines: readonly string[], none: string): FormRow {
    const texts = lines.length === 0 ? [none] : lines.map((line) => `・${line}`)
    return cellRow([textCell(texts.join('\n'), style, wide)])
  }

  function section(heading: string, rows: readonly FormRow[]): readonly FormRow[] {
    return [{ ...cellRow([textCell([plainParagraph(heading, 'bold')], style, wide)]), isHeading: true }, ...rows]
  }
}

function onNewPage([first, ...others]: readonly FormRow[]): readonly FormRow[] {
  return [{ ...first!, startsPage: true }, ...others]
}

/** 地域の体制の整備 取組み「○…」：予定の年度が過ぎています. */
function tellConfirmation({ place, message }: Confirmation): string {
  const where = [place.label, place.category === 0 ? '' : place.column].filter((text) => text).join(' ')
  const text = place.text.replace(/\s*\n\s*/g, ' ')
  return `${where}${text === '' ? '' : `「${text.length > 40 ? `${text.slice(0, 40)}…` : text}」`}：${message}`
}

/** 旧の４頁を、新の４頁、５頁に; once where it is every page of both. */
function tellReplaced({ pages }: SummaryRequest): readonly string[] {
  const replaced = pages?.replace ?? []
  const byOld = groupBy(replaced, ([old]) => old)
  const [last, first] = [replaced.at(-1), replaced[0]]
  if (pages?.isAll && last && first && byOld.size > 1) {
    return [`すべてのページ（旧の${first[0]}～${last[0]}頁を、新の${first[1]}～${last[1]}頁に）`]
  }
  return [...byOld].map(([old, pairs]) => `旧の${old}頁を、新の${pairs.map(([, now]) => `${now}頁`).join('、')}に`)
}
