/** Forms and pages with one table, as most tests make them: what of them stands where. */

import type { CoverSection, Form, FormColumn, FormRow, TableSection, TextBlock } from '../../src/form/form.js'
import { onlyTable } from '../../src/form/only-table.js'
import type { LaidOut, Page, PageRow } from '../../src/layout/page.js'
import { isCover, tablesOn } from '../../src/layout/page-sections.js'

export function tablesOf({ sections }: Form): readonly TableSection[] {
  return sections.filter((section) => section.tag === 'table')
}

export function bodyOf(form: Form): readonly FormRow[] {
  return onlyTable(form).body
}

export function headOf(form: Form): readonly FormRow[] {
  return onlyTable(form).head
}

export function columnsOf(form: Form): readonly FormColumn[] {
  return onlyTable(form).columns
}

/** The blocks of all text sections. */
export function frontOf({ sections }: Form): readonly TextBlock[] {
  return sections.flatMap((section) => (section.tag === 'texts' ? section.blocks : []))
}

export function coverOf({ sections }: Form): CoverSection | undefined {
  return sections.find((section) => section.tag === 'cover')
}

export function rowsOn(page: Page): readonly PageRow[] {
  return tablesOn(page).flatMap(({ rows }) => rows)
}

/** The pages behind the cover. */
export function innerPages({ form, pages }: LaidOut): readonly Page[] {
  return pages.filter((page) => !isCover(page, form))
}

export function coverPage({ form, pages }: LaidOut): Page | undefined {
  return pages.find((page) => isCover(page, form))
}
