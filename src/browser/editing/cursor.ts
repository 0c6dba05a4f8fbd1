/** The cell that the official is at: a frame around it, moved by clicks and arrows. */

import { element } from '../dom/element.js'
import { say } from '../dom/notices.js'
import type { PageView, PlacedSpot } from '../pages/page-view.js'
import type { Overlay } from './overlay.js'
import { isSamePlace, type TextPlace } from './text-place.js'

export type Direction = 'up' | 'down' | 'left' | 'right'

export class Cursor {
  private at: PlacedSpot | undefined
  private readonly frame = element('div', { class: 'cursor', hidden: true })

  constructor(
    private readonly view: PageView,
    private readonly overlay: Overlay,
    private readonly moved: (at: PlacedSpot | undefined) => void,
  ) {
    overlay.root.append(this.frame)
  }

  get placed(): PlacedSpot | undefined {
    return this.at
  }

  get place(): TextPlace | undefined {
    return this.at?.spot.texts[0]?.place
  }

  set(placed: PlacedSpot | undefined): void {
    this.at = placed
    this.frame.hidden = placed === undefined
    if (placed !== undefined) {
      this.frame.style.height = `${placed.spot.box.height * this.view.scale}px`
      this.overlay.cover(this.frame, placed)
      this.frame.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { name, texts } = placed.spot
      say(`${name} ${texts.map(({ typed }) => typed || '空欄').join(' ')}`)
    }
    this.moved(placed)
  }

  /** The same text, wherever it stands now; on the same page, where it stands on several. */
  refresh(): void {
    const { at } = this
    if (at === undefined) return
    const found = this.find(at.spot.texts[0]?.place, at.page)
    if (found === undefined) return
    this.at = found
    this.frame.style.height = `${found.spot.box.height * this.view.scale}px`
    this.overlay.cover(this.frame, found)
    this.moved(found)
  }

  find(place: TextPlace | undefined, page: number): PlacedSpot | undefined {
    const found = this.view.spots().filter(({ spot }) => spot.texts.some((text) => isSamePlace(text.place, place)))
    return found.find((each) => each.page === page) ?? found[0]
  }

  /** In the order of reading; the first of the page in sight where there is none yet. */
  step(by: 1 | -1): void {
    const spots = this.view.spots()
    const index = spots.findIndex(({ page, spot }) => page === this.at?.page && spot === this.at.spot)
    const next = index < 0 ? this.view.firstInSight() : spots[index + by]
    if (next !== undefined) this.set(next)
  }

  /** To what lies nearest in a direction. */
  move(direction: Direction): void {
    const { at } = this
    if (at === undefined) {
      this.step(1)
      return
    }
    const spots = this.view.spots()
    const nearest = nearestOf(at, spots, direction)
    if (nearest !== undefined) this.set(nearest)
  }
}

/** Pages stand below each other. */
const PAGE = 1e5

function nearestOf(at: PlacedSpot, spots: readonly PlacedSpot[], direction: Direction): PlacedSpot | undefined {
  const own = edges(at)
  const isVertical = direction === 'up' || direction === 'down'
  const distance = (other: PlacedSpot): number => {
    const { left, right, top, bottom } = edges(other)
    const gap = { up: own.top - bottom, down: top - own.bottom, left: own.left - right, right: left - own.right }[
      direction
    ]
    if (gap < -0.5) return Number.POSITIVE_INFINITY
    const aside = isVertical ? apart(own.left, own.right, left, right) : apart(own.top, own.bottom, top, bottom)
    if (!isVertical && other.page !== at.page) return Number.POSITIVE_INFINITY
    // What stands straight on is nearer than anything aside.
    return gap + 10 * aside + (isVertical ? Math.abs(left - own.left) : Math.abs(top - own.top)) / 1000
  }
  let best: PlacedSpot | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of spots) {
    const far = other.spot === at.spot ? Number.POSITIVE_INFINITY : distance(other)
    if (far < least) {
      least = far
      best = other
    }
  }
  return best
}

function edges({ page, spot }: PlacedSpot) {
  const { left, top, width, height } = spot.box
  const start = page * PAGE + top
  return { left, right: left + width, top: start, bottom: start + height }
}

/** How far two stretches lie apart; nothing where they overlap. */
function apart(from: number, to: number, start: number, end: number): number {
  return Math.max(0, start - to + 1, from - end + 1)
}
