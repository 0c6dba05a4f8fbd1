/** What changed between two states of a plan file, a line a change, in the words of `diff`. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { Plan } from '../../domain/plan.js'
import { placeName } from '../../form/reports/change-places.js'
import { compareEditions } from '../../print/print-comparison.js'
import { KIND_LABELS } from '../../review/change-kinds.js'
import { listChanges } from '../../review/comparison.js'

/** Where, what kind of change, and what stood and stands there. */
export function listInWords(old: Plan, now: Plan, definition: FormDefinition): readonly string[] {
  const comparison = compareEditions({ old: { plan: old, definition }, new: { plan: now, definition } })
  return listChanges(comparison).map(({ kinds, old: before, new: after }) => {
    const edition = after.length > 0 ? 'new' : 'old'
    const [place] = edition === 'new' ? after : before
    const where = place === undefined ? '' : place.category === 0 ? place.column : placeName(comparison, edition, place)
    const texts = [before[0]?.text ?? '', after[0]?.text ?? ''].filter((text) => text !== '').map(firstLine)
    return `${where}: ${kinds.map((kind) => KIND_LABELS[kind]).join('・')} ${[...new Set(texts)].join(' → ')}`
  })
}

function firstLine(text: string): string {
  const [line = '', ...more] = text.split('\n')
  return more.length === 0 ? line : `${line} …`
}
