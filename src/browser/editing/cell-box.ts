/** The box to write in, over its cell: as wide, in its font and size. While somebody writes nothing of it is touched. */

import { element } from '../dom/element.js'
import type { PageView, PlacedSpot } from '../pages/page-view.js'
import type { PlanEdit } from './edit-plan.js'
import type { Overlay } from './overlay.js'
import { isSamePlace, type TextPlace } from './text-place.js'

interface Listener {
  /** What the box says now, at every key. */
  tried(edits: readonly PlanEdit[]): void
  /** What it said in the end; nothing where it was given up or says what it said. */
  closed(edits: readonly PlanEdit[], then: 'stay' | 'next' | 'back'): void
}

/** In CSS pixels: in a narrower cell, and in one whose text runs down, nobody can write. */
const NARROWEST = 44
const UPRIGHT = 160

export class CellBox {
  private box: HTMLElement | undefined
  private inputs: readonly HTMLTextAreaElement[] = []
  private placed: PlacedSpot | undefined

  constructor(
    private readonly view: PageView,
    private readonly overlay: Overlay,
    private readonly listener: Listener,
  ) {}

  get isOpen(): boolean {
    return this.box !== undefined
  }

  /** `leaving` are edits that are on their way into the plan: what they wrote is what the box says. */
  open(placed: PlacedSpot, leaving: readonly PlanEdit[]): void {
    const { spot } = placed
    this.placed = placed
    const texts = spot.texts.map((text) => ({ ...text, typed: typedIn(leaving, text.place) ?? text.typed }))
    this.inputs = texts.map(({ typed, label }) => {
      const input = element('textarea', {
        'aria-label': spot.texts.length > 1 ? label : spot.name,
        rows: 1,
        spellcheck: 'false',
      })
      input.defaultValue = typed
      input.addEventListener('input', () => this.change())
      return input
    })
    const parts =
      spot.texts.length > 1
        ? this.inputs.map((input, index) => this.labelled(input, spot.texts[index]!.label))
        : this.inputs
    const box = element('div', { class: 'cell-box' }, ...parts)
    box.addEventListener('keydown', (event) => this.press(event))
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && box.contains(relatedTarget)) return
      // The window loses the focus with a click elsewhere on the screen: nobody gave anything up.
      if (document.hasFocus() && this.box === box) this.close('take', 'stay')
    })
    this.box = box
    this.overlay.root.append(box)
    this.place(placed)
    const [first] = this.inputs
    first?.focus()
    first?.setSelectionRange(first.value.length, first.value.length)
  }

  /** Where the cell stands after a layout. Only the box's place changes: caret and composition stay. */
  place(placed: PlacedSpot): void {
    const { box } = this
    if (box === undefined) return
    this.placed = placed
    const { spot } = placed
    this.overlay.cover(box, placed)
    const { scale } = this.view
    const { style } = box
    style.fontSize = `${spot.size * scale}px`
    style.lineHeight = String(spot.pitch / spot.size)
    style.textAlign = spot.align
    style.setProperty('--padding', `${spot.padding.y * scale}px ${spot.padding.x * scale}px`)
    const width = spot.box.width * scale
    if (spot.direction === 'vertical') style.width = `${Math.max(width, UPRIGHT)}px`
    else if (width < NARROWEST) style.width = `${NARROWEST}px`
    this.grow()
  }

  get at(): PlacedSpot | undefined {
    return this.placed
  }

  close(how: 'take' | 'give-up', then: 'stay' | 'next' | 'back'): void {
    const { box } = this
    if (box === undefined) return
    const edits = how === 'take' ? this.edits() : []
    this.box = undefined
    this.inputs = []
    box.remove()
    this.listener.closed(edits, then)
  }

  private edits(): readonly PlanEdit[] {
    return this.inputs.flatMap((input, index): PlanEdit[] => {
      const { place, typed } = this.opened[index]!
      return input.value === typed ? [] : [{ tag: 'write', place, typed: input.value }]
    })
  }

  /** The texts as they were when the box was opened. */
  private get opened() {
    return this.inputs.map((input, index) => ({
      place: this.placed!.spot.texts[index]!.place,
      typed: input.defaultValue,
    }))
  }

  private change(): void {
    this.grow()
    this.listener.tried(this.edits())
  }

  private grow(): void {
    for (const input of this.inputs) {
      input.style.height = 'auto'
      input.style.height = `${input.scrollHeight}px`
    }
  }

  private labelled(input: HTMLTextAreaElement, label: string): HTMLElement {
    return element('label', {}, element('span', { class: 'field-label' }, label), input)
  }

  private press(event: KeyboardEvent): void {
    // Keys of a composition belong to the input method.
    if (event.isComposing || event.keyCode === 229) return
    event.stopPropagation()
    if (event.key === 'Escape') this.close('give-up', 'stay')
    else if (event.key === 'Enter' && event.ctrlKey) this.close('take', 'stay')
    else if (event.key === 'Tab') this.tab(event)
    else return
    event.preventDefault()
  }

  /** From one text of the cell to the next, and behind the last one to the next cell. */
  private tab({ shiftKey }: KeyboardEvent): void {
    const index = this.inputs.indexOf(document.activeElement as HTMLTextAreaElement)
    const next = this.inputs[index + (shiftKey ? -1 : 1)]
    if (next === undefined) this.close('take', shiftKey ? 'back' : 'next')
    else next.focus()
  }
}

function typedIn(edits: readonly PlanEdit[], place: TextPlace): string | undefined {
  const edit = edits.findLast((each) => each.tag === 'write' && isSamePlace(each.place, place))
  return edit?.tag === 'write' ? edit.typed : undefined
}
