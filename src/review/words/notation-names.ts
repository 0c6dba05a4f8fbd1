/** Says in what two texts differ that say the same: 全角・半角, 括弧, 送り仮名, 空白, 符号. */

import { unifySpelling } from './spelling-variants.js'

const BRACKETS = /[()（）[\]［］〔〕【】「」『』]/g

/** Each way of writing in which the texts differ, tried one after the other. */
const WAYS: readonly { readonly name: string; readonly fold: (text: string) => string }[] = [
  { name: '空白', fold: (text) => text.replace(/\s+/g, '') },
  { name: '全角・半角', fold: (text) => text.normalize('NFKC') },
  { name: '括弧', fold: (text) => text.replace(BRACKETS, '|') },
  { name: '送り仮名・かな', fold: unifySpelling },
  { name: '記号', fold: (text) => text.replace(/[\p{P}\p{S}]/gu, '') },
]

/** In the order of the list; 書き方 where none of them tells it. */
export function notationNames(old: string, now: string): readonly string[] {
  const names: string[] = []
  let texts = [old, now] as const
  for (const { name, fold } of WAYS) {
    if (texts[0] === texts[1]) break
    const folded = [fold(texts[0]), fold(texts[1])] as const
    const difference = ([a, b]: readonly [string, string]) => commonLess(a, b)
    if (folded[0] === folded[1] || difference(folded) < difference(texts)) names.push(name)
    texts = folded
  }
  return names.length === 0 ? ['書き方'] : names
}

/** Characters that are not at the same places of both texts: enough to see whether a way of writing brought them nearer. */
function commonLess(a: string, b: string): number {
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return Math.max(a.length, b.length) - head - tail
}
