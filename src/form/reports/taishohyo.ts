/** 新旧対照表: what changed, the new wording beside the old, in an office's house style. */

import type { TaishohyoStyle } from '../../definition/report-style.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { type Change, type Comparison, listChanges, type Place } from '../../review/comparison.js'
import { cellRow, HEAD_SHADE, headCell, plainParagraph, textCell } from '../cells.js'
import { filling, fillText } from '../fill-texts.js'
import type { Form, FormRow, Paragraph, Slot } from '../form.js'
import { toParagraphs } from '../paragraphs.js'
import { fieldName, kindNames, placeNotes } from './change-notes.js'
import { byCategory, categoryName } from './change-places.js'
import { changeSides, type Sides } from './change-sides.js'
import { foldYears } from './fold-years.js'
import { originOf, type ReportRequest, reportForm, reportValues } from './report.js'
import { foldedLine, toldChanges } from './told-changes.js'

/** Lists the changes by 区分 and row, in the order of the new table. */
export function toTaishohyo(request: ReportRequest<TaishohyoStyle>): Outcome<Form> {
  return filling(originOf(request.style), () => fillTaishohyo(request))
}

function fillTaishohyo(request: ReportRequest<TaishohyoStyle>): Form {
  const { style } = request
  const { category, field, side, remarks } = style.widths
  return reportForm(request, {
    name: '新旧対照表',
    texts: style.texts,
    widths: [category, field, side, side, ...(style.remarks ? [remarks] : [])],
    head: [headRow(request)],
    body: [...bodyRows(request), ...noteRows(request)],
  })
}

function headRow({ comparison, style }: ReportRequest<TaishohyoStyle>): FormRow {
  const values = reportValues(comparison)
  const sides = {
    old: headCell(fillText(style.texts.oldHeading, values), style),
    new: headCell(fillText(style.texts.newHeading, values), style),
  }
  const remarks = style.remarks ? [headCell('備考', style)] : []
  return cellRow([headCell('区分・欄', style, { colSpan: 2 }), ...inOrder(style, sides), ...remarks])
}

function bodyRows(request: ReportRequest<TaishohyoStyle>): readonly FormRow[] {
  const { comparison, style, fullness = 'folded' } = request
  if (listChanges(comparison).length === 0 && style.unchanged !== 'in-full') return [noChangeRow(comparison, style)]
  const told = toldChanges(style.unchanged === 'left-out' ? listChanges(comparison) : comparison.changes, fullness)
  const shown = fullness === 'all' ? told : foldYears(comparison, told)
  const noChange = listChanges(comparison).length === 0 ? [noChangeRow(comparison, style)] : []
  const rows = byCategory(comparison, shown).flatMap(({ pair, changes }) => {
    const lines = linesOf(request, changes)
    return lines.map((line, index): FormRow => {
      const label = categoryName(pair)
      const first: Slot =
        index === 0
          ? textCell([plainParagraph(label)], style, { rowSpan: lines.length, isLabel: true })
          : { tag: 'covered', up: index, left: 0 }
      return { ...lineRow(first, line, style), ...(index === 0 ? { bookmark: label } : {}) }
    })
  })
  return [...noChange, ...rows]
}

/** A row of the table: a change, a column of a changed row, or what is passed over. */
interface ContrastLine extends Sides {
  readonly field: readonly Paragraph[]
  readonly remarks: readonly Paragraph[]
}

function linesOf(request: ReportRequest<TaishohyoStyle>, changes: readonly Change[]): readonly ContrastLine[] {
  const { style } = request
  const abridged = (change: Change | undefined) => style.unchanged === 'abridged' && change?.kinds[0] === 'unchanged'
  return changes.flatMap((change, index) => {
    if (!abridged(change)) return changeLines(request, change)
    if (abridged(changes[index - 1])) return []
    const both = toParagraphs(style.texts.abridged)
    return [{ field: [], old: both, new: both, remarks: [] }]
  })
}

function changeLines(request: ReportRequest<TaishohyoStyle>, change: Change): readonly ContrastLine[] {
  const { comparison, style } = request
  const { row, column } = fieldName(comparison, change)
  const remarks = remarksOf(comparison, change, style)
  // Without a column for remarks the field says what the marks do not: that something moved.
  const unsaid = !style.remarks && isUnmarked(comparison, change) ? remarks : []
  const field = (name: string) => [
    ...[row, name, pagesOf(change, request)].filter((text) => text !== '').map((text) => plainParagraph(text)),
    ...unsaid,
  ]
  return [{ field: field(column), ...changeSides(comparison, change, style), remarks }]
}

/** 2頁（旧1頁）: where it stands in the documents of the two editions. */
function pagesOf({ old, new: now }: Change, { pages }: ReportRequest<TaishohyoStyle>): string {
  const pageOf = (side: 'old' | 'new', place: Place | undefined) => place && pages?.pageOf[side](place)
  const [before, after] = [pageOf('old', old[0]), pageOf('new', now[0])]
  const own = after === undefined ? '' : `${after}頁`
  return before === undefined || before === after ? own : `${own}（旧${before}頁）`
}

/** Whether both sides say the same, or more than what they say has changed. */
function isUnmarked(comparison: Comparison, change: Change): boolean {
  const isOnBoth = change.old.length > 0 && change.new.length > 0
  return (isOnBoth && change.segments.length === 0) || placeNotes(comparison, change).length > 0
}

/** What a council will ask about is set in bold. */
function remarksOf(comparison: Comparison, change: Change, style: TaishohyoStyle): readonly Paragraph[] {
  if (change.kinds[0] === 'unchanged') return []
  const emphasis = change.kinds.includes('planned-but-missing') ? 'bold' : undefined
  const notes = placeNotes(comparison, change).map((note) => plainParagraph(note))
  return [plainParagraph(kindNames(change, style.kindNames), emphasis), ...notes]
}

function lineRow(first: Slot, { field, old, new: now, remarks }: ContrastLine, style: TaishohyoStyle): FormRow {
  const sides = { old: textCell(old, style), new: textCell(now, style) }
  const last = style.remarks ? [textCell(remarks, style)] : []
  return cellRow([first, textCell(field, style), ...inOrder(style, sides), ...last])
}

function noChangeRow(comparison: Comparison, style: TaishohyoStyle): FormRow {
  const text = fillText(style.texts.noChange, reportValues(comparison))
  return wideRow(
    text.split('\n').map((line) => plainParagraph(line)),
    style,
  )
}

/** What is counted only, and what was not compared, and why. */
function noteRows({ comparison, style, fullness = 'folded' }: ReportRequest<TaishohyoStyle>): readonly FormRow[] {
  const folded = foldedLine(comparison, fullness)
  const notes = [...(folded === undefined ? [] : [folded]), ...comparison.notes.map(({ message }) => message)]
  return notes.map((note) => wideRow([plainParagraph(`注：${note}`)], style))
}

function wideRow(paragraphs: readonly Paragraph[], style: TaishohyoStyle): FormRow {
  return cellRow([textCell(paragraphs, style, { colSpan: style.remarks ? 5 : 4, shade: HEAD_SHADE })])
}

function inOrder<T>(style: TaishohyoStyle, sides: { readonly old: T; readonly new: T }): readonly T[] {
  return style.newSide === 'left' ? [sides.new, sides.old] : [sides.old, sides.new]
}
