/** The texts of a form filled in: values of the plan, years, figures, counts. */

import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.js'
import { categoryValues, fillColumn, fillPageText, fillText, planValues } from '../../src/form/fill-texts.js'
import { bundledForm, expectValue, planFrom, seedPlan } from '../support/forms.js'
import { toForm } from '../support/stages.js'

const form = bundledForm('official')

function fill(text: string, plan: Plan = seedPlan('mogami-h30')): string {
  return fillText(text, planValues(plan, form))
}

describe('様式の文章に計画の値を入れる', () => {
  it.each([
    ['{{計画}}', '地域医療構想（最上構想区域）における在宅医療関係施策に係るこれまでの取り組み及び今後の対応について'],
    ['{{区域}}　{{年度}}', '最上構想区域　平成30年度'],
    ['{{和暦 年度}}', '平成30年度'],
    ['{{和暦 年度 1}}', '令和元年度'],
    ['{{和暦 年度 -30}}', '昭和63年度'],
    ['{{西暦 年度}}', '2018年度'],
    ['{{略記 年度 2}}', 'R2'],
    ['{{和暦 "R6"}}', '令和6年度'],
    ['{{全角 年度}}', '平成３０年度'],
    ['{{全角 (略記 年度 1)}}', 'Ｒ１'],
    ['{{丸数字 3}}', '③'],
    ['{{漢数字 23}}', '二十三'],
    ['{{#if 資料.番号}}{{資料.番号}}{{else}}番号なし{{/if}}', '番号なし'],
    ['{{#unless 区域}}全県{{/unless}}', ''],
    ['｛｛計画｝｝ & <b> "引用" 𠮷', '｛｛計画｝｝ & <b> "引用" 𠮷'],
  ])('%s → %s', (text, filled) => {
    expect(fill(text)).toBe(filled)
  })

  it('題名の行は、題名だけが行に分けて印刷し、ほかでは空けずにつなぐ', () => {
    const plan = expectValue(
      planFrom('計画: |\n  地域医療構想の\n  今後の対応\n年度: H30\n区分: [{ 名称: あ, 行: [{ 取組み: い }] }]\n'),
    )
    const texts = { ...form.texts, header: '{{計画}}' }
    const printed = toForm(plan, { ...form, texts })
    expect(printed.title.map(({ runs }) => runs[0]!.text)).toEqual(['地域医療構想の', '今後の対応'])
    expect(printed.meta.title).toBe('地域医療構想の今後の対応')
    expect(printed.header).toEqual([{ tag: 'text', text: '地域医療構想の今後の対応' }])
  })

  it('値の中の {{ }} は、文としてそのまま印刷する', () => {
    const plan = { ...seedPlan('mogami-h30'), title: '{{constructor}} & {{年度}}' }
    expect(fill('{{計画}}', plan)).toBe('{{constructor}} & {{年度}}')
  })

  it('ページ番号と総ページ数は、ページごとの欄になる', () => {
    expect(fillPageText('{{区域}} {{ページ番号}}／{{総ページ数}}', planValues(seedPlan('mogami-h30')))).toEqual([
      { tag: 'text', text: '最上構想区域 ' },
      { tag: 'page' },
      { tag: 'text', text: '／' },
      { tag: 'pages' },
    ])
  })

  it('列の見出しにも年度を書け、毎年書き直さなくてよい', () => {
    const column = fillColumn(
      { ...form.columns[5]!, heading: '{{略記 年度 -1}}', upperHeadings: ['{{和暦 年度}}'] },
      planValues(seedPlan('mogami-h30')),
    )
    expect(column).toMatchObject({ heading: 'H29', upperHeadings: ['平成30年度'] })
  })
})

describe('件数を数える', () => {
  function counts(cells: Readonly<Record<string, string>>): unknown {
    const row = JSON.stringify(cells)
    const plan = expectValue(planFrom(`計画: 題\n年度: H30\n区分: [{ 名称: あ, 行: [${row}] }]\n`))
    return planValues(plan, form).件数
  }

  it.each([
    ['記号ごとに一件', '○い\n○う', 2],
    ['続きの行と点は、上の項目に含める', '○い\n続き\n・う\n・え', 1],
    ['団体だけの○の下では、点を数える', '○[最上総合支庁]\n・い\n・う\n○え', 3],
    ['団体だけの○は、下に点がなければ一件', '○[最上総合支庁]', 1],
    ['見出しと空行は数えない', '【補助金】\n\n○い', 1],
    ['再掲と同上と注は数えない', '○（再掲）い\n○う\n※え', 1],
    ['同上だけなら零', '同上', 0],
    ['記号のない文も一件', 'いろは', 1],
    ['なし', 'なし', 0],
    ['該当なし。', '該当なし。', 0],
    ['−', '−', 0],
    ['***', '***', 0],
    ['評価の印だけの○や×', '○', 0],
    ['△', ' △\n', 0],
    ['×', '×', 0],
    ['①', '①', 0],
    ['記号だけの○も、下に点があれば一件', '○\n・い\n・う', 1],
    ['空欄', '', 0],
  ])('%s', (_, text, count) => {
    expect(counts({ 取組み: text, 具体的な取組み: text, 今後の対応: text })).toMatchObject({
      取組み: count,
      予定: count,
      対応: count,
    })
  })

  it('成果は□、課題は■', () => {
    expect(counts({ 成果と課題: '□い\n■う\n□え\n○お\n□（再掲）か' })).toMatchObject({ 成果: 2, 課題: 1 })
  })

  it('最上の計画全体と、その一つの区分', () => {
    const plan = seedPlan('mogami-h30')
    const values = planValues(plan, form)
    const inFirst = categoryValues(values, plan.categories[0]!, form)
    expect(fillText('{{件数.区分}} {{件数.行}}', values)).toBe('6 16')
    expect(fillText('{{件数.取組み}}、{{件数.成果}}、{{件数.課題}}、{{件数.予定}}', inFirst)).toBe('2、2、2、2')
    const all = plan.categories.map((each) => categoryValues(values, each, form))
    for (const name of ['取組み', '成果', '課題', '対応', '予定']) {
      const sum = all.reduce((total, each) => total + Number(fillText(`{{件数.${name}}}`, each)), 0)
      expect(Number(fillText(`{{件数.${name}}}`, values)), name).toBe(sum)
    }
  })
})
