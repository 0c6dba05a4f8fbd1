/** Texts as a cell may hold them: the notation's own pieces thrown together, odd characters, and any string at all. */

import fc from 'fast-check'

const SIGNS =
  '○ ● ◎ ◇ △ ▲ □ ■ 〇 ◯ ・ ･ • ※ ＊ * → ⇒ － - ① ⑳ (1) （１０） (ア) ア. ア １． 1. 24 ☑ ☐ ★ ❶ ㋐ ⅰ １　 1-1 第１　 a.'.split(
    ' ',
  )
const BRACKETS =
  '【 】 [ ] ［ ］ （ ） ( ) 〔 〕 【在宅医療推進事業費補助金】 （再掲） (再掲) 【再掲】 再掲： （①の再掲） 同上 同左 〃 【新規】 【70％以上】 〔県〕 [注１] ［最上総合支庁］ （新庄最上薬剤師会）'.split(
    ' ',
  )
const YEARS =
  'H Ｈ h R S M T SH 平成 令和 ㍻ ㋿ 元 三十 二〇一八 30 ３０ 1 0 99 2018 年度 年 年８月 ～ 〜 ~ - から まで 以降 、 ・ と 及び . / （H25～H30年度） (H27～29、30年度) 平成30(2018)年度'.split(
    ' ',
  )
const ODD = [
  '',
  ' ',
  '　',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  '𠮷',
  '葛󠄀',
  '㈱',
  'ｶﾞ',
  '｛',
  '｝',
  '\u0000',
  '\ud842',
  'の',
  '市',
  '会',
]

export const cellText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: pieces([...SIGNS, ...BRACKETS, ...YEARS, ...ODD]) },
  { weight: 2, arbitrary: pieces([...YEARS, ...ODD]) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

function pieces(from: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...from), { maxLength: 40 }).map((parts) => parts.join(''))
}
