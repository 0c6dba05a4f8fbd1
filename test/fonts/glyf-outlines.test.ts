/** Glyphs that are put together from parts which are made smaller, mirrored or turned, read by fontkit. */

import { create, type Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { inkOfOutline, partsOf, readOutlines } from '../../src/fonts/glyf-outlines.js'
import { subsetGlyphs } from '../../src/fonts/glyf-subset.js'
import { readFontFile } from '../../src/fonts/sfnt-tables.js'
import { Patient } from '../support/damage-font.js'
import { bundledFonts } from '../support/print.js'

const japanese = bundledFonts().faces[0]!
const idOf = (character: string) => japanese.glyph(character.codePointAt(0)!)!.id
/** Its outline is long enough to write parts over it. */
const WHOLE = idOf('鬱')

/** A part: its flag of the kind of scale with the numbers behind it, in 2.14 bits (OpenType 1.9, `glyf`). */
interface Part {
  readonly name: string
  readonly kind: number
  readonly scales: readonly number[]
  /** Where it puts the point (100, 10), moved by (300, 40). */
  readonly puts: readonly [number, number]
}

const ONE = 0x4000
const PARTS: readonly Part[] = [
  { name: '元の大きさ', kind: 0, scales: [], puts: [400, 50] },
  { name: '半分', kind: 0x08, scales: [ONE / 2], puts: [350, 45] },
  { name: '左右を返して高さは半分', kind: 0x40, scales: [-ONE, ONE / 2], puts: [200, 45] },
  { name: '左へ四分の一回す', kind: 0x80, scales: [0, ONE, -ONE, 0], puts: [290, 140] },
  { name: '半回転', kind: 0x80, scales: [-ONE, 0, 0, -ONE], puts: [200, 30] },
]

/** The font with a glyph of these parts, each 永 moved by (300, 40), and behind them a plain 一. */
function fontWith(parts: readonly Part[]): Buffer {
  const patient = new Patient(japanese.bytes)
  const { start } = patient.outline(WHOLE)
  const words = parts.flatMap(({ kind, scales }) => [0x23 | kind, idOf('永'), 300, 40, ...scales])
  const outline = [0xffff, 0, 0, 0, 0, ...words, 0x03, idOf('一'), 0, 0]
  outline.forEach((word, at) => {
    patient.put('glyf', start + 2 * at, word & 0xffff)
  })
  return patient.sum().bytes
}

describe.each(PARTS)('部品から成る字形：$name', (part) => {
  const bytes = fontWith([part])
  const [tables] = readFontFile(bytes)

  it('点の行き先は書かれたとおりで、後の部品も読める', () => {
    const [moved, plain] = partsOf(readOutlines(tables!)(WHOLE)!)
    expect(moved!.move(100, 10)).toEqual(part.puts)
    expect(plain!.glyph).toBe(idOf('一'))
  })

  it('切り出しても輪郭は同じ', () => {
    const subset = create(Buffer.from(subsetGlyphs(tables!, [0, WHOLE]))) as Font
    expect(subset.getGlyph(1).path.toSVG()).toBe((create(bytes) as Font).getGlyph(WHOLE).path.toSVG())
  })
})

it('返した字形のインクも、fontkit の言う場所にある', () => {
  // A quarter turn is read by fontkit the other way round than by FreeType and the specification.
  for (const part of PARTS.filter(({ name }) => name !== '左へ四分の一回す')) {
    const bytes = fontWith([part])
    const ink = inkOfOutline(readOutlines(readFontFile(bytes)[0]!), WHOLE)
    const { minX, minY, maxX, maxY } = (create(bytes) as Font).getGlyph(WHOLE).path.cbox
    expect(ink).toMatchObject({ tag: 'box', left: minX, right: maxX, top: maxY, bottom: minY })
  }
})
