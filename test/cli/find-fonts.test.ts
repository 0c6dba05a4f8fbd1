/** Where a form's fonts are looked up: in its own folder, then in those of the forms that it extends; what is passed over. */

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadFallbacks, loadFonts } from '../../src/cli/files/find-fonts.js'
import { findForm } from '../../src/cli/files/find-form.js'
import { tellFonts } from '../../src/cli/files/tell-fonts.js'
import { createFontSet } from '../../src/fonts/font-set.js'
import { openTypeface } from '../../src/fonts/typeface.js'
import { damage, Patient } from '../support/damage-font.js'
import { expectValue, ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'

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

const SOUND = readFileSync(join(PACKAGE, WEIGHTS.regular))
const GLYPH = openTypeface(SOUND, FAMILY).glyph('画'.codePointAt(0)!)!.id

/** A form folder with these files of fonts. */
function folderWith(content: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'keikaku-fonts-'))
  mkdirSync(join(folder, 'fonts'))
  writeFileSync(join(folder, 'form.yaml'), `元の様式: 公式\n名前: 様式\n文字: { 書体: [${FAMILY}] }\n`)
  for (const [name, bytes] of Object.entries(content)) writeFileSync(join(folder, 'fonts', name), bytes)
  return folder
}

/** What is said of the files in the folder: name, code, message. */
function toldOf(content: Readonly<Record<string, Uint8Array | string>>, families: readonly string[] = [FAMILY]) {
  return tellFonts(loadFonts(families, [folderWith(content)]), 'plan.yaml').map(({ code, message, place }) => {
    return [place?.kind === 'file' ? basename(place.file) : '', code, message]
  })
}

describe('使わない書体のファイルは、名前を挙げて言う', () => {
  it('壊れたもの、書体でないもの、使えないもの', () => {
    const named = (name: string) => [...damage(SOUND, GLYPH)].find((each) => each.name === name)!.bytes
    expect(
      toldOf({
        'a.ttf': SOUND.subarray(0, 1000),
        'b.ttf': named('wOF2 で始まる'),
        'c.ttf': '<html>',
        'd.otf': named('可変'),
        'e.ttf': named('埋め込みを許さない'),
        'f.ttf': named('glyf が 0 ばかりで検査の値は合う'),
        'g.ttf': named('cmap が 0 ばかりで検査の値は合う'),
        'h.zip': 'PK',
        'i.ttf': '',
      }).map(([name, code, message]) => [name, code, message!.replace(/^この書体のファイルは、/, '')]),
    ).toEqual([
      [
        'd.otf',
        'unusable-font',
        '太さを変えられる書体（バリアブルフォント）であるため使いません。PDF は別のファイルの「BIZ UDPGothic」で組みます。',
      ],
      [
        'e.ttf',
        'unusable-font',
        '文書に埋め込むことを作者が許していないため使いません。PDF は別のファイルの「BIZ UDPGothic」で組みます。',
      ],
      [
        'f.ttf',
        'unusable-font',
        '壊れている（glyf の表）ため使いません。PDF は別のファイルの「BIZ UDPGothic」で組みます。',
      ],
      [
        'g.ttf',
        'unusable-font',
        '文字コード（Unicode）の表がないため使いません。PDF は別のファイルの「BIZ UDPGothic」で組みます。',
      ],
      ['a.ttf', 'unusable-font', '途中で切れているか壊れているため使いません。'],
      ['b.ttf', 'unusable-font', 'ウェブページ用の形式（WOFF）であるため使いません。'],
      ['c.ttf', 'unusable-font', '中身が書体ではないため使いません。'],
      ['h.zip', 'unusable-font', '中身が書体ではないため使いません。'],
      ['i.ttf', 'unusable-font', '中身が書体ではないため使いません。'],
    ])
  })

  it('だれも求めていないもの、同じ書体の二つめ。許諾書や案内の文書は言わない', () => {
    const told = toldOf({
      'OFL.txt': 'Copyright',
      LICENSE: 'Copyright',
      '読んでください.md': '#',
      'regular.ttf': SOUND,
      'spare.ttf': SOUND,
      'bold.ttf': readFileSync(join(PACKAGE, WEIGHTS.bold)),
    })
    expect(told.map(([name, code]) => [name, code])).toEqual([
      ['bold.ttf', 'unused-font'],
      ['spare.ttf', 'unused-font'],
    ])
    expect(told[0]![2]).toContain('「BIZ UDPGothic」には regular.ttf を使います')
    expect(toldOf({ 'x.ttf': SOUND }, ['別の書体'])).toEqual([
      ['x.ttf', 'unused-font', expect.stringContaining('「BIZ UDPGothic」')],
      ['plan.yaml', 'absent-font', expect.stringContaining('「別の書体」')],
    ])
  })

  it('近い様式の書体が、元の様式の同じ書体を覆うことは言わない', () => {
    const [near, far] = [folderWith({ 'a.ttf': SOUND }), folderWith({ 'b.ttf': SOUND })]
    expect(tellFonts(loadFonts([FAMILY], [near, far]), 'plan.yaml')).toEqual([])
  })

  it('壊れたものの次の、同じ書体の無事なファイルを使う', () => {
    const folder = folderWith({ 'a.ttf': new Patient(SOUND).fill('hmtx', 0).bytes, 'b.ttf': SOUND })
    const loaded = loadFonts([FAMILY], [folder])
    expect(tellFonts(loaded, 'plan.yaml').map(({ place }) => place)).toEqual([
      { kind: 'file', file: join(folder, 'fonts', 'a.ttf') },
    ])
    expect(loaded.faces[0]!.isDamaged('最'.codePointAt(0)!)).toBe(false)
  })

  it('fonts という名のファイルや、書体の名のフォルダーがあっても止まらない', () => {
    const folder = folderWith({})
    mkdirSync(join(folder, 'fonts', 'x.ttf'))
    expect(tellFonts(loadFonts([FAMILY], [folder]), 'plan.yaml')).toEqual([])
    expect(tellFonts(loadFonts([FAMILY], [join(folder, 'form.yaml')]), 'plan.yaml')[0]?.code).toBe('unusable-font')
  })
})

it('どう壊れた書体でも、文書は付属の書体で組んだものと同じになり、ファイルの名が告げられる', async () => {
  const plan = join(mkdtempSync(join(tmpdir(), 'keikaku-fonts-')), 'plan.yaml')
  writeFileSync(plan, '計画: 題\n年度: H30\n区分: [{名称: あ, 行: [{取組み: "○在宅医療"}]}]\n')
  const build = async (form: string) => {
    const out = mkdtempSync(join(tmpdir(), 'keikaku-fonts-'))
    const told = await runInProcess(['build', plan, '--form', form, '--format', 'pdf', '--out', out])
    return { ...told, bytes: readFileSync(join(out, 'plan.pdf')) }
  }
  const { bytes } = await build(folderWith({}))
  const some = [...damage(SOUND, GLYPH)].filter((_, index) => index % 5 === 0)
  for (const { name, bytes: font } of some) {
    const told = await build(folderWith({ 'kowareta.ttf': font }))
    expect([name, told.status, told.err]).toEqual([name, 0, expect.stringContaining('kowareta.ttf')])
    expect([name, told.bytes.equals(bytes)]).toEqual([name, true])
  }
})
