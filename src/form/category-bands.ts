/** 区分 as bands across the table, above their rows; a band stands again on every page that its rows reach. */

import type { FormDefinition } from '../definition/form-definition.js'
import { cellRow, plainParagraphs, textCell } from './cells.js'
import type { Form, FormRow, Paragraph, TableSection } from './form.js'

/**
 * The form with bands, where the definition shows 区分 so. `texts` are those above each body row of its table; where
 * they are left out, the bookmarks of the rows that open a 区分.
 */
export function addBands(
  form: Form,
  { categories }: FormDefinition,
  texts?: readonly (readonly Paragraph[] | undefined)[],
): Form {
  if (categories !== 'band') return form
  const sections = form.sections.map((section) =>
    section.tag === 'table' ? addToTable(section, form, texts) : section,
  )
  return { ...form, sections }
}

function addToTable(
  table: TableSection,
  form: Form,
  texts?: readonly (readonly Paragraph[] | undefined)[],
): TableSection {
  const body = table.body.flatMap((row, index): FormRow[] => {
    const text = texts === undefined ? plainParagraphs(row.bookmark ?? '') : (texts[index] ?? [])
    if (text.length === 0) return [row]
    const { bookmark, startsPage, revision, ...below } = row
    const cell = textCell(text, form.type, {
      colSpan: table.columns.length,
      valign: 'middle',
      shade: form.table.headShade,
    })
    // In changes to accept a band comes or goes with its words, whatever the row below does.
    const [first] = text
    const own =
      form.revisions === 'tracked' && text.every((each) => each.revision === first!.revision) && first!.revision
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
