/** What reports say about a change beside its texts: of which kinds it is, and where its sides stand. */

import type { KindNames } from '../../definition/report-style.js'
import { assertNever } from '../../domain/assert-never.js'
import { KIND_LABELS, type Kind } from '../../review/change-kinds.js'
import type { Change, Comparison, Place } from '../../review/comparison.js'
import { markerMeanings } from '../../review/words/marker-meanings.js'
import { notationNames } from '../../review/words/notation-names.js'
import { placeName, rowName } from './change-places.js'

/** 移動・修正, as the house style words them: 施策の変更. */
export function kindNames(change: Change, names: KindNames): string {
  return change.kinds.map((kind) => kindName(change, kind, names)).join('・')
}

/** One of the kinds of a change. */
export function kindName({ old, new: now }: Change, kind: Kind, names: KindNames): string {
  const [from, to] = [old[0], now[0]]
  // A struck ■ or □ cannot be seen: what the sign means is said.
  if (kind === 'marker-changed' && from && to) return markerMeanings(from.text, to.text) ?? KIND_LABELS[kind]
  if (kind === 'notation-only' && from && to)
    return `${nameOf(kind, names, to)}（${notationNames(from.text, to.text).join('、')}）`
  return nameOf(kind, names, (to ?? from)!)
}

function nameOf(kind: Kind, names: KindNames, { column }: Place): string {
  return (names[kind] ?? KIND_LABELS[kind]).replaceAll('{{欄}}', column)
}

/** Where the old side stood, where the new sides stand, where more must be said than the change's own place does. */
export function placeNotes(comparison: Comparison, change: Change): readonly string[] {
  const { old, new: now, realisedIn, subject } = change
  const notes: string[] = []
  if (subject === 'cell' && change.kinds.includes('notation-only')) notes.push('空行のみの違い')
  if (realisedIn) notes.push(`実施の記載：${placeName(comparison, 'new', realisedIn)}`)
  const [from] = old
  const [to] = now
  // What concerns the document has no other place.
  if (!from || !to || subject === 'document') return notes
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

/** The place that a change is listed under: the row's label, or ②3行目 where it has none, and the name of the column. */
export interface FieldName {
  readonly row: string
  readonly column: string
}

export function fieldName(comparison: Comparison, { old, new: now, subject }: Change): FieldName {
  const [place] = now
  if (subject === 'document') return { row: '', column: documentName(place ?? old[0]!) }
  const own = place ?? old[0]!
  const row =
    own.label === undefined
      ? rowName(comparison, place ? 'new' : 'old', own)
      : `${place ? '' : '旧：'}${shorten(own.label)}`
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
function documentName({ column, table }: Place): string {
  const [kind, name] = column.split(/:(.*)/s)
  const part = table === undefined ? '' : `表${table}の`
  return `${part}${name === undefined ? column : `${kind}（${name}）`}`
}

/** Of a row's label in the narrow column of places. */
const LONGEST_LABEL = 16

function shorten(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label
}
