/** What a laid out plan holds, for the list beside the pages: how many pages, and where each 区分 begins. */

import { namesCategory } from '../../form/handout/part.js'
import { circledNumber } from '../../form/text-helpers.js'
import type { LaidOut } from '../../layout/page.js'
import { tablesOn } from '../../layout/page-sections.js'
import type { Printable } from '../../print/printable.js'
import type { TextName, TextPlace } from '../editing/text-place.js'
import { typedText } from '../editing/typed-text.js'
import type { SpotText } from './drawing.js'

export interface Contents {
  readonly title: string
  /** As the plan writes it. */
  readonly yearText: string
  /** 案２ of this year's edition. */
  readonly draft?: string
  readonly year: number
  readonly formName: string
  /** The sheets, in points. */
  readonly pages: readonly SheetSize[]
  readonly entries: readonly Entry[]
  /** 区分 by their names, for choosing among them. */
  readonly categories: readonly string[]
  /** The same of columns, with their indexes in the form. */
  readonly chosenColumns: readonly { readonly index: number; readonly name: string }[]
  /** What the plan says beside its table. */
  readonly facts: readonly SpotText[]
}

export interface SheetSize {
  readonly width: number
  readonly height: number
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
  const { pages } = laidOut
  return {
    title: plan.title,
    yearText: plan.yearText,
    ...(plan.draft !== undefined && { draft: plan.draft }),
    year: plan.year,
    formName: definition.name,
    pages: pages.map(({ paper: { width, height } }) => ({ width, height })),
    entries: listEntries(laidOut),
    categories: plan.categories.map(({ number, name }) => (name === '' ? '' : `${circledNumber(number)}${name}`)),
    chosenColumns: definition.columns.flatMap((column, index) =>
      namesCategory(column) ? [] : [{ index, name: column.fields.map(({ key }) => key).join('・') }],
    ),
    facts: FACTS.map(([label, place]) => ({ label, place, typed: typedText(plan, place, {}) })),
  }
}

const text = (name: TextName): TextPlace => ({ tag: 'text', name })
const handout = (name: 'number' | 'meeting' | 'date' | 'author'): TextPlace => ({ tag: 'handout', name })

/** By the names that people know them by. */
const FACTS: readonly (readonly [string, TextPlace])[] = [
  ['題名', text('計画')],
  ['年度', text('年度')],
  ['版', text('版')],
  ['版の日付', text('版の日付')],
  ['期間', text('期間')],
  ['区域', text('区域')],
  ['前文', text('前文')],
  ['単位', text('単位')],
  ['注', text('注')],
  ['資料番号', handout('number')],
  ['会議', handout('meeting')],
  ['会議の日付', handout('date')],
  ['作成', handout('author')],
]

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
