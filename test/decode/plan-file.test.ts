/** The plan file: what it may say, and what is said of a file that says something else. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listForms } from '../../src/cli/files/find-form.js'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import { bundledForm, expectValue, planFrom, ROOT, seedPlan } from '../support/forms.js'

const HEAD = '計画: 題\n年度: H30\n'
const ROW = '区分:\n  - 名称: あ\n    行:\n      - 取組み: ○い\n'

describe('計画ファイルを読む', () => {
  it('最上の計画は六区分十六行で、区分ごとの行数は原本のとおり', () => {
    const plan = seedPlan('mogami-h30')
    expect(plan.year).toBe(2018)
    expect(plan.area).toBe('最上構想区域')
    expect(plan.categories.map((category) => [category.number, category.name, category.rows.length])).toEqual([
      [1, '在宅医療への円滑な移行', 2],
      [2, '日常の療養生活の支援', 6],
      [3, '急変時の対応', 1],
      [4, '看取りの普及', 2],
      [5, '在宅医療推進体制の強化', 2],
      [6, '在宅医療・介護を支える人材の確保', 3],
    ])
    const breaks = plan.categories.flatMap((category) => category.rows.map((row) => row.startsPage))
    expect(breaks.flatMap((starts, index) => (starts ? [index] : []))).toEqual([5, 8, 11])
  })

  it('JSON も読める。字下げがタブでもよい', () => {
    const value = {
      計画: '題',
      年度: 2018,
      区分: [{ 名称: 'あ', 番号: 3, 行: [{ 取組み: ['○い', '○う'], 施策: null }] }],
    }
    for (const indent of [undefined, 2, '\t']) {
      const plan = expectValue(planFrom(JSON.stringify(value, null, indent)))
      expect(plan.year).toBe(2018)
      expect(plan.categories[0]?.number).toBe(3)
      expect(plan.categories[0]?.rows[0]?.cells.取組み).toMatchObject({ tag: 'text', text: '○い\n○う' })
      expect(plan.categories[0]?.rows[0]?.cells.施策).toBeUndefined()
    }
  })

  it.each([
    ['数字だけの文はそのまま', '007', '007'],
    ['true も文', 'true', 'true'],
    ['小数の零も残る', '1.10', '1.10'],
    ['日付に見えても文', '2018-04-01', '2018-04-01'],
    ['空の引用符は空欄', '""', ''],
    ['前後の空白は引用符の中なら残る', '"  あ "', '  あ '],
    ['一覧は一つずつ段落', '\n          - ○い\n          - ○う', '○い\n○う'],
    ['区切りの「|」の最後の改行は文に入らない', '|\n          ○い\n\n          ○う', '○い\n\n○う'],
    ['「|+」の後の空行は行あけ', '|+\n          ○い\n', '○い\n'],
    ['異体字・絵文字・外字はそのまま', '𠮷葛󠄀㈱ｶﾞ｛｝～〜👍', '𠮷葛󠄀㈱ｶﾞ｛｝～〜👍'],
  ])('セルの文: %s', (_, written, text) => {
    const plan = expectValue(planFrom(`${HEAD}区分:\n  - 名称: あ\n    行:\n      - 取組み: ${written}\n`))
    expect(plan.categories[0]?.rows[0]?.cells.取組み).toMatchObject({ tag: 'text', text })
  })

  it('「↑」だけのセルは上と結合し、番号は順に付く', () => {
    const plan = expectValue(
      planFrom(`${HEAD}区分:\n  - {名称: あ, 行: [{取組み: い}, {取組み: ↑}]}\n  - {名称: う, 行: [{取組み: え}]}\n`),
    )
    expect(plan.categories[0]?.rows[1]?.cells.取組み?.tag).toBe('joined')
    expect(plan.categories.map((category) => category.number)).toEqual([1, 2])
  })

  it('「\\↑」「\\←」だけのセルは、矢印の字そのもの', () => {
    const rows = ['\\↑', '\\←', '\\\\↑', '○\\↑'].map((text) => `      - 取組み: ${text}\n`).join('')
    const plan = expectValue(planFrom(`${HEAD}区分:\n  - 名称: あ\n    行:\n${rows}`))
    expect(plan.categories[0]!.rows.map(({ cells }) => cells.取組み)).toMatchObject(
      ['↑', '←', '\\↑', '○\\↑'].map((text) => ({ tag: 'text', text })),
    )
  })

  it('前文、単位、注を読む', () => {
    const read = planFrom(`${HEAD}前文: |\n  一\n  二\n単位: 千円\n${ROW}注: ※三\n`)
    expect(expectValue(read)).toMatchObject({ lead: '一\n二', unit: '千円', notes: '※三' })
    expect(read.diagnostics).toEqual([])
  })

  it('セルの位置は文の一行目を指す', () => {
    const plan = expectValue(
      planFrom(`${HEAD}区分:\n  - 名称: あ\n    行:\n      - 取組み: |\n          ○い\n        施策: う\n`),
    )
    const cells = plan.categories[0]!.rows[0]!.cells
    expect(cells.取組み?.at).toEqual({ line: 7, column: 11 })
    expect(cells.施策?.at).toEqual({ line: 8, column: 13 })
  })
})

describe('計画ファイルの誤りを伝える', () => {
  const slips = (text: string) =>
    planFrom(text).diagnostics.map(({ code, message, place, hint }) => ({
      code,
      message,
      at: place?.kind === 'text' ? `${place.line}:${place.column}` : place?.kind,
      hint,
    }))

  it.each([
    ['知らないキー', `${HEAD}${ROW}        取り組み: い\n`, 'unknown-key', '7:9', '取り組み', '「取組み」の書き間違い'],
    ['計画がない', `年度: H30\n${ROW}`, 'missing-key', '1:1', '「計画」', '例'],
    ['計画が空', `計画:\n年度: H30\n${ROW}`, 'no-value', '1:1', '「計画」', '値を'],
    ['読めない年度', `計画: 題\n年度: 平成さん\n${ROW}`, 'bad-year', '2:5', '平成さん', 'H30'],
    ['字下げのタブ', `${HEAD}区分:\n\t- 名称: あ\n`, 'tab-indent', '4:1', 'タブ', '半角空白'],
    ['文の中のタブ', `${HEAD}区分: [{名称: あ, 行: [{取組み: い\tう}]}]\n`, 'unprintable', '3:25', 'U+0009', '空白'],
    ['制御文字', `${HEAD}区分: [{名称: あ, 行: [{取組み: "い\\u0008う"}]}]\n`, 'unprintable', '3:26', 'U+0008', '消す'],
    ['上にセルがない「↑」', `${HEAD}区分: [{名称: あ, 行: [{取組み: ↑}]}]\n`, 'nothing-above', '3:24', '↑', '最初の行'],
    ['二度書いたキー', `計画: 題\n計画: 題\n年度: H30\n${ROW}`, 'duplicate-key', '2:1', '1 行目', '一つに'],
    ['区分が一つもない', `${HEAD}区分: []\n`, 'wrong-type', '3:5', '「区分」', '- '],
    ['行が並びでない', `${HEAD}区分: [{名称: あ, 行: い}]\n`, 'wrong-type', '3:17', '「行」', '- '],
    ['題が表', `計画:\n  あ: い\n年度: H30\n${ROW}`, 'wrong-type', '2:3', '「計画」', '文章'],
    ['改ページの値', `${HEAD}${ROW}        改ページ: たぶん\n`, 'wrong-type', '7:15', '「改ページ」', 'true'],
    ['表を引く別名', `${HEAD}区分: &a [{名称: あ, 行: [{取組み: *a}]}]\n`, 'yaml-mark', '3:27', '*a', '"…"'],
    ['二つ目の文書', `${HEAD}${ROW}---\n計画: い\n`, 'yaml', '7:1', '---', '一つ'],
    ['空のファイル', '', 'empty-file', 'file', '空', 'keikaku new'],
    ['説明だけのファイル', '# あ\n', 'empty-file', '1:1', '中身', 'keikaku new'],
    ['閉じない引用符', `計画: "題\n年度: H30\n`, 'open-mark', '1:5', '「"」', '値の終わり'],
  ])('%s', (_, text, code, at, message, hint) => {
    const slip = slips(text).find((each) => each.code === code && (at === undefined || each.at === at))
    expect(slip, JSON.stringify(slips(text))).toBeDefined()
    if (at !== undefined) expect(slip!.at).toBe(at)
    expect(slip!.message).toContain(message)
    expect(slip!.hint).toContain(hint)
  })

  it('すべての誤りを一度に、ファイルの順に伝える', () => {
    const found = slips(`計画題: い\n年度: あ\n区分:\n  - 名前: い\n    行:\n      - 取組: う\n`)
    expect(found.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknown-key 1:1',
      'bad-year 2:5',
      'unknown-key 4:5',
      'unknown-key 6:9',
    ])
  })

  it('どの行でも同じ書き間違いのキーは、一度だけ伝える', () => {
    const rows = '      - 取組: い\n'.repeat(30)
    const found = slips(`${HEAD}区分:\n  - 名称: あ\n    行:\n${rows}`)
    expect(found.map(({ code, at }) => `${code} ${at}`)).toEqual(['unknown-key 6:9'])
    expect(found[0]!.message).toContain('ほかに 29 か所')
  })

  it('ほかの様式の欄で書かれた計画は、合う様式を一つの誤りで伝える', () => {
    const others = () => listForms().map((form) => form.definition)
    for (const [seed, names] of [
      ['progress-r6', ['進捗管理表']],
      ['welfare-r6', ['福祉計画']],
    ] as const) {
      const source = expectValue(openPlanFile('plan.yaml', readFileSync(new URL(`seeds/${seed}.yaml`, ROOT))))
      const { diagnostics } = decodePlan(source, bundledForm('official'), others)
      expect(diagnostics.map((each) => each.code)).toEqual(['columns-of-other-form'])
      for (const name of names) expect(`${diagnostics[0]!.message}${diagnostics[0]!.hint}`).toContain(name)
    }
  })

  it.each([
    ['id: a', 'id: a', 'double-id 7:14'],
    ['id: "1"', 'id: 1', 'double-id 7:14'],
  ])('二つの行の「%s」と「%s」は誤り', (first, second, where) => {
    const text = `${HEAD}区分:\n  - 名称: あ\n    行: [{取組み: い, ${first}}]\n  - 名称: う\n    行: [{${second}}]\n`
    expect(slips(text).map(({ code, at }) => `${code} ${at}`)).toEqual([where])
  })

  it.each(['R77', 'Ｒ７７', 'H99', 'S99', 'R0', '2100', '30', '平成', '令和77年度'])('年度「%s」は誤り', (year) => {
    const found = slips(`計画: 題\n年度: ${year}\n${ROW}`)
    expect(found.map(({ code, at }) => `${code} ${at}`)).toEqual(['bad-year 2:5'])
  })

  it('一つの文にいくつもある制御文字は、一つの誤り', () => {
    const found = slips(`${HEAD}区分: [{名称: あ, 行: [{取組み: "い\\u0007う\\u0007"}]}]\n`)
    expect(found.map(({ code }) => code)).toEqual(['unprintable'])
  })

  it.each([
    ['PK\u0003\u0004......word/document.xml', 'Word の文書'],
    ['PK\u0003\u0004......xl/workbook.xml', 'Excel の文書'],
    ['PK\u0003\u0004......a.txt', 'ZIP'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', '.xls'],
    ['%PDF-1.7', 'PDF'],
  ])('計画でないファイルは、文字コードの話にしない: %s', (bytes, name) => {
    const read = openPlanFile(
      'plan.yaml',
      Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)),
    )
    expect(read.diagnostics.map((each) => each.code)).toEqual(['other-kind'])
    expect(read.diagnostics[0]!.message).toContain(name)
  })

  it('別名の入れ子（YAML bomb）は広げずに断る', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let index = 0; index < 25; index++) {
      const [name, inner] = [String.fromCharCode(98 + index), String.fromCharCode(97 + index)]
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${inner}`).join(', ')}]`)
    }
    const found = slips(`${bomb.join('\n')}\n`)
    expect(found.length).toBe(26 + 225)
    expect(found.every((slip) => slip.code === 'yaml-mark')).toBe(true)
  })

  it('Shift_JIS と UTF-16 のファイルは、保存のし直し方を伝える', async () => {
    const { readText } = await import('../../src/decode/yaml/read-text.js')
    const shiftJis = Uint8Array.from([0x8c, 0x76, 0x89, 0xe6, 0x3a, 0x20, 0x91, 0xe8])
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x41, 0x00])
    for (const [bytes, name] of [
      [shiftJis, 'Shift_JIS'],
      [utf16, 'UTF-16'],
    ] as const) {
      const [diagnostic] = readText('plan.yaml', bytes).diagnostics
      expect(diagnostic?.message).toContain(name)
      expect(diagnostic?.hint).toContain('UTF-8')
    }
  })
})
