/** The changes as a list for a spreadsheet, one in a row and no cell merged: to filter, to assign and to tick off. */

import type { KindNames, TaishohyoStyle } from '../../definition/report-style.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { type Change, type Comparison, listChanges } from '../../review/comparison.js'
import { cellRow, headCell, numberCell, plainParagraph, textCell } from '../cells.js'
import { filling, fillText } from '../fill-texts.js'
import type { Form, FormCell, FormRow } from '../form.js'
import { fieldName, kindName, placeNotes } from './change-notes.js'
import { byCategory, categoryName, rowName } from './change-places.js'
import { changeSides, type Sides } from './change-sides.js'
import { originOf, type ReportRequest, reportForm, reportValues } from './report.js'
import { foldedLine, toldChanges } from './told-changes.js'

/** Widths in proportion to each other. */
const WIDTHS = { number: 4, category: 11, row: 4, column: 9, kind: 8, side: 30, notes: 13, assignee: 7, done: 5 }

/** In points. The list is to work in, not for the meeting: larger, a long change is higher than a page and parts in two rows. */
const LARGEST = 9

/** Lists the changes in the order of the 新旧対照表, in its house style. */
export function toChangeList(request: ReportRequest<TaishohyoStyle>): Outcome<Form> {
  const size = Math.min(request.style.size, LARGEST)
  return filling(originOf(request.style), () => fillChangeList({ ...request, style: { ...request.style, size } }))
}

function fillChangeList(request: ReportRequest<TaishohyoStyle>): Form {
  const { comparison, style, fullness = 'folded' } = request
  const { number, category, row, column, kind, side, notes, assignee, done } = WIDTHS
  const changes = byCategory(comparison, toldChanges(listChanges(comparison), fullness))
  let count = 0
  const rows = changes.flatMap(({ pair, changes: own }) =>
    own.map((change) => changeRow(++count, categoryName(pair), change, request)),
  )
  return reportForm(request, {
    name: '変更の一覧',
    texts: style.texts,
    widths: [number, category, row, column, kind, side, side, notes, assignee, done],
    head: [headRow(request)],
    body: [...(listChanges(comparison).length === 0 ? [noChangeRow(request)] : rows), ...noteRows(request)],
    kind: 'list',
  })
}

function headRow({ comparison, style }: ReportRequest<TaishohyoStyle>): FormRow {
  const values = reportValues(comparison)
  const names = [
    '番号',
    '区分',
    '行',
    '欄',
    '種類',
    ...headingsOf(style).map((text) => fillText(text, values)),
    '備考',
    '担当',
    '確認',
  ]
  return cellRow(names.map((name) => headCell(name, style)))
}

function headingsOf({ newSide, texts }: TaishohyoStyle): readonly string[] {
  return newSide === 'left' ? [texts.newHeading, texts.oldHeading] : [texts.oldHeading, texts.newHeading]
}

function changeRow(number: number, category: string, change: Change, request: ReportRequest<TaishohyoStyle>): FormRow {
  const { comparison, style } = request
  const place = (change.new[0] ?? change.old[0])!
  const { old, new: now } = changeSides(comparison, change, style)
  return listRow(style, {
    number: numberCell(number, style, { align: 'center' }),
    category,
    row:
      change.subject === 'category' || change.subject === 'document'
        ? ''
        : numberCell(place.row, style, { align: 'center' }),
    column: fieldName(comparison, change).column,
    kind: kindName(change, change.kinds[0]!, style.kindNames),
    old,
    new: now,
    notes: notesOf(comparison, change, style.kindNames),
    done: '□',
  })
}

/** What a cell of a row is made of; a spreadsheet filters by texts. */
interface ListRow extends Sides {
  readonly number: FormCell | ''
  readonly category: string
  readonly row: FormCell | ''
  readonly column: string
  readonly kind: string
  readonly notes: readonly string[]
  readonly done: string
}

function listRow(style: TaishohyoStyle, row: ListRow): FormRow {
  const { number, category, column, kind, notes, done } = row
  const text = (content: string) => textCell([plainParagraph(content)], style)
  const sides = [textCell(row.new, style), textCell(row.old, style)]
  return cellRow([
    number || text(''),
    text(category),
    row.row || text(''),
    text(column),
    text(kind),
    ...(style.newSide === 'left' ? sides : sides.toReversed()),
    textCell(
      notes.map((note) => plainParagraph(note)),
      style,
    ),
    text(''),
    textCell([plainParagraph(done)], style, { align: 'center' }),
  ])
}

/** The kinds beside the one that the list names, then places; that of what was dropped is one of the old edition. */
function notesOf(comparison: Comparison, change: Change, names: KindNames): readonly string[] {
  const others = change.kinds.slice(1).map((kind) => kindName(change, kind, names))
  const isPlaced = change.subject !== 'document'
  const dropped = isPlaced && change.new.length === 0 ? [`旧：${rowName(comparison, 'old', change.old[0]!)}`] : []
  return [...(others.length === 0 ? [] : [others.join('・')]), ...dropped, ...placeNotes(comparison, change)]
}

function noChangeRow({ comparison, style }: ReportRequest<TaishohyoStyle>): FormRow {
  const message = fillText(style.texts.noChange, reportValues(comparison))
    .split('\n')
    .map((line) => plainParagraph(line))
  return listRow(style, { ...EMPTY, kind: '変更なし', new: message })
}

/** What is counted only, and what was not compared, and why. */
function noteRows({ comparison, style, fullness = 'folded' }: ReportRequest<TaishohyoStyle>): readonly FormRow[] {
  const folded = foldedLine(comparison, fullness)
  const notes = [...(folded === undefined ? [] : [folded]), ...comparison.notes.map(({ message }) => message)]
  return notes.map((note) => listRow(style, { ...EMPTY, kind: '注', new: [plainParagraph(note)] }))
}

const EMPTY: ListRow = {
  number: '',
  category: '',
  row: '',
  column: '',
  kind: '',
  old: [],
  new: [],
  notes: [],
  done: '',
}
