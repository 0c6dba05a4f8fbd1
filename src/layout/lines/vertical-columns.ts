/** Divides vertical text into columns: few, even, and broken at the best places. */

import { classOf } from './character-class.js'
import { keepsEdges, mayBreak } from './kinsoku.js'
import type { Range } from './line-feeds.js'

/** A column ends at most so many places from where one of even columns would. */
const REACH = 50

/**
 * The columns' ends as counts of places, the last one `places.length`. No column is longer than `room` places. Breaks
 * that cut a word, and more so those against kinsoku, cost more than another column; a column costs more than unevenness;
 * a break at no joint of the text costs as much as an unevenness of half a column. Columns longer than any name are cut
 * near where even ones would end, so that the work does not grow with their square.
 */
export function balanceColumns(text: string, places: readonly Range[], room: number, head: number): number[] {
  const count = places.length
  if (count <= room) return [count]
  const even = count / Math.ceil(count / room)
  const plain = even ** 2 / 2
  const column = count * (room + plain)
  const costOfBreak = (at: number): number => {
    if (at <= head || !keepsEdges(text, at, 'standard')) return column * count ** 2
    if (!mayBreak(text, at, 'standard')) return column * count
    return isJoint(text, at) ? 0 : plain
  }

  // The least cost of the places up to each, and where the last column of that solution begins.
  const costs = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  const begins = new Int32Array(count + 1)
  costs[0] = 0
  for (let end = 1; end <= count; end++) {
    if (end < count && Math.abs(end - Math.round(end / even) * even) > REACH) continue
    const ending = column + (end === count ? 0 : costOfBreak(places[end]!.start))
    for (let begin = Math.max(0, end - room); begin < end; begin++) {
      const cost = costs[begin]! + (end - begin) ** 2 + ending
      if (cost > costs[end]!) continue
      costs[end] = cost
      begins[end] = begin
    }
  }
  const ends: number[] = []
  for (let end = count; end > 0; end = begins[end]!) ends.unshift(end)
  return ends
}

/** After ・, after a bracket that closes, before one that opens. */
function isJoint(text: string, at: number): boolean {
  const before = classOf(text.charCodeAt(at - 1))
  return before === 'middleDot' || before === 'closing' || classOf(text.charCodeAt(at)) === 'opening'
}
