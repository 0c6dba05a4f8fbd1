/** Where a form's fonts are looked up: in its own folder, then in those of the forms that it extends. */

import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadFallbacks, loadFonts } from '../../src/cli/files/find-fonts.js'
import { findForm } from '../../src/cli/files/find-form.js'
import { createFontSet } from '../../src/fonts/font-set.js'
import { expectValue, ROOT } from '../support/forms.js'

const FAMILY = 'BIZ UDPGothic'
const PACKAGE = fileURLToPath(new URL('node_modules/@expo-google-fonts/biz-udpgothic/', ROOT))
const WEIGHTS = { bold: '700Bold/BIZUDPGothic_700Bold.ttf', regular: '400Regular/BIZUDPGothic_400Regular.ttf' }

/** Forms one extending the next, some with a font file of that weight; the name of the face that is found. */
function faceOf(...fonts: readonly (keyof typeof WEIGHTS | undefined)[]): string {
  const root = mkdtempSync(join(tmpdir(), 'keikaku-fonts-'))
  fonts.forEach((weight, at) => {
    const folder = join(root, `form${at}`)
    mkdirSync(join(folder, 'fonts'), { recursive: true })
    const base = at + 1 < fonts.length ? `../form${at + 1}` : '公式'
    writeFileSync(join(folder, 'form.yaml'), `元の様式: ${base}\n名前: 様式${at}\n`)
    if (weight) copyFileSync(join(PACKAGE, WEIGHTS[weight]), join(folder, 'fonts', `${weight}.ttf`))
  })
  const { folders } = expectValue(findForm(join(root, 'form0'), 'plan.yaml'))
  return loadFonts([FAMILY], folders).faces[0]!.postscriptName
}

it('様式の fonts にある書体は、付属の書体より先に使う', () => {
  expect(faceOf('bold')).toBe('BIZUDPGothic-Bold')
  expect(faceOf(undefined)).toBe('BIZUDPGothic-Regular')
})

it('元の様式の fonts も、その元の様式の fonts も探す', () => {
  expect(faceOf(undefined, 'bold')).toBe('BIZUDPGothic-Bold')
  expect(faceOf(undefined, undefined, 'bold')).toBe('BIZUDPGothic-Bold')
})

it('両方にあれば、近い様式のものを使う', () => {
  expect(faceOf('bold', 'regular')).toBe('BIZUDPGothic-Bold')
  expect(faceOf('regular', 'bold')).toBe('BIZUDPGothic-Regular')
})

it('付属の書体だけで、印と、上付き・下付きの数字のどれにも字形があり、どの二つも同じ字形でない', () => {
  const signs = [...'☑☐☒✓✔➢★☆⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾₀₁₂₃₄₅₆₇₈₉0123456789'].map((sign) => sign.codePointAt(0)!)
  const [second] = loadFallbacks()
  const fonts = createFontSet([...loadFonts([FAMILY], []).faces, second!])
  const drawn = signs.map((sign) => fonts.draw(sign))
  expect(drawn.filter(({ missing }) => missing)).toEqual([])
  expect(new Set(drawn.map(({ face, glyph }) => `${face}:${glyph.id}`)).size).toBe(signs.length)
})
