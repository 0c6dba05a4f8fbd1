import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coveringCell } from '../../src/form/covering-cell.js'
import type { Form } from '../../src/form/form.js'
import { barUnit } from '../../src/form/reports/summary-counts.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { type PlanPlace, pageFinder } from '../../src/layout/pages/page-of-place.js'
import type { Comparison, PromiseFate } from '../../src/review/comparison.js'
import { arbitraryEditions } from '../support/arbitrary-editions.js'
import { seedPlan } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { comparePlans, compareSeeds, OFFICIAL, rowTexts, summaryStyle } from '../support/reports.js'
import { bodyOf, columnsOf } from '../support/sections.js'
import { layOut, toForm, toSummary } from '../support/stages.js'

const seeds = compareSeeds()
const anyComparison = arbitraryEditions.map(({ old, new: now }) => comparePlans(old, now))

function summary(comparison: Comparison, pageOf?: (place: PlanPlace) => number | undefined): Form {
  const request = { comparison, definition: OFFICIAL, style: summaryStyle(), context: {} }
  const pages = pageOf && { pageOf: { old: pageOf, new: pageOf }, replace: [] }
  return toSummary({ ...request, ...(pages && { pages }) })
}

/** The rows of the table of counts: name, categories, three sums; － is none. */
function countTable(
  form: Form,
): { readonly name: string; readonly numbers: readonly number[]; readonly bar: string }[] {
  const body = bodyOf(form)
  const start = body.findIndex((row) => rowTexts(row)[0] === '５　変更の件数')
  return body.slice(start).flatMap((row) => {
    if (row.isHeading || row.slots[1]?.tag !== 'cell') return []
    const texts = rowTexts(row).filter((text) => text !== undefined)
    const numbers = texts.slice(1, -1).map((text) => (text === '－' ? 0 : Number(text)))
    return [{ name: texts[0]!, numbers, bar: texts.at(-1)! }]
  })
}

/** The rows of the follow-up: fate, promise, where it stands, what came of it. */
function followUp(form: Form): string[][] {
  const body = bodyOf(form)
  const start = body.findIndex((row) => rowTexts(row)[0] === 'その後') + 1
  const end = body.findIndex((row) => rowTexts(row)[0] === '５　変更の件数')
  let fate = ''
  return body.slice(start, end).map((row) => {
    const texts = rowTexts(row).filter((text) => text !== undefined)
    if (row.slots[0]!.tag === 'cell') fate = texts.shift()!
    return [fate, ...texts]
  })
}

describe('変更の件数', () => {
  it('縦にも横にも足すと合い、項目の合計は両方の版の項目数になる', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        fc.pre(comparison.categoryPairs.length <= 8)
        const table = countTable(summary(comparison))
        const total = table.at(-1)!
        const changed = table.at(-3)!
        const kinds = table.slice(0, -3)
        expect([changed.name, total.name]).toEqual(['変更の計', '合計'])
        expect(total.numbers.slice(-2)).toEqual([comparison.old.items, comparison.new.items])
        for (const { numbers } of table) {
          expect(numbers.slice(0, -3).reduce((sum, each) => sum + each, 0)).toBe(numbers.at(-3))
        }
        const sums = changed.numbers.map((_, at) => kinds.reduce((sum, { numbers }) => sum + numbers[at]!, 0))
        expect(changed.numbers).toEqual(sums)
        expect(total.numbers).toEqual(sums.map((sum, at) => sum + table.at(-2)!.numbers[at]!))
      }),
      { numRuns: 40 },
    )
  })

  it('最上の二つの年度：棒は━一つが一件', () => {
    const table = countTable(summary(seeds))
    const { realised, unchanged } = seeds.counts.total
    expect(table.find(({ name }) => name === '実施')).toMatchObject({ bar: '━'.repeat(realised.changes) })
    expect(table.find(({ name }) => name === '変更なし')).toMatchObject({ bar: '' })
    expect(table.find(({ name }) => name === '変更なし')!.numbers.at(-3)).toBe(unchanged.changes)
  })

  it('区分が多ければ、表を分けてすべての区分を載せる', () => {
    const plan = seedPlan('mogami-h30')
    const categories = Array.from({ length: 19 }, (_, index) => ({ ...plan.categories[index % 6]!, number: index + 1 }))
    const many = { ...plan, categories }
    const form = summary(comparePlans(many, many))
    const names = bodyOf(form)
      .filter((row) => row.isHeading)
      .flatMap((row) =>
        rowTexts(row)
          .filter((text) => text !== undefined)
          .slice(1, -4),
      )
    for (const { number, name } of categories)
      expect(names).toContain(`${String.fromCodePoint(0x245f + number)}${name}`)
    for (const [row, { slots }] of bodyOf(form).entries()) {
      expect(slots).toHaveLength(columnsOf(form).length)
      for (const column of slots.keys()) coveringCell(bodyOf(form), row, column)
    }
  })

  it('棒の目盛は 1、2、5、10…のうち、いちばん長い棒が欄に入る最小のもの', () => {
    expect(
      [
        [9, 15],
        [15, 15],
        [16, 15],
        [31, 15],
        [76, 15],
        [1000, 15],
      ].map(([longest, length]) => barUnit(longest!, length!)),
    ).toEqual([1, 1, 2, 5, 10, 100])
  })
})

describe('予定のその後', () => {
  it('前の版の予定は一つずつ残らず並び、実績未記載が先に来る', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        fc.pre(comparison.promises.length > 0)
        const rows = followUp(summary(comparison))
        const isStill = ({ fate, old, new: now }: PromiseFate) => fate === 'carried-over' && now?.text === old.text
        const still = comparison.promises.filter(isStill).length
        expect(rows).toHaveLength(comparison.promises.length - Math.max(still - 1, 0))
        for (const { old } of comparison.promises) {
          expect(rows.filter(([, promise]) => promise!.includes(`\n${old.text}`)).length).toBeGreaterThan(0)
        }
        const fates = rows.map(([fate]) => ['実績未記載', '継続予定', '実施'].indexOf(fate!.split('\n')[0]!))
        expect(fates).toEqual(fates.toSorted())
      }),
      { numRuns: 40 },
    )
  })

  it('最上の二つの年度：記載のないもの、行ごと消えたもの、ほかの行に移ったもの', () => {
    const rows = followUp(summary(seeds, () => 3))
    expect(rows[0]).toEqual([
      '実績未記載\n4件',
      '①地域で共通の退院調整のルールづくりや連携ツールの検討（旧の3頁）\n○もがみ看護師確保推進ネットワーク協議会 教育専門部会での検討・推進',
      '（行の削除とともになくなった）',
      '',
      '',
    ])
    expect(rows).toContainEqual([
      '実績未記載\n4件',
      expect.stringMatching(/^②訪問診療に必要な.*（旧の3頁）\n・歯科医師と介護事業所との連携推進（Ｈ30年度）$/),
      '（記載なし）',
      '',
      '',
    ])
    const place = rows.find(([, promise]) => promise!.includes('お薬手帳へのケアマネシール活用'))
    expect(place?.[2]).toMatch(
      /^②訪問診療に必要な.* 取組み（3頁）\n○\[新庄最上薬剤師会\]お薬手帳へのケアマネシール活用による連携強化/,
    )
  })

  it('同じ版どうしなら、変更なしと書く', () => {
    const plan = seedPlan('mogami-h30')
    expect(rowTexts(bodyOf(summary(comparePlans(plan, plan)))[0]!)[0]).toContain('変更なし')
  })
})

describe('ページ', () => {
  const fonts = bundledFonts()

  it('場所のページには、その文が立っている', () => {
    const laidOut = layOut(toForm(seedPlan('mogami-r1'), OFFICIAL), fonts)
    const pageOf = pageFinder(laidOut)
    const places = seeds.changes.flatMap((change) => change.new).filter(({ item }) => item !== undefined)
    expect(new Set(places.map(pageOf))).toEqual(new Set(laidOut.pages.map((page) => page.number)))
    for (const place of places) {
      const page = laidOut.pages[pageOf(place)! - 1]!
      const texts = cellsOn(page)
        .filter(({ cell }) => cell.source?.column === place.column)
        .map(({ lines }) => lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join(''))
      expect(texts.join('\n')).toContain(place.text.slice(0, 8))
    }
  })
})
