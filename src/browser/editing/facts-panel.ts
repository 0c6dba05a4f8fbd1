/** 計画について: what the plan says beside its table, in fields of a panel. */

import { element } from '../dom/element.js'
import { labelled } from '../dom/fields.js'
import type { Contents } from '../pages/contents.js'
import type { PlanEdit } from './edit-plan.js'

const LONG: ReadonlySet<string> = new Set(['題名', '前文', '注'])

/** A field is taken over when it is left. */
export function factsPanel({ facts, formName }: Contents, take: (edit: PlanEdit) => void): readonly HTMLElement[] {
  const fields = facts.map(({ label, place, typed }) => {
    const field = LONG.has(label) ? element('textarea', { rows: 3 }) : element('input', { type: 'text' })
    field.value = typed
    field.addEventListener('change', () => take({ tag: 'write', place, typed: field.value }))
    return labelled(label, field)
  })
  return [
    element(
      'section',
      { class: 'group' },
      element('p', { class: 'quiet' }, `様式: ${formName}`),
      ...fields.slice(0, 9),
    ),
    element('section', { class: 'group' }, element('h3', {}, '会議資料'), ...fields.slice(9)),
  ]
}
