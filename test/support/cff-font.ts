/** An OpenType font of CFF outlines: those of a font that pdf.js brings, in the tables that make a font file of them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The characters from U+E000 on stand for the glyphs by their numbers, and A to Z, a to z, 0 to 9 for the usual ones. */
export function cffFont(): { readonly bytes: Uint8Array; readonly glyphs: number } {
  const cff = readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/standard_fonts/FoxitSerif.pfb'))
  const glyphs = countGlyphs(cff)
  const numbers = (...values: readonly number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]))
  const head = Buffer.alloc(54)
  head.writeUInt32BE(0x5f0f3cf5, 12)
  head.writeUInt16BE(1000, 18)
  const hhea = Buffer.alloc(36)
  hhea.writeUInt16BE(1, 34)
  const hmtx = numbers(600, 0, ...Array.from({ length: glyphs - 1 }, () => 0))
  // Glyphs 17 to 26, 34 to 59 and 66 to 91 are figures and letters in the standard order of CFF.
  const ranges = [
    [0x30, 17, 10],
    [0x41, 34, 26],
    [0x61, 66, 26],
    [0xe000, 0, glyphs],
    [0xffff, 0, 1],
  ] as const
  const cmap = Buffer.concat([
    numbers(0, 1, 3, 1, 0, 12),
    numbers(4, 16 + 8 * ranges.length, 0, 2 * ranges.length, 0, 0, 0),
    numbers(...ranges.map(([start, , count]) => start + count - 1), 0),
    numbers(...ranges.map(([start]) => start)),
    numbers(...ranges.map(([start, glyph]) => (glyph - start) & 0xffff)),
    numbers(...ranges.map(() => 0)),
  ])
  const text = Buffer.from('Wrapped', 'utf16le').swap16()
  const name = Buffer.concat([
    numbers(0, 2, 6 + 24, 3, 1, 0x409, 1, text.length, 0, 3, 1, 0x409, 6, text.length, 0),
    text,
  ])
  const maxp = numbers(0, 0x5000, glyphs)
  return { bytes: writeFont({ 'CFF ': cff, cmap, head, hhea, hmtx, maxp, name }), glyphs }
}

/** The CharStrings INDEX is the largest of the file's, by its count of 16 bits behind operator 17 of the Top DICT. */
function countGlyphs(cff: Buffer): number {
  const skip = (at: number) => {
    const count = cff.readUInt16BE(at)
    if (count === 0) return at + 2
    const size = cff[at + 2]!
    return at + 2 + size * (count + 1) + cff.readUIntBE(at + 3 + size * count, size)
  }
  const top = skip(4)
  const dictionary = cff.subarray(top + 5, skip(top))
  // Operator 17 follows its operand of three or five bytes.
  const operator = dictionary.findIndex(
    (byte, at) => byte === 17 && (dictionary[at - 3] === 28 || dictionary[at - 5] === 29),
  )
  const place =
    dictionary[operator - 3] === 28 ? dictionary.readInt16BE(operator - 2) : dictionary.readInt32BE(operator - 4)
  return cff.readUInt16BE(place)
}

function writeFont(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables)
  const header = Buffer.alloc(12 + 16 * entries.length)
  header.write('OTTO', 'latin1')
  header.writeUInt16BE(entries.length, 4)
  let offset = header.length
  const parts = entries.map(([tag, table], index) => {
    const record = 12 + 16 * index
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    let sum = 0
    for (let at = 0; at < padded.length; at += 4) sum += padded.readUInt32BE(at)
    header.write(tag, record, 'latin1')
    header.writeUInt32BE(sum % 2 ** 32, record + 4)
    header.writeUInt32BE(offset, record + 8)
    header.writeUInt32BE(table.length, record + 12)
    offset += padded.length
    return padded
  })
  return Buffer.concat([header, ...parts])
}
