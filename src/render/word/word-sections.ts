/** A section of a Word document: what stands on the same paper, as a document of its own. */

import type { LaidOut } from '../../layout/page.js'
import { type SectionStretch, stretchesOfPages, stretchesOfSections } from '../../layout/stretches.js'

export interface WordSection {
  readonly laidOut: LaidOut
  readonly sections: SectionStretch
}

/** One at least. */
export function wordSections(laidOut: LaidOut): readonly WordSection[] {
  const sections = stretchesOfSections(laidOut.form)
  return stretchesOfPages(laidOut).map((pages, index) => ({ laidOut: pages, sections: sections[index]! }))
}
