/** What the signs before results mean: a struck ■ or □ cannot be told from another, so their change is said in words. */

const MEANINGS: Readonly<Record<string, string>> = { '□': '成果', '■': '課題' }

/** 課題→成果 of ■ that became □; undefined of other signs. */
export function markerMeanings(old: string, now: string): string | undefined {
  const [before, after] = [old, now].map((text) => MEANINGS[text.trim().charAt(0)])
  return before === undefined || after === undefined ? undefined : `${before}→${after}`
}
