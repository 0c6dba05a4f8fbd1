/** Compares what a comparison found with what was done to the plan. */

/** @typedef {import('./generate-plan.mjs').DraftPlan} DraftPlan */
/** @typedef {import('./edit-plan.mjs').Expected} Expected */

/**
 * One line for each kind of each change, found and made: the kind, what it happened to and where that stands in both
 * editions. `found` and `made` hold the same lines if all was found and nothing else. `unlisted` are those found of
 * items and rows that nothing was done to.
 * @param {import('../../dist/review/comparison.js').Comparison} comparison
 * @param {DraftPlan} old
 * @param {DraftPlan} now
 * @param {readonly Expected[]} expected
 */
export function listFoundAndMade(comparison, old, now, expected) {
  const oldPlaces = indexPlaces(old)
  const newPlaces = indexPlaces(now)
  const made = expected.flatMap(({ kinds, old, new: now }) =>
    kinds.map((kind) =>
      line(
        kind,
        old.map((id) => oldPlaces.get(id)),
        now.map((id) => newPlaces.get(id)),
      ),
    ),
  )
  const touched = [
    new Set(expected.flatMap((each) => each.old.map((id) => oldPlaces.get(id)))),
    new Set(expected.flatMap((each) => each.new.map((id) => newPlaces.get(id)))),
  ]
  const isTouched = (side, place) => touched[side].has(place) || touched[side].has(place.split(' ')[0])
  const rowOfChange = new Map(comparison.rowPairs.map((pair) => [pair.change, pair]))
  const found = []
  const unlisted = []
  for (const [at, change] of comparison.changes.entries()) {
    if (change.kinds[0] === 'unchanged') continue
    const pair = change.subject === 'row' ? rowOfChange.get(at) : undefined
    const sides = pair
      ? [pair.old, pair.new].map((facts) => (facts ? [`${facts.category}-${facts.row}`] : []))
      : [change.old, change.new].map((places) => places.map((place) => placeName(place, change.subject)))
    const lines = change.kinds.map((kind) => line(kind, ...sides))
    found.push(...lines)
    if (!sides.some((places, side) => places.some((place) => isTouched(side, place)))) unlisted.push(...lines)
  }
  return { found, made, unlisted }
}

function placeName({ category, row, column, item, text }, subject) {
  if (subject === 'category') return `${category}`
  return subject === 'item' ? `${category}-${row} ${column} ${item}` : `${category}-${row} ${column} ${text}`
}

function line(kind, old, now) {
  return `${kind}\t${old.join(' & ')}\t${now.join(' & ')}`
}

/** Where each numbered item, row and category stands. */
function indexPlaces(plan) {
  const places = new Map()
  for (const [at, category] of plan.categories.entries()) {
    places.set(category.id, `${at + 1}`)
    for (const [down, row] of category.rows.entries()) {
      places.set(row.id, `${at + 1}-${down + 1}`)
      for (const [key, lines] of Object.entries(row.cells)) {
        const items = (lines ?? []).filter(({ tag }) => tag === 'item')
        for (const [nth, { id }] of items.entries()) places.set(id, `${at + 1}-${down + 1} ${key} ${nth}`)
      }
    }
  }
  return places
}

/** Counts by kind: made, found, and of those found the right ones. */
export class Score {
  constructor() {
    /** @type {Map<string, { made: number, found: number, right: number }>} */
    this.byKind = new Map()
  }

  add(found, made) {
    const wanted = new Set(made)
    for (const each of made) this.of(each).made++
    for (const each of found) {
      this.of(each).found++
      if (wanted.has(each)) this.of(each).right++
    }
  }

  of(line) {
    const kind = line.split('\t')[0]
    if (!this.byKind.has(kind)) this.byKind.set(kind, { made: 0, found: 0, right: 0 })
    return this.byKind.get(kind)
  }

  total() {
    const sum = { made: 0, found: 0, right: 0 }
    for (const each of this.byKind.values()) for (const key of Object.keys(sum)) sum[key] += each[key]
    return sum
  }
}

export function precision({ found, right }) {
  return found === 0 ? 1 : right / found
}

export function recall({ made, right }) {
  return made === 0 ? 1 : right / made
}
