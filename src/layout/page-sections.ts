/** What of the tables and texts of a form stands on a page. */

import { assertNever } from '../domain/assert-never.js'
import type { Form } from '../form/form.js'
import type { Page, PageCell, PageSection, PageTable, PlacedBlock } from './page.js'

export function tablesOn({ sections }: Page): readonly PageTable[] {
  return sections.filter((section) => section.tag === 'table')
}

/** Of all tables, top to bottom. */
export function cellsOn(page: Page): readonly PageCell[] {
  return tablesOn(page).flatMap(({ cells }) => cells)
}

export function blocksOn({ sections }: Page): readonly PlacedBlock[] {
  return sections.flatMap((section) => (section.tag === 'texts' ? section.blocks : []))
}

export function isCover({ sections }: Page, form: Form): boolean {
  return sections.some(({ section }) => form.sections[section]?.tag === 'cover')
}

/** Height on the page at which a section begins and ends; undefined where nothing of it stands there. */
export function extentOf(section: PageSection): { readonly top: number; readonly bottom: number } | undefined {
  switch (section.tag) {
    case 'texts':
      return extent(section.blocks)
    case 'table':
      return extent(section.rows)
    default:
      return assertNever(section)
  }
}

function extent(stacked: readonly { readonly top: number; readonly height: number }[]) {
  const [first, last] = [stacked[0], stacked.at(-1)]
  return first === undefined || last === undefined ? undefined : { top: first.top, bottom: last.top + last.height }
}
