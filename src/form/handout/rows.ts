/** The rows of a handout: those of whole categories, or only those in which something changed since an older edition. */

import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { fillText, type TextValues } from '../fill-texts.js'
import type { Form, FormRow, Slot } from '../form.js'
import { type RedlineRow, redlineRows } from '../redline/both-rows.js'
import { fillRedline } from '../redline/redline.js'
import { plainParagraph } from '../reports/report.js'
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
  const categoryOf = plan.categories.flatMap(({ rows }, index) => rows.map(() => index))
  return { form: { ...form, body: form.body.filter((_, row) => isChosen(part, categoryOf[row]!)) }, notes: [] }
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
    旧計画: old.title,
    旧年度: formatFiscalYear(old.year, 'era'),
    行: rows.filter((row) => row.new !== undefined).length,
    変更行: shown.filter((row) => row.new !== undefined).length,
    旧行: shown.filter((row) => row.new === undefined).length,
    ほかの行: rows.filter((row) => isChanged(row, allKeys) && !shows(row)).length,
  }
  const form = fillRedline(old, plan, comparison, chosen, { ...context, revisions: 'plain', shows })
  const texts = { ...values, ...counts }
  const body = shown.length > 0 ? form.body : [wideRow(fillText(style.texts.noChange, texts), form)]
  const notes = comparison.notes.map(({ message }) => `注：${message}`)
  return { form: { ...form, body }, notes: [fillText(style.texts.changes, texts), ...notes] }
}

/** A row of one cell as wide as the table. */
function wideRow(text: string, { columns, type }: Form): FormRow {
  const slots = columns.map((_, left): Slot => {
    if (left > 0) return { tag: 'covered', up: 0, left }
    return {
      tag: 'cell',
      rowSpan: 1,
      colSpan: columns.length,
      direction: 'horizontal',
      align: 'center',
      valign: 'middle',
      size: type.size,
      shade: 1,
      paragraphs: text.split('\n').map((line) => plainParagraph(line)),
      isLabel: false,
    }
  })
  return { slots, startsPage: false }
}
