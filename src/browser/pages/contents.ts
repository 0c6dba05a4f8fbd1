/** What a laid out plan holds, for the list beside the pages: how many pages, and where each 区分 begins. */

import type { LaidOut } from '../../layout/page.js'
import { tablesOn } from '../../layout/page-sections.js'
import type { Printable } from '../../print/printable.js'

export interface Contents {
  readonly title: string
  /** As the plan writes it. */
  readonly yearText: string
  readonly year: number
  readonly formName: string
  readonly pages: number
  /** In points. */
  readonly width: number
  readonly height: number
  readonly entries: readonly Entry[]
  /** The keys of a row's cells, in the form's order. */
  readonly columns: readonly string[]
}

/** A 区分 by its printed name, and the page on which it begins. */
export interface Entry {
  readonly name: string
  readonly page: number
}

export function listContents({
  printable,
  laidOut,
}: {
  readonly printable: Printable
  readonly laidOut: LaidOut
}): Contents {
  const { plan, definition } = printable
  const { form, pages } = laidOut
  return {
    title: plan.title,
    yearText: plan.yearText,
    year: plan.year,
    formName: definition.name,
    pages: pages.length,
    width: form.paper.width,
    height: form.paper.height,
    entries: listEntries(laidOut),
    columns: definition.columns.flatMap(({ fields }) =>
      fields.flatMap(({ key, part }) => (part === 'category' ? [] : [key])),
    ),
  }
}

function listEntries({ form, pages }: LaidOut): readonly Entry[] {
  const entries: Entry[] = []
  for (const page of pages) {
    for (const placed of tablesOn(page)) {
      const table = form.sections[placed.section]
      if (table?.tag !== 'table') continue
      for (const { kind, index, part } of placed.rows) {
        const name = kind === 'body' ? table.body[index]?.bookmark : undefined
        if (name !== undefined && (part === 'whole' || part === 'first')) entries.push({ name, page: page.number })
      }
    }
  }
  return entries
}
