/** Whether the tables of a font can be trusted: permission, kind, lengths and sums (OpenType 1.9), before a glyph is drawn. */

import { FontError } from './font-fault.js'
import type { FontTables } from './sfnt-tables.js'

const MAGIC = 0x5f0f3cf5

/** Rights in `OS/2` (fsType): the lowest four bits name one; bits 8 and 9 forbid to embed a part, or outlines at all. */
const RIGHTS = 0x000f
const RESTRICTED = 0x0002
const WHOLE_OR_BITMAPS = 0x0300

/** Tables from which glyphs are chosen, measured and drawn. */
const SUMMED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'loca', 'glyf', 'CFF ', 'GSUB', 'cvt ', 'fpgm', 'prep']

/** Lengths that are read of a table whatever it holds. */
const LEAST: Readonly<Record<string, number>> = { head: 54, hhea: 36, maxp: 6, 'OS/2': 78, post: 32, name: 6, cmap: 4 }

/** Throws a FontError that says why the font cannot be used. */
export function judgeTables(font: FontTables): void {
  const { view, at, find } = font
  if (find('fvar') !== undefined || find('CFF2') !== undefined) throw new FontError({ tag: 'variable' })
  for (const [tag, length] of Object.entries(LEAST)) {
    if ((find(tag)?.length ?? length) < length) throw damaged(tag)
  }
  if (!isEmbeddable(font)) throw new FontError({ tag: 'not-embeddable' })
  const head = at('head')
  const unitsPerEm = view.getUint16(head + 18)
  if (view.getUint32(head + 12) !== MAGIC || unitsPerEm < 16 || unitsPerEm > 16384) throw damaged('head')
  const glyphs = view.getUint16(at('maxp') + 4)
  if (glyphs === 0) throw damaged('maxp')
  const metrics = view.getUint16(at('hhea') + 34)
  if (metrics === 0 || metrics > glyphs) throw damaged('hhea')
  if (lengthOf(font, 'hmtx') < 4 * metrics + 2 * (glyphs - metrics)) throw damaged('hmtx')
  if (find('CFF ') === undefined) judgePlaces(font, glyphs)
  font.checkSums(SUMMED)
}

/** Version 2 of `OS/2` and those before it let a font have several rights, of which the freest counts. */
function isEmbeddable({ view, find }: FontTables): boolean {
  const os2 = find('OS/2')?.offset
  if (os2 === undefined) return true
  const rights = view.getUint16(os2 + 8)
  return (rights & RIGHTS) !== RESTRICTED && (rights & WHOLE_OR_BITMAPS) === 0
}

function judgePlaces(font: FontTables, glyphs: number): void {
  const format = font.view.getInt16(font.at('head') + 50)
  if (format !== 0 && format !== 1) throw damaged('head')
  if (lengthOf(font, 'loca') < (glyphs + 1) * (format === 1 ? 4 : 2)) throw damaged('loca')
  if (lengthOf(font, 'glyf') === 0) throw damaged('glyf')
}

function lengthOf({ at, find }: FontTables, tag: string): number {
  at(tag)
  return find(tag)!.length
}

function damaged(table: string): FontError {
  return new FontError({ tag: 'damaged', table })
}
