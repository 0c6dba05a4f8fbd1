import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellLine, isBareActor, markerLength, parseCell, printCell } from '../../src/domain/notation/notation.js'
import { cellText } from '../support/arbitrary-cell.js'

/** The pieces of a line side by side: `indent|marker:kind|space|…`; empty pieces left out. */
function pieces(text: string): string {
  const [line, ...more] = parseCell(text)
  expect(more).toEqual([])
  return show(line!)
}

function show(line: CellLine): string {
  if (line.tag === 'gap') return `空き(${line.blanks})`
  if (line.tag === 'heading')
    return [line.indent, `${line.says === 'tag' ? '状況' : '見出し'}:${line.name}`, line.after]
      .filter(Boolean)
      .join('|')
  const { indent, status, marker, again, actor, body, againBehind } = line
  const named = [
    indent,
    status && `状況:${status.text}`,
    status?.space,
    marker && `${marker.kind}:${marker.text}`,
    marker?.space,
    again && `再掲:${again.text}`,
    again?.space,
    actor && `主体:${actor.open}${actor.name}${actor.close}`,
    actor?.space,
    body,
    againBehind && `再掲:${againBehind}`,
  ]
  return named.filter(Boolean).join('|')
}

describe('行は空き・見出し・段落に分かれる', () => {
  test.each([
    ['', '空き()'],
    ['　 ', '空き(　 )'],
    ['\r', '空き(\r)'],
    ['【在宅医療推進事業費補助金】', '見出し:在宅医療推進事業費補助金'],
    ['　【県単】 ', '　|見出し:県単| '],
    ['【県単】○研修会', '【県単】○研修会'],
    ['【】', '【】'],
    ['【新規】', '状況:新規'],
    ['【一部拡充・継続】', '状況:一部拡充・継続'],
    ['【2023年度までに70％以上】', '状況:2023年度までに70％以上'],
    ['【目標：100回】', '状況:目標：100回'],
    ['【平成30年度在宅医療推進事業費補助金】', '見出し:平成30年度在宅医療推進事業費補助金'],
    ['【県補助金 1,000千円】', '見出し:県補助金 1,000千円'],
    ['【国【県】', '【国【県】'],
    ['退院支援の充実', '退院支援の充実'],
    ['　退院支援の充実', '　|退院支援の充実'],
  ])('「%s」', (text, expected) => {
    expect(pieces(text)).toBe(expected)
  })

  test('行は改行（LF）でだけ分かれ、終わりの改行のあとは空きである', () => {
    expect(parseCell('○一\u2028二\r\n\n○三\n').map(show)).toEqual([
      'bullet:○|一\u2028二\r',
      '空き()',
      'bullet:○|三',
      '空き()',
    ])
  })
})

describe('行頭の記号', () => {
  test.each([
    ['○研修会', 'bullet:○|研修会'],
    ['●研修会', 'bullet:●|研修会'],
    ['◎研修会', 'bullet:◎|研修会'],
    ['◇研修会', 'bullet:◇|研修会'],
    ['◆研修会', 'bullet:◆|研修会'],
    ['△研修会', 'bullet:△|研修会'],
    ['▲研修会', 'bullet:▲|研修会'],
    ['□成果', 'bullet:□|成果'],
    ['■課題', 'bullet:■|課題'],
    ['・お薬手帳', 'sub:・|お薬手帳'],
    ['※予定', 'note:※|予定'],
    ['→継続', 'arrow:→|継続'],
    ['－小項目', 'dash:－|小項目'],
    ['①もがみネット', 'number:①|もがみネット'],
    ['⑳研修会', 'number:⑳|研修会'],
    ['㉑研修会', 'number:㉑|研修会'],
    ['⑴研修会', 'number:⑴|研修会'],
    ['(1)研修会', 'number:(1)|研修会'],
    ['（１）研修会', 'number:（１）|研修会'],
    ['（10）研修会', 'number:（10）|研修会'],
    ['（一）研修会', 'number:（一）|研修会'],
    ['(ア)研修会', 'number:(ア)|研修会'],
    ['（ｱ）研修会', 'number:（ｱ）|研修会'],
    ['ア　研修会', 'number:ア|　|研修会'],
    ['ア.研修会', 'number:ア.|研修会'],
    ['ア．研修会', 'number:ア．|研修会'],
    ['1.研修会', 'number:1.|研修会'],
    ['１．研修会', 'number:１．|研修会'],
    ['10．研修会', 'number:10．|研修会'],
    ['1)研修会', 'number:1)|研修会'],
    ['○ 研修会', 'bullet:○| |研修会'],
    ['　・　研修会', '　|sub:・|　|研修会'],
    ['○', '○'],
    ['△\t', '△\t'],
    ['○□研修会', 'bullet:○|□研修会'],
    // Typed for lack of the right key.
    ['〇研修会', 'bullet:〇|研修会'],
    ['〇一人暮らしの高齢者', 'bullet:〇|一人暮らしの高齢者'],
    ['◯研修会', 'bullet:◯|研修会'],
    ['･研修会', 'sub:･|研修会'],
    ['•\t研修会', 'sub:•|\t|研修会'],
    ['＊予定', 'note:＊|予定'],
    ['*予定', 'note:*|予定'],
    ['⇒継続', 'arrow:⇒|継続'],
    ['- 小項目', 'dash:-| |小項目'],
    ['☆研修会', 'bullet:☆|研修会'],
    ['★研修会', 'bullet:★|研修会'],
    ['▶研修会', 'bullet:▶|研修会'],
    ['➢研修会', 'bullet:➢|研修会'],
    ['▽研修会', 'bullet:▽|研修会'],
    ['☑研修会', 'bullet:☑|研修会'],
    ['☐ 研修会', 'bullet:☐| |研修会'],
    ['✓研修会', 'bullet:✓|研修会'],
    ['‐小項目', 'dash:‐|小項目'],
    ['❶研修会', 'number:❶|研修会'],
    ['㋐研修会', 'number:㋐|研修会'],
    ['ⅰ 研修会', 'number:ⅰ| |研修会'],
    ['Ⅱ研修会', 'number:Ⅱ|研修会'],
    ['a.研修会', 'number:a.|研修会'],
    ['１　相談', 'number:１|　|相談'],
    ['３ 市町村との連携', 'number:３| |市町村との連携'],
    ['１－１　相談', 'number:１－１|　|相談'],
    ['1-1 相談', 'number:1-1| |相談'],
    ['第１　総論', 'number:第１|　|総論'],
    ['【新規】○研修会', '状況:【新規】|bullet:○|研修会'],
    // A marker before a name left blank.
    ['○○○病院との連携', 'bullet:○|○○病院との連携'],
  ])('「%s」', (text, expected) => {
    expect(pieces(text)).toBe(expected)
  })

  test.each([
    ['2025年のあるべき医療提供体制'],
    ['24時間体制'],
    ['１人暮らし'],
    ['1.5倍'],
    ['３．５％'],
    ['30.4.1から'],
    ['アンケート調査'],
    ['サ高住の整備'],
    ['（10人）'],
    ['（医科）'],
    ['（一社）山形県'],
    ['①～③を実施'],
    ['①、②の実施'],
    ['①②の実施'],
    ['(1)及び(2)'],
    ['○○病院との連携'],
    ['△△町'],
    ['△３％'],
    ['△ ３件'],
    ['１ ０か所'],
    ['10 人'],
    ['２　'],
    ['3-4回'],
    ['2-3 施設'],
    ['第１期計画'],
    ['第２回研修会'],
    ['Ⅱ型糖尿病'],
    ['ⅰ～ⅲの実施'],
    ['e.g.の例'],
    ['☆☆☆'],
    ['▲1,200千円'],
    ['〇歳児'],
    ['・・・'],
    ['※※'],
    ['**強調**'],
    ['－３℃'],
    ['－'],
    ['－－－'],
    ['ー研修会'],
    ['研修会○講演会'],
  ])('「%s」は記号で始まらない', (text) => {
    expect(pieces(text)).toBe(text)
  })
})

describe('再掲と実施主体', () => {
  test.each([
    ['○（再掲）すべての', 'bullet:○|再掲:（再掲）|すべての'],
    ['○(再掲) すべての', 'bullet:○|再掲:(再掲)| |すべての'],
    ['（再掲）すべての', '再掲:（再掲）|すべての'],
    ['□（再掲）□全ての医療機関（医科）', 'bullet:□|再掲:（再掲）|□全ての医療機関（医科）'],
    ['□（再掲）H29年８月、', 'bullet:□|再掲:（再掲）|H29年８月、'],
    ['○[新庄最上薬剤師会]', 'bullet:○|主体:[新庄最上薬剤師会]'],
    ['○［新庄市最上郡医師会］人材育成', 'bullet:○|主体:［新庄市最上郡医師会］|人材育成'],
    ['○[その他]各職団体', 'bullet:○|主体:[その他]|各職団体'],
    ['○［最上総合支庁]　研修会', 'bullet:○|主体:［最上総合支庁]|　|研修会'],
    ['○[もがみネット推進班]研修会', 'bullet:○|主体:[もがみネット推進班]|研修会'],
    ['[最上総合支庁]研修会', '主体:[最上総合支庁]|研修会'],
    ['○（再掲）［最上総合支庁］運営（Ｈ30年度）', 'bullet:○|再掲:（再掲）|主体:［最上総合支庁］|運営（Ｈ30年度）'],
    ['○（新庄最上薬剤師会）在宅', 'bullet:○|主体:（新庄最上薬剤師会）|在宅'],
    ['①(最上町)研修会', 'number:①|主体:(最上町)|研修会'],
    ['○[A][B]研修会', 'bullet:○|主体:[A]|[B]研修会'],
    ['○[山形県言語聴覚士会]（H27、28、29年度）', 'bullet:○|主体:[山形県言語聴覚士会]|（H27、28、29年度）'],
    ['○【再掲】すべての', 'bullet:○|再掲:【再掲】|すべての'],
    ['○《再掲》すべての', 'bullet:○|再掲:《再掲》|すべての'],
    ['○再掲：すべての', 'bullet:○|再掲:再掲：|すべての'],
    ['○すべての（再掲）', 'bullet:○|すべての|再掲:（再掲）'],
    ['○すべての 【再掲】 ', 'bullet:○|すべての|再掲: 【再掲】 '],
    ['○すべての（再掲：②）', 'bullet:○|すべての|再掲:（再掲：②）'],
    ['○すべての（①の再掲）', 'bullet:○|すべての|再掲:（①の再掲）'],
    ['○〔最上町〕研修会', 'bullet:○|主体:〔最上町〕|研修会'],
    ['○[３市町村]研修会', 'bullet:○|主体:[３市町村]|研修会'],
    // What else stands in brackets.
    ['○［１］相談', 'bullet:○|［１］相談'],
    ['○[参考]前年度の例', 'bullet:○|[参考]前年度の例'],
    ['○［目標］100回', 'bullet:○|［目標］100回'],
    ['○[注１]研修会', 'bullet:○|[注１]研修会'],
    ['○[図２]のとおり', 'bullet:○|[図２]のとおり'],
    ['○[100回]', 'bullet:○|[100回]'],
    ['○再掲の研修会', 'bullet:○|再掲の研修会'],
    ['○（H27、28、29年度）', 'bullet:○|（H27、28、29年度）'],
    ['○（医科）研修会', 'bullet:○|（医科）研修会'],
    ['○[新規]研修会', 'bullet:○|[新規]研修会'],
    ['○[H30年度]研修会', 'bullet:○|[H30年度]研修会'],
    ['○[]研修会', 'bullet:○|[]研修会'],
    ['○[最上', 'bullet:○|[最上'],
    ['（最上町）研修会', '（最上町）研修会'],
    ['○研修会[最上町]', 'bullet:○|研修会[最上町]'],
  ])('「%s」', (text, expected) => {
    expect(pieces(text)).toBe(expected)
  })

  test.each([
    '最上地域医療連携推進協議会',
    '山形県介護支援専門員協会',
    '新庄最上薬剤師会',
    '最上総合支庁',
    '最上保健所',
    '新庄市',
    '最上町',
    '鮭川村',
    '市町村',
    '山形県',
    '県',
    '国',
    '県立新庄病院',
    '地域包括支援センター',
    '健康福祉企画課',
    'はなの会',
    '真室川町等',
    '関係機関ほか',
    'その他',
    'その他関係職種',
  ])('丸括弧の「%s」は団体の名である', (name) => {
    expect(pieces(`○（${name}）実施`)).toBe(`bullet:○|主体:（${name}）|実施`)
  })

  test.each([
    '医科',
    '案',
    '予定',
    '研修会',
    '講演会',
    '情報交換会',
    '全国',
    '一部',
    '関係',
    '公益財団法人',
    '対象：新庄市',
    '新庄市を除く町村',
    'H29年８月',
    '',
  ])('丸括弧の「%s」は団体の名でない', (words) => {
    expect(pieces(`○（${words}）実施`)).toBe(`bullet:○|（${words}）実施`)
  })

  test.each([
    ['○[新庄最上薬剤師会]', true],
    ['○（新庄最上薬剤師会）　', true],
    ['○[山形県言語聴覚士会]（H27、28、29年度）', false],
    ['○研修会', false],
    ['【県単】', false],
    ['', false],
  ])('「%s」は団体だけの行か: %s', (text, bare) => {
    expect(isBareActor(parseCell(text)[0]!)).toBe(bare)
  })
})

test.each([
  ['○研修会', 1],
  ['○　研修会', 2],
  ['　・研修会', 2],
  ['（１）研修会', 3],
  ['○[最上総合支庁]研修会', 1],
  ['○（再掲）研修会', 1],
  ['　研修会', 0],
  ['　【県単】', 0],
  ['　', 0],
])('「%s」のぶら下げは%i字ぶん', (text, length) => {
  expect(markerLength(parseCell(text)[0]!)).toBe(length)
})

describe('記法は文を変えない', () => {
  test('読んで書けば元のとおり', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        expect(printCell(parseCell(text))).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  test('行は改行ごとに一つで、空白だけの行だけが空きである', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        const gaps = parseCell(text).map((line) => line.tag === 'gap')
        expect(gaps).toEqual(text.split('\n').map((line) => line.trim() === ''))
      }),
    )
  })

  test('記号は行の中にあり、空白のあとに本文が続く', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        for (const line of parseCell(text)) {
          expect(markerLength(line)).toBeLessThanOrEqual(printCell([line]).length)
          if (line.tag === 'paragraph' && (line.marker || line.again || line.actor))
            expect(line.body).toBe(line.body.trimStart())
        }
      }),
    )
  })

  test.each(['○', '[', '（', '【', '　', '（再掲）', '○[県]', 'ア', '\n', '・\n', '－'])(
    '「%s」を10万字並べても',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length)
      expect(printCell(parseCell(text))).toBe(text)
      expect(printCell(parseCell(`○${text}研修会`))).toBe(`○${text}研修会`)
    },
  )
})
