/** Columns of years: compared by the year that a value is of, whether it stands in a map or under a key that names the year. */

import { describe, expect, it } from 'vitest'
import { expandYears } from '../../src/definition/year-columns.js'
import { foldYears } from '../../src/form/reports/fold-years.js'
import { mainChanges } from '../../src/form/reports/main-changes.js'
import { compareEditions } from '../../src/print/print-comparison.js'
import { listChanges } from '../../src/review/comparison.js'
import { toJson } from '../../src/review/to-json.js'
import { editionOf, formOf, type SampleEdition, tellJson } from '../support/editions.js'
import { bundledForm } from '../support/forms.js'

const VALUES = { R3: '36.2', R4: '38.9', R5: '41.5', R6: '43.8', R7: '45.1', R8: '46.0' } as const
const OTHERS = { R3: '18', R4: '17.1', R5: '16.4', R6: '15.9', R7: '15.2', R8: '14' } as const

const OLD_FORM = formOf('進捗', [
  '区分 | 区分 | 区分',
  '番号 | 番号 | 見出し | 結合',
  '施策 | 施策 | 見出し | 結合',
  '指標 | 指標 | 見出し',
  '実績値 / {{略記 年度 -2}} | 前々年度 | その他',
  '実績値 / {{略記 年度 -1}} | 前年度 | その他',
  '実績値 / {{略記 年度}} | 今年度 | その他',
])

type Values = Readonly<Record<string, string>>

/** The edition of a year: its values in a map, under keys that name the year, or under such keys of a form of its own. */
function edition(year: number, notation: 'map' | 'keys' | 'old form', changed: Values = {}): SampleEdition {
  const lines = (values: Values, blanks: string) =>
    [-2, -1, 0].map((offset, index) => {
      const name = `R${year + offset}`
      const key = notation === 'map' ? `  ${name}` : ['前々年度', '前年度', '今年度'][index]
      return `${blanks}${key}: ${changed[`${name} ${values[name]}`] ?? values[name]}\n`
    })
  const row = (name: string, values: Values) =>
    `      - 指標: ${name}\n${notation === 'map' ? '        実績値:\n' : ''}${lines(values, '        ').join('')}`
  const rows = `  - 名称: 健診\n    行:\n${row('受診率', VALUES)}${row('実施率', OTHERS)}`
  return editionOf(`計画: 題\n年度: R${year}`, rows, notation === 'old form' ? OLD_FORM : 'progress')
}

function told(old: SampleEdition, now: SampleEdition): readonly string[] {
  return tellJson(toJson(compareEditions({ old, new: now })))
}

const ROLLED = [
  'document-changed: 欄:実績値 R4「実績値 R4」 → 無',
  'document-changed: 無 → 欄:実績値 R7「実績値 R7」',
  'removed: 38.9 → 無',
  'added: 無 → 45.1',
  'removed: 17.1 → 無',
  'added: 無 → 15.2',
]

const PAIRS = [
  ['map', 'map'],
  ['keys', 'map'],
  ['map', 'keys'],
  ['keys', 'keys'],
  ['old form', 'old form'],
] as const

describe('年度が進んだ表', () => {
  it.each(PAIRS)('%s → %s: 去った年度と来た年度だけで、修正はない', (before, after) => {
    expect(told(edition(6, before), edition(7, after))).toEqual(ROLLED)
  })

  it.each(PAIRS)('%s → %s: 公表済みの値を書き換えれば、それ一つ', (before, after) => {
    expect(told(edition(6, before), edition(7, after, { 'R5 41.5': '41.6' }))).toEqual([
      ...ROLLED.slice(0, 3),
      'reworded: 41.5 → 41.6',
      ...ROLLED.slice(3),
      '確認 past-value-rewritten: 41.6',
    ])
  })

  it('様式を移っても、年度どうしを比べる', () => {
    for (const [before, after] of [
      ['old form', 'map'],
      ['map', 'old form'],
    ] as const) {
      const lines = told(edition(6, before), edition(7, after))
      expect(lines.filter((line) => !line.startsWith('document-changed') && !line.startsWith('警告'))).toEqual(
        ROLLED.slice(2),
      )
    }
  })

  it('二年進んでも', () => {
    const lines = told(edition(6, 'map'), edition(8, 'map'))
    expect(lines.some((line) => line.startsWith('reworded'))).toBe(false)
    expect(lines.filter((line) => line.startsWith('document-changed'))).toHaveLength(4)
  })

  it('同じ年度なら、書き方が違っても変更なし', () => {
    expect(told(edition(6, 'keys'), edition(6, 'map'))).toContain('same')
  })

  it('どの値も前のままなら、年度だけが進んだかと一度問う', () => {
    const before = edition(6, 'map')
    const stale = edition(7, 'keys', {
      'R5 41.5': '38.9',
      'R6 43.8': '41.5',
      'R7 45.1': '43.8',
      'R5 16.4': '17.1',
      'R6 15.9': '16.4',
      'R7 15.2': '15.9',
    })
    expect(told(before, stale)).toEqual(['確認 past-value-rewritten: 実績値 R5'])
  })

  it('どの行も年度を通じて同じ値なら、置き去りとは言わない', () => {
    const flat = (year: number) => {
      const values = [-2, -1, 0].map((offset) => `          R${year + offset}: 3\n`).join('')
      return editionOf(
        `計画: 題\n年度: R${year}`,
        `  - 名称: 健診\n    行:\n      - 指標: 会場\n        実績値:\n${values}`,
        'progress',
      )
    }
    expect(told(flat(6), flat(7))).toEqual([...ROLLED.slice(0, 2), 'removed: 3 → 無', 'added: 無 → 3'])
  })

  it('見出しに語のある年度の列も、年度で比べる', () => {
    const form = formOf('実績', [
      '区分 | 区分 | 区分',
      '指標 | 指標 | 見出し',
      '{{略記 年度 -1}}実績 | 前年 | その他',
      '{{略記 年度}}実績 | 本年 | その他',
    ])
    const of = (year: string, values: readonly string[]) =>
      editionOf(
        `計画: 題\n年度: ${year}`,
        `  - 名称: 健診\n    行:\n      - 指標: 率\n        前年: ${values[0]}\n        本年: ${values[1]}\n`,
        form,
      )
    const lines = told(of('R6', ['41.5', '43.8']), of('R7', ['43.8', '45.1']))
    expect(lines.filter((line) => line.startsWith('reworded'))).toEqual([])
    expect(lines).toContain('added: 無 → 45.1')
  })
})

it('年度ごとの列が一つの様式から開かれる', () => {
  const { columns } = expandYears(bundledForm('progress'), { year: 2024 })
  const keys = columns.flatMap(({ fields }) => fields.flatMap(({ key, ofYear }) => (ofYear ? [key] : [])))
  expect(keys).toEqual(['実績値 R4', '実績値 R5', '実績値 R6'])
})

it('紙の上では、去った年度と来た年度の値は、その欄の変更に折り込む', () => {
  const editions = { old: edition(6, 'map'), new: edition(7, 'map') }
  const comparison = compareEditions(editions)
  const shown = foldYears(comparison, listChanges(comparison))
  expect(shown.map(({ old, new: now }) => [...old, ...now].map(({ text }) => text))).toEqual([
    ['実績値 R4', '受診率　38.9', '実施率　17.1'],
    ['実績値 R7', '受診率　45.1', '実施率　15.2'],
  ])
  expect(mainChanges(comparison)).toEqual([
    '欄「実績値 R4」がなくなりました（値2件とともに）。',
    '欄「実績値 R7」が加わりました（値2件とともに）。',
  ])
  expect(mainChanges(comparison, 'all')).toHaveLength(6)
})
