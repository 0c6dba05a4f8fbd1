/** Two editions to their 見え消し, as the command line goes, and its table as text that shows the marks. */

import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import type { Form, FormRow, Paragraph, Run } from '../../src/form/form.js'
import type { RedlineContext } from '../../src/form/redline/redline.js'
import { comparedColumns } from '../../src/review/columns.js'
import { compare } from '../../src/review/compare.js'
import type { Editions } from './arbitrary-editions.js'
import { bundledForm, expectValue, planFrom } from './forms.js'
import { bodyOf } from './sections.js'
import { toRedlineForm } from './stages.js'

export function redlineOf(
  { old, new: now }: Editions,
  context: RedlineContext,
  definition: FormDefinition = bundledForm('official'),
): Form {
  const columns = comparedColumns(definition)
  const before = context.oldDefinition === undefined ? columns : comparedColumns(context.oldDefinition)
  const comparison = compare(old, now, { columns: { old: before, new: columns } })
  return toRedlineForm(old, now, comparison, definition, context)
}

/** A plan from its categories as YAML. */
export function planOf(year: string, categories: string): Plan {
  return expectValue(planFrom(`計画: 在宅医療の計画\n年度: ${year}\n区分:\n${categories}`))
}

/** The chosen columns row by row: `[-dropped-]`, `{+new+}`, `↑` for a place that a cell above covers. */
export function describeRows(form: Form, columns: readonly number[]): readonly string[] {
  return bodyOf(form).map((row) => describeRow(row, columns))
}

function describeRow({ slots, revision }: FormRow, columns: readonly number[]): string {
  const cells = columns.map((column) => {
    const slot = slots[column]!
    return slot.tag === 'covered' ? '↑' : slot.paragraphs.map(describeParagraph).join(' / ')
  })
  const mark = revision === undefined ? '' : revision === 'deleted' ? '- ' : '+ '
  return `${mark}${cells.join(' | ')}`
}

export function describeParagraph({ runs }: Paragraph): string {
  return runs.map(describeRun).join('')
}

function describeRun({ text, revision }: Run): string {
  if (revision === undefined) return text
  return revision === 'deleted' ? `[-${text}-]` : `{+${text}+}`
}
