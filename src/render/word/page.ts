/** The page of a Word document: paper, margins, and where header and footer stand. */

import { type ISectionPropertiesOptions, PageOrientation } from 'docx'
import type { Form } from '../../form/form.js'
import type { LaidOut, Page, PlacedLine } from '../../layout/page.js'
import { twips } from '../ooxml/units.js'

/** Word's numbers for the sheets that a printer's tray may be asked for (DMPAPER_A3, …); other sheets go by their size. */
const PAPER_CODES: Readonly<Record<string, number>> = { A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 }

type PageOptions = NonNullable<ISectionPropertiesOptions['page']>

export function pageOptions({ form, pages }: LaidOut): PageOptions {
  const { size, orientation, width, height, margins } = form.paper
  const code = PAPER_CODES[size]
  const landscape = orientation === 'landscape'
  return {
    size: {
      // docx wants the sheet upright and turns it itself.
      width: twips(landscape ? height : width),
      height: twips(landscape ? width : height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      ...(code === undefined ? {} : { code }),
    },
    margin: {
      top: twips(margins.top),
      right: twips(margins.right),
      bottom: twips(margins.bottom),
      left: twips(margins.left),
      header: twips(headerDistance(form, pages[0])),
      footer: twips(footerDistance(form, pages[0]?.footer.at(-1))),
    },
  }
}

/** In the middle of a line lies the middle of its em box, 0.38 em over the base line in Japanese type. */
const MIDDLE = 0.38

/** The stamp stands in the header, below the header's text where there is one. */
function headerDistance({ paper, type }: Form, page: Page | undefined): number {
  const height = type.noteSize * type.leading
  const line = page?.header[0]
  if (line === undefined && page?.stamp !== undefined) return page.stamp.top
  const middle = line === undefined ? paper.margins.top / 2 : line.baseline - MIDDLE * line.line.size
  return Math.max(0, Math.min(middle - height / 2, paper.margins.top - height))
}

/** Where the header's text ends, below which the stamp stands; the top of the stamp where there is none. */
export function headerBottom({ type }: Form, { header, stamp }: Page): number {
  const last = header.at(-1)
  if (last === undefined) return stamp?.top ?? 0
  return last.baseline - MIDDLE * last.line.size + (type.noteSize * type.leading) / 2
}

function footerDistance({ paper, type }: Form, line: PlacedLine | undefined): number {
  const height = type.noteSize * type.leading
  const middle = line === undefined ? paper.margins.bottom / 2 : paper.height - line.baseline + MIDDLE * line.line.size
  return Math.max(0, Math.min(middle - height / 2, paper.margins.bottom - height))
}
