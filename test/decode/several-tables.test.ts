/** 表: a plan of several tables, each on the form's table that it names, and the texts between them. */

import { describe, expect, it } from 'vitest'
import { decodeForm } from '../../src/decode/form/form-file.js'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import { tablesOnForm } from '../../src/definition/form-tables.js'
import { planKeys } from '../../src/definition/year-columns.js'
import type { Outcome } from '../../src/domain/diagnostic.js'
import type { Plan } from '../../src/domain/plan.js'
import { listParts } from '../../src/domain/plan-parts.js'
import { writePlan } from '../../src/encode/write-plan.js'
import { bundledForm, expectValue } from '../support/forms.js'
import { severalTables } from '../support/several-tables.js'

const FORM = severalTables()

function read(text: string, form = FORM): Outcome<Plan> {
  return decodePlan(expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text))), form)
}

const PLAN = `計画: 題
年度: R6
前文: 前
表:
  - 見出し: １ 需要
    列の見出し:
      見込み: 見込み量
    前文: 需要の前文
    単位: 人
    行:
      - サービス: 保育
        見込み: 100
      - 見込み: ↑
    注: 需要の注
  - 見出し: |
      ２
      取組み
    改ページ: true
    区分:
      - 名称: 甲
        行:
          - 取組み: ○一
      - 名称: 乙
        番号: 5
        行:
          - 取組み: ○二
  - 見出し: ３ まとめ
    本文: |
      一行目

      二行目
  - 様式の表: 需要
    行:
      - サービス: 病児
注: 後
`

describe('表がいくつもある計画', () => {
  it('区分は表の順につながり、部分がどれだけのものかを言う', () => {
    const plan = expectValue(read(PLAN))
    expect(plan.categories.map(({ name, number, rows }) => [name, number, rows.length])).toEqual([
      ['', 1, 2],
      ['甲', 1, 1],
      ['乙', 5, 1],
      ['', 1, 1],
    ])
    expect(plan.parts).toMatchObject([
      { tag: 'table', heading: '１ 需要', lead: '需要の前文', unit: '人', notes: '需要の注', categories: 1 },
      { tag: 'table', heading: '２\n取組み', startsPage: true, categories: 2 },
      { tag: 'text', heading: '３ まとめ', text: '一行目\n\n二行目' },
      { tag: 'table', formTable: '需要', categories: 1 },
    ])
    expect(plan).toMatchObject({ lead: '前', notes: '後' })
    expect(plan.unit).toBeUndefined()
    const tables = listParts(plan).flatMap((part) => (part.tag === 'table' ? [[part.order, part.first]] : []))
    expect(tables).toEqual([
      [0, 0],
      [1, 1],
      [2, 3],
    ])
  })

  it('名前、順、または一つだけの表が印刷する', () => {
    const names = tablesOnForm(expectValue(read(PLAN)), FORM).map(({ form }) => form.columns.at(-1)!.fields[0]!.key)
    expect(names).toEqual(['見込み', '取組み', '見込み'])
    const official = bundledForm('official')
    const same = expectValue(
      read(
        '計画: 題\n年度: R6\n表:\n  - 区分: &a []\n'.replace(
          '&a []',
          '\n      - 名称: 甲\n        行:\n          - 取組み: 一',
        ),
        official,
      ),
    )
    expect(tablesOnForm(same, official)[0]!.form).toBe(official)
  })

  it('書いて読めば同じ', () => {
    const plan = expectValue(read(PLAN))
    const tables = tablesOnForm(plan, FORM).map(({ form }) => planKeys(form))
    const written = writePlan(plan, { ...tables[0]!, tables })
    expect(written).toBe(PLAN)
  })

  it('表のない計画は、一つの表', () => {
    const plan = expectValue(read('計画: 題\n年度: R6\n単位: 人\n行:\n  - サービス: 保育\n'))
    expect(plan.parts).toBeUndefined()
    expect(listParts(plan)).toMatchObject([{ tag: 'table', part: { unit: '人', categories: 1 }, order: 0, first: 0 }])
  })

  it.each([
    ['表の外の単位', PLAN.replace('前文: 前', '単位: 人'), 'beside-tables', 3],
    ['表の外の列の見出し', PLAN.replace('前文: 前', '列の見出し: { 見込み: 量 }'), 'beside-tables', 3],
    ['表の外の区分', PLAN.replace('前文: 前', '区分: []'), 'beside-tables', 3],
    ['ほかの表の欄', PLAN.replace('- 取組み: ○一', '- 見込み: "1"'), 'unknown-key', 22],
    ['様式にない表', PLAN.replace('様式の表: 需要', '様式の表: 受要'), 'unknown-table', 32],
    ['表が足りない', PLAN.replace('様式の表: 需要', '改ページ: false'), 'too-many-tables', 32],
    ['本文と行', PLAN.replace('    本文: |', '    行: []\n    本文: |'), 'unknown-key', 28],
    [
      '区分の列のある表の行',
      PLAN.replace('様式の表: 需要', '様式の表: 取組み').replace('サービス: 病児', '取組み: ○'),
      'rows-alone',
      33,
    ],
    ['二つの表に同じ id', PLAN.replace('サービス: 保育', 'id: a').replace('サービス: 病児', 'id: a'), 'double-id', 34],
    ['空の本文', PLAN.replace(/本文: [|][\s\S]*?- 様式/, '本文: ""\n  - 様式'), 'no-value', 28],
    ['改ページの値', PLAN.replace('改ページ: true', '改ページ: する'), 'wrong-type', 18],
  ])('%s: 一つの誤りを、その行で', (_, text, code, line) => {
    const { ok, diagnostics } = read(text)
    expect([ok, diagnostics.map((each) => [each.code, each.place?.kind === 'text' && each.place.line])]).toEqual([
      false,
      [[code, line]],
    ])
  })

  it('似た名前の表を示し、表の一つの様式では消すように言う', () => {
    const near = read(PLAN.replace('様式の表: 需要', '様式の表: 受要')).diagnostics[0]!
    expect(near.hint).toContain('「需要」の書き間違いではありませんか。')
    const alone = read(
      '計画: 題\n年度: R6\n表:\n  - 様式の表: 需要\n    行:\n      - 指標: 一\n',
      bundledForm('progress'),
    )
    expect(alone.diagnostics.map(({ code }) => code)).toEqual(['unknown-table'])
  })
})

describe('表がいくつもある様式', () => {
  const decode = (text: string) =>
    decodeForm('form.yaml', new TextEncoder().encode(text), 'form', () => ({
      ok: true,
      value: { file: 'base', bytes: BASE },
      diagnostics: [],
    }))
  const BASE = new TextEncoder().encode(severalTables.text)

  it('用紙と列幅は、表ごとに違うところだけを言う', () => {
    expect(FORM.tables!.map(({ name, paper, categories }) => [name, paper?.orientation, categories])).toEqual([
      ['需要', undefined, 'band'],
      ['取組み', 'landscape', 'column'],
    ])
    expect(FORM.columns).toBe(FORM.tables![0]!.columns)
  })

  it('元の様式の列を、どの表のものも使え、表と列は互いに取って代わる', () => {
    const own = expectValue(
      decode('元の様式: 元\n名前: 別\n表:\n  - 名前: 一\n    列:\n      - 元の列: 取組み\n      - 元の列: サービス\n'),
    )
    expect(own.tables!.map(({ columns }) => columns.map(({ fields }) => fields[0]!.key))).toEqual([
      ['取組み', 'サービス'],
    ])
    const one = expectValue(decode('元の様式: 元\n名前: 別\n列:\n  - 元の列: 取組み\n'))
    expect([one.tables, one.columns.length]).toEqual([undefined, 1])
    expect(expectValue(decode('元の様式: 元\n名前: 別\n')).tables).toHaveLength(2)
  })

  it.each([
    ['同じ名前の表', severalTables.text.replace('名前: 取組み\n', '名前: 需要\n'), 'duplicate-table'],
    ['列と表', `${severalTables.text}列: []\n`, 'unknown-key'],
    ['広すぎる表', severalTables.text.replace('幅: 12', '幅: 120'), 'too-wide'],
    ['表の見出しの知らない名前', severalTables.text.replace('見出し: 見込み', '見出し: "{{見込み}}"'), 'bad-form-text'],
    ['ない列', '元の様式: 元\n名前: 別\n表:\n  - 名前: 一\n    列:\n      - 元の列: ない\n', 'unknown-column'],
  ])('%s: 一つの誤り', (_, text, code) => {
    expect(decode(text).diagnostics.map((each) => each.code)).toEqual([code])
  })
})
