/** 区分 that stand in no column: as bands across the table above their rows, or as headings with a table below each. */

import type { FormDefinition } from '../definition/form-definition.js'
import { headingSection } from './around-table.js'
import { cellRow, plainParagraphs, textCell } from './cells.js'
import type { Form, FormRow, Paragraph, TableSection, TextSection } from './form.js'
import { splitTable } from './split-table.js'

type Look = Pick<FormDefinition, 'categories' | 'type' | 'table' | 'around'>

/** The table with its 区分 shown as the definition wants it: one section, or a heading and a table for each. */
export function showCategories(table: TableSection, look: Look): readonly (TextSection | TableSection)[] {
  return look.categories === 'heading' ? splitAtCategories(table, look) : [addBands(table, look)]
}

function splitAtCategories(table: TableSection, look: Look): readonly (TextSection | TableSection)[] {
  const opening = table.body.flatMap(({ bookmark }, index) => (bookmark === undefined ? [] : [index]))
  return splitTable(table, opening, '').flatMap((body): readonly (TextSection | TableSection)[] => {
    const [first, ...others] = body
    if (first?.bookmark === undefined) return [{ ...table, body }]
    const { bookmark, startsPage, ...row } = first
    const headings = headingSection('category', bookmark, look).map((heading) =>
      startsPage ? { ...heading, starts: 'page' as const } : heading,
    )
    return [...headings, { ...table, body: [{ ...row, startsPage: false }, ...others] }]
  })
}

/** What the bands of a redline say and how. */
interface Redlined {
  /** Above each body row. */
  readonly texts?: readonly (readonly Paragraph[] | undefined)[]
  readonly revisions?: Form['revisions']
}

/**
 * The table with bands, unless a column shows its 区分; they stand again on every page that their rows reach. Where no
 * texts are given, they say the bookmarks of the rows that open a 区分.
 */
export function addBands(
  table: TableSection,
  { categories, type, table: { headShade } }: Look,
  { texts, revisions }: Redlined = {},
): TableSection {
  if (categories === 'column') return table
  const body = table.body.flatMap((row, index): FormRow[] => {
    const text = texts === undefined ? plainParagraphs(row.bookmark ?? '') : (texts[index] ?? [])
    if (text.length === 0) return [row]
    const { bookmark, startsPage, revision, ...below } = row
    const cell = textCell(text, type, { colSpan: table.columns.length, valign: 'middle', shade: headShade })
    // In changes to accept a band comes or goes with its words, whatever the row below does.
    const [first] = text
    const own = revisions === 'tracked' && text.every((each) => each.revision === first!.revision) && first!.revision
    return [
      {
        ...cellRow([cell]),
        startsPage,
        isHeading: true,
        ...(bookmark === undefined ? {} : { bookmark }),
        ...(own ? { revision: own } : {}),
      },
      { ...below, startsPage: false, ...(revision === undefined ? {} : { revision }) },
    ]
  })
  return { ...table, body }
}
