import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import { assertForm } from '../../src/form/assert-form.js'
import type { Form, FormCell } from '../../src/form/form.js'
import { nameLines } from '../../src/form/overview/names.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm } from '../support/forms.js'
import { oddPlan } from '../support/odd-plan.js'
import { itemsOf, openSeed, overviewOf, type PlacedCell, placedRows, rowsBelow } from '../support/overview.js'
import { bundledFonts } from '../support/print.js'
import { planOf } from '../support/sample-plan.js'
import { tablesOf } from '../support/sections.js'
import { layOut, toForm } from '../support/stages.js'

const SEEDS = ['mogami-h30', 'mogami-r1', 'progress-r6', 'welfare-r6']
const fonts = bundledFonts()

const texts = (row: readonly PlacedCell[]) => row.flatMap(({ text }) => (text === '' ? [] : [text]))
const textsOf = (form: Form) => placedRows(form).flatMap(texts)

function seedOverview(name: string): Form {
  const { plan, definition } = openSeed(name)
  return overviewOf(plan, definition)
}

/** The table of counts: totals, then a row for every category, its name first. */
function countTable(form: Form): readonly (readonly string[])[] {
  return rowsBelow(form, '区分ごとの件数').slice(1).map(texts)
}

/** The rows below the years: what is done, and the marks of its years as one character each. */
function timeline(form: Form): { readonly label: string; readonly bars: readonly string[] }[] {
  const [head = [], ...rows] = rowsBelow(form, '年次工程表')
  const years = head.filter(({ text }) => /^(?:～?[A-Z]\d+～?)$/.test(text))
  return rows.map((row) => {
    const bars = row.filter(({ cell }) => cell.bar !== undefined)
    const label = row.findLast(
      ({ cell, text, right }) => cell.bar === undefined && text !== '' && right <= years[0]!.left + 0.1,
    )
    return {
      label: label?.text ?? '',
      bars: years
        .filter((year) => bars.some(({ left, right }) => left < year.right - 1 && right > year.left + 1))
        .map(({ text, left, right }) => {
          const bar = bars.find((each) => each.left < right - 1 && each.right > left + 1)!
          return `${text}${bar.cell.bar!.pattern === 'striped' ? '予' : ''}`
        }),
    }
  })
}

describe('一枚の概要', () => {
  it.each(SEEDS)('%s は一枚に収まり、文はどれも一行に収まる', (name) => {
    const form = seedOverview(name)
    const { pages } = layOut(form, fonts)
    expect(pages).toHaveLength(1)
    const labels = cellsOn(pages[0]!).filter(({ cell }) => cell.rowSpan === 1 && cell.paragraphs.length > 0)
    const notes = labels.at(-1)
    for (const each of labels)
      if (each !== notes)
        expect([each.cell.paragraphs[0]!.runs, each.lines.length]).toEqual([each.cell.paragraphs[0]!.runs, 1])
  })

  it('区分ごとの件数：最上の平成30年度', () => {
    expect(countTable(seedOverview('mogami-h30'))).toEqual([
      ['全体', '29', '27', '21', '17', '23'],
      ['①在宅医療への円滑な移行', '2', '2', '2', '1', '2'],
      ['②日常の療養生活の支援', '10', '12', '8', '9', '11'],
      ['③急変時の対応', '1', '1', '1', '1', '0'],
      ['④看取りの普及', '5', '4', '2', '2', '2'],
      ['⑤在宅医療推進体制の強化', '4', '2', '3', '1', '4'],
      ['⑥在宅医療・介護を支える人材の確保', '7', '6', '5', '3', '4'],
    ])
  })

  it('実施主体と資金：多い順に並び、挙げないものと記載のないものは数を書く', () => {
    const rows = rowsBelow(seedOverview('mogami-h30'), '実施主体ごとの件数').map(texts)
    expect(rows).toEqual([
      ['実施主体', '取組み', '予定', '資金', '取組み', '予定'],
      ['最上総合支庁', '1', '6', '在宅医療推進事業費補助金', '14', '10'],
      ['山形県介護支援専門員協会', '3', '2', '（記載なし）', '15', '13'],
      ['新庄最上薬剤師会', '2', '3'],
      ['新庄市最上郡医師会', '3', '1'],
      ['山形県栄養士会', '2', '1'],
      ['ほか3団体', '3', '2'],
      ['（記載なし）', '15', '8'],
    ])
  })

  it('年次工程表：年度のある取組みは実線、予定と先の年度は縞', () => {
    const rows = timeline(seedOverview('mogami-h30'))
    const bars = (start: string) => rows.find(({ label }) => label.startsWith(start))?.bars
    expect(rows).toHaveLength(39)
    expect(bars('医療介護の共通連携ツール')).toEqual(['H27', 'H28', 'H29'])
    expect(bars('医師をはじめ各専門職')).toEqual(['H25', 'H28', 'H29', 'H30'])
    expect(bars('入退院調整')).toEqual(['H30予'])
    expect(bars('在宅医療専門部会の開催')).toEqual(['H28', 'H29', 'H30', 'R1予'])
    const open = rowsBelow(seedOverview('mogami-h30'), '年次工程表').filter((row) => row.at(-1)?.text === '▶')
    expect(open).toHaveLength(4)
  })

  it('福祉計画は、実施主体と年度の欄を読む', () => {
    const form = seedOverview('welfare-r6')
    expect(timeline(form).find(({ label }) => label === '福祉協力員の養成と配置')?.bars).toEqual(['R6', 'R7予', 'R8予'])
    expect(rowsBelow(form, '実施主体ごとの件数').map(texts).slice(0, 2)).toEqual([
      ['実施主体', '取組み'],
      ['市', '14'],
    ])
  })

  it('載せないもの、様式にない欄は、そう書く', () => {
    expect(textsOf(seedOverview('mogami-h30')).at(-1)).toBe(
      '年度の書かれていない取組み・予定13件は、年次工程表にありません。（再掲）と※は数えていません。同上は、その指す記載として数えています。',
    )
    const welfare = textsOf(seedOverview('welfare-r6'))
    expect(welfare.at(-1)).toContain('この計画の様式に、成果（□）、課題（■）、今後の対応、予定に当たる欄はありません。')
    expect(welfare.at(-1)).toContain('資金の書かれた取組み・予定はありません。')
    expect(welfare).not.toContain('資金ごとの件数')
  })

  it('年度も主体も資金もない計画には、件数だけがある', () => {
    const form = overviewOf(planOf(['区分', { 取組み: '○研修会', 成果と課題: '○その他' }]))
    expect(textsOf(form)).not.toContain('年次工程表')
    expect(textsOf(form)).not.toContain('実施主体ごとの件数')
    expect(textsOf(form).at(-1)).toBe(
      '年度の書かれた取組み・予定がないので、年次工程表はありません。実施主体の書かれた取組み・予定はありません。' +
        '資金の書かれた取組み・予定はありません。成果と課題の欄にある、□でも■でもない1件は、どちらにも数えていません。' +
        '（再掲）と※は数えていません。同上は、その指す記載として数えています。',
    )
  })

  it('役割のある欄が一つもない様式では、ないことだけを書く', () => {
    const official = bundledForm('official')
    const columns = official.columns.filter(({ fields }) =>
      fields.every(({ part }) => ['category', 'heading'].includes(part)),
    )
    const definition: FormDefinition = { ...official, columns }
    expect(textsOf(overviewOf(planOf(['区分', { 施策: '研修' }]), definition))).toEqual([
      'この計画の様式に、取組み、成果（□）、課題（■）、今後の対応、予定に当たる欄はありません。（再掲）と※は数えていません。同上は、その指す記載として数えています。',
    ])
  })
})

describe('どの計画でも', () => {
  const plans: fc.Arbitrary<Plan> = fc.oneof(oddPlan, arbitraryPlan)

  it('区分の数を足すと全体の数になり、数のない棒はない', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const form = overviewOf(plan)
        const rows = rowsBelow(form, '区分ごとの件数').slice(1)
        const numbers = rows.map((row) => row.flatMap(({ cell }) => (cell.number === undefined ? [] : [cell.number])))
        const [total, ...own] = numbers
        expect(own).toHaveLength(plan.categories.length)
        for (const [at, sum] of total!.entries()) expect(own.reduce((done, each) => done + each[at]!, 0)).toBe(sum)
        for (const row of rows.slice(1)) {
          for (const [at, { cell }] of row.entries()) if (cell.bar) expect(row[at - 1]!.cell.number).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('長いほうの棒が短い数を示すことはなく、棒は表の中にある', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const form = overviewOf(plan)
        const width = tablesOf(form)[0]!.columns.reduce((sum, column) => sum + column.width, 0)
        const bars = rowsBelow(form, '区分ごとの件数').flatMap((row) =>
          row.flatMap((each, at) => (each.cell.bar ? [{ ...each, number: row[at - 1]!.cell.number! }] : [])),
        )
        for (const bar of bars) {
          expect(bar.right).toBeLessThanOrEqual(width + 0.01)
          // Ends give way by as much as two edges may lie apart and still be one.
          for (const other of bars) {
            if (other.number > bar.number) expect(other.right - other.left).toBeGreaterThan(bar.right - bar.left - 3)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('年度のある項目は行になるか、ほかの件数に入る', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const dated = itemsOf(plan).filter(
          ({ kind, years }) => (kind === 'initiatives' || kind === 'plans') && years.length > 0,
        )
        const rows = timeline(overviewOf(plan))
        const left = rows.reduce(
          (sum, { label, bars }) => sum + (bars.length > 0 ? 0 : Number(/^ほか(\d+)件$/.exec(label)?.[1])),
          0,
        )
        expect(rows.filter(({ bars }) => bars.length > 0).length + left).toBe(dated.length)
      }),
      { numRuns: 60 },
    )
  })

  it('升目はすき間なく、一枚に収まる', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const form = overviewOf(plan)
        expect(() => assertForm(form)).not.toThrow()
        expect(layOut(form, fonts).pages).toHaveLength(1)
      }),
      { numRuns: 40 },
    )
  })

  it('区分が多ければ残りを一行にまとめ、項目が多ければ件数にして、一枚に収める', () => {
    const { plan, definition } = openSeed('mogami-h30')
    const categories = Array.from({ length: 20 }, () => plan.categories).flat()
    const form = overviewOf({ ...plan, categories }, definition)
    expect(layOut(form, fonts).pages).toHaveLength(1)
    const table = countTable(form)
    expect(table).toHaveLength(13)
    expect(table[0]).toEqual(['全体', '580', '540', '420', '340', '460'])
    expect(table.at(-1)![0]).toBe('ほか109区分')
    expect(timeline(form).at(-1)!.label).toMatch(/^ほか\d+件$/)
  })

  it('入るだけの様式では、年度のある項目がすべて行になり、表の頭は紙ごとに立つ', () => {
    const { plan, definition } = openSeed('mogami-h30')
    const categories = Array.from({ length: 5 }, () => plan.categories).flat()
    const form = overviewOf({ ...plan, categories }, definition, { sheets: 'as-many' })
    const rows = timeline(form)
    expect(rows).toHaveLength(5 * 39)
    expect(rows.some(({ label }) => label.startsWith('ほか'))).toBe(false)
    const { pages } = layOut(form, fonts)
    expect(pages.length).toBeGreaterThan(1)
    const years = ({ paragraphs }: FormCell) => paragraphs[0]?.runs[0]?.text === 'H30'
    for (const page of pages) expect(cellsOn(page).filter(({ cell }) => years(cell))).toHaveLength(1)
  })

  it('同じ計画からは同じ概要ができ、計画の様式で印刷したものは変わらない', () => {
    const { plan, definition } = openSeed('mogami-h30')
    expect(overviewOf(plan, definition)).toEqual(overviewOf(plan, definition))
    expect(tablesOf(toForm(plan, definition))).toHaveLength(1)
  })
})

describe('名前ごとの件数', () => {
  const names = ['市', '県', '医師会', '薬剤師会', '［市］', '社協']
  const item = fc
    .record({ kind: fc.constantFrom('initiatives' as const, 'plans' as const), actors: fc.subarray(names) })
    .map((each) => ({ ...each, category: 0, label: '', funding: [], years: [] }))

  it('数を足すと、名前と項目の組の数と名前のない項目の数になる。行は多い順', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (items, most) => {
        const lines = nameLines(items, ({ actors }) => actors, most)
        const sum = lines.reduce((total, { done, planned }) => total + done + planned, 0)
        expect(sum).toBe(items.reduce((total, { actors }) => total + Math.max(1, actors.length), 0))
        const named = lines.filter(({ tag }) => tag === 'named').map(({ done, planned }) => done + planned)
        expect(named).toEqual(named.toSorted((a, b) => b - a))
        expect(lines.filter(({ tag }) => tag !== 'unnamed').length).toBeLessThanOrEqual(most)
        const all = new Set(items.flatMap(({ actors }) => actors)).size
        expect(lines.reduce((total, line) => total + line.names, 0)).toBe(all)
      }),
      { numRuns: 200 },
    )
  })

  it('全角と半角だけが違う名前は一つに数える', () => {
    const items = ['ＮＰＯ法人', 'NPO法人'].map((actor) => ({
      category: 0,
      kind: 'initiatives' as const,
      label: '',
      actors: [actor],
      funding: [],
      years: [],
    }))
    expect(nameLines(items, ({ actors }) => actors, 6)).toEqual([
      { tag: 'named', name: 'ＮＰＯ法人', names: 1, done: 2, planned: 0 },
    ])
  })
})
