/** Font files as this program reads them against fontkit, over every character of the bundled font. */

import { create, type Font, type FontCollection } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { openTypeface } from '../../src/fonts/typeface.js'
import { bundledFonts } from '../support/print.js'

/** The parts of fontkit that its types leave out. */
type Witness = Font & {
  readonly _cmapProcessor: { getVariationSelector(codePoint: number, selector: number): number }
}

const { bytes } = bundledFonts().faces[0]!
const face = openTypeface(bytes, 'BIZ UDPGothic')
const witness = create(bytes as Buffer) as Witness

function inEm(glyph: {
  readonly id: number
  readonly advanceWidth: number
}): { id: number; advance: number } | undefined {
  return glyph.id === 0 ? undefined : { id: glyph.id, advance: glyph.advanceWidth / witness.unitsPerEm }
}

describe('フォントファイル', () => {
  it('どの文字も、fontkit と同じ字形と送り幅になる', () => {
    expect(witness.characterSet.length).toBeGreaterThan(10_000)
    for (const codePoint of [...witness.characterSet, 0x378, 0x1f600, 0xffff, 0x10ffff]) {
      expect([codePoint, face.glyph(codePoint)]).toEqual([codePoint, inEm(witness.glyphForCodePoint(codePoint))])
    }
  })

  it('縦書きの字形も同じ', () => {
    // fontkit takes characters that are not seen out of a line.
    const seen = witness.characterSet.filter((codePoint) => !/\p{Cf}/u.test(String.fromCodePoint(codePoint)))
    const changed = seen.filter((codePoint) => {
      const character = String.fromCodePoint(codePoint)
      const upright = witness.layout(character, { vert: true } as never).glyphs[0]!
      expect([character, face.verticalGlyph(codePoint)]).toEqual([character, inEm(upright)])
      return upright.id !== witness.glyphForCodePoint(codePoint).id
    })
    expect(changed.map((codePoint) => String.fromCodePoint(codePoint))).toEqual(
      expect.arrayContaining(['ー', '（', '「', '…', '、', '。', 'っ']),
    )
  })

  it('異体字は、fontkit が知っているものなら同じ字形になる', () => {
    const variants = witness.characterSet
      .filter((codePoint) => codePoint > 0x3000)
      .flatMap((codePoint) => [0xfe00, 0xe0100, 0xe0101, 0xe0102].map((selector) => [codePoint, selector] as const))
    // It says 0 for variants that are the plain glyph, and overlooks some others.
    const known = variants.filter(([codePoint, selector]) => {
      const id = witness._cmapProcessor.getVariationSelector(codePoint, selector)
      if (id !== 0)
        expect([codePoint, selector, face.variant(codePoint, selector)?.id]).toEqual([codePoint, selector, id])
      return id !== 0
    })
    expect(known.length).toBeGreaterThan(50)
  })

  it('葛󠄀（U+845B U+E0100）の字形は葛とは違い、㐂󠄀（U+3402 U+E0100）は㐂と同じ', () => {
    expect(face.variant(0x3402, 0xe0100)).toEqual(face.glyph(0x3402))
    expect(face.variant(0x845b, 0xe0100)?.id).not.toBe(face.glyph(0x845b)!.id)
    expect(face.variant(0x845b, 0xe010f)).toBeUndefined()
  })

  it('名前も同じ', () => {
    expect(face.postscriptName).toBe(witness.postscriptName)
    expect(face.names).toEqual(expect.arrayContaining([witness.familyName, witness.fullName]))
  })

  it('一つのファイルに幾つもあれば、名前で選ぶ', () => {
    const collection = asCollection(bytes)
    expect((create(collection as Buffer) as FontCollection).fonts.map((font) => font.postscriptName)).toEqual([
      witness.postscriptName,
      witness.postscriptName.replace('B', 'X'),
    ])
    const second = openTypeface(collection, 'どれでもない', witness.postscriptName.replace('B', 'X'))
    expect(second.postscriptName).toBe(witness.postscriptName.replace('B', 'X'))
    expect(second.glyph(0x6700)).toEqual(face.glyph(0x6700))
    expect(openTypeface(collection, face.names[0]!).postscriptName).toBe(witness.postscriptName)
  })

  it('フォントでないものは断る', () => {
    expect(() => openTypeface(new Uint8Array(4), '空')).toThrow(RangeError)
    expect(() => openTypeface(new TextEncoder().encode('これはフォントではありません。'.repeat(9)), '文')).toThrow(
      RangeError,
    )
  })
})

/** A collection of the font and of itself under PostScript names that begin with X. */
function asCollection(font: Uint8Array): Uint8Array {
  const header = 20
  const file = Buffer.alloc(header + 2 * font.length)
  file.write('ttcf')
  file.writeUInt32BE(0x00010000, 4)
  file.writeUInt32BE(2, 8)
  for (const index of [0, 1]) {
    const start = header + index * font.length
    file.writeUInt32BE(start, 12 + 4 * index)
    file.set(font, start)
    // The tables' places count from the start of the file.
    for (let table = 0; table < file.readUInt16BE(start + 4); table++) {
      const record = start + 12 + 16 * table
      file.writeUInt32BE(file.readUInt32BE(record + 8) + start, record + 8)
      if (index === 1 && file.toString('latin1', record, record + 4) === 'name') {
        renameTo('X', file, record)
      }
    }
  }
  return file
}

/** Gives PostScript names another first letter, and the table its new sum. */
function renameTo(letter: string, file: Buffer, table: number): void {
  const [start, length] = [file.readUInt32BE(table + 8), file.readUInt32BE(table + 12)]
  const texts = start + file.readUInt16BE(start + 4)
  for (let index = 0; index < file.readUInt16BE(start + 2); index++) {
    const record = start + 6 + 12 * index
    if (file.readUInt16BE(record + 6) !== 6) continue
    const isLatin = file.readUInt16BE(record) === 1
    file.write(letter, texts + file.readUInt16BE(record + 10) + (isLatin ? 0 : 1), 'latin1')
  }
  const padded = Buffer.concat([file.subarray(start, start + length), Buffer.alloc(3)])
  let sum = 0
  for (let at = 0; at + 3 < padded.length; at += 4) sum += padded.readUInt32BE(at)
  file.writeUInt32BE(sum % 2 ** 32, table + 4)
}
