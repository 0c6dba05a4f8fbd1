/** Spellings that official texts use side by side for the same word. A table: the second spelling stands for the first ones. */

const VARIANTS: readonly (readonly [standard: string, ...others: string[]])[] = [
  // Okurigana (公用文における漢字使用等について, 平成22年内閣訓令第１号, and what people write instead).
  ['取組', '取り組み', '取組み', '取り組', 'とりくみ'],
  ['受入', '受け入れ', '受入れ', '受け入'],
  ['引続き', '引き続き', 'ひきつづき'],
  ['打合せ', '打ち合わせ', '打合わせ', '打ち合せ'],
  ['問合せ', '問い合わせ', '問合わせ', '問い合せ'],
  ['話合い', '話し合い'],
  ['申込', '申し込み', '申込み', '申し込'],
  ['立入', '立ち入り', '立入り', '立ち入'],
  ['届出', '届け出'],
  ['手続', '手続き'],
  ['組合せ', '組み合わせ', '組合わせ'],
  ['貸出', '貸し出し', '貸出し'],
  ['呼掛け', '呼びかけ', '呼び掛け'],
  ['働掛け', '働きかけ', '働き掛け'],
  ['切替え', '切り替え'],
  ['繰返し', '繰り返し'],
  ['振返り', '振り返り'],
  ['洗出し', '洗い出し'],
  ['立上げ', '立ち上げ'],
  ['掘起こし', '掘り起こし'],
  ['積上げ', '積み上げ'],
  // Kana or kanji.
  ['全て', 'すべて', '総て'],
  ['更に', 'さらに'],
  ['更なる', 'さらなる'],
  ['及び', 'および'],
  ['並びに', 'ならびに'],
  ['又は', 'または'],
  ['若しくは', 'もしくは'],
  ['等', 'など'],
  ['作り', 'づくり', 'つくり'],
  ['関わる', 'かかわる', '係わる'],
  ['関わり', 'かかわり', '係わり'],
  ['様々', 'さまざま'],
  ['一人', 'ひとり'],
  ['子供', '子ども', 'こども'],
  ['障害', '障がい', '障碍'],
  ['出来', 'でき'],
  ['行う', 'おこなう', '行なう'],
  ['行っ', '行なっ', 'おこなっ'],
  ['行い', '行ない', 'おこない'],
  ['踏まえ', 'ふまえ'],
  ['見据え', 'みすえ'],
  ['頂', 'いただ'],
  ['下さ', 'くださ'],
  // Kanji of which one is out of the list for general use.
  ['嚥下', 'えん下'],
  ['褥瘡', '褥そう', 'じょくそう'],
]

const STANDARD = new Map(VARIANTS.flatMap((spellings) => spellings.map((each) => [each, spellings[0]] as const)))
const longestFirst = [...STANDARD.keys()].sort((a, b) => b.length - a.length)
const ANY = new RegExp(longestFirst.join('|'), 'g')
/** ３ヶ月, ３か月, ３カ所; the digits are folded. */
const COUNTER = /(?<=[0-9])[ヶヵケカか箇](?=[月所年国村])/g
/** サーバー and サーバ, of words of three kana and more. */
const LONG_ENDING = /(?<=[ァ-ヴー]{3})ー(?![ァ-ヴー])/g

/** One spelling for all of a word's variants. The text's width is folded first. */
export function unifySpelling(text: string): string {
  return text
    .replace(ANY, (variant) => STANDARD.get(variant)!)
    .replace(COUNTER, 'か')
    .replace(LONG_ENDING, '')
}
