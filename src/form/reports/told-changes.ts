/** Which changes a report tells one by one: what is only written otherwise is counted in one line, unless all is asked for. */

import { type Change, type Comparison, listChanges } from '../../review/comparison.js'
import { notationNames } from '../../review/words/notation-names.js'

/** How much a report tells: folded, or each difference of notation by itself. */
export type Fullness = 'folded' | 'all'

export function toldChanges(changes: readonly Change[], fullness: Fullness): readonly Change[] {
  return fullness === 'all' ? changes : changes.filter((change) => !isNotation(change))
}

/** 表記だけの違い４件（全角・半角 ３件、括弧 １件）; undefined where each is told, or there is none. */
export function foldedLine(comparison: Pick<Comparison, 'changes'>, fullness: Fullness): string | undefined {
  const folded = fullness === 'all' ? [] : listChanges(comparison).filter(isNotation)
  if (folded.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const change of folded) for (const name of namesOf(change)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const each = [...counts].map(([name, count]) => `${name} ${count}件`).join('、')
  return `表記だけの違いが${folded.length}件あります（${each}）。一つずつは載せていません。`
}

function isNotation({ kinds }: Change): boolean {
  return kinds[0] === 'notation-only'
}

function namesOf({ old, new: now, subject }: Change): readonly string[] {
  if (subject === 'cell') return ['空行']
  return old[0] && now[0] ? notationNames(old[0].text, now[0].text) : ['そのほか']
}
