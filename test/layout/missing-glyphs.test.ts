/** What is said of characters that no font has: a few places one by one, the others by their number. */

import { describe, expect, it } from 'vitest'
import { loadFallbacks } from '../../src/cli/files/find-fonts.js'
import { createFontSet } from '../../src/fonts/font-set.js'
import { findMissingGlyphs } from '../../src/layout/missing-glyphs.js'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { toForm } from '../support/stages.js'

/** Neither character is in the bundled font. */
const [A, B] = ['𪚥', '䨻']

function tell(cells: Readonly<Record<string, string>>, form = bundledForm('official'), title = '題') {
  const plan = expectValue(
    planFrom(JSON.stringify({ 計画: title, 年度: 'H30', 区分: [{ 名称: 'あ', 行: [cells] }] }), form),
  )
  return findMissingGlyphs(toForm(plan, form), bundledFonts(), 'plan.yaml')
}

const messages = (...request: Parameters<typeof tell>) =>
  tell(...request).map(({ message }) => /^(.*)の文字「(.*?)」/.exec(message)!.slice(1).join(' '))

describe('書体にない文字', () => {
  it('同じ文字は三か所まで場所を言い、残りは数を言う', () => {
    expect(messages({ 取組み: `○${A}\n○い${A}${A}\n○${A}`, 成果と課題: A })).toEqual([
      `区分1の1行目「取組み」 ${A}`,
      `区分1の1行目「取組み」 ${A}`,
      `区分1の1行目「取組み」ほか2か所 ${A}`,
    ])
  })

  it('三か所なら、残りはない', () => {
    expect(messages({ 取組み: A.repeat(3) }).at(-1)).toBe(`区分1の1行目「取組み」 ${A}`)
  })

  it('百か所でも三件で、件数の合計は全部の場所の数になる', () => {
    const told = messages({ 取組み: `○${A}\n`.repeat(100), 成果と課題: B })
    expect(told).toEqual([
      ...Array.from({ length: 2 }, () => `区分1の1行目「取組み」 ${A}`),
      `区分1の1行目「取組み」ほか97か所 ${A}`,
      `区分1の1行目「成果と課題」 ${B}`,
    ])
  })

  it('文字が違えばそれぞれに言い、紙の上の順に並ぶ', () => {
    expect(messages({ 取組み: `${A}${B}${A}` }, undefined, B)).toEqual([
      `題名 ${B}`,
      `区分1の1行目「取組み」 ${A}`,
      `区分1の1行目「取組み」 ${B}`,
      `区分1の1行目「取組み」 ${A}`,
    ])
  })

  it('装飾の印が前にあっても、ファイルの中のその文字の桁を指す', () => {
    const typed = `○**太字__${A}__**と~~取~~${A}`
    const text = `計画: 題\n年度: H30\n装飾: true\n区分:\n  - 名称: あ\n    行:\n      - 取組み: |\n          ○一\n          ${typed}\n`
    const form = bundledForm('official')
    const found = findMissingGlyphs(toForm(expectValue(planFrom(text, form)), form), bundledFonts(), 'plan.yaml')
    const lines = text.split('\n')
    expect(
      found.map(
        ({ place }) => place?.kind === 'text' && lines[place.line - 1]!.slice(place.column - 1, place.column + 1),
      ),
    ).toEqual([A, A])
  })

  it('☑ と ☐ は、どの書体で刷るかを言わない', () => {
    const form = bundledForm('official')
    const plan = expectValue(
      planFrom('計画: 題\n年度: H30\n区分:\n  - 名称: あ\n    行:\n      - 取組み: ☑継続　☐廃止　⁵\n'),
    )
    const fonts = createFontSet([...bundledFonts().faces, ...loadFallbacks()])
    expect(findMissingGlyphs(toForm(plan, form), fonts, 'plan.yaml').map(({ values }) => values.character)).toEqual([
      '「⁵」（U+2075）',
    ])
  })

  it('様式の見出しと欄外の文字も言う', () => {
    const form = bundledForm('official')
    const [first, ...others] = form.columns
    const columns = [{ ...first!, heading: A }, ...others]
    const texts = { ...form.texts, header: B }
    expect(messages({}, { ...form, columns, texts })).toEqual([`欄外 ${B}`, `見出し ${A}`])
  })

  it('場所は計画ファイルの行と桁。欄を重ねた列では、ちがう行を指さない', () => {
    expect(tell({ 取組み: A })[0]!.place).toMatchObject({ kind: 'text', line: 1 })
    expect(tell({ 現状と課題: 'い', 施策: A }, bundledForm('four-column'))[0]!.place!.kind).toBe('file')
  })

  it('PDF に入らない見えない文字は、名と場所を言う。異体字の印と合字の印は言わない', () => {
    const told = tell({ 取組み: '○在宅\u200b医療\u00ad・\u2060介護\ufeff\n○葛\u{e0100}城、a\u200db' })
    expect(told.map(({ code, message, place }) => [code, message, place?.kind === 'text' && place.length])).toEqual([
      [
        'unseen-character',
        '区分1の1行目「取組み」に見えない文字「ゼロ幅スペース」（U+200B）があり、PDF には入りません。',
        1,
      ],
      [
        'unseen-character',
        '区分1の1行目「取組み」に見えない文字「ソフトハイフン」（U+00AD）があり、PDF には入りません。',
        1,
      ],
      [
        'unseen-character',
        '区分1の1行目「取組み」に見えない文字「単語結合子」（U+2060）があり、PDF には入りません。',
        1,
      ],
      [
        'unseen-character',
        '区分1の1行目「取組み」に見えない文字「バイト順マーク」（U+FEFF）があり、PDF には入りません。',
        1,
      ],
    ])
  })

  it('字形が壊れている文字は、そう言って、次の書体の名を挙げる', () => {
    const [face] = bundledFonts().faces
    const damaged = { ...face!, family: '古い書体', glyph: () => undefined, isDamaged: () => true }
    const form = bundledForm('official')
    const plan = expectValue(
      planFrom(JSON.stringify({ 計画: '題', 年度: 'H30', 区分: [{ 名称: 'あ', 行: [{ 取組み: '鬱' }] }] }), form),
    )
    const fonts = createFontSet([damaged, face!])
    const told = findMissingGlyphs(toForm(plan, form), fonts, 'plan.yaml')
    expect(told.find(({ message }) => message.includes('鬱'))).toMatchObject({
      code: 'damaged-glyph',
      message:
        '区分1の1行目「取組み」の文字「鬱」（U+9B31）の字形が書体「古い書体」のファイルの中で壊れているため、PDF では「BIZ UDPGothic」で印刷します。',
    })
  })
})
