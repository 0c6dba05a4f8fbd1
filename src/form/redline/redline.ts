/** 見え消し: the whole form of the new edition with every change since the old one in its place. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { expandYears } from '../../definition/year-columns.js'
import type { Outcome } from '../../domain/diagnostic.js'
import type { Plan } from '../../domain/plan.js'
import type { Comparison } from '../../review/comparison.js'
import { addBands } from '../category-bands.js'
import { spanName } from '../edition-names.js'
import { filling } from '../fill-texts.js'
import type { Form, PageText } from '../form.js'
import { onlyTable, withTable } from '../only-table.js'
import { type FormContext, fillForm } from '../to-form.js'
import type { RedlineRow } from './both-rows.js'
import { redlineTable } from './both-tables.js'
import { partFigures } from './marked-text.js'
import { redlinePageText } from './page-texts.js'
import { redlineTexts } from './text-sections.js'
import { redlineTitle } from './title.js'

export interface RedlineContext extends FormContext {
  /**
   * tracked, for Word: accepting every change leaves the new edition's document, rejecting every change the old one's.
   * plain, for all formats: revisions are only seen, and what moved says where from and where to.
   */
  readonly revisions: 'tracked' | 'plain'
  /** The old edition's form; the new one's where it is left out. */
  readonly oldDefinition?: FormDefinition
  /** The editions on their own forms, where they are made already. */
  readonly made?: { readonly old: Form; readonly new: Form }
  /** plain: the rows that are shown, of an excerpt; all where it is left out. */
  readonly shows?: (row: RedlineRow) => boolean
}

/** Prints both editions as one, each on its own form. `comparison` is that of these plans by these forms. */
export function toRedlineForm(
  old: Plan,
  now: Plan,
  comparison: Comparison,
  definition: FormDefinition,
  context: RedlineContext,
): Outcome<Form> {
  const origin = { name: definition.name, file: definition.paper.source?.file }
  const oldDefinition = expandYears(context.oldDefinition ?? definition, old)
  const own = { ...context, oldDefinition }
  return filling(origin, () => fillRedline(old, now, comparison, expandYears(definition, now), own))
}

/** The same within `filling`. */
export function fillRedline(
  old: Plan,
  now: Plan,
  comparison: Comparison,
  definition: FormDefinition,
  context: RedlineContext,
): Form {
  const { made, revisions, shows, oldDefinition = definition } = context
  const definitions = { old: oldDefinition, new: definition }
  // The bands of an edition's own form are none of its plan's rows.
  const own = (edition: 'old' | 'new', plan: Plan) =>
    (definitions[edition].categories === 'column' ? made?.[edition] : undefined) ??
    fillForm(plan, definitions[edition], context)
  const forms = { old: own('old', old), new: own('new', now) }
  const table = redlineTable({
    plans: { old, new: now },
    comparison,
    definitions,
    tables: { old: onlyTable(forms.old), new: onlyTable(forms.new) },
    revisions,
    ...(shows && { shows }),
  })
  const form: Form = {
    ...forms.new,
    revisions,
    title: redlineTitle(forms.old.title, forms.new.title),
    header: redlinePageText(forms.old.header, forms.new.header),
    footer: redlinePageText(forms.old.footer, forms.new.footer),
    sections: redlineTexts(forms.old.sections, forms.new.sections),
  }
  const captioned: Form =
    revisions === 'tracked'
      ? form
      : {
          ...form,
          title: form.title.map(partFigures),
          header: [...form.header, ...legend(old, now, comparison, form.header)],
        }
  const isBanded = [definition, oldDefinition].some(({ categories }) => categories !== 'column')
  const banded: FormDefinition = isBanded ? { ...definition, categories: 'band' } : definition
  return withTable(captioned, addBands(table.section, banded, { texts: table.bands, revisions }))
}

/** What the marks mean, and how many differences have none. */
function legend(old: Plan, now: Plan, { notes, same }: Comparison, header: PageText): PageText {
  const unmarked = notes.filter(({ code }) => code === 'notation-ignored').map(({ message }) => `　${message}`)
  const told = same ? '変更なし' : `追加は下線、削除は取消線、移動は二重の線${unmarked.join('')}`
  const caption = `見え消し（${spanName(old, now)}）　${told}`
  return [{ tag: 'text', text: `${header.length > 0 ? '　' : ''}${caption}` }]
}
