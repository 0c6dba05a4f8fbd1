/** Type that the layout had to set so small that it is hard to read: told with its cell. */

import type { Diagnostic, Place } from '../domain/diagnostic.js'
import { say } from '../domain/messages/say.js'
import type { Form, FormCell } from '../form/form.js'
import type { Page } from './page.js'
import { cellsOn } from './page-sections.js'

/** In points: what official documents print is not smaller. */
const LEGIBLE = 6

export function findSmallType(form: Form, pages: readonly Page[]): readonly Diagnostic[] {
  const sizes = new Map<FormCell, number>()
  for (const { cell, lines } of pages.flatMap(cellsOn)) {
    const size = lines[0]?.line.size ?? cell.size
    if (size < cell.size) sizes.set(cell, Math.min(size, sizes.get(cell) ?? size))
  }
  return tellSmallType(sizes, form)
}

/** One warning for the whole document: the first such cell, how many there are, and the smallest type. `format` is the one that it is told of. */
export function tellSmallType(
  sizes: ReadonlyMap<FormCell, number>,
  { source }: Form,
  format?: 'Word',
): readonly Diagnostic[] {
  const small = [...sizes].filter(([, size]) => size < LEGIBLE)
  const [first] = small
  if (first === undefined) return []
  const size = Math.floor(Math.min(...small.map(([, each]) => each)) * 10) / 10
  const values = { where: nameOf(first[0]), others: small.length - 1, size, format }
  return [say('small-type', values, placeOf(first[0], source?.file))]
}

function nameOf({ source }: FormCell): string {
  return source === undefined ? '表' : `区分${source.category}の${source.row}行目「${source.column}」`
}

function placeOf({ source }: FormCell, file: string | undefined): Place | undefined {
  if (file === undefined) return undefined
  return source?.at === undefined ? { kind: 'file', file } : { kind: 'text', file, ...source.at }
}
