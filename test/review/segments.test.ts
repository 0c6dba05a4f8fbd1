/** How one text became another, shown by words. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Segment, segmentWords } from '../../src/review/words/segments.js'
import { oddText } from '../support/arbitrary-grid.js'

/** [-旧-]{+新+} */
function show(segments: readonly Segment[]): string {
  const marks = { same: ['', ''], del: ['[-', '-]'], ins: ['{+', '+}'] } as const
  return segments.map(({ type, text }) => marks[type][0] + text + marks[type][1]).join('')
}

describe('語ごとの見え消し', () => {
  it.each([
    ['語の途中では切らない', '○研修会の開催', '○講習会の開催', '○[-研修-]{+講習+}会の開催'],
    [
      '年度の範囲は一つのまとまり',
      '開催（H28～30年度）',
      '開催（H28～R1年度）',
      '開催（[-H28～30年度-]{+H28～R1年度+}）',
    ],
    ['元号の年度も一つのまとまり', '平成30年度の取組', '令和元年度の取組', '[-平成30年度-]{+令和元年度+}の取組'],
    ['日付も', '設置（H29年８月１日）', '設置（H29年９月１日）', '設置（[-H29年８月１日-]{+H29年９月１日+}）'],
    [
      '数字は半分にならない',
      '参加者は500名であった。',
      '参加者は1,500名であった。',
      '参加者は[-500-]{+1,500+}名であった。',
    ],
    [
      '全角の数字も',
      '参加者は１２３名であった。',
      '参加者は１２４名であった。',
      '参加者は[-１２３-]{+１２４+}名であった。',
    ],
    ['団体名は括弧ごと', '○[新庄市]研修会の開催', '○[舟形町]研修会の開催', '○[-[新庄市]-]{+[舟形町]+}研修会の開催'],
    [
      '丸括弧の団体名も',
      '○（新庄市）研修会の開催',
      '○（舟形町）研修会の開催',
      '○[-（新庄市）-]{+（舟形町）+}研修会の開催',
    ],
    [
      'かぎ括弧の名前も',
      '地域の「もがみネット」の普及拡大',
      '地域の「もがみネット２」の普及拡大',
      '地域の[-「もがみネット」-]{+「もがみネット２」+}の普及拡大',
    ],
    ['異体字は元の字の一部', '奈良県葛󠄀城市の医療', '奈良県葛城市の医療', '奈良県[-葛󠄀-]{+葛+}城市の医療'],
    ['足しただけ', '○研修会の開催', '○多職種を対象とした研修会の開催', '○{+多職種を対象とした+}研修会の開催'],
    ['すべて新しい', '', '○研修会', '{+○研修会+}'],
    ['すべてなくなった', '○研修会', '', '[-○研修会-]'],
    ['変わらない', '○研修会', '○研修会', '○研修会'],
    [
      '変更にはさまれた短い語はつなげる',
      '○退院調整のルールづくりの検討',
      '○退院調整の手引の配布',
      '○退院調整の[-ルールづくりの検討-]{+手引の配布+}',
    ],
    [
      '書き直した文は丸ごと入れ替える',
      '□会議を開催した。参加者は500名であった。今後も続ける。',
      '□会議を開催した。アンケートでは満足度が高く、好評を得た。今後も続ける。',
      '□会議を開催した。[-参加者は500名であった。-]{+アンケートでは満足度が高く、好評を得た。+}今後も続ける。',
    ],
    [
      '一文だけの項目も丸ごと',
      '■介護者から食支援の相談を受ける場の必要性が高くなっている。',
      '■担当者の交代や新規の事業所の増加などもあり、引継ぎが必要。',
      '[-■介護者から食支援の相談を受ける場の必要性が高くなっている。-]{+■担当者の交代や新規の事業所の増加などもあり、引継ぎが必要。+}',
    ],
  ])('%s', (_, old, now, shown) => {
    expect(show(segmentWords(old, now))).toBe(shown)
  })

  it('一文の四分の一が残れば語ごとに、それより少なければ丸ごと入れ替える', () => {
    expect(show(segmentWords('会議参加者名簿整', '会議議題資料作成'))).toBe('会議[-参加者名簿整-]{+議題資料作成+}')
    expect(show(segmentWords('会議参加者名簿整理', '会議議題資料作成配'))).toBe(
      '[-会議参加者名簿整理-]{+会議議題資料作成配+}',
    )
  })

  it('残した文と消した文で元の文に、残した文と加えた文で新しい文になる', () => {
    const text = fc.array(
      fc.oneof(oddText, fc.constantFrom('研修会の開催', '（H28～30年度）', '[新庄市]', '。', '\n')),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [old, now] = [a.join(''), b.join('')]
        const segments = segmentWords(old, now)
        const without = (type: Segment['type']) =>
          segments
            .filter((each) => each.type !== type)
            .map((each) => each.text)
            .join('')
        expect(without('ins')).toBe(old)
        expect(without('del')).toBe(now)
        for (const [at, { type, text }] of segments.entries()) {
          expect(text).not.toBe('')
          expect(type).not.toBe(segments[at + 1]?.type)
        }
      }),
    )
  })

  it('きわめて長い文どうしは丸ごと入れ替える', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `第${at}号`).join('、')
    const segments = segmentWords(words, words.replaceAll('1', '一'))
    expect(segments.map(({ type }) => type)).toEqual(['del', 'ins'])
  })
})
