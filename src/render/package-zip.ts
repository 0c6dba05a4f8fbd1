/** The zip of an Office document: the same parts always make the same bytes, whatever the clock, the time zone or the writer. */

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** ECMA-376 part 2 lets the parts stand in any order; readers that look at the start of a file expect this one first. */
const FIRST = '[Content_Types].xml'

/** Called with the name and text of each `.xml` and `.rels` part; returns the changed text, or nothing to leave it as it is. */
export type EditPart = (name: string, xml: string) => string | undefined

/** Writes a zip anew: entries in order of their names, with one fixed time, folders left out. */
export function repack(bytes: Uint8Array, edit?: EditPart): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))
  const sorted: Zippable = {}
  for (const [name, content] of parts.sort(([a], [b]) => comparePartNames(a, b))) {
    sorted[name] = edit === undefined ? content : editPart(name, content, edit)
  }
  // The first moment that a zip can name. It holds local time without a zone: a local moment is the same bytes in all.
  return zipSync(sorted, { mtime: new Date(1980, 0, 1), level: 6 })
}

function editPart(name: string, content: Uint8Array, edit: EditPart): Uint8Array {
  if (!/\.(xml|rels)$/.test(name)) return content
  const changed = edit(name, strFromU8(content))
  return changed === undefined ? content : strToU8(changed)
}

/** By UTF-16 units: `localeCompare` would go by the machine's language. */
function comparePartNames(a: string, b: string): number {
  if (a === FIRST || b === FIRST) return a === FIRST ? -1 : 1
  return a < b ? -1 : 1
}
