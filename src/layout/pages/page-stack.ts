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

  get hasTable(): boolean {
    return this.sections.some(({ tag }) => tag === 'table')
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

  add(section: PageSection): void {
    this.sections = [...this.sections, section]
    this.end = extentOf(section)?.bottom ?? this.end
  }

  turn(): void {
    this.done.push({ title: this.title, sections: this.sections })
    this.title = []
    this.sections = []
    this.end = this.top
  }

  /** All pages, one at least. */
  finish(): readonly PageBody[] {
    if (!this.isFresh || this.done.length === 0) this.turn()
    return this.done
  }
}
