/** The number before a name: ①居場所づくり, １　食の支え, （2）見守り, 三　福祉. What counts, how it is written, and the name. */

import { writeCount } from '../word/count-words.js'

export interface CountedName {
  readonly number: number
  /** The form's text that prints it so: `{{丸数字 番号}}{{名称}}`. */
  readonly template: string
  readonly name: string
}

const KANJI = '一二三四五六七八九十百'

/** Each with the helper of form texts that writes the number back. */
const STYLES: readonly { readonly pattern: RegExp; readonly helper: string }[] = [
  { pattern: /^(?<open>)(?<number>[①-⑳㉑-㉟㊱-㊿])(?<close>[\s　]*)(?<name>.+)$/su, helper: '丸数字 番号' },
  {
    pattern: /^(?<open>[(（]?)(?<number>\d{1,3})(?<close>[)）][\s　]*|[.．、][\s　]*|[\s　]+)(?<name>.+)$/su,
    helper: '番号',
  },
  {
    pattern: /^(?<open>[(（]?)(?<number>[０-９]{1,3})(?<close>[)）][\s　]*|[.．、][\s　]*|[\s　]+)(?<name>.+)$/su,
    helper: '全角 番号',
  },
  {
    pattern: new RegExp(
      `^(?<open>[(（]?)(?<number>[${KANJI}]{1,4})(?<close>[)）][\\s　]*|[.．、][\\s　]*|[\\s　]+)(?<name>.+)$`,
      'su',
    ),
    helper: '漢数字 番号',
  },
]

/** Undefined for a name that no number goes before. */
export function readCountedName(text: string): CountedName | undefined {
  for (const { pattern, helper } of STYLES) {
    const found = pattern.exec(text)?.groups
    if (found === undefined) continue
    const number = readNumber(found.number!)
    const isPaired = (found.open === '') === !/^[)）]/.test(found.close!)
    if (number === undefined || !isPaired || /\n/.test(found.close!)) continue
    return { number, template: `${found.open}{{${helper}}}${found.close}{{名称}}`, name: found.name! }
  }
  return undefined
}

/** ⑫, 12, １２ or 十二. */
export function readNumber(written: string): number | undefined {
  const folded = written.normalize('NFKC')
  if (/^\d+$/.test(folded)) return Number(folded)
  const limit = 999
  for (let number = 1; number <= limit; number++) if (writeCount(number, 'japaneseCounting') === folded) return number
  return undefined
}
