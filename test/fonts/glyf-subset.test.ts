/** A font cut down to some glyphs, read by fontkit. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { expect, it } from 'vitest'
import { subsetGlyphs } from '../../src/fonts/glyf-subset.js'
import { openTypeface, type Typeface } from '../../src/fonts/typeface.js'
import { Patient } from '../support/damage-font.js'
import { bundledFonts } from '../support/print.js'

const japanese = bundledFonts().faces[0]!
// Its accented letters are put together from others, which no glyph of the Japanese font is.
const latin = openTypeface(
  readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')),
  'Liberation Sans',
)

function expectSame(face: Typeface, text: string): void {
  const whole = create(face.bytes as Buffer) as Font
  const ids = [0, ...[...text].map((character) => face.glyph(character.codePointAt(0)!)!.id)]
  const subset = create(Buffer.from(subsetGlyphs(face.tables, ids))) as Font
  ids.forEach((id, place) => {
    expect(subset.getGlyph(place).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG())
    expect(subset.getGlyph(place).advanceWidth).toBe(whole.getGlyph(id).advanceWidth)
  })
}

it('残した字形は、輪郭も送り幅も元のまま、並べた順に入る。空白にも、二度使う字にも', () => {
  expectSame(japanese, '最上 が(1)葛一最')
})

it('部品から成る字形は、部品も連れて行く', () => {
  expectSame(latin, 'éÅüǻ½ñe')
  expect(subsetGlyphs(latin.tables, [0, latin.glyph(0xe9)!.id]).length).toBeGreaterThan(
    subsetGlyphs(latin.tables, [0, latin.glyph(0x20)!.id]).length,
  )
})

it('使う字だけになり、ずっと小さい', () => {
  const ids = [...'在宅医療'].map((character) => japanese.glyph(character.codePointAt(0)!)!.id)
  expect(subsetGlyphs(japanese.tables, [0, ...ids]).length).toBeLessThan(japanese.bytes.length / 50)
})

it('どの表も、ファイルの全体も、検査の値のとおりの数になる（OpenType 1.9, Calculating Checksums）', () => {
  for (const text of ['最', '最上町 の計画']) {
    const ids = [...text].map((character) => japanese.glyph(character.codePointAt(0)!)!.id)
    const subset = subsetGlyphs(japanese.tables, [0, ...ids])
    expect(Buffer.from(subset).equals(new Patient(subset).sum().bytes)).toBe(true)
    const words = Array.from({ length: subset.length / 4 }, (_, at) => Buffer.from(subset).readUInt32BE(4 * at))
    expect(words.reduce((sum, word) => (sum + word) % 2 ** 32, 0)).toBe(0xb1b0afba)
  }
})
