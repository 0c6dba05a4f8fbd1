/** What counts as a mere difference of notation, and what of years. */

import { describe, expect, it } from 'vitest'
import { listItems } from '../../src/domain/notation/item.js'
import { foldNotation, readSaid } from '../../src/review/words/normalise.js'

function said(text: string) {
  return readSaid(listItems(text)[0]!)
}

describe('表記のちがい', () => {
  it.each([
    ['全角と半角', 'Ｈ29、ＱＯＬ、２５％', 'H29、QOL、25%'],
    ['半角カナ', 'ﾃﾚﾋﾞ電話', 'テレビ電話'],
    ['空白', '教育 専門　部会', '教育専門部会'],
    ['括弧', '［新庄市］〔仮〕', '(新庄市)(仮)'],
    ['波線', '〜重点～', '~重点~'],
    ['送り仮名', '取り組み、受け入れ、引き続き', '取組み、受入れ、引続き'],
    ['仮名と漢字', 'すべて及びさらなる子ども', '全ておよび更なる子供'],
    ['など・等', '訪問看護など', '訪問看護等'],
    ['助数詞', '３ヶ月、２カ所', '3か月、2か所'],
    ['長音', 'サーバーとコンピューター', 'サーバとコンピュータ'],
    ['異体字の指定', '葛󠄀城市', '葛城市'],
    ['読点', '医療，介護', '医療、介護'],
  ])('%s', (_, a, b) => {
    expect(foldNotation(a)).toBe(foldNotation(b))
  })

  it.each([
    ['位取りの読点は残る', '1,234人', '1、234人'],
    ['長音は語中では意味がある', 'センター', 'セーンタ'],
    ['別の語', '看取り', '取組み'],
    ['数', '２か所', '３か所'],
  ])('%s', (_, a, b) => {
    expect(foldNotation(a)).not.toBe(foldNotation(b))
  })

  it.each([
    ['Ｈ29年度', '○研修会（Ｈ29年度）', '○研修会（平成29年度）'],
    ['H31 と R1 は同じ年度', '○研修会（H31年度）', '○研修会（令和元年度）'],
    ['列挙と範囲', '○研修会（H28、29、30年度）', '○研修会（H28～30年度）'],
    ['団体名の括弧', '○［新庄市最上郡医師会］研修会', '○（新庄市最上郡医師会）研修会'],
    ['似た記号', '〇研修会', '○研修会'],
  ])('言っていることは同じ: %s', (_, a, b) => {
    expect(said(a).whole).toBe(said(b).whole)
    expect(said(a).sign).toBe(said(b).sign)
  })

  it.each([
    ['範囲が延びた', '○研修会（H28～H30年度）', '○研修会（H28～R1年度）'],
    ['年度がついた', '○研修会', '○研修会（R1年度）'],
    ['文の中の年度', '○平成30年度の研修会', '○令和元年度の研修会'],
  ])('年度だけがちがう: %s', (_, a, b) => {
    expect(said(a).whole).not.toBe(said(b).whole)
    expect(said(a).timeless).toBe(said(b).timeless)
  })

  it('日付のちがいは年度のちがいではない', () => {
    expect(said('□設置（H29年８月）').timeless).not.toBe(said('□設置（H30年８月）').timeless)
  })

  it('実施主体だけの項目は、その名前で比べる', () => {
    expect(said('○[山形県言語聴覚士会]（H27、28、29年度）').words).toBe('山形県言語聴覚士会')
  })

  it('再掲の後に写された記号は原文の記号', () => {
    expect(said('□（再掲）□全ての医療機関への調査').words).toBe(said('□全ての医療機関への調査').words)
  })
})
