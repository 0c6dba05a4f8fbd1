/** Parts of a document that stand on the same sheets: sections before they are laid out, pages afterwards. */

import type { Paper } from '../definition/form-definition.js'
import type { Form, Section } from '../form/form.js'
import type { LaidOut, Page } from './page.js'

/** Sections one after the other, from the index `from` to before `to`. */
export interface SectionStretch {
  readonly paper: Paper
  readonly from: number
  readonly to: number
}

/** One at least. */
export function stretchesOfSections({ paper, sections }: Form): readonly SectionStretch[] {
  const papers = sections.map((section) => paperOf(section) ?? paper)
  const starts = [0, ...papers.flatMap((own, index) => (index > 0 && own !== papers[index - 1] ? [index] : []))]
  return starts.map((from, index) => {
    return { paper: papers[from] ?? paper, from, to: starts[index + 1] ?? sections.length }
  })
}

function paperOf(section: Section): Paper | undefined {
  return section.tag === 'cover' ? undefined : section.paper
}

/** The pages as documents of one paper each, their sections still all of the form's; one at least. */
export function stretchesOfPages(
  laidOut: LaidOut,
  startsAnew: (page: Page) => boolean = () => false,
): readonly LaidOut[] {
  const { form, pages } = laidOut
  const starts = pages.flatMap((page, index) => {
    const before = pages[index - 1]
    return before !== undefined && (page.paper !== before.paper || startsAnew(page)) ? [index] : []
  })
  if (starts.length === 0) return [laidOut]
  return [0, ...starts].map((start, index) => ({
    form: { ...form, paper: pages[start]!.paper },
    pages: pages.slice(start, starts[index]),
  }))
}
