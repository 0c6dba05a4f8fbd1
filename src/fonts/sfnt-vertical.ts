/** Glyphs for vertical setting: the single substitutions of the feature `vert` (OpenType 1.9, GSUB lookup types 1 and 7). */

import type { FontTables } from './sfnt-tables.js'

/** `vert` */
const VERTICAL = 0x76657274
const SINGLE = 1
const EXTENSION = 7

/** Which glyph takes the place of which. */
export function readVerticalForms({ view, find }: FontTables): ReadonlyMap<number, number> {
  const forms = new Map<number, number>()
  const gsub = find('GSUB')?.offset
  if (gsub === undefined) return forms
  const lookups = gsub + view.getUint16(gsub + 8)
  for (const index of verticalLookups(view, gsub + view.getUint16(gsub + 6))) {
    const lookup = lookups + view.getUint16(lookups + 2 + 2 * index)
    for (let each = 0; each < view.getUint16(lookup + 4); each++) {
      const subtable = lookup + view.getUint16(lookup + 6 + 2 * each)
      const type = view.getUint16(lookup)
      if (type === SINGLE) addSubstitutions(view, subtable, forms)
      if (type === EXTENSION && view.getUint16(subtable + 2) === SINGLE) {
        addSubstitutions(view, subtable + view.getUint32(subtable + 4), forms)
      }
    }
  }
  return forms
}

/** Indices of the lookups of every `vert` in the list of features, whatever the script, in the order in which they apply. */
function verticalLookups(view: DataView, features: number): number[] {
  const found = new Set<number>()
  for (let index = 0; index < view.getUint16(features); index++) {
    const record = features + 2 + 6 * index
    if (view.getUint32(record) !== VERTICAL) continue
    const feature = features + view.getUint16(record + 4)
    for (let each = 0; each < view.getUint16(feature + 2); each++) found.add(view.getUint16(feature + 4 + 2 * each))
  }
  return [...found].sort((a, b) => a - b)
}

/** The first lookup that knows a glyph counts. */
function addSubstitutions(view: DataView, subtable: number, forms: Map<number, number>): void {
  const isList = view.getUint16(subtable) === 2
  readCoverage(view, subtable + view.getUint16(subtable + 2)).forEach((glyph, index) => {
    const form = isList ? view.getUint16(subtable + 6 + 2 * index) : (glyph + view.getInt16(subtable + 4)) & 0xffff
    if (!forms.has(glyph)) forms.set(glyph, form)
  })
}

function readCoverage(view: DataView, coverage: number): number[] {
  const count = view.getUint16(coverage + 2)
  const isList = view.getUint16(coverage) === 1
  return Array.from({ length: count }, (_, index) => {
    if (isList) return [view.getUint16(coverage + 4 + 2 * index)]
    const range = coverage + 4 + 6 * index
    const first = view.getUint16(range)
    return Array.from({ length: view.getUint16(range + 2) - first + 1 }, (_, more) => first + more)
  }).flat()
}
