/** What lies over the pages and is none of them: the frame around a cell, boxes to write in, marks of messages. */

import { element } from '../dom/element.js'
import type { PageView, PlacedSpot } from '../pages/page-view.js'

export class Overlay {
  readonly root = element('div', { class: 'overlay' })

  constructor(private readonly view: PageView) {
    view.root.append(this.root)
  }

  /** Lays something over a spot: at its place, as large as it. */
  cover(covering: HTMLElement, { page, spot }: PlacedSpot): void {
    const sheet = this.view.sheet(page)
    if (sheet === undefined) return
    const { scale } = this.view
    const { left, top, width, height } = spot.box
    const { style } = covering
    style.left = `${sheet.offsetLeft + left * scale}px`
    style.top = `${sheet.offsetTop + top * scale}px`
    style.width = `${width * scale}px`
    style.minHeight = `${height * scale}px`
  }
}
