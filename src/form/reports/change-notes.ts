/** What reports say about a change beside its texts: of which kinds it is, and where its sides stand. */

import { assertNever } from '../../domain/assert-never.js'
import { KIND_LABELS } from '../../review/change-kinds.js'
import type { Change, Comparison, Place } from '../../review/comparison.js'
import { placeName, rowName } from './change-places.js'

/** 移動・修正. */
export function kindNames({ kinds }: Change): string {
  return kinds.map((kind) => KIND_LABELS[kind]).join('・')
}

/** Where the old side stood, where the new sides stand, where more must be said than the change's own place does. */
export function placeNotes(comparison: Comparison, change: Change): readonly string[] {
  const { old, new: now, realisedIn, subject } = change
  const notes: string[] = []
  if (subject === 'cell') notes.push('空行又は結合のみの違い')
  if (realisedIn) notes.push(`実施の記載：${placeName(comparison, 'new', realisedIn)}`)
  const [from] = old
  const [to] = now
  if (!from || !to) return notes
  if (change.kinds.some((kind) => LEAVES_ITS_PLACE.has(kind)) || from.column !== to.column) {
    notes.push(`旧：${namesOf(comparison, 'old', change)}`)
    // One place is the one that the change is listed under.
    if (now.length > 1 && subject !== 'row') notes.push(`新：${namesOf(comparison, 'new', change)}`)
  }
  return notes
}

const LEAVES_ITS_PLACE: ReadonlySet<string> = new Set(['moved', 'row-moved', 'realised'])

function namesOf(comparison: Comparison, edition: 'old' | 'new', change: Change): string {
  const name = change.subject === 'row' ? rowName : placeName
  return [...new Set(change[edition].map((place: Place) => name(comparison, edition, place)))].join('／')
}

/** The place that a change is listed under: ②3行目, and the name of the column. */
export interface FieldName {
  readonly row: string
  readonly column: string
}

export function fieldName(comparison: Comparison, { old, new: now, subject }: Change): FieldName {
  const [place] = now
  if (subject === 'document') return { row: '', column: documentName((place ?? old[0]!).column) }
  const row = place ? rowName(comparison, 'new', place) : `旧${rowName(comparison, 'old', old[0]!)}`
  switch (subject) {
    case 'category':
      return { row: '', column: '区分名' }
    case 'row':
      return { row, column: '行全体' }
    case 'funding':
    case 'item':
    case 'cell':
      return { row, column: (place ?? old[0]!).column }
    default:
      return assertNever(subject)
  }
}

/** 見出し（取組み） of 見出し:取組み. */
function documentName(column: string): string {
  const [kind, name] = column.split(/:(.*)/s)
  return name === undefined ? column : `${kind}（${name}）`
}
