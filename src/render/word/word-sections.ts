/** A section of a Word document: what stands on the same paper, as a document of its own. */

import type { LaidOut } from '../../layout/page.js'
import { type SectionStretch, stretchesOfPages, stretchesOfSections } from '../../layout/stretches.js'
import type { WordContext } from './cell.js'
import { wordLayout } from './from-layout.js'
import { countAnnotations } from './revisions.js'

export interface WordSection {
  readonly laidOut: LaidOut
  readonly sections: SectionStretch
}

/** One at least. */
export function wordSections(laidOut: LaidOut): readonly WordSection[] {
  const sections = stretchesOfSections(laidOut.form)
  return stretchesOfPages(laidOut).map((pages, index) => ({ laidOut: pages, sections: sections[index]! }))
}

/** One for each section; annotations are counted through the whole document. */
export function wordContexts(sections: readonly WordSection[]): readonly WordContext[] {
  const annotations = countAnnotations(sections[0]!.laidOut.form.meta)
  return sections.map(({ laidOut }) => ({ form: laidOut.form, layout: wordLayout(laidOut), annotations }))
}
