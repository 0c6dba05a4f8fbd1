import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Item, listItems, outlineCell } from '../../src/domain/notation/item.js'
import { printCell } from '../../src/domain/notation/notation.js'
import { cellText } from '../support/arbitrary-cell.js'

const texts = (cell: string) => listItems(cell).map((item) => item.text)
const parents = (cell: string) => listItems(cell).map((item) => item.parent)
const actors = (cell: string) => listItems(cell).map((item) => item.actor ?? item.inheritedActor)
const fundings = (cell: string) => listItems(cell).map((item) => item.funding)

describe('項目は記号で始まる段落と、その下の記号のない行である', () => {
  test.each([
    ['記号ごと', '□成果\n■課題\n', ['□成果', '■課題']],
    ['下の行も', '○研修会\n　開催地は新庄市\n○講演会', ['○研修会\n　開催地は新庄市', '○講演会']],
    ['空きを越えて', '○研修会\n\n開催地は新庄市', ['○研修会\n開催地は新庄市']],
    ['記号のない欄は一つの項目', '退院支援の\n\n充実', ['退院支援の\n充実']],
    ['初めの記号のない行は一つの項目', '次のとおり\n実施する\n○研修会', ['次のとおり\n実施する', '○研修会']],
    ['見出しの下の記号のない行も', '○研修会\n【県単】\n講演会', ['○研修会', '講演会']],
    ['記号を忘れた再掲も', '○研修会\n（再掲）講演会', ['○研修会', '（再掲）講演会']],
    ['印だけの欄は、その印が値', '○', ['○']],
    ['空欄に項目はない', '', []],
    ['空きだけの欄にも', '\n　\n', []],
    ['見出しだけの欄にも', '【県単】', []],
  ])('%s', (_, cell, expected) => {
    expect(texts(cell)).toEqual(expected)
  })

  test('項目の行は範囲で示し、間の空きは項目に入らない', () => {
    const items = listItems('\n○研修会\n\n開催地\n\n【県単】\n○講演会\n')
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      [1, 4],
      [6, 7],
    ])
  })
})

test.each(['○', '◎', '△', '×', '□', '■', '①', '※', '○\n', '\n　△'])(
  '欄の全体が「%s」なら、記号ではなく値である',
  (cell) => {
    const [item, ...more] = listItems(cell)
    expect(more).toEqual([])
    expect(item?.marker).toBeUndefined()
    expect(item?.text.slice(item.bodyStart)).toBe(cell.trim())
    expect(printCell(outlineCell(cell).lines)).toBe(cell)
  },
)

describe('見出し', () => {
  const cell = '○一\n【国庫】\n\n○二\n・三\n【県単】\n○四'

  test('見出しは次の見出しまでの項目の財源である', () => {
    expect(fundings(cell)).toEqual([undefined, '国庫', '国庫', '県単'])
  })

  test('見出しの行は項目でなく、見出しとして数える', () => {
    expect(outlineCell(cell).headings).toEqual([
      { name: '国庫', says: 'funding', line: 1 },
      { name: '県単', says: 'funding', line: 5 },
    ])
  })

  test('同じ名の見出しが二つあっても別の見出しである', () => {
    expect(outlineCell('【県単】\n○[最上町]\n【県単】\n・研修会').headings).toHaveLength(2)
    expect(parents('【県単】\n○[最上町]\n【県単】\n・研修会')).toEqual([undefined, undefined])
  })
})

describe('・は上の○に属し、その実施主体を継ぐ', () => {
  test('団体だけの行の下', () => {
    const cell =
      '○[新庄最上薬剤師会]\n・お薬手帳\n・疼痛コントロール\n○[山形県介護支援専門員協会]\n・歯科医師との連携\n○研修会\n・講演会'
    expect(parents(cell)).toEqual([undefined, 0, 0, undefined, 3, undefined, 5])
    expect(actors(cell)).toEqual([
      '新庄最上薬剤師会',
      '新庄最上薬剤師会',
      '新庄最上薬剤師会',
      '山形県介護支援専門員協会',
      '山形県介護支援専門員協会',
      undefined,
      undefined,
    ])
  })

  test('自ら名乗る・は自らの実施主体による', () => {
    const [, own] = listItems('○[新庄市]\n・[最上町]研修会')
    expect(own?.actor).toBe('最上町')
    expect(own?.inheritedActor).toBeUndefined()
    expect(own?.parent).toBe(0)
  })

  test.each([
    ['－は・に、・は○に', '○[県]\n・一\n－二\n－三\n・四\n－五', [undefined, 0, 1, 1, 0, 4]],
    ['→は直前の項目に', '○一\n→二\n・三\n→四\n○五', [undefined, 0, 0, 2, undefined]],
    ['※はどれにも属さず、並びも切らない', '○一\n※二\n・三', [undefined, undefined, 0]],
    ['○がなければ・はどれにも属さない', '・一\n・二', [undefined, undefined]],
    ['空きを越えて', '○一\n\n・二', [undefined, 0]],
    ['見出しを越えては属さない', '○一\n【県単】\n・二', [undefined, undefined]],
    ['番号は団体だけの行に属する', '○[県]\n①一\n・二\n②三\n○四\n①五', [undefined, 0, 1, 0, undefined, undefined]],
    ['本文のある○には番号は属さない', '○[県]\n研修会\n①一', [undefined, undefined]],
    ['記号のない前書きにも', '次のとおり\n・一', [undefined, 0]],
  ])('%s', (_, cell, expected) => {
    expect(parents(cell)).toEqual(expected)
  })

  test('孫も実施主体を継ぐ', () => {
    expect(actors('○[県]\n①一\n・二\n－三')).toEqual(['県', '県', '県', '県'])
  })
})

describe('項目の中身', () => {
  test('再掲・実施主体・本文の始まり・年度', () => {
    const [item] = listItems('　○（再掲）［最上総合支庁］運営の支援（Ｈ30年度）\n（H28～29年度）')
    expect(item).toMatchObject({ actor: '最上総合支庁', again: true, marker: { text: '○' } })
    expect(item?.text.slice(item.bodyStart)).toBe('運営の支援（Ｈ30年度）\n（H28～29年度）')
    expect(years(item!)).toEqual(['Ｈ30年度', 'H28～29年度'])
  })

  test.each([
    ['同上', 'above'],
    ['○同上', 'above'],
    ['・ 同上', 'above'],
    ['同左', 'left'],
    ['○同上の取組み', undefined],
    ['○研修会\n同上', undefined],
  ])('「%s」は同上か: %s', (cell, ditto) => {
    expect(listItems(cell)[0]?.ditto).toBe(ditto)
  })

  test.each([
    ['○相談会の開催（H30年度）（再掲）', '相談会の開催（H30年度）'],
    ['○相談会の開催\n（H30年度）　【再掲】', '相談会の開催\n（H30年度）'],
    ['○（再掲）相談会の開催', '相談会の開催'],
  ])('「%s」の本文は再掲を除く', (cell, body) => {
    const [item] = listItems(cell)
    expect([item?.again, item?.text.slice(item.bodyStart, item.bodyEnd)]).toEqual([true, body])
  })

  test('【新規】【70％以上】は財源でなく、上の財源はその下でも続く', () => {
    const cell = '【県単】\n○研修\n【新規】\n○健診\n【2023年度までに70％以上】\n○広報\n【拡充】○講演'
    expect(fundings(cell)).toEqual(['県単', '県単', '県単', '県単'])
    expect(listItems(cell).map(({ status }) => status)).toEqual([undefined, undefined, undefined, '拡充'])
  })

  function years(item: Item): string[] {
    return item.years.map(({ start, end }) => item.text.slice(start, end))
  }
})

describe('言われないままの行はない', () => {
  test('空きでない行はどれも、ちょうど一つの項目か見出しにある', () => {
    fc.assert(
      fc.property(cellText, (cell) => {
        const { lines, items, headings } = outlineCell(cell)
        const owners = lines.map(() => 0)
        for (const { line } of headings) owners[line]! += 1
        for (const { from, to } of items) {
          for (let at = from; at < to; at++) if (lines[at]!.tag !== 'gap') owners[at]! += 1
        }
        expect(owners).toEqual(lines.map((line) => (line.tag === 'gap' ? 0 : 1)))
      }),
      { numRuns: 1000 },
    )
  })

  test('項目と見出しと空きから、欄が元のとおりに組み立てられる', () => {
    fc.assert(
      fc.property(cellText, (cell) => {
        const { lines, items } = outlineCell(cell)
        const rebuilt = lines.map((line) => (line.tag === 'paragraph' ? '' : printCell([line])))
        for (const { from, to, text } of items) {
          const own = text.split('\n')
          for (let at = from; at < to; at++) if (lines[at]!.tag !== 'gap') rebuilt[at] = own.shift()!
          expect(own).toEqual([])
        }
        expect(rebuilt.join('\n')).toBe(cell)
      }),
      { numRuns: 1000 },
    )
  })

  test('項目は順に並び、上の項目にだけ属する。年度と本文は項目の中にある', () => {
    fc.assert(
      fc.property(cellText, (cell) => {
        const items = listItems(cell)
        for (const [at, { parent, from, text, bodyStart, bodyEnd, years }] of items.entries()) {
          expect(from).toBeGreaterThanOrEqual(items[at - 1]?.to ?? 0)
          if (parent !== undefined) expect(parent).toBeLessThan(at)
          expect(bodyStart).toBeLessThanOrEqual(bodyEnd)
          expect(bodyEnd).toBeLessThanOrEqual(text.length)
          expect(years.every(({ end }) => end <= text.length)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('長い欄も数えきる', () => {
    expect(listItems('○一\n・二（H29）\n'.repeat(10_000))).toHaveLength(20_000)
    expect(listItems('・二\n'.repeat(25_000))).toHaveLength(25_000)
    expect(listItems('二\n\n'.repeat(30_000))).toHaveLength(1)
    expect(listItems(`○${'（H29、'.repeat(20_000)}`)).toHaveLength(1)
  })
})
