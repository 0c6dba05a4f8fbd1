/** Kinsoku by example: text, width in em, and the lines that it gives. */

import { describe, expect, it } from 'vitest'
import type { LineDefinition } from '../../src/definition/form-definition.js'
import { breakLines } from '../../src/layout/lines/break-lines.js'
import type { Line } from '../../src/layout/page.js'
import { emMeasure } from './em-measure.js'

const size = 10
const plain: LineDefinition = {
  strictness: 'standard',
  pushIn: false,
  hanging: false,
  justify: false,
  markerIndent: false,
}
const loose: Partial<LineDefinition> = { strictness: 'loose' }
const strict: Partial<LineDefinition> = { strictness: 'strict' }

function breakText(text: string, em: number, rules: Partial<LineDefinition> = {}, marker = 0): Line[] {
  const paragraph = { runs: [{ text }], marker, keepWithNext: false }
  return breakLines(paragraph, 0, { width: em * size, size, rules: { ...plain, ...rules }, measure: emMeasure })
}

function linesOf(text: string, em: number, rules: Partial<LineDefinition> = {}, marker = 0): string[] {
  return breakText(text, em, rules, marker).map(({ start, end }) => text.slice(start, end))
}

type Example = readonly [
  title: string,
  text: string,
  em: number,
  lines: readonly string[],
  rules?: Partial<LineDefinition>,
]

function table(examples: readonly Example[]): void {
  for (const [title, text, em, lines, rules] of examples)
    it(`${title}：${text}`, () => expect(linesOf(text, em, rules)).toEqual(lines))
}

describe('禁則のない所では幅いっぱいで改行する', () => {
  table([
    ['全角', '地域医療構想における', 4, ['地域医療', '構想にお', 'ける']],
    ['ちょうど収まる', '地域医療', 4, ['地域医療']],
    ['半角は二分の一', 'ｱｲｳｴｵｶｷｸ', 2, ['ｱｲｳｴ', 'ｵｶｷｸ']],
    ['空の段落は空の一行', '', 4, ['']],
    ['改行文字は行を終える', '現状\n課題', 4, ['現状\n', '課題']],
    ['改行文字だけ', '\n', 4, ['\n', '']],
  ])
})

describe('行頭禁則：前の字を連れて次の行へ追い出す', () => {
  table([
    ['句点', '連携強化。次', 4, ['連携強', '化。次']],
    ['読点', '連携強化、次', 4, ['連携強', '化、次']],
    ['全角コンマ・ピリオド', '連携強化，次．', 4, ['連携強', '化，次．']],
    ['半角句読点', '連携強化｡次', 4, ['連携強', '化｡次']],
    ['終わり括弧', '（再掲者）は', 4, ['（再掲', '者）は']],
    ['半角の終わり括弧', '[協会者員長]は', 3.5, ['[協会者', '員長]は']],
    ['半角かぎ括弧', '｢再掲者員｣は', 4.5, ['｢再掲者', '員｣は']],
    ['括弧と句点が続く', '協議会連」。次', 4, ['協議会', '連」。次']],
    ['中点', '調整整備・次', 4, ['調整整', '備・次']],
    ['半角中点', '調整整備･次', 4, ['調整整', '備･次']],
    ['コロン・セミコロン', '成果成果：次；', 4, ['成果成', '果：次；']],
    ['感嘆符・疑問符', '継続必要？次', 4, ['継続必', '要？次']],
    ['二つ並ぶ感嘆符', '継続必要！？次', 4, ['継続必', '要！？次']],
    ['長音記号', '連携センター', 5, ['連携セン', 'ター']],
    ['半角の長音記号', '連携ｾﾝﾀｰ', 3.5, ['連携ｾﾝ', 'ﾀｰ']],
    ['小書きの仮名', '連携チームへシェア', 7, ['連携チームへ', 'シェア']],
    ['促音（緩い）', '連携となった', 4, ['連携とな', 'った'], loose],
    ['促音', '連携となった', 4, ['連携と', 'なった']],
    ['半角の小書き仮名', '連携ﾁｰﾑｼｪｱ', 4, ['連携ﾁｰﾑ', 'ｼｪｱ']],
    ['アイヌ語の小書き仮名', '連携連携ㇷ次', 4, ['連携連', '携ㇷ次']],
    ['繰返し記号', '連携様々な', 3, ['連携', '様々な']],
    ['平仮名の繰返し記号', '連携いすゞ', 4, ['連携い', 'すゞ']],
    ['波ダッシュ', '平成三十～次', 4, ['平成三', '十～次']],
  ])
})

describe('行末禁則：次の行へ送る', () => {
  table([
    ['始め括弧', '作成の期（再掲）', 5, ['作成の期', '（再掲）']],
    ['始め括弧が続く', '作成の「（再掲）」', 5, ['作成の', '「（再', '掲）」']],
    ['半角の始め括弧', '作成[再掲]', 2.5, ['作成', '[再', '掲]']],
    ['半角かぎ括弧', '作成｢再掲｣', 2.5, ['作成', '｢再', '掲｣']],
    ['二重引用符', '作成の“再掲”', 4, ['作成の', '“再掲”']],
    ['前置省略記号', '予算は￥千円', 4, ['予算は', '￥千円']],
    ['番号記号', '別紙は№５の', 4, ['別紙は', '№５の']],
  ])
})

describe('禁則の強さ', () => {
  const level = (title: string, text: string, em: number, breaks: Record<'loose' | 'standard' | 'strict', string[]>) =>
    it(title, () => {
      expect({
        loose: linesOf(text, em, loose),
        standard: linesOf(text, em),
        strict: linesOf(text, em, strict),
      }).toEqual(breaks)
    })
  const released = ['連携連携', '']
  const always = (mark: string) => ({
    loose: ['連携連', `携${mark}次`],
    standard: ['連携連', `携${mark}次`],
    strict: ['連携連', `携${mark}次`],
  })
  const fromStandard = (mark: string) => ({ ...always(mark), loose: [released[0]!, `${mark}次`] })
  const fromStrict = (mark: string) => ({ ...fromStandard(mark), standard: [released[0]!, `${mark}次`] })
  for (const mark of [
    '、',
    '。',
    '，',
    '．',
    '）',
    '」',
    '』',
    '】',
    '〕',
    '］',
    '｝',
    '〉',
    '》',
    '”',
    '’',
    '〟',
    '»',
    '！',
    '？',
    '‼',
    '：',
    '；',
    '゛',
  ])
    level(`緩い禁則から行頭に置かない：${mark}`, `連携連携${mark}次`, 4, always(mark))
  for (const mark of [
    '・',
    '～',
    '〜',
    '々',
    '〻',
    'ゝ',
    'ゞ',
    'ヽ',
    'ヾ',
    'ー',
    'ぁ',
    'っ',
    'ょ',
    'ゎ',
    'ゖ',
    'ァ',
    'ッ',
    'ョ',
    'ヵ',
    'ヶ',
    'ㇰ',
    'ㇿ',
  ])
    level(`標準の禁則から行頭に置かない：${mark}`, `連携連携${mark}次`, 4, fromStandard(mark))
  for (const mark of ['‐', '–', '゠', '％', '℃', '‰', '′', '″', '㎡'])
    level(`厳しい禁則だけ行頭に置かない：${mark}`, `連携連携${mark}次`, 4, fromStrict(mark))
})

describe('分離禁止', () => {
  table([
    ['三点リーダ', '連携連……次', 4, ['連携連', '……次']],
    ['二点リーダ', '連携連‥‥次', 4, ['連携連', '‥‥次']],
    ['ダッシュ', '連携連――次', 4, ['連携連', '――次']],
    ['違うリーダの間は分けてよい', '連携連…―次', 4, ['連携連…', '―次']],
    ['数字', '平成の2025年', 4, ['平成の', '2025年']],
    ['位取り', '予算10,000千円', 4, ['予算', '10,000千', '円']],
    ['小数', '割合は12.5倍', 4, ['割合は', '12.5倍']],
    ['全角の位取り', '予算１０，０００円', 6, ['予算', '１０，０００', '円']],
    ['時刻', '午後は13:30に', 5, ['午後は', '13:30に']],
    ['数字と助数詞は分けてよい', '体制は24時間', 4, ['体制は24', '時間']],
    ['元号の略号と数字', '実施（H30年度）', 4, ['実施', '（H30年', '度）']],
    ['全角の略号と半角の数字', '実施（Ｈ30年度）', 4, ['実施', '（Ｈ30年', '度）']],
    ['全角の略号と全角の数字', '開催のＨ２５に', 5, ['開催の', 'Ｈ２５に']],
    ['読点で並ぶ年は分けてよい', '（Ｈ28、29、30年度）', 5, ['（Ｈ28、', '29、30年', '度）']],
    ['第と数と助数詞', '計画の第８次を', 5, ['計画の', '第８次を']],
    ['第と漢数字', '計画の第二十回', 5, ['計画の', '第二十回']],
    ['第と半角の数字', '計画の第10条に', 5, ['計画の', '第10条に']],
    ['数字と百分率', '割合は85%の', 4, ['割合は', '85%の']],
    ['数字と全角の百分率', '割合は５％の', 4, ['割合は', '５％の']],
    ['数字と単位', '面積は30㎡の', 4, ['面積は', '30㎡の']],
    ['漢数字と単位', '気温は五℃の', 4, ['気温は', '五℃の']],
    ['数字と欧文の単位', '面積は30kmの', 4, ['面積は', '30kmの']],
    ['欧文の語', '地域をnetwork', 4, ['地域を', 'network']],
    ['全角の欧文の語', '係るＱＯＬの', 4, ['係る', 'ＱＯＬの']],
    ['全角コンマで並ぶ語は分けてよい', 'ＱＯＬ，ＡＤＬ', 4, ['ＱＯＬ，', 'ＡＤＬ']],
    ['アポストロフィとハイフン', '標語はit’s e-mail', 6, ['標語はit’s ', 'e-mail']],
    ['ピリオドを含む語', '窓口はpref.jpへ', 5, ['窓口は', 'pref.jpへ']],
  ])
})

describe('年度はその数字から離さないのがよい（厳しい禁則だけ、行の四分の三が埋まるとき）', () => {
  table([
    ['標準では離れる', '看護研修会の実施など（Ｈ29年度）', 13, ['看護研修会の実施など（Ｈ29', '年度）']],
    ['数字と年の間', '看護研修会の実施など（Ｈ29年度）', 13, ['看護研修会の実施など', '（Ｈ29年度）'], strict],
    [
      '年と度の間',
      '看護研修会の実施及び開催等（Ｈ29年度）',
      17,
      ['看護研修会の実施及び開催等', '（Ｈ29年度）'],
      strict,
    ],
    ['埋まらないなら離す', '実施（Ｈ2529年度）', 6, ['実施（Ｈ2529', '年度）'], strict],
  ])
})

describe('書記素を切らない', () => {
  table([
    ['サロゲートペア', '連携𠮷𠮷次', 3, ['連携𠮷', '𠮷次']],
    ['異体字セレクタ', '連携葛󠄀葛󠄀次', 3, ['連携葛󠄀', '葛󠄀次']],
    ['合成用の濁点', '連携か\u3099か\u3099', 3, ['連携か\u3099', 'か\u3099']],
    ['半角の濁点', '連携ｶﾞｶﾞ', 2.5, ['連携ｶﾞ', 'ｶﾞ']],
    ['半濁点付きの小書き仮名', '連携連携ㇷ\u309a次', 4, ['連携連', '携ㇷ\u309a次']],
    ['絵文字の合字', '連携👨‍👩‍👧次', 4, ['連携', '👨‍👩‍👧次']],
    ['濁点の付いた字の後の数字', 'か\u309930年', 2, ['か\u309930', '年']],
  ])
})

describe('空白と分割を決める文字', () => {
  table([
    ['欧文の語間で分ける', 'in the town', 3, ['in the ', 'town']],
    ['行末の空白は幅に数えない', '協議会 部会', 3, ['協議会 ', '部会']],
    ['空白は次の行の頭に来ない', '協議会　　部会', 3, ['協議会　　', '部会']],
    ['段落の頭の空白は残る', '　協議会の', 3, ['　協議', '会の']],
    ['空白を挟んでも始め括弧は行末に来ない', '協議（ 部会', 4, ['協議', '（ 部会']],
    ['空白を挟んでも句点は行頭に来ない', '協議会長 。次', 4, ['協議会', '長 。次']],
    ['幅のない空白は語を分けてよい', 'ABCD\u200bEFGH', 3, ['ABCD\u200b', 'EFGH']],
    ['幅のない空白も禁則は破らない', '協議会長\u200b、次', 4, ['協議会', '長\u200b、次']],
    ['語結合子は分けない', '協議会\u2060長', 3, ['協議', '会\u2060長']],
    ['改行しない空白は分けない', '協議会\u00a0長', 3.5, ['協議', '会\u00a0長']],
  ])
})

describe('分けられる所のない行', () => {
  table([
    ['行より長い語は字の間で切る', 'internationalization', 4, ['internat', 'ionaliza', 'tion']],
    ['語の前で改行してから切る', '語internationalization', 4, ['語', 'internat', 'ionaliza', 'tion']],
    ['語は切っても句点は行頭に来ない', 'abcdefgh、', 4, ['abcdefg', 'h、']],
    ['終わり括弧だけの行', '））））））', 4, ['））））', '））']],
    ['行より広い字は一字で一行', '漢字', 0.5, ['漢', '字']],
    ['幅がなくても進む', '漢字、', 0, ['漢', '字', '、']],
  ])
})

describe('項目の記号', () => {
  it.each([
    ['○international', 4, 1, ['○intern', 'ational']],
    ['○「（再掲）」', 2, 1, ['○「', '（再', '掲）', '」']],
    ['○ 関係', 2.5, 1, ['○ 関', '係']],
    ['(1)関係', 2, 3, ['(1)', '関係']],
  ])('記号だけを行末に残さない（字が入る限り）：%s', (text, em, marker, lines) => {
    expect(linesOf(text, em, {}, marker)).toEqual(lines)
  })

  it('二行目から記号の幅だけ字下げし、その分だけ行が短い', () => {
    const lines = breakText('○地域医療構想に', 4, { markerIndent: true }, 1)
    expect(lines.map(({ start, end, indent, width }) => [start, end, indent, width])).toEqual([
      [0, 4, 0, 40],
      [4, 7, 10, 30],
      [7, 8, 10, 10],
    ])
  })

  it('字下げで二字も残らない幅なら字下げしない', () => {
    expect(breakText('○○○地域医療', 4, { markerIndent: true }, 3).map((line) => line.indent)).toEqual([0, 0])
  })
})

describe('追い込み', () => {
  const pushIn: Partial<LineDefinition> = { pushIn: true }
  table([
    ['読点を詰めて句点を入れる', '連携、強化する。次', 7, ['連携、強化する。', '次'], pushIn],
    ['括弧を詰めて終わり括弧を入れる', '（連）携強化）次', 6, ['（連）携強化）', '次'], pushIn],
    ['詰めるだけの約物がなければ追い出す', '連携強化する。次', 6, ['連携強化す', 'る。次'], pushIn],
    ['行頭に来てよい字のためには詰めない', '連携、強化するの', 7, ['連携、強化する', 'の'], pushIn],
  ])

  it('詰めは約物に等しく分け、行の幅はちょうどになる', () => {
    const [line] = breakText('連、携、強化する。次', 8, pushIn)
    expect(line?.width).toBe(80)
    expect(line?.pieces.map(({ text, offset, advance, spacing }) => [text, offset, advance, spacing])).toEqual([
      ['連', 0, 10, 0],
      ['、', 10, expect.closeTo(6.667, 3), expect.closeTo(-3.333, 3)],
      ['携', expect.closeTo(16.667, 3), 10, 0],
      ['、', expect.closeTo(26.667, 3), expect.closeTo(6.667, 3), expect.closeTo(-3.333, 3)],
      ['強化する', expect.closeTo(33.333, 3), 40, 0],
      ['。', expect.closeTo(73.333, 3), expect.closeTo(6.667, 3), expect.closeTo(-3.333, 3)],
    ])
  })

  it('始め括弧はその前の空きを詰める', () => {
    const [line] = breakText('連「携強化」次', 5, pushIn)
    expect(line?.pieces.map(({ text, offset }) => [text, offset])).toEqual([
      ['連', 0],
      ['「携強化', 5],
      ['」', 45],
    ])
  })
})

describe('ぶら下げ', () => {
  const hanging: Partial<LineDefinition> = { hanging: true }
  table([
    ['句点', '連携強化。次', 4, ['連携強化。', '次'], hanging],
    ['読点', '連携強化、次', 4, ['連携強化、', '次'], hanging],
    ['終わり括弧はぶら下げない', '連携強化）次', 4, ['連携強', '化）次'], hanging],
    ['後に終わり括弧が来るならぶら下げない', '連携強化。」次', 4, ['連携強', '化。」次'], hanging],
    ['段落の終わり', '連携強化。', 4, ['連携強化。'], hanging],
  ])

  it('ぶら下がる字は行の幅に数えない', () => {
    expect(breakText('連携強化。次', 4, hanging).map((line) => line.width)).toEqual([40, 10])
  })
})

describe('両端揃え', () => {
  const justify: Partial<LineDefinition> = { justify: true }
  const pieces = (line: Line | undefined) => line?.pieces.map(({ text, advance, spacing }) => [text, advance, spacing])

  it('段落の最後の行のほかは幅いっぱいになる', () => {
    const lines = breakText('連携強化。次の行へ。', 4, justify)
    expect(lines.map((line) => line.width)).toEqual([40, 40, 30])
    expect(pieces(lines[0])).toEqual([['連携強', 40, 5]])
  })

  it('欧文の語の中は広げない', () => {
    expect(pieces(breakText('連ABC携。次', 3, justify)[0])).toEqual([
      ['連', 15, 5],
      ['ABC', 15, 0],
    ])
  })

  it('語しかない行は語の中を広げる', () => {
    expect(pieces(breakText('ABC次々', 2, justify)[0])).toEqual([['ABC', 20, 2.5]])
  })
})
