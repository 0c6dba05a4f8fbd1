/** Documents made by other programs (openpyxl, python-docx, LibreOffice): each trait is kept or said. */

import { describe, expect, it } from 'vitest'
import { entriesOf, fixture, importOffice, tellPlan } from '../../support/import-office.js'

const read = (name: string) => importOffice(fixture(name))
const headings = (name: string) =>
  read(name).definition.columns.map(({ upperHeadings, heading }) =>
    [...upperHeadings, heading].filter(Boolean).join('／'),
  )

describe('ほかのプログラムの文書', () => {
  it('動きの列の矢印は字のまま、△も***も−も', () => {
    expect(tellPlan(read('trends.xlsx').plan)).toEqual([
      '1 健診',
      '指標=受診率 | 単位=％ | 基準値=34.2 | 実績=38.9 | 動き=↑ | 評価=Ａ',
      '指標=再検査率 | 単位=％ | 基準値=70 | 実績=65.5 | 動き=↓ | 評価=Ｃ',
      '2 運動',
      '指標=一日の歩数 | 単位=歩 | 基準値=7120 | 実績=7119 | 動き=→ | 評価=Ｂ',
      '指標=増減 | 単位=％ | 基準値=△12.5 | 実績=*** | 動き=← | 評価=−',
    ])
    const [cell] = read('trends.xlsx').plan.categories[0]!.rows.map(({ cells }) => cells.動き)
    expect(cell).toMatchObject({ tag: 'text', text: '↑' })
  })

  it('シートの名前が区分になる', () => {
    const imported = read('sheet-a-category.xlsx')
    expect(imported.plan.categories.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['子育て', 2],
      ['高齢者', 1],
    ])
    expect(entriesOf(imported, 'title-repeated')).toEqual(['高齢者!A1 丘町地域福祉計画（令和６年度）'])
  })

  it('表を横切る行が区分になる', () => {
    const imported = read('bands.xlsx')
    expect(imported.plan).toMatchObject({
      title: '谷町環境計画 進捗状況',
      yearText: 'R6',
      notes: '※ 評価はＡからＤまで',
    })
    expect(tellPlan(imported.plan)).toEqual([
      '1 ごみを減らす',
      '番号=1 | 取組=○集団回収の支援 | 担当課=環境課 | 評価=Ａ',
      '番号=2 | 取組=○生ごみの堆肥化 | 担当課=環境課 | 評価=Ｂ',
      '2 水を守る',
      '番号=3 | 取組=○下水道の接続 | 担当課=下水道課 | 評価=Ａ',
    ])
  })

  it('三段の見出し、入れ替わった列、横に結合したセル', () => {
    expect(headings('three-levels.xlsx')).toEqual([
      '事 業',
      '区　分',
      '実績／令和５年度／件数',
      '実績／令和５年度／金額',
      '実績／令和６年度／件数',
      '実績／令和６年度／金額',
      '備考',
    ])
    const [, first, second] = tellPlan(read('three-levels.xlsx').plan)
    expect(first).toContain('実績／令和５年度／金額=1,200 | 実績／令和６年度／件数=15 | 実績／令和６年度／金額=1,500')
    expect(second).toContain('実績／令和５年度／件数=該当なし')
  })

  it('日付、元年、値のない数式、隠れた列', () => {
    const imported = read('dates.xlsx')
    expect(imported.plan.yearText).toBe('R1')
    expect(tellPlan(imported.plan)).toEqual([
      '1 町道',
      '工事=舗装 | 着手=H31.4.30 | 完了=令和元年5月1日 | 延長=1,234.5m | 率=33% | 控え=内部',
      '工事=橋 | 着手=2020/2/29 9:30 | 完了=未定 | 延長= | 率= | 控え=メモ',
    ])
    expect(entriesOf(imported, 'formula-without-value')).toEqual(['工程!E6', '工程!F6'])
    expect(entriesOf(imported, 'hidden')).toEqual(['工程!G列'])
  })

  it('見出しを繰り返さずに続く表、題名の書式の段落、資料番号', () => {
    const imported = read('goes-on.docx')
    expect(imported.plan).toMatchObject({
      title: '山手市文化計画の進み具合（令和７年度）',
      handout: { number: '資料２' },
      lead: '市民の意見を受けてまとめた。',
      notes: '（注）人数は延べ。',
    })
    expect(imported.pieces).toEqual(['表1', '表2'])
    expect(tellPlan(imported.plan)).toEqual([
      '1 音楽',
      '現状と課題=聴く場が少ない。 | 取組=○駅での演奏会⏎○小学校への出前 | 成果=□1,200人が聴いた。',
      '2 美術',
      '現状と課題= | 取組=○壁画 | 成果=',
      '3 演劇',
      '現状と課題=稽古場がない。 | 取組=○空き家の活用 | 成果=■鍵の管理',
    ])
  })

  it('表の上の行が区分になる', () => {
    expect(tellPlan(read('captions.docx').plan)).toEqual([
      '1 備える',
      '取組=○備蓄の更新 | 担当=防災課',
      '取組=○訓練 | 担当=消防団',
      '2 逃げる',
      '取組=○避難所の案内 | 担当=防災課',
    ])
  })

  it('計画でない表は一覧に、同じ名を繰り返す行は一つの区分に', () => {
    const imported = read('two-tables.docx')
    expect(entriesOf(imported, 'table')).toHaveLength(6)
    expect(imported.plan.categories.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['水', 1],
      ['緑', 2],
    ])
  })

  it.each(['docx', 'xlsx'])('LibreOffice で保存し直しても同じ計画（%s）', (ending) => {
    const [saved, own] = [read(`libreoffice.${ending}`), read(`plan-table.${ending}`)]
    expect(saved.plan).toEqual(own.plan)
    expect(saved.definition.columns.map(({ heading }) => heading)).toEqual(
      own.definition.columns.map(({ heading }) => heading),
    )
    for (const kind of ['comment', 'change-by-hand', 'revision', 'formula'] as const) {
      expect(entriesOf(saved, kind).map((each) => each.split(' ')[0])).toEqual(
        entriesOf(own, kind).map((each) => each.split(' ')[0]),
      )
    }
  })
})
