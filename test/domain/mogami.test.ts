import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Item, outlineCell } from '../../src/domain/notation/item.js'
import { isBareActor, parseCell, printCell } from '../../src/domain/notation/notation.js'

interface Source {
  readonly 区分: readonly { readonly 行: readonly Readonly<Record<string, unknown>>[] }[]
}

const plan: Source = parse(readFileSync(new URL('../../seeds/mogami-h30.yaml', import.meta.url), 'utf8'))
const rows = plan.区分.flatMap((category) => category.行)
const cells = rows.flatMap((row) =>
  Object.entries(row).flatMap(([key, text]) => (typeof text === 'string' ? [{ key, text }] : [])),
)
const items = cells.flatMap(({ key, text }) => outlineCell(text).items.map((item) => ({ key, item })))

/** The one item whose text begins so. */
function itemOf(opening: string, key?: string): Item {
  const found = items.filter(({ item, ...at }) => item.text.startsWith(opening) && at.key === (key ?? at.key))
  expect(found, opening).toHaveLength(1)
  return found[0]!.item
}

describe('最上構想区域の計画（平成30年度）を記法で読む', () => {
  test('どの欄も、読んで書けば元のとおり', () => {
    for (const { text } of cells) expect(printCell(parseCell(text))).toBe(text)
  })

  test('項目は欄ごとに数えられる', () => {
    const count = (key: string) => items.filter((entry) => entry.key === key).length
    const keys = ['現状と課題', '施策', '取組み', '成果と課題', '今後の対応', '具体的な取組み']
    expect(keys.map((key) => [key, count(key)])).toEqual([
      ['現状と課題', 13],
      ['施策', 13],
      ['取組み', 31],
      ['成果と課題', 51],
      ['今後の対応', 18],
      ['具体的な取組み', 27],
    ])
  })

  test('現状と課題と施策は欄ごとに一つの項目、ほかは同上を除いて記号で始まる', () => {
    for (const { key, item } of items) {
      const plain = key === '現状と課題' || key === '施策' || item.ditto !== undefined
      expect(item.marker?.text, item.text).toEqual(plain ? undefined : expect.stringMatching(/^[○□■・]$/))
    }
    expect(items.filter(({ item }) => item.ditto)).toHaveLength(2)
  })

  test('見出しは補助金だけである', () => {
    const headings = cells.flatMap(({ text }) => outlineCell(text).headings)
    expect(headings).toHaveLength(12)
    expect(new Set(headings.map(({ name }) => name))).toEqual(new Set(['在宅医療推進事業費補助金']))
  })

  test('実施主体は七つの団体とその他で、括弧の書き方によらない', () => {
    const actors = new Set(items.flatMap(({ item }) => item.actor ?? []))
    expect([...actors].sort()).toEqual(
      [
        'その他',
        '山形県介護支援専門員協会',
        '山形県作業療法士会',
        '山形県栄養士会',
        '山形県言語聴覚士会',
        '新庄市最上郡医師会',
        '新庄最上薬剤師会',
        '最上総合支庁',
      ].sort(),
    )
    expect(itemOf('○（新庄最上薬剤師会）').actor).toBe('新庄最上薬剤師会')
  })

  test('団体だけの行とその下の・', () => {
    const cell = cells.find(({ text }) => text.includes('お薬手帳'))!.text
    expect(parseCell(cell).map(isBareActor)).toEqual([false, true, false, false, true, false, false])
    expect(itemOf('・お薬手帳')).toMatchObject({
      inheritedActor: '新庄最上薬剤師会',
      funding: '在宅医療推進事業費補助金',
      parent: 0,
    })
    expect(itemOf('・歯科医師')).toMatchObject({ inheritedActor: '山形県介護支援専門員協会', parent: 3 })
  })

  test('再掲は八つで、再掲のあとの□は本文である', () => {
    expect(items.filter(({ item }) => item.again)).toHaveLength(8)
    const item = itemOf('□（再掲）□全ての')
    expect(item.text.slice(item.bodyStart)).toMatch(/^□全ての医療機関（医科）/)
  })

  test('補助金は、その見出しより下の項目にだけ付く', () => {
    expect(itemOf('○医療介護福祉関係者を対象とした退院支援').funding).toBeUndefined()
    expect(itemOf('○[山形県介護支援専門員協会]医療介護').funding).toBe('在宅医療推進事業費補助金')
    expect(itemOf('○訪問看護の普及に向けた').funding).toBeUndefined()
  })

  test('H や年度と書かれた所は、日付の二つを除き、すべて年度として見つかる', () => {
    const missed = items.flatMap(({ item }) => {
      const rest = item.years.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), item.text)
      return rest.match(/[HＨ][0-9０-９]+[^、）]*|.年度/g) ?? []
    })
    expect(missed).toEqual(['H29年８月', 'H29年８月'])
  })

  test('年度の幅は平成22年度から31年度まで', () => {
    const spans = items.flatMap(({ item }) => item.years.flatMap(({ spans }) => spans))
    const years = spans.flatMap(({ from, to }) => [from, to]).filter((year) => year !== undefined)
    expect([Math.min(...years), Math.max(...years)]).toEqual([2010, 2019])
    expect(spans.filter(({ to }) => to === undefined)).toHaveLength(4)
  })
})
