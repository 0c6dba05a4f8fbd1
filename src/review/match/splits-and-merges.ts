/** Items that became several, and several that became one. */

import type { EditionCell, EditionItem, Editions } from '../edition.js'
import type { CellsOfMates } from './cell-pairs.js'
import type { Mates } from './counterparts.js'
import { joinProfiles, likeness, type Measure, type Profile, sharedWeight } from './likeness.js'

/** One item, and those that say the same together in the other edition, two at least, in the order of their cell. */
export interface Parting {
  readonly whole: EditionItem
  readonly parts: readonly EditionItem[]
}

export interface PartingLimits {
  /** How well the two together say it at least. */
  readonly together: number
  /** How much of either part stands in the whole at least. */
  readonly share: number
  /** Of what the best part alone leaves unsaid the others say at least so much. */
  readonly gain: number
}

/** Cut in two or put together as they were, but for a word: so plain that no other match is looked for. */
export const SURE: PartingLimits = { together: 0.9, share: 0.9, gain: 0.6 }
/**
 * Reworded on the way. On the seeds items that parted come to 0.75 together and to a gain of 0.5; where an item was
 * reworded and a similar one added, the addition says 0.2 of the rest.
 */
export const LIKELY: PartingLimits = { together: 0.6, share: 0.6, gain: 0.4 }

/** An item of which one other says so much did not part. */
const SAID_BY_ONE = 0.95
/** A third part says so much, at least, that the others do not. */
const LEAST_MORE = 0.08
/** Where more items of a cell have no counterpart than this, nothing can be told. */
const MOST_ITEMS = 40

export class Partings {
  /** Old ones that became several. */
  readonly splits: Parting[] = []
  /** New ones that were several. */
  readonly mergers: Parting[] = []
  private readonly parted = new Set<EditionItem>()

  constructor(
    private readonly editions: Editions,
    private readonly mates: Mates,
    private readonly measure: Measure,
  ) {}

  /** Whether an item is a whole or a part. */
  has(item: EditionItem): boolean {
    return this.parted.has(item)
  }

  /** Takes an item out of the parting that it is in. */
  separate(item: EditionItem): void {
    if (!this.parted.has(item)) return
    for (const list of [this.splits, this.mergers]) {
      const at = list.findIndex(({ whole, parts }) => whole === item || parts.includes(item))
      if (at < 0) continue
      for (const { whole, parts } of list.splice(at, 1)) for (const each of [whole, ...parts]) this.parted.delete(each)
    }
  }

  /** An old item that became these, because it was said so. */
  join(whole: EditionItem, parts: readonly EditionItem[]): void {
    this.splits.push({ whole, parts })
    for (const item of [whole, ...parts]) this.parted.add(item)
  }

  /** Looks for more within the cells, takes the best and takes back the counterparts of their wholes: they are parts now. */
  find(cells: readonly CellsOfMates[], limits: PartingLimits): void {
    const found = cells.flatMap((pair) => [
      ...this.search(pair.old, pair.new, 'split', limits),
      ...this.search(pair.new, pair.old, 'merger', limits),
    ])
    for (const { whole, parts, way } of found.sort((a, b) => b.together - a.together || a.places - b.places)) {
      const all = [whole, ...parts]
      if (all.some((item) => this.parted.has(item))) continue
      for (const item of all) this.parted.add(item)
      const mate = this.mateOf(whole, way)
      if (mate && way === 'split') this.mates.separate(whole.index, mate.index)
      if (mate && way === 'merger') this.mates.separate(mate.index, whole.index)
      const list = way === 'split' ? this.splits : this.mergers
      list.push({ whole, parts })
    }
  }

  /** A part has no counterpart, or the whole is its counterpart. */
  private search(wholes: EditionCell, parts: EditionCell, way: Way, limits: PartingLimits): readonly Found[] {
    const isFree = (part: EditionItem) => !this.mateOf(part, OPPOSITE[way]) && !this.has(part)
    const free = parts.items.filter(isFree)
    if (free.length === 0 || free.length > MOST_ITEMS || wholes.items.length > MOST_ITEMS) return []
    return wholes.items.flatMap((whole) => {
      const mate = this.mateOf(whole, way)
      if (this.has(whole) || (mate && (mate.cell !== parts || mate.said.words === whole.said.words))) return []
      const isWithin = (part: EditionItem) => share(this.profile(part), this.profile(whole)) >= limits.share
      const within = (mate ? [mate, ...free] : free).filter(isWithin)
      return within.flatMap((one, at) => {
        const others = mate && one !== mate ? [] : within.slice(at + 1)
        return others.flatMap((other) => this.judge(whole, this.gather(whole, [one, other], within), way, limits))
      })
    })
  }

  /** With every other part that says something which the first two do not. */
  private gather(
    whole: EditionItem,
    two: readonly EditionItem[],
    within: readonly EditionItem[],
  ): readonly EditionItem[] {
    const said = this.profile(whole)
    const parts = [...two]
    let covered = share(said, joinProfiles(parts.map((part) => this.profile(part))))
    for (const other of within) {
      if (parts.includes(other)) continue
      const more = share(said, joinProfiles([...parts, other].map((part) => this.profile(part))))
      if (more - covered < LEAST_MORE) continue
      parts.push(other)
      covered = more
    }
    return parts.sort((a, b) => a.position - b.position)
  }

  private judge(whole: EditionItem, parts: Parting['parts'], way: Way, limits: PartingLimits): readonly Found[] {
    const said = this.profile(whole)
    const union = joinProfiles(parts.map((part) => this.profile(part)))
    const together = likeness(union, said)
    const alone = Math.max(...parts.map((part) => share(said, this.profile(part))))
    const gain = share(said, union) - alone
    const isParted = alone <= SAID_BY_ONE && together >= limits.together && gain >= limits.gain * (1 - alone)
    const places = whole.index + parts.reduce((sum, { index }) => sum + index, 0)
    return isParted ? [{ whole, parts, together, places, way }] : []
  }

  private profile(item: EditionItem): Profile {
    return this.measure.profile(item.said.words)
  }

  private mateOf({ index }: EditionItem, way: Way): EditionItem | undefined {
    const mate = way === 'split' ? this.mates.newOf(index) : this.mates.oldOf(index)
    return mate === undefined ? undefined : this.editions[way === 'split' ? 'new' : 'old'].items[mate]
  }
}

/** split: the whole is the old one. */
type Way = 'split' | 'merger'
const OPPOSITE = { split: 'merger', merger: 'split' } as const

interface Found extends Parting {
  readonly together: number
  /** Of equal ones those that stand first. */
  readonly places: number
  readonly way: Way
}

/** How much of what one text says another says too, 0 to 1. */
function share(of: Profile, within: Profile): number {
  return of.total === 0 ? 0 : sharedWeight(of, within) / of.total
}
