/** What became of last year's promises, in the 変更の概要: those of which nothing is said come first. */

import type { SummaryStyle } from '../../definition/report-style.js'
import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { FATE_LABELS } from '../../review/change-kinds.js'
import type { Fate, Place, PromiseFate } from '../../review/comparison.js'
import { cellRow, HEAD_SHADE, headCell, plainParagraph, textCell } from '../cells.js'
import type { FormRow, Paragraph, Slot } from '../form.js'
import { toParagraphs } from '../paragraphs.js'
import { placeName, rowName } from './change-places.js'
import type { ReportRequest } from './report.js'

export type SummaryRequest = ReportRequest<SummaryStyle>

const FATES: readonly Fate[] = [
  'to-confirm',
  'planned-but-missing',
  'cancelled',
  'postponed',
  'carried-over',
  'partly-realised',
  'realised',
]

/** Where the columns begin ideally, as shares of what stands right of the first one. */
const SHARES = [0, 0.37, 0.7]

/** The heading row and the promises. `widths` are those of the grid that the tables share. */
export function promiseRows(request: SummaryRequest, widths: readonly number[]): readonly FormRow[] {
  const { comparison, style } = request
  const { promises, old, new: now } = comparison
  if (promises.length === 0) {
    const text = plainParagraph('追跡する予定はありません。')
    return [cellRow([textCell([text], style, { colSpan: widths.length })])]
  }
  const spans = columnSpans(widths)
  const headings = [
    `${formatFiscalYear(old.year, 'era')}の予定`,
    `${formatFiscalYear(now.year, 'era')}の記載`,
    '並んで書かれた成果・課題',
  ]
  const heading = cellRow([
    headCell('その後', style),
    ...headings.map((text, index) => headCell(text, style, { colSpan: spans[index]! })),
  ])
  const rows = FATES.flatMap((fate) => {
    const own = promises.filter((promise) => promise.fate === fate)
    return own.map((promise, index) => {
      const label: Slot = index === 0 ? labelCell(fate, own.length, request) : { tag: 'covered', up: index, left: 0 }
      const cells = [promisedText(promise, request), presentText(promise, request), resultText(promise)]
      return cellRow([label, ...cells.map((text, at) => textCell(text, style, { colSpan: spans[at]! }))])
    })
  })
  return [{ ...heading, isHeading: true }, ...rows]
}

function labelCell(fate: Fate, count: number, { style }: SummaryRequest): Slot {
  const isMissing = fate === 'planned-but-missing'
  const lines = [FATE_LABELS[fate], `${count}件`].map((line) => plainParagraph(line, isMissing ? 'bold' : undefined))
  return textCell(lines, style, { rowSpan: count, isLabel: true, shade: isMissing ? HEAD_SHADE : 1 })
}

function promisedText({ old }: PromiseFate, { comparison }: SummaryRequest): readonly Paragraph[] {
  return [plainParagraph(rowName(comparison, 'old', old)), ...toParagraphs(old.text, old.emphasis)]
}

/** A text that is still the same is not said twice. */
function presentText({ old, new: now, carriedTo, change }: PromiseFate, request: SummaryRequest): readonly Paragraph[] {
  if (now === null) {
    const withRow = request.comparison.changes[change]?.kinds.includes('row-removed')
    return [plainParagraph(withRow ? '（行の削除とともになくなった）' : '（記載なし）', 'bold')]
  }
  const place = plainParagraph(locate(now, request))
  const text = now.text === old.text ? [plainParagraph('（同じ文言）')] : toParagraphs(now.text, now.emphasis)
  const carried = carriedTo ? [plainParagraph(`予定にも継続：${locate(carriedTo, request)}`)] : []
  return [place, ...text, ...carried]
}

/** The likeliest of them; the others stand in the same cell of the plan. */
function resultText({ results }: PromiseFate): readonly Paragraph[] {
  const [first, ...others] = results
  if (first === undefined) return [plainParagraph('－')]
  return [
    ...toParagraphs(first.text, first.emphasis),
    ...(others.length === 0 ? [] : [plainParagraph(`（ほか${others.length}件）`)]),
  ]
}

/** ②3行目 取組み（2ページ）. */
function locate(place: Place, { comparison, pages }: SummaryRequest): string {
  const page = pages?.pageOf.new(place)
  return `${placeName(comparison, 'new', place)}${page === undefined ? '' : `（${page}頁）`}`
}

/** The three columns right of the first, each as many of the grid's as come nearest to its share. */
function columnSpans(widths: readonly number[]): readonly number[] {
  const rest = widths.slice(1)
  const total = rest.reduce((sum, width) => sum + width, 0)
  const edges = rest.map((_, index) => rest.slice(0, index).reduce((sum, width) => sum + width, 0) / total)
  const starts = SHARES.map((share) =>
    edges.reduce((best, edge, at) => (nearer(share, edge, edges[best]!) ? at : best), 0),
  )
  return starts.map((start, index) => (starts[index + 1] ?? rest.length) - start)
}

function nearer(share: number, edge: number, best: number): boolean {
  return Math.abs(edge - share) < Math.abs(best - share)
}
