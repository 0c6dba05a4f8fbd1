/** `--pdf archive`: the PDF says what its colours are, and claims nothing that no checker of PDF/A has confirmed. */

import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/render/pdf/render-pdf.js'
import { srgbProfile } from '../../src/render/pdf/srgb-profile.js'
import { expectValue, seedPlan } from '../support/forms.js'
import { overviewOf } from '../support/overview.js'
import { bundledFonts } from '../support/print.js'
import { layOut } from '../support/stages.js'

const OVERVIEW = layOut(overviewOf(seedPlan('mogami-h30')), bundledFonts())

/** The file with what is packed in it, as text. */
async function contentOf(pdf?: 'archive'): Promise<string> {
  const bytes = Buffer.from(expectValue(await renderPdf(OVERVIEW, bundledFonts(), pdf === undefined ? {} : { pdf })))
  const source = bytes.toString('latin1')
  const packed = [...source.matchAll(/\/FlateDecode[^\n]*\nstream\n/g)].map(({ 0: head, index }) =>
    inflateSync(bytes.subarray(index + head.length)).toString('latin1'),
  )
  return [source, ...packed].join('\n')
}

describe('長く保存する PDF', () => {
  it('色の決まりを持ち、透明も、埋め込まれていない書体も、PDF/A だという名乗りもない', async () => {
    const content = await contentOf('archive')
    expect(content).toMatch(/\/OutputIntents \[\d+ 0 R\]/)
    expect(content).toContain('/S /GTS_PDFA1')
    expect(content).toContain('acsp')
    expect(content).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/')
    expect(content).not.toMatch(/\/(?:SMask|ca|CA|BM|Encrypt|JavaScript|LZWDecode)\b|pdfaid/)
    const fonts = content.match(/\/Type \/FontDescriptor.*/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\/FontFile[23] /)
  })

  it('ふつうの PDF には色の決まりがなく、どちらも同じ入力から同じバイト列になる', async () => {
    expect(await contentOf()).not.toContain('OutputIntent')
    expect(await contentOf('archive')).toBe(await contentOf('archive'))
  })
})

describe('sRGB のプロファイル', () => {
  const profile = Buffer.from(srgbProfile())
  const tags = new Map(
    Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
      const at = 132 + 12 * index
      const start = profile.readUInt32BE(at + 4)
      const content = profile.subarray(start, start + profile.readUInt32BE(at + 8))
      return [profile.toString('latin1', at, at + 4), content] as const
    }),
  )

  it('長さ、種類、要る項目が正しい', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
    expect(profile.toString('latin1', 36, 40)).toBe('acsp')
    expect([...tags.keys()]).toEqual(['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'])
  })

  it('三つの原色を足すと白になり、曲線は sRGB のもの', () => {
    const xyz = (name: string) => [8, 12, 16].map((at) => tags.get(name)!.readInt32BE(at) / 0x10000)
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map(xyz)
    xyz('wtpt').forEach((value, at) => {
      expect(red![at]! + green![at]! + blue![at]!).toBeCloseTo(value, 3)
    })
    const curve = tags.get('gTRC')!
    const points = curve.readUInt32BE(8)
    const at = (value: number) => curve.readUInt16BE(12 + 2 * Math.round(value * (points - 1))) / 0xffff
    // IEC 61966-2-1: half of the value is 21.4 % of the light; below 4 % it is a straight line.
    expect([at(0), at(0.5), at(1)]).toEqual([0, expect.closeTo(0.214, 3), 1])
    expect(at(0.02)).toBeCloseTo(0.02 / 12.92, 4)
  })
})
