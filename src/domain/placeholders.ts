/** What is left in a text to be filled in before the council: the signs that offices write in the place of what is not known yet. */

export interface Placeholder {
  /** UTF-16 place in the line. */
  readonly at: number
  /** As it is written: ○○. */
  readonly text: string
}

const OPEN = '[（(【〔［[]'
const CLOSE = '[）)】〕］\\]]'

/**
 * One pattern a line. A single ○ or ● is the marker of an item, XX between other letters part of a word, 要確認 and 調整中
 * within a sentence are what the sentence says.
 */
const PATTERNS: readonly string[] = [
  '[○〇◯]{2,}',
  '[●⬤]{2,}',
  '[△▲]{2,}',
  '[□■]{2,}',
  '[×✕╳]{2,}',
  '(?<![A-Za-zＡ-Ｚａ-ｚ])(?:[XＸ]{2,}|[xｘ]{2,})(?![A-Za-zＡ-Ｚａ-ｚ])',
  '[？?]{2,}',
  '[【〔［[][PＰ][】〕］\\]]',
  `${OPEN}(?:日程|金額|内容|文言|数値)?(?:調整中|検討中|確認中|作成中|要調整|要確認|要修正|要検討)${CLOSE}`,
  '(?<=^|[\\s、。，．※：:○〇◯●□■・])要(?:確認|調整|修正|検討)(?=$|[\\s、。，．※：:！!？?（(])',
  `${OPEN}例${CLOSE}`,
]

const ANY = new RegExp(PATTERNS.join('|'), 'g')

/** In the order of a line. */
export function findPlaceholders(line: string): Placeholder[] {
  return [...line.matchAll(ANY)].map((match) => ({ at: match.index, text: match[0] }))
}
