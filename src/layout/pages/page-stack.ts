/** The pages as they fill: what stands on the last one, and where the next section may begin there. */

import type { Page, PageSection, PlacedLine } from '../page.js'
import { extentOf } from '../page-sections.js'

/** A page without its margins. */
export type PageBody = Pick<Page, 'title' | 'sections'>

export class PageStack {
  private readonly done: PageBody[] = []
  private title: readonly PlacedLine[] = []
  private sections: readonly PageSection[] = []
  private end: number
  private hasRunning = false

  /** `top` and `bottom` are the heights on every page between which the sections stand. */
  constructor(
    readonly top: number,
    readonly bottom: number,
  ) {
    this.end = top
  }

  /** The height at which what stands on the page ends. */
  get foot(): number {
    return this.end
  }

  /** Whether nothing stands on the page yet. */
  get isFresh(): boolean {
    return this.title.length === 0 && this.sections.length === 0
  }

  /** Whether what stands on the page so far can stand there by itself: a title, and what opens a paper, cannot. */
  get mayEnd(): boolean {
    return this.hasRunning
  }

  /** The height at which a section begins that has `space` above it unless it opens the page. */
  begin(space: number): number {
    return this.isFresh ? this.top : this.end + space
  }

  addTitle(lines: readonly PlacedLine[], foot: number): void {
    if (lines.length === 0) return
    this.title = lines
    this.end = foot
  }

  /** Adds what has room on the page; blocks of a section that stands there already join it. */
  add(section: PageSection): void {
    const last = this.sections.at(-1)
    const joins = last?.tag === 'texts' && section.tag === 'texts' && last.section === section.section
    this.sections = joins
      ? this.sections.with(-1, { ...last, blocks: [...last.blocks, ...section.blocks] })
      : [...this.sections, section]
    this.end = extentOf(section)?.bottom ?? this.end
    this.hasRunning = true
  }

  addOpening(section: PageSection): void {
    const { hasRunning } = this
    this.add(section)
    this.hasRunning = hasRunning
  }

  turn(): void {
    this.done.push({ title: this.title, sections: this.sections })
    this.title = []
    this.sections = []
    this.end = this.top
    this.hasRunning = false
  }

  /** All pages, one at least. */
  finish(): readonly PageBody[] {
    if (!this.isFresh || this.done.length === 0) this.turn()
    return this.done
  }
}
