/** What became of last year's promises, in the 変更の概要: those of which nothing is said come first. */

import type { SummaryStyle } from '../../definition/report-style.js'
import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { FATE_LABELS } from '../../review/change-kinds.js'
import type { Fate, Place, PromiseFate } from '../../review/comparison.js'
import { cellRow, HEAD_SHADE, headCell, plainParagraph, textCell } from '../cells.js'
import type { FormRow, Paragraph, Slot } from '../form.js'
import { toParagraphs } from '../paragraphs.js'
import { labelName } from './change-places.js'
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
const SHARES = [0, 0.36, 0.7, 0.81]

/** The heading row and the promises. `widths` are those of the grid that the tables share. */
export function promiseRows(request: SummaryRequest, widths: readonly number[]): readonly FormRow[] {
  const { comparison, style } = request
  const { promises, old, new: now, areDrafts } = comparison
  if (promises.length === 0) {
    const text = plainParagraph(
      areDrafts ? '同じ年度の案どうしなので、予定は追っていません。' : '追跡する予定はありません。',
    )
    return [cellRow([textCell([text], style, { colSpan: widths.length })])]
  }
  const spans = columnSpans(widths)
  const headings = [
    `${formatFiscalYear(old.year, 'era')}の予定`,
    `${formatFiscalYear(now.year, 'era')}の記載`,
    '担当',
    '説明\n（事務局記入）',
  ]
  const heading = cellRow([
    headCell('その後', style),
    ...headings.map((text, index) => headCell(text, style, { colSpan: spans[index]! })),
  ])
  const rows = FATES.flatMap((fate) => {
    const own = promises.filter((promise) => promise.fate === fate)
    const [stayed, others] = partBy(own, isStillPlanned)
    const lines = others.map((promise) => [
      promisedText(promise, request),
      [...presentText(promise, request), ...resultText(promise)],
      officeWords(promise.assignee),
      officeWords(promise.explanation),
    ])
    const all = stayed.length === 0 ? lines : [...lines, stayedTexts(stayed, request)]
    return all.map((cells, index) => {
      const label: Slot =
        index === 0
          ? labelCell(fate, { promises: own.length, rows: all.length }, request)
          : { tag: 'covered', up: index, left: 0 }
      return cellRow([label, ...cells.map((text, at) => textCell(text, style, { colSpan: spans[at]! }))])
    })
  })
  return [{ ...heading, isHeading: true }, ...rows]
}

/** Planned on in the same words: nothing more is to be said of it. */
function isStillPlanned({ fate, old, new: now, assignee, explanation }: PromiseFate): boolean {
  return fate === 'carried-over' && now?.text === old.text && assignee === undefined && explanation === undefined
}

function partBy<T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))]
}

/** What is planned on in the same words, once. */
function stayedTexts(promises: readonly PromiseFate[], request: SummaryRequest): readonly (readonly Paragraph[])[] {
  const texts = promises.flatMap(({ old }) => [
    plainParagraph(placeOfPromise(old, request)),
    ...toParagraphs(old.text, old.emphasis),
  ])
  return [texts, [plainParagraph(`${promises.length}件とも、予定に同じ文言`)], [], []]
}

function labelCell(
  fate: Fate,
  count: { readonly promises: number; readonly rows: number },
  { style }: SummaryRequest,
): Slot {
  const isMissing = fate === 'planned-but-missing'
  const lines = [FATE_LABELS[fate], `${count.promises}件`].map((line) =>
    plainParagraph(line, isMissing ? 'bold' : undefined),
  )
  return textCell(lines, style, { rowSpan: count.rows, isLabel: true, shade: isMissing ? HEAD_SHADE : 1 })
}

function promisedText({ old }: PromiseFate, request: SummaryRequest): readonly Paragraph[] {
  return [plainParagraph(placeOfPromise(old, request)), ...toParagraphs(old.text, old.emphasis)]
}

/** ②退院調整のルールづくり（旧の２頁）: what a member can find. */
function placeOfPromise(place: Place, { comparison, pages }: SummaryRequest): string {
  const page = pages?.pageOf.old(place)
  return `${labelName(comparison, 'old', place)}${page === undefined ? '' : `（旧の${page}頁）`}`
}

/** A text that is still the same is not said twice. */
function presentText(promise: PromiseFate, request: SummaryRequest): readonly Paragraph[] {
  const { old, new: now, carriedTo, change, fate, reason, evidence } = promise
  if (now === null) {
    const said = [reasonOf(fate, reason, evidence)].filter((line) => line !== '')
    const withRow = request.comparison.changes[change]?.kinds.includes('row-removed')
    return [
      plainParagraph(withRow ? '（行の削除とともになくなった）' : '（記載なし）', 'bold'),
      ...said.map((line) => plainParagraph(line)),
    ]
  }
  const place = plainParagraph(locate(now, request))
  const text = now.text === old.text ? [plainParagraph('（同じ文言）')] : toParagraphs(now.text, now.emphasis)
  const carried = carriedTo ? [plainParagraph(`予定にも継続：${locate(carriedTo, request)}`)] : []
  const said = [reasonOf(fate, reason, evidence)].filter((line) => line !== '')
  return [place, ...text, ...carried, ...said.map((line) => plainParagraph(line))]
}

/** Why it is held to be so, where that does not go without saying. */
function reasonOf(fate: Fate, reason: string, evidence: PromiseFate['evidence']): string {
  const goesWithoutSaying = fate === 'realised' || fate === 'carried-over' || evidence === 'none'
  return goesWithoutSaying && evidence !== 'link' && !reason.startsWith('別の主体') ? '' : `（${reason}）`
}

/** 担当 or 説明（事務局記入）, as the links file has it; else there is room to write. */
function officeWords(text: string | undefined): readonly Paragraph[] {
  return text === undefined ? [] : toParagraphs(text)
}

/** What came of it, where a result says so: the likeliest; the others stand in the same cell of the plan. */
function resultText({ results }: PromiseFate): readonly Paragraph[] {
  const [first, ...others] = results
  if (first === undefined) return []
  return [
    plainParagraph('〔成果・課題〕'),
    ...toParagraphs(first.text, first.emphasis),
    ...(others.length === 0 ? [] : [plainParagraph(`（ほか${others.length}件）`)]),
  ]
}

/** ②退院調整のルールづくり 取組み（2頁）. */
function locate(place: Place, { comparison, pages }: SummaryRequest): string {
  const page = pages?.pageOf.new(place)
  return `${labelName(comparison, 'new', place)} ${place.column}${page === undefined ? '' : `（${page}頁）`}`
}

/** The columns right of the first, each as many of the grid's as come nearest to its share. */
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
