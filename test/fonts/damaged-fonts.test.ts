/** Fonts that cannot be trusted: refused as they are opened, with the reason; and no text without ink whatever happens. */

import fc from 'fast-check'
import { create, type Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { loadBolds, loadFallbacks } from '../../src/cli/files/find-fonts.js'
import { FontError } from '../../src/fonts/font-fault.js'
import { createFontSet } from '../../src/fonts/font-set.js'
import { subsetGlyphs } from '../../src/fonts/glyf-subset.js'
import { openTypeface, type Typeface } from '../../src/fonts/typeface.js'
import { cffFont } from '../support/cff-font.js'
import { damage, Patient } from '../support/damage-font.js'
import { bundledFonts } from '../support/print.js'

const sound = bundledFonts().faces[0]!
const idOf = (character: string) => sound.glyph(character.codePointAt(0)!)!.id

/** `undefined` where the font cannot be used: any other error is one of the program. */
function tryOpen(bytes: Uint8Array): Typeface | undefined {
  try {
    return openTypeface(bytes, 'BIZ UDPGothic')
  } catch (error) {
    if (error instanceof FontError) return undefined
    throw error
  }
}

describe('信用できない書体', () => {
  const damages = [...damage(sound.bytes, idOf('画'))]

  it('試す壊れ方は百を超え、名前はそれぞれ違う', () => {
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length)
    expect(damages.length).toBeGreaterThan(100)
  })

  it.each(damages)('$name: 断る', ({ bytes }) => {
    expect(tryOpen(bytes)).toBeUndefined()
  })

  it('付属の書体は三つとも、また検査の値を書き直した写しも断らない', () => {
    const [signs] = loadFallbacks()
    const [bold] = loadBolds()
    expect([sound, bold!, signs!].map(({ bytes }) => tryOpen(bytes)?.postscriptName)).toEqual([
      'BIZUDPGothic-Regular',
      'BIZUDPGothic-Bold',
      'DejaVuSans',
    ])
    expect(tryOpen(new Patient(sound.bytes).sum().bytes)).toBeDefined()
  })

  it('印刷とプレビューだけの許可や、編集の許可なら断らない', () => {
    for (const rights of [0, 4, 8, 6]) {
      expect(tryOpen(new Patient(sound.bytes).put('OS/2', 8, rights).bytes)).toBeDefined()
    }
  })
})

/** Whether something is drawn, by another reader of fonts, of the very glyph that goes into the PDF. */
function hasInk({ tables }: Typeface, id: number): boolean {
  const { width, height } = (create(Buffer.from(subsetGlyphs(tables, [0, id]))) as Font).getGlyph(1).path.bbox
  return width > 0 && height > 0
}

describe('一部の字形だけが壊れた書体', () => {
  const RARE = '鬱'

  it('その字だけを次の書体で描き、壊れていると言う', () => {
    const { start } = new Patient(sound.bytes).outline(idOf(RARE))
    const face = tryOpen(new Patient(sound.bytes).put('glyf', start, 0).sum().bytes)!
    const fonts = createFontSet([face, sound])
    expect(fonts.draw(RARE.codePointAt(0)!)).toMatchObject({ face: 1, missing: false })
    expect(fonts.draw('最'.codePointAt(0)!)).toMatchObject({ face: 0, missing: false })
    expect([RARE, '最', '𪚥'].map((each) => face.isDamaged(each.codePointAt(0)!))).toEqual([true, false, false])
  })

  it('どこがどう壊れても、どの字にもインクと幅がある', () => {
    const text = '最上地域の在宅医療（Ａ）1,234.5％ゐゑ～鬱'
    const tables = ['glyf', 'loca', 'hmtx', 'cmap', 'head', 'hhea', 'maxp', 'GSUB', 'cvt ', 'OS/2', 'post']
    const place = fc.record({
      tag: fc.constantFrom(...tables),
      // In the glyphs of the text, too: elsewhere damage is rarely seen.
      within: fc.oneof(
        fc.nat({ max: 1 << 22 }),
        fc.constantFrom(...text).map((character) => idOf(character)),
      ),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    })
    let opened = 0
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (places) => {
        const patient = new Patient(sound.bytes)
        for (const { tag, within, bytes } of places) {
          const { offset, length } = patient.table(tag)
          const isGlyph = within < 1 << 14 && tag === 'glyf'
          const from = isGlyph ? patient.outline(within).start : within % length
          patient.bytes.set(bytes.subarray(0, length - from), offset + from)
        }
        const face = tryOpen(patient.sum().bytes)
        if (face === undefined) return
        opened++
        const fonts = createFontSet([face, sound])
        for (const character of text) {
          const codePoint = character.codePointAt(0)!
          for (const drawn of [fonts.draw(codePoint), fonts.drawVertical(codePoint)]) {
            expect([character, drawn.missing, drawn.glyph.advance > 0]).toEqual([character, false, true])
            if (drawn.face === 0) expect([character, hasInk(face, drawn.glyph.id)]).toEqual([character, true])
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(opened).toBeGreaterThan(20)
  })
})

describe('CFF の輪郭', () => {
  const { bytes, glyphs } = cffFont()
  const first = 0xe000

  it('どの字形のあるなしも、fontkit と同じ', () => {
    const face = openTypeface(bytes, 'Wrapped')
    const witness = create(Buffer.from(bytes)) as Font
    const drawn = Array.from({ length: glyphs - 1 }, (_, index) => face.glyph(first + index + 1) !== undefined)
    const inked = drawn.map((_, index) => witness.getGlyph(index + 1).path.commands.length > 0)
    expect(drawn).toEqual(inked)
    expect(inked.filter((has) => has).length).toBeGreaterThan(200)
  })

  it('0 ばかりでも、途中で切れても、中身が乱れても、プログラムの誤りにはならず、字形のない字は次の書体が描く', () => {
    expect(tryOpen(new Patient(bytes).fill('CFF ', 0).sum().bytes)).toBeUndefined()
    for (let part = 1; part < 20; part++) {
      const patient = new Patient(bytes)
      const cut = patient.cutTable('CFF ', Math.floor((patient.table('CFF ').length * part) / 20)).sum().bytes
      const face = tryOpen(cut)
      if (face === undefined) continue
      const fonts = createFontSet([face, sound])
      for (const character of 'Aa0') {
        expect(fonts.draw(character.codePointAt(0)!).missing).toBe(false)
      }
    }
  })
})
