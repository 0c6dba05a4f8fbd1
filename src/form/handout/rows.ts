/** The rows of a handout: those of whole categories, or only those in which something changed since an older edition. */

import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { addBands } from '../category-bands.js'
import { cellRow, plainParagraphs, textCell } from '../cells.js'
import { fillText, type TextValues, titleInOneLine } from '../fill-texts.js'
import type { Form } from '../form.js'
import { onlyTable, withTable } from '../only-table.js'
import { type RedlineRow, redlineRows } from '../redline/both-rows.js'
import { fillRedline } from '../redline/redline.js'
import { fillForm } from '../to-form.js'
import { findChangedRows } from './changed-rows.js'
import { chooseColumns, indexOfPair, isChosen } from './part.js'
import type { HandoutRequest } from './request.js'

export interface HandoutRows {
  readonly form: Form
  readonly notes: readonly string[]
}

export function wholeRows({ plan, definition, context, part }: HandoutRequest): HandoutRows {
  const form = fillForm(plan, chooseColumns(definition, part.columns), context)
  const table = onlyTable(form)
  const categoryOf = plan.categories.flatMap(({ rows }, index) => rows.map(() => index))
  const body = table.body.filter((_, row) => isChosen(part, categoryOf[row]!))
  return { form: addBands(withTable(form, { ...table, body }), definition), notes: [] }
}

/** Word shows plain marks as the other formats do: accepting the changes of an excerpt would leave no edition. */
export function changedRows(
  { plan, definition, context, part, style }: HandoutRequest,
  { plan: old, comparison }: NonNullable<HandoutRequest['since']>,
  values: TextValues,
): HandoutRows {
  const chosen = chooseColumns(definition, part.columns)
  const isChanged = findChangedRows(comparison)
  const [keys, allKeys] = [chosen, definition].map(
    ({ columns }) => new Set(columns.flatMap(({ fields }) => fields.map(({ key }) => key))),
  ) as [Set<string>, Set<string>]
  const shows = (row: RedlineRow) => isChosen(part, indexOfPair(row.category, plan, comparison)) && isChanged(row, keys)
  const rows = redlineRows(comparison, old, plan)
  const shown = rows.filter(shows)
  const counts = {
    旧計画: titleInOneLine(old),
    旧年度: formatFiscalYear(old.year, 'era'),
    行: rows.filter((row) => row.new !== undefined).length,
    変更行: shown.filter((row) => row.new !== undefined).length,
    旧行: shown.filter((row) => row.new === undefined).length,
    ほかの行: rows.filter((row) => isChanged(row, allKeys) && !shows(row)).length,
  }
  const form = fillRedline(old, plan, comparison, chosen, { ...context, revisions: 'plain', shows })
  const texts = { ...values, ...counts }
  const table = onlyTable(form)
  const noChange = textCell(plainParagraphs(fillText(style.texts.noChange, texts)), form.type, {
    colSpan: table.columns.length,
    align: 'center',
    valign: 'middle',
  })
  const body = shown.length > 0 ? table.body : [cellRow([noChange])]
  const notes = comparison.notes.map(({ message }) => `注：${message}`)
  return { form: withTable(form, { ...table, body }), notes: [fillText(style.texts.changes, texts), ...notes] }
}
