/** Marks at the cells of which messages are. */

import { element } from '../dom/element.js'
import type { Overlay } from '../editing/overlay.js'
import { isSamePlace } from '../editing/text-place.js'
import type { PageView } from '../pages/page-view.js'
import type { Laid } from '../worker/core.js'

export class MessageMarks {
  private marks: readonly HTMLElement[] = []

  constructor(private readonly overlay: Overlay) {}

  show(laid: Laid | undefined, view: PageView): void {
    for (const mark of this.marks) mark.remove()
    const { diagnostics = [], located = [] } = laid ?? {}
    if (located.every((each) => each === undefined)) {
      this.marks = []
      return
    }
    const spots = view.spots()
    this.marks = located.flatMap((at, index) => {
      const { severity, message } = diagnostics[index]!
      const placed = at && spots.find(({ spot }) => spot.texts.some(({ place }) => isSamePlace(place, at.place)))
      if (placed === undefined) return []
      const mark = element('div', { class: `mark ${severity}`, title: message })
      this.overlay.cover(mark, placed)
      this.overlay.root.append(mark)
      return [mark]
    })
  }
}
