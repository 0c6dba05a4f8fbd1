/** What somebody changed in a Word or Excel document, put into the plan that it was made from: as `import --into` does it. */

import { importPlan } from '../../decode/office/import-plan.js'
import { USUAL_READING } from '../../decode/office/office-document.js'
import { allColumns } from '../../definition/form-tables.js'
import { expandYears, planKeys } from '../../definition/year-columns.js'
import { fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { patchPlan } from '../../encode/patch/patch-plan.js'
import { mergePlans } from '../../merge/merge-plans.js'
import type { Printable } from '../../print/printable.js'
import { ownSkeleton } from '../../print/skeleton.js'
import { readingOf } from './read-document.js'
import type { Shelf } from './shelf.js'

/** The plan file's text with it; where both sides changed one thing, what that is. `now` is the plan that `text` says. */
export function mergeDocument(
  file: string,
  bytes: Uint8Array,
  { plan, definition }: Printable,
  text: string,
  shelf: Shelf,
): Outcome<string> {
  const place = { kind: 'file', file } as const
  const given = ownSkeleton(plan, definition, {})
  if (!given.ok) return given
  const imported = importPlan(file, bytes, USUAL_READING, {
    ...readingOf(file, shelf),
    given: JSON.stringify(given.value),
  })
  if (!imported.ok) return imported
  const { origin, definition: read } = imported.value
  if (origin === undefined) return fail(say('no-skeleton', { base: '紙面の計画' }, place))
  const fields = allColumns(expandYears(read, origin.base)).flatMap((column) =>
    column.fields.flatMap(({ key, part }) => (part === 'category' ? [] : [{ key, merges: column.merges }])),
  )
  const { base, document } = origin
  const merged = mergePlans({ base, document, plan, fields, missing: 'keep' })
  const told = merged.conflicts.map(({ place: where, ...texts }) => say('merge-conflict', { where, ...texts }, place))
  if (told.length > 0) return fail(...told)
  const { missing } = merged
  const kept = missing.map((row) => row.place)
  const lost = kept.length === 0 ? [] : [say('rows-missing', { rows: kept, fate: 'kept' }, place)]
  const after = merged.plan
  return succeed(patchPlan(text, plan, after, planKeys(expandYears(definition, after))), [
    ...imported.diagnostics,
    ...lost,
  ])
}
