/** The one table of a form that has no other: that of a plan's own form, and those that are made from it. */

import type { Form, TableSection } from './form.js'

/** Throws an Error where there is none or more than one: that is a fault of whoever asks. */
export function onlyTable({ sections }: Form): TableSection {
  const [table, ...others] = sections.filter((section) => section.tag === 'table')
  if (table === undefined || others.length > 0) throw new Error(`a form with ${others.length + 1} tables`)
  return table
}

/** The form with another table in the place of its one. */
export function withTable(form: Form, table: TableSection): Form {
  return { ...form, sections: form.sections.map((section) => (section.tag === 'table' ? table : section)) }
}
