/**
 * What words in brackets are: a body that does something (新庄最上薬剤師会, 新庄市等), how an item stands (新規, 継続), a
 * target or value (目標, 70％以上), a reference (参考, 図１, １).
 */

import { foldWidth } from '../fold-width.js'

/** How names of bodies end. A list and no rule such as 〜会: 研修会 and 講演会 are held, they do nothing themselves. */
const ENDINGS = [
  ...[
    '議会',
    '協会',
    '委員会',
    '部会',
    '連絡会',
    '連合会',
    '師会',
    '士会',
    'の会',
    '学会',
    '商工会',
    '自治会',
    '家族会',
  ],
  ...['庁', '省', '保健所', '役場', '役所', '支所', '事務所', '県', '市', '町', '村', '都', '府', '課', '局'],
  ...['病院', '医院', '診療所', 'クリニック', 'センター', 'ステーション', '事業所', '大学', '学校'],
  ...['機関', '団体', '組合', '機構', '本部', '支部', '社協', '農協', '会社'],
]

const BODY = new RegExp(`(?:^国|${ENDINGS.join('|')})(?:等|ほか|など|他)?$`)
/** 対象：新庄市 and 新庄市を除く町村 speak of bodies, they do not name one. */
const SENTENCE = /[：:。を]/

/** For （…）, which holds a body's name or anything else. */
export function namesBody(text: string): boolean {
  const name = text.trim()
  return name.startsWith('その他') || (BODY.test(name) && !SENTENCE.test(name))
}

const STANDING =
  '新規?|継続?|拡充?|強化|変更|見直し|縮小|統合|廃止|休止|中止|完了|終了|未?達成|未?着手|実施中|実施済み?|重点|優先|主要|予定|案|再掲|共通|単独|一部'
const STATUS = new RegExp(
  `^(?:一部)?(?:${STANDING})(?:[・/、](?:一部)?(?:${STANDING}))*(?:事業|施策|取組|取組み|項目)?$`,
)

/** How an item stands: 新規, 継続, 一部拡充, 重点事業. */
export function isStatus(words: string): boolean {
  return STATUS.test(foldWidth(words.trim()))
}

const FIGURE =
  /[0-9](?:%|割|倍|点|位|人|名|回|件|か所|カ所|ヶ所|箇所|施設|団体|世帯|床|台|校|園|日|時間|千?円|万円?|億円?|以上|以下|未満|まで)/
/** What makes it the name of funding, whatever figure stands in it. */
const FUNDING = /補助|交付|基金|事業|費|委託|助成|負担|県単|国庫|財源|会計|予算/
const TARGET = /^(?:目標|指標|成果指標|実績|達成|現状|基準|数値|KPI)(?:値|数)?(?:$|[:：\s0-9])/

/** No funding: a status, or a figure or target that the item is to reach. */
export function isTag(words: string): boolean {
  const folded = foldWidth(words.trim())
  return isStatus(folded) || TARGET.test(folded) || (FIGURE.test(folded) && !FUNDING.test(folded))
}

const REFERENCE =
  /^(?:[0-9]+(?:[-.][0-9]+)*|[①-⑳ⅰ-ⅻⅠ-Ⅻ]|[a-zア-ン]|(?:注|図|表|図表|資料|別紙|別表|別添|参考|参照|出典|例|補足|備考|写真|様式|※)(?:資料)?[0-9]*(?:[-.][0-9]+)*)$/

const VALUE = new RegExp(`^約?[0-9.,]*${FIGURE.source}$`)

/** A number, a note or a figure of the text, a value: 参考, 注１, 図２, 目標, 100回. */
export function isReference(words: string): boolean {
  const folded = foldWidth(words.trim())
  return REFERENCE.test(folded) || TARGET.test(folded) || VALUE.test(folded)
}
