/** What changed between two editions, in a few lines for the person at the terminal. */

import { placeName } from '../../form/reports/change-places.js'
import type { Fullness } from '../../form/reports/told-changes.js'
import { COUNT_LABELS, FATE_LABELS, KIND_LABELS, KINDS } from '../../review/change-kinds.js'
import { type Comparison, countFates, listChanges } from '../../review/comparison.js'
import type { Console } from '../console/console.js'

/** More promises than these are counted, not listed. */
const MOST = 10

/** The promises of which nothing is said come first: the council will ask. */
export function tellChanges(comparison: Comparison, fullness: Fullness, console: Console): void {
  tellPromises(comparison, console)
  const { old, new: now, counts } = comparison
  const changed = listChanges(comparison).length
  const items = `旧 ${old.items} 項目、新 ${now.items} 項目`
  if (comparison.same) {
    console.err(`変更なし（${items}）。`)
    return
  }
  const kinds = KINDS.filter((kind) => kind !== 'unchanged' && counts.total[kind].changes > 0)
  const each = kinds.map((kind) => `${COUNT_LABELS[kind]} ${counts.total[kind].changes}件`).join('、')
  console.err(`変更 ${changed}件（${items}、変更なし ${counts.total.unchanged.changes}件）: ${each}`)
  if (fullness === 'all') tellNotation(comparison, console)
}

function tellNotation(comparison: Comparison, console: Console): void {
  for (const { kinds, old, new: now } of listChanges(comparison)) {
    const place = now[0] ?? old[0]
    if (kinds[0] !== 'notation-only' || place === undefined) continue
    const where = place.category === 0 ? place.column : placeName(comparison, now[0] ? 'new' : 'old', place)
    console.err(`  ${where}: ${firstLine(old[0]?.text ?? '')} → ${firstLine(now[0]?.text ?? '')}`)
  }
}

function tellPromises(comparison: Comparison, console: Console): void {
  const { promises } = comparison
  tellMissing(comparison, console)
  if (promises.length === 0) return
  const each = countFates(promises).map(([fate, count]) => `${FATE_LABELS[fate]} ${count}件`)
  console.err(`予定 ${promises.length}件のその後: ${each.join('、')}`)
}

function tellMissing(comparison: Comparison, console: Console): void {
  const { promises } = comparison
  const missing = promises.filter((promise) => promise.fate === 'planned-but-missing')
  if (missing.length === 0) return
  const heading = ` ${missing.length}件（前の版の予定 ${promises.length}件のうち、実績も継続も書かれていないもの）`
  console.err(heading, { word: KIND_LABELS['planned-but-missing'], tone: 'warning' })
  for (const { old } of missing.slice(0, MOST)) {
    console.err(`  ${placeName(comparison, 'old', old)}: ${firstLine(old.text)}`)
  }
  if (missing.length > MOST) console.err(`  ほかに ${missing.length - MOST}件`)
}

function firstLine(text: string): string {
  const [line = '', ...more] = text.split('\n')
  return more.length === 0 ? line : `${line} …`
}
