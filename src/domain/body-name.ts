/** Tells whether words in brackets name a body that does something: 新庄最上薬剤師会, 最上総合支庁, 新庄市等, その他. */

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
