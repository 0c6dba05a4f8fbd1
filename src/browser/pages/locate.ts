/** From lines of the plan file to the texts that stand in them, and from texts to the pages on which they begin. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { allColumns } from '../../definition/form-tables.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import type { Plan } from '../../domain/plan.js'
import type { LaidOut } from '../../layout/page.js'
import { pageFinder } from '../../layout/pages/page-of-place.js'
import type { TextPlace } from '../editing/text-place.js'

/** Something of the plan, and the page on which it begins. */
export interface Located {
  readonly place: TextPlace
  readonly page: number
}

/** The text of which a message is, where it is of one. */
export function locateMessage(
  { place }: Diagnostic,
  plan: Plan,
  laidOut: LaidOut,
  definition: FormDefinition,
): Located | undefined {
  if (place?.kind !== 'text') return undefined
  let best: { readonly line: number; readonly place: TextPlace } | undefined
  const note = (at: Position | undefined, text: TextPlace) => {
    if (at === undefined || at.line > place.line || at.line < (best?.line ?? 0)) return
    best = { line: at.line, place: text }
  }
  note(plan.titleAt, { tag: 'text', name: '計画' })
  for (const [category, { at, rows }] of plan.categories.entries()) {
    note(at, { tag: 'category', category })
    for (const [row, { cells }] of rows.entries()) {
      for (const [column, cell] of Object.entries(cells)) note(cell.at, { tag: 'cell', category, row, column })
    }
  }
  return best && locateText(best.place, laidOut, definition)
}

export function locateText(place: TextPlace, laidOut: LaidOut, definition: FormDefinition): Located {
  return { place, page: pageOf(place, laidOut, definition) ?? 1 }
}

function pageOf(place: TextPlace, laidOut: LaidOut, definition: FormDefinition): number | undefined {
  if (place.tag === 'category') return pageFinder(laidOut)({ category: place.category + 1, row: 1, column: '' })
  if (place.tag === 'cell') {
    // A cell goes by the first of its fields.
    const { fields } = allColumns(definition).find(({ fields }) => fields.some(({ key }) => key === place.column)) ?? {}
    const column = fields?.[0]?.key ?? place.column
    return pageFinder(laidOut)({ category: place.category + 1, row: place.row + 1, column })
  }
  if (place.tag === 'part') return pageOfPart(place.part, laidOut)
  return place.tag === 'text' && place.name === '注' ? laidOut.pages.length : 1
}

function pageOfPart(part: number, { form, pages }: LaidOut): number | undefined {
  const isOfPart = ({ section }: { readonly section: number }) => form.sections[section]?.part === part
  return pages.find(({ sections }) => sections.some(isOfPart))?.number
}
