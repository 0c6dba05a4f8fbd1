/** What a table is called where it is not seen with what stands around it: by a screen reader's list of tables, or by Word. */

import type { Form, Section, TextBlock } from '../form.js'

/** By the heading over it; several without one are counted. `index` is the table's in the form's sections. */
export function nameTable(index: number, { sections, meta }: Form): string {
  const above = sections.slice(0, index)
  const since = above.slice(above.findLastIndex(isTable) + 1)
  const heading = since.findLast((section) => section.tag === 'texts' && section.role === 'heading')
  if (heading?.tag === 'texts') return heading.blocks.map(textOf).join(' ').trim()
  return sections.filter(isTable).length > 1 ? `${meta.title}　表${above.filter(isTable).length + 1}` : meta.title
}

function isTable({ tag }: Section): boolean {
  return tag === 'table'
}

function textOf({ paragraphs }: TextBlock): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ')
}
