/** The rows of a handout: those of whole categories, or only those in which something changed since an older edition. */

import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { cellRow, plainParagraphs, textCell } from '../cells.js'
import { fillText, planValues, type TextValues, titleInOneLine } from '../fill-texts.js'
import type { Form } from '../form.js'
import { onlyTable, withTable } from '../only-table.js'
import { type FilledPart, fillParts, planSections } from '../plan-sections.js'
import { type RedlineRow, redlineRows } from '../redline/both-rows.js'
import { fillRedline } from '../redline/redline.js'
import { frameForm } from '../to-form.js'
import { findChangedRows } from './changed-rows.js'
import { chooseColumns, indexOfPair, isChosen, namesCategory } from './part.js'
import type { HandoutRequest } from './request.js'

export interface HandoutRows {
  readonly form: Form
  readonly notes: readonly string[]
}

/** A table with none of the rows or columns that are chosen is left out, and with it the texts around it. */
export function wholeRows({ plan, definition, context, part }: HandoutRequest): HandoutRows {
  const chosen = chooseColumns(definition, part.columns)
  const values = planValues(plan, chosen)
  const parts = fillParts(plan, chosen, values).flatMap((each): FilledPart[] => {
    if (each.tag === 'text') return [each]
    const categoryOf = each.categories.flatMap(({ rows }, index) => rows.map(() => each.first + index))
    const body = each.table.body.filter((_, row) => isChosen(part, categoryOf[row]!))
    return body.length === 0 || each.form.columns.every(namesCategory)
      ? []
      : [{ ...each, table: { ...each.table, body } }]
  })
  const sections = planSections(plan, chosen, values, parts)
  return { form: { ...frameForm(plan, chosen, context, values), sections }, notes: [] }
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
