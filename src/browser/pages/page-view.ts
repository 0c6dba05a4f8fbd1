/** The pages below each other, as they print. Only those in sight are drawn. */

import { element } from '../dom/element.js'
import type { Contents } from './contents.js'
import type { DrawnPage, Spot } from './drawing.js'
import { readerPage } from './reader-page.js'
import { svgPage } from './svg-page.js'

/** CSS pixels of a point. */
const PIXELS = 96 / 72

interface Sheet {
  readonly box: HTMLElement
  drawn?: DrawnPage
}

/** A spot with the page that it stands on. */
export interface PlacedSpot {
  readonly page: number
  readonly spot: Spot
}

interface Listener {
  /** Pages come into sight that are not drawn. */
  wanted(pages: readonly number[]): void
  /** The pages have another size or place on the screen. */
  sized(): void
}

export class PageView {
  private sheets: Sheet[] = []
  private contents: Contents | undefined
  private zoomed = 1
  private readonly watcher: IntersectionObserver
  private readonly near = new Set<number>()
  /** Pages are as wide as the room for them, however wide that becomes. */
  private isFitted = false

  constructor(
    readonly root: HTMLElement,
    private readonly listener: Listener,
  ) {
    // The pages can be scrolled, and are where keys go that move from cell to cell.
    root.tabIndex = 0
    new ResizeObserver(() => (this.isFitted ? this.fitWidth() : this.listener.sized())).observe(root)
    this.watcher = new IntersectionObserver((entries) => this.noteSight(entries), { root, rootMargin: '100% 0px' })
  }

  /** Pixels of a point on the screen. */
  get scale(): number {
    return PIXELS * this.zoomed
  }

  get zoom(): number {
    return this.zoomed
  }

  set zoom(zoom: number) {
    this.isFitted = false
    this.zoomTo(zoom)
  }

  /** The zoom at which a page is as wide as the room for it. */
  fitWidth(): void {
    if (this.contents === undefined) return
    this.isFitted = true
    const widest = Math.max(...this.contents.pages.map(({ width }) => width))
    this.zoomTo((this.root.clientWidth - 32) / (widest * PIXELS))
  }

  private zoomTo(zoom: number): void {
    const { scrollTop, clientHeight } = this.root
    const middle = (scrollTop + clientHeight / 2) / this.zoomed
    this.zoomed = Math.min(4, Math.max(0.2, zoom))
    this.size()
    this.root.scrollTop = middle * this.zoomed - clientHeight / 2
    this.listener.sized()
  }

  /** Pages that are in sight or nearly. */
  get inSight(): readonly number[] {
    return this.near.size === 0 ? [1, 2] : [...this.near].sort((a, b) => a - b)
  }

  /** As many sheets as there are pages now, with what of them has been drawn anew. */
  show(contents: Contents, drawn: readonly DrawnPage[]): void {
    const isOther = JSON.stringify(this.contents?.pages) !== JSON.stringify(contents.pages)
    this.contents = contents
    while (this.sheets.length > contents.pages.length) this.watchNoLonger(this.sheets.pop()!)
    while (this.sheets.length < contents.pages.length) this.addSheet(this.sheets.length + 1)
    if (isOther) this.size()
    for (const sheet of this.sheets) delete sheet.drawn
    this.place(drawn)
    // Sheets that came into sight while the others were drawn.
    const waiting = this.inSight.filter((number) => this.sheets[number - 1] && !this.sheets[number - 1]!.drawn)
    if (waiting.length > 0) this.listener.wanted(waiting)
  }

  place(pages: readonly DrawnPage[]): void {
    for (const page of pages) {
      const sheet = this.sheets[page.number - 1]
      if (sheet === undefined) continue
      sheet.drawn = page
      sheet.box.replaceChildren(svgPage(page), readerPage(page))
    }
  }

  /** The spots of the pages that are drawn, in their order. */
  spots(): readonly PlacedSpot[] {
    return this.sheets.flatMap(({ drawn }) => (drawn?.spots ?? []).map((spot) => ({ page: drawn!.number, spot })))
  }

  /** Of the page that stands at the top of what is seen. */
  firstInSight(): PlacedSpot | undefined {
    const { scrollTop } = this.root
    const seen = this.sheets.find(({ box }) => box.offsetTop + box.offsetHeight > scrollTop + 40)
    return this.spots().find(({ page }) => seen?.drawn?.number === page)
  }

  /** What stands under the pointer. */
  spotAt({ clientX, clientY }: MouseEvent): PlacedSpot | undefined {
    for (const { box, drawn } of this.sheets) {
      const { left, top, right, bottom } = box.getBoundingClientRect()
      if (clientX < left || clientX > right || clientY < top || clientY > bottom) continue
      const [x, y] = [(clientX - left) / this.scale, (clientY - top) / this.scale]
      const spot = drawn?.spots.find(({ box }) => {
        return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height
      })
      return spot && { page: drawn!.number, spot }
    }
    return undefined
  }

  /** The sheet of a page, for what is put over it. */
  sheet(page: number): HTMLElement | undefined {
    return this.sheets[page - 1]?.box
  }

  scrollTo(page: number, top = 0): void {
    const box = this.sheet(page)
    if (box !== undefined) this.root.scrollTo({ top: box.offsetTop + top * this.scale - 24 })
  }

  private addSheet(number: number): void {
    const box = element('section', { class: 'sheet', 'data-page': number, 'aria-label': `${number}ページ` })
    this.sheets.push({ box })
    this.root.append(box)
    this.watcher.observe(box)
  }

  private watchNoLonger({ box }: Sheet): void {
    this.watcher.unobserve(box)
    this.near.delete(Number(box.dataset.page))
    box.remove()
  }

  /** Keeps what is drawn, in sight or not: it is being printed. */
  hold(): void {
    this.watcher.disconnect()
  }

  release(): void {
    for (const { box } of this.sheets) this.watcher.observe(box)
  }

  private noteSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const number = Number((target as HTMLElement).dataset.page)
      if (isIntersecting) this.near.add(number)
      else {
        this.near.delete(number)
        const sheet = this.sheets[number - 1]
        if (sheet?.drawn === undefined) continue
        // What is far away costs memory and nothing else.
        delete sheet.drawn
        sheet.box.replaceChildren()
      }
    }
    const waiting = [...this.near].filter((number) => !this.sheets[number - 1]?.drawn)
    if (waiting.length > 0) this.listener.wanted(waiting)
  }

  private size(): void {
    for (const [index, { box }] of this.sheets.entries()) {
      const { width, height } = this.contents!.pages[index]!
      box.style.width = `${width * this.scale}px`
      box.style.height = `${height * this.scale}px`
    }
  }
}
