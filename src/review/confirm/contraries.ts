/** Tells a sentence that turned into its contrary: 強化 became 縮小, できた became できなかった. */

/** Words of which the one says the contrary of the other. */
const CONTRARIES: readonly (readonly [string, string])[] = [
  ['強化', '縮小'],
  ['強化', '緩和'],
  ['拡大', '縮小'],
  ['拡充', '縮小'],
  ['増加', '減少'],
  ['増', '減'],
  ['増や', '減ら'],
  ['増え', '減っ'],
  ['上昇', '低下'],
  ['向上', '低下'],
  ['改善', '悪化'],
  ['開始', '終了'],
  ['開始', '廃止'],
  ['新設', '廃止'],
  ['設置', '廃止'],
  ['継続', '中止'],
  ['継続', '廃止'],
  ['継続', '終了'],
  ['実施', '中止'],
  ['実施', '未実施'],
  ['達成', '未達成'],
  ['充足', '不足'],
  ['十分', '不十分'],
  ['可能', '不可能'],
  ['可能', '困難'],
  ['容易', '困難'],
  ['必要', '不要'],
  ['有効', '無効'],
  ['有料', '無料'],
  ['積極', '消極'],
  ['以上', '以下'],
  ['以上', '未満'],
  ['以前', '以降'],
  ['含む', '除く'],
  ['含め', '除い'],
  ['あり', 'なし'],
  ['ある', 'ない'],
  ['公開', '非公開'],
  ['賛成', '反対'],
  ['成功', '失敗'],
  ['進ん', '遅れ'],
  ['高い', '低い'],
  ['多い', '少ない'],
]

const NEGATION =
  /(?:な(?:い|かった|く|ければ)|ません|(?<=[わらかさたなまばがせべれけめえきりじちみびぎ])ず(?:に|、|。|$))/g

/** Whether what was put in the place of what says the contrary. Both are whole texts; only what differs is looked at. */
export function isReversed(dropped: string, put: string): boolean {
  const says = (text: string, word: string, other: string) =>
    text.includes(word) && !(other.includes(word) && text.includes(other))
  const isContrary = CONTRARIES.some(
    ([one, other]) =>
      (says(dropped, one, other) && says(put, other, one)) || (says(dropped, other, one) && says(put, one, other)),
  )
  return isContrary || countNegations(dropped) % 2 !== countNegations(put) % 2
}

function countNegations(text: string): number {
  return text.match(NEGATION)?.length ?? 0
}
