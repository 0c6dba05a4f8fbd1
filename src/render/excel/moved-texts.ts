/** Page header and footer that are too long for Excel's own: they stand in rows of the sheet, and it is said. */

import type { Margins } from '../../definition/form-definition.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Form, Run } from '../../form/form.js'
import { runsToParagraphs } from '../../form/paragraphs.js'
import type { LaidOut, PlacedBlock, PlacedLine } from '../../layout/page.js'
import { footerCodes, headerCodes } from './header-footer.js'
import { LONGEST_PAGE_TEXT } from './metrics.js'

/** What stands over the heading rows and below the last row of every page. */
export interface MovedTexts {
  readonly header?: PlacedBlock
  readonly footer?: PlacedBlock
  /** In the margins is so much less. */
  readonly margins: Margins
  readonly diagnostics: readonly Diagnostic[]
}

/** In points: as much as printers leave white. */
const LEAST_MARGIN = 24

export function moveTexts(laidOut: LaidOut): MovedTexts {
  const { form, pages } = laidOut
  const header = blockOf(headerCodes(laidOut).moved, pages[0]?.header ?? [], form)
  const footer = blockOf(footerCodes(laidOut).moved, pages[0]?.footer ?? [], form)
  const { margins } = form.paper
  const rest = (margin: number, block: PlacedBlock | undefined) =>
    block === undefined ? margin : Math.max(Math.min(margin, LEAST_MARGIN), margin - block.height)
  return {
    ...(header && { header }),
    ...(footer && { footer }),
    margins: { ...margins, top: rest(margins.top, header), bottom: rest(margins.bottom, footer) },
    diagnostics: [
      ...(header ? [tell('上', '見出しの上', form)] : []),
      ...(footer ? [tell('下', 'ページの最後', form)] : []),
    ],
  }
}

function blockOf(runs: readonly Run[], lines: readonly PlacedLine[], { paper, type }: Form): PlacedBlock | undefined {
  if (runs.length === 0) return undefined
  const { noteSize: size, leading } = type
  const paragraphs = runsToParagraphs(runs)
  return {
    block: { paragraphs, size, align: 'center', space: 0 },
    left: paper.margins.left,
    top: 0,
    width: paper.width - paper.margins.left - paper.margins.right,
    height: lines.length * size * leading,
    lines,
    part: 'whole',
  }
}

function tell(side: '上' | '下', to: string, { source }: Form): Diagnostic {
  const place = source?.file === undefined ? undefined : ({ kind: 'file', file: source.file } as const)
  return say('page-text-moved', { side, most: LONGEST_PAGE_TEXT, to }, place)
}
