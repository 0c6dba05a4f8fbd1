/** The form file: what it may say, how one extends another, and what is said of a file that says something else. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeForm, type OpenBase, readFormName } from '../../src/decode/form/form-file.js'
import { SHEETS } from '../../src/decode/form/form-words.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import { fail, type Outcome } from '../../src/domain/diagnostic.js'
import { say } from '../../src/domain/messages/say.js'
import { bundledForm, expectValue, ROOT } from '../support/forms.js'

const OFFICIAL = readFileSync(new URL('templates/official/form.yaml', ROOT), 'utf8')

/** Form files by name; one of them is read, the others are there to be extended. */
function read(files: Readonly<Record<string, string>>, name = '自作'): Outcome<FormDefinition> {
  const all: Readonly<Record<string, string>> = { 公式: OFFICIAL, ...files }
  const bytes = (file: string) => new TextEncoder().encode(all[file])
  const openBase: OpenBase = (file) =>
    file in all
      ? { ok: true, value: { file, bytes: bytes(file) }, diagnostics: [] }
      : fail(say('unknown-form', { name: file, known: [] }))
  return decodeForm(name, bytes(name), 'mine', openBase)
}

function extended(rest: string): FormDefinition {
  return expectValue(read({ 自作: `元の様式: 公式\n名前: 自作\n${rest}` }))
}

function slips(text: string, others: Readonly<Record<string, string>> = {}) {
  return read({ 自作: text, ...others }).diagnostics.map(({ code, message, place, hint }) => ({
    code,
    message,
    at: place?.kind === 'text' ? `${place.file}:${place.line}:${place.column}` : place?.kind,
    hint,
  }))
}

/** The official form with one piece of it changed; the piece must be there once. */
function changed(piece: string, other: string): string {
  expect(OFFICIAL.split(piece)).toHaveLength(2)
  return OFFICIAL.replace(piece, other)
}

/** Where a piece of the text stands, at its ‸. */
function placeOf(text: string, marked: string): string {
  const [before = '', after = ''] = marked.split('‸')
  const at = text.indexOf(before + after)
  expect(at, marked).toBeGreaterThanOrEqual(0)
  const lines = text.slice(0, at + before.length).split('\n')
  return `${lines.length}:${lines.at(-1)!.length + 1}`
}

const keysOf = (form: FormDefinition) =>
  form.columns.map((column) => column.fields.map((field) => field.key).join('／'))

describe('様式ファイルを読む', () => {
  it('公式様式は A3 横で七列、長さはミリからポイントになる', () => {
    const form = bundledForm('official')
    expect(form.paper).toMatchObject({ size: 'A3', orientation: 'landscape' })
    expect(form.paper.width).toBeCloseTo((420 / 25.4) * 72, 6)
    expect(form.paper.margins.top).toBeCloseTo((12 / 25.4) * 72, 6)
    expect(keysOf(form)).toEqual(['区分', '現状と課題', '施策', '取組み', '成果と課題', '今後の対応', '具体的な取組み'])
    expect(form.columns.map((column) => column.merges)).toEqual([false, true, true, false, false, false, false])
    expect(form.columns[5]?.upperHeadings).toEqual(['今後の対応（案）'])
  })

  it('列には、揃え方・文字の大きさ・地を書ける', () => {
    const form = extended('列: [{ 元の列: 区分 }, { 元の列: 取組み, 左右: 右, 文字の大きさ: 8, 地: 0.9 }]\n')
    expect(form.columns[1]).toMatchObject({ align: 'end', size: 8, shade: 0.9 })
    expect(form.columns[0]).not.toHaveProperty('size')
  })

  it.each([
    ['用紙: { 大きさ: A4 }\n名前: 甲 乙 # 説明\n', '甲 乙'],
    ['名前: "甲"\n', '甲'],
    ["名前: '甲'  \n", '甲'],
    ['欄:\n  名前: 甲\n', undefined],
    ['名前:\n  - 甲\n', undefined],
  ])('名前だけを読む: %j', (text, name) => {
    expect(readFormName(text)).toBe(name)
  })

  test('「列幅: 用紙いっぱい」の表は、どの用紙でも余白の内側とちょうど同じ幅になる', () => {
    const papers = fc.record({
      size: fc.constantFrom(...Object.keys(SHEETS)),
      turned: fc.constantFrom('横', '縦'),
      left: fc.integer({ min: 0, max: 25 }),
      right: fc.integer({ min: 0, max: 25 }),
      type: fc.integer({ min: 4, max: 8 }),
    })
    fc.assert(
      fc.property(papers, ({ size, turned, left, right, type }) => {
        const paper = `用紙: { 大きさ: ${size}, 向き: ${turned}, 余白: { 左: ${left}, 右: ${right} } }`
        // The narrowest column has 1.6 of 107 shares: on the smallest paper it would not hold a character.
        const form = extended(
          `${paper}\n文字: { 大きさ: ${type} }\n列幅: 用紙いっぱい\n列: [{ 元の列: 区分, 幅: 8 }, { 元の列: 取組み }]\n`,
        )
        const width = form.columns.reduce((sum, each) => sum + each.width * type + 2 * form.table.padding.x, 0)
        expect(width).toBeCloseTo(form.paper.width - form.paper.margins.left - form.paper.margins.right, 6)
        expect(form.columns[1]!.width / form.columns[0]!.width).toBeCloseTo(16.03 / 8, 6)
      }),
    )
  })
})

describe('ほかの様式を元にする', () => {
  it('名前だけを書けば、元の様式と同じになる', () => {
    const official = bundledForm('official')
    const source = { file: '自作', at: { line: 1, column: 7 } }
    const [paper, type] = [official.paper, official.type].map((part) => ({ ...part, source }))
    const written = { ...official.written, 名前: '自作' }
    expect(extended('')).toEqual({ ...official, id: 'mine', name: '自作', paper, type, written })
  })

  it('「キー: 値」の並びはキーごとに、一覧は全体が入れ替わる', () => {
    const form = extended('用紙: { 余白: { 上: 20 } }\n文字: { 書体: [甲, 乙], 大きさ: 9 }\n')
    const official = bundledForm('official')
    expect(form.paper.margins).toEqual({ ...official.paper.margins, top: (20 / 25.4) * 72 })
    const source = { file: '自作', at: { line: 4, column: 24 } }
    expect(form.type).toEqual({ ...official.type, fonts: ['甲', '乙'], size: 9, source })
    expect(form.columns).toEqual(official.columns)
  })

  it('列は、元の列を並べ替え、落とし、直し、新しい列を挟める', () => {
    const form = extended(`列:
  - 元の列: 区分
  - 元の列: 施策
  - { 元の列: 現状と課題, 幅: 12, 結合: false }
  - { 見出し: 実施主体, 欄: [{ 名前: 実施主体, 役割: その他 }], 幅: 6 }
  - { 元の列: 今後の対応, 見出し: 今後の対応, 上の見出し: "" }
`)
    const official = bundledForm('official')
    expect(keysOf(form)).toEqual(['区分', '施策', '現状と課題', '実施主体', '今後の対応'])
    expect(form.columns[1]).toEqual(official.columns[2])
    expect(form.columns[2]).toEqual({ ...official.columns[1], width: 12, merges: false })
    expect(form.columns[4]).toMatchObject({ heading: '今後の対応' })
    expect(form.columns[4]?.upperHeadings).toEqual([])
  })

  it('元の様式がさらに別の様式を元にしていてもよい', () => {
    const middle = '元の様式: 公式\n名前: 中\n文字: { 大きさ: 9, 行送り: 1.5 }\n'
    const form = expectValue(read({ 中: middle, 自作: '元の様式: 中\n名前: 自作\n文字: { 大きさ: 8 }\n' }))
    expect(form.type).toMatchObject({ size: 8, leading: 1.5, titleSize: 14 })
  })

  it('キーを空にすれば、元の様式の文を消せる', () => {
    expect(extended('文章: { 下の欄外: "" }\n').texts).toEqual({ ...bundledForm('official').texts, footer: '' })
  })
})

describe('様式ファイルの誤りを伝える', () => {
  const COLUMN = '幅: 10.4'

  it.each([
    ['知らないキー', changed('行送り: 1.3', '行間: 1.3'), 'unknown-key', '‸行間: 1.3', '「行間」', '「行送り」'],
    ['幅が 0 の列', changed(COLUMN, '幅: 0'), 'wrong-type', '幅: ‸0, 結合', '「0」', '1 から'],
    ['用紙より広い列', changed(COLUMN, '幅: 30'), 'too-wide', '‸列:\n', '余白の内側 400.0 ミリ', '用紙いっぱい'],
    ['id という欄', changed('名前: 施策,', '名前: id,'), 'reserved-field', '名前: ‸id,', '「id」', '別の名前'],
    [
      '改ページという欄',
      changed('名前: 施策,', '名前: 改ページ,'),
      'reserved-field',
      '名前: ‸改ページ,',
      '「改ページ」',
      '別の名前',
    ],
    [
      '__proto__ という欄',
      changed('名前: 施策,', '名前: __proto__,'),
      'reserved-field',
      '名前: ‸__proto__,',
      '__proto__',
      '別の',
    ],
    [
      '同じ名前の欄',
      changed('名前: 施策,', '名前: 取組み,'),
      'duplicate-field',
      '欄: [‸{ 名前: 取組み, 役割: 取組み',
      '「取組み」',
      '違う名前',
    ],
    ['知らない役割', changed('役割: 予定', '役割: 予算'), 'wrong-type', '役割: ‸予算', '「予算」', '「予定」'],
    ['二度書いたキー', `${OFFICIAL}名前: 乙\n`, 'duplicate-key', '‸名前: 乙', '3 行目', '一つに'],
    ['囲まない {{ }}', changed('題名: "{{計画}}"', '題名: {{計画}}'), 'bad-key', '題名: {‸{計画}}', '文字', '"…"'],
    [
      '元の様式のない元の列',
      changed('{ 見出し: 現状と課題,', '{ 元の列: 施策,'),
      'unknown-key',
      '{ ‸元の列',
      '元の列',
      '書けるキー',
    ],
    ['見つからない元の様式', '元の様式: 公弍\n名前: 甲\n', 'unknown-form', '元の様式: ‸公', '「公弍」', undefined],
    ['元の様式の値がない', '元の様式:\n名前: 甲\n', 'no-value', '‸元の様式:', '「元の様式」', '値を'],
    ['元の様式を書いても名前は要る', '元の様式: 公式\n', 'missing-key', '‸元の様式:', '「名前」', '公式'],
    [
      '元の様式にない列',
      '元の様式: 公式\n名前: 甲\n列: [{ 元の列: 取り組み }]\n',
      'unknown-column',
      '元の列: ‸取り組み',
      '「取り組み」',
      '「取組み」',
    ],
    [
      '新しい列に幅がない',
      '元の様式: 公式\n名前: 甲\n列: [{ 見出し: い, 欄: [{ 名前: い, 役割: その他 }] }]\n',
      'missing-key',
      '‸{ 見出し: い',
      '「幅」',
      '16.5',
    ],
    [
      '同じ元の列が二度',
      '元の様式: 公式\n名前: 甲\n列: [{ 元の列: 区分 }, { 元の列: 施策 }, { 元の列: 施策 }]\n',
      'duplicate-field',
      '施策 }, { 元の列: ‸施策',
      '「施策」',
      '違う名前',
    ],
    [
      '区分の列がない',
      '元の様式: 公式\n名前: 甲\n区分の示し方: 列\n列: [{ 元の列: 施策 }]\n',
      'no-category',
      '‸列:',
      '区分',
      '役割: 区分',
    ],
    [
      '用紙を替えて入らない',
      '元の様式: 公式\n名前: 甲\n用紙: { 大きさ: A4 }\n',
      'too-wide',
      '元の様式: ‸公',
      '277.0 ミリ',
      '用紙いっぱい',
    ],
    [
      '一文字も入らない列',
      '元の様式: 公式\n名前: 甲\n列幅: 用紙いっぱい\n用紙: { 大きさ: A5 }\n',
      'too-narrow',
      '元の様式: ‸公',
      '「区分」',
      '広げる',
    ],
    [
      '大きさ 0 の文字',
      changed('題名の大きさ: 14', '題名の大きさ: 0'),
      'wrong-type',
      '題名の大きさ: ‸0',
      '「0」',
      '4 から',
    ],
  ])('%s', (_, text, code, at, message, hint) => {
    const slip = slips(text).find((each) => each.code === code)
    expect(slip, JSON.stringify(slips(text))).toBeDefined()
    expect(slip!.at).toBe(`自作:${placeOf(text, at)}`)
    expect(slip!.message).toContain(message)
    if (hint !== undefined) expect(slip!.hint).toContain(hint)
  })

  it('互いを元にする様式は、たどり終える前に断る', () => {
    const own = '元の様式: 乙\n名前: 甲\n'
    expect(slips(own, { 乙: '元の様式: 丙\n名前: 乙\n', 丙: '元の様式: 自作\n名前: 丙\n' })).toMatchObject([
      { code: 'circular-form', at: '丙:1:7' },
    ])
    expect(slips('元の様式: 自作\n名前: 甲\n')).toMatchObject([{ code: 'circular-form', at: '自作:1:7' }])
  })

  it('元の様式の誤りは、元の様式のファイルの場所で伝える', () => {
    const base = changed(COLUMN, '幅: 0')
    const at = `乙:${placeOf(base, '幅: ‸0, 結合')}`
    expect(slips('元の様式: 乙\n名前: 甲\n', { 乙: base })).toMatchObject([{ code: 'wrong-type', at }])
  })

  it('すべての誤りを一度に、ファイルの順に伝える', () => {
    const text = changed('行送り: 1.3', '行送り: 9').replace(COLUMN, '幅: 0').replace('禁則: 標準', '禁則: ふつう')
    const places = ['行送り: ‸9', '禁則: ‸ふつう', '幅: ‸0, 結合'].map((marked) => `自作:${placeOf(text, marked)}`)
    expect(slips(text).map(({ at }) => at)).toEqual(places)
  })

  it.each([
    ['見出しの後の覚え書き', '列:\n  - 元の列: 区分\n  - 元の列: 取組み\n    見出し: 取組 # 案\n', 'remark', '6:13'],
    ['題名の目印', '文章:\n  題名: &題 計画\n', 'yaml-mark', '4:7'],
    ['題名の括弧', '文章:\n  題名: [計画]\n', 'yaml-brackets', '4:7'],
    ['題名の二行', '文章:\n  題名: 計画\n    二行\n', 'several-lines', '4:7'],
    ['値のない欄外', '文章:\n  上の欄外:\n', 'no-value', '4:3'],
    ['全角のコロン', '用紙：{ 大きさ: A4 }\n', 'full-width', '3:1'],
  ])('印刷する文は打ったとおりでなければ断る: %s', (_, own, code, place) => {
    const found = slips(`元の様式: 公式\n名前: 甲\n${own}`, { 公式: OFFICIAL })
    expect(found).toMatchObject([{ code, at: `自作:${place}` }])
  })

  it('印刷しない値には、覚え書きも目印も書ける', () => {
    const own =
      '文字: { 大きさ: &大 8, 見出しの大きさ: *大 } # 小さく\n列:\n  - 元の列: 区分 # 残す\n    幅: 3 # 狭く\n'
    expect(slips(`元の様式: 公式 # 元\n名前: 甲 # 名\n${own}`, { 公式: OFFICIAL })).toEqual([])
  })
})
