/** The blocks of a handout as paragraphs of Word, at the places that the layout found for them. */

import type { Align } from '../../definition/form-definition.js'
import type { Form } from '../../form/form.js'
import type { PlacedBlock } from '../../layout/page.js'
import { eighths, twips } from '../ooxml/units.js'
import { paragraphRuns, type WordContext } from './cell.js'
import { trackEnd } from './revisions.js'
import { sizeStyle } from './styles.js'

/** What stands between the blocks and their surroundings, in points. */
export interface BlockEdges {
  /** The height on the page at which the first block's surroundings end, and the next begins behind the last. */
  readonly top: number
  readonly bottom: number
  readonly startsPage: boolean
}

/** Blocks one below the other. */
export function blocksXml(blocks: readonly PlacedBlock[], edges: BlockEdges, context: WordContext): string {
  return blocks
    .map((placed, index) => {
      const above = blocks[index - 1]
      const before = placed.top - (above === undefined ? edges.top : above.top + above.height)
      const after = index === blocks.length - 1 ? edges.bottom - (placed.top + placed.height) : 0
      const startsPage = edges.startsPage && index === 0
      return blockXml(placed, { before: Math.max(0, before), after: Math.max(0, after), startsPage }, context)
    })
    .join('')
}

/** Beside a framed text Word's border stands this far off, in points; the rest of the padding is left for the text. */
const BORDER_SPACE = 1

interface Spacing {
  readonly before: number
  readonly after: number
  readonly startsPage: boolean
}

function blockXml(placed: PlacedBlock, { before, after, startsPage }: Spacing, context: WordContext): string {
  const { block } = placed
  const { paragraphs, size } = block
  const style = block.isTitle && size === context.form.type.titleSize ? 'Title' : sizeStyle(size)
  return paragraphs
    .map((paragraph, index) => {
      const isLast = index === paragraphs.length - 1
      const end = trackEnd(paragraph.revision, context.annotations)
      const properties = [
        `<w:pStyle w:val="${style}"/>`,
        isLast ? '' : '<w:keepNext/>',
        startsPage && index === 0 ? '<w:pageBreakBefore/>' : '',
        borders(placed),
        `<w:spacing w:before="${index === 0 ? twips(before) : 0}" w:after="${isLast ? twips(after) : 0}"/>`,
        indents(placed, context.form),
        `<w:jc w:val="${block.frame === undefined ? JUSTIFICATION[block.align] : 'center'}"/>`,
        end === '' ? '' : `<w:rPr>${end}</w:rPr>`,
      ].join('')
      const runs = paragraphRuns(paragraph, paragraph.revision, 'horizontal', context)
      return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
    })
    .join('')
}

const JUSTIFICATION: Readonly<Record<Align, string>> = { start: 'left', center: 'center', end: 'right' }

/** Paragraphs that follow one another with the same borders and indents stand in one frame (17.3.1.24 pBdr). */
function borders({ block: { frame } }: PlacedBlock): string {
  if (frame === undefined) return ''
  const side = (name: string, space: number) =>
    `<w:${name} w:val="single" w:sz="${eighths(frame.rule)}" w:space="${Math.round(space)}" w:color="auto"/>`
  const { y } = frame.padding
  return `<w:pBdr>${side('top', y)}${side('left', BORDER_SPACE)}${side('bottom', y)}${side('right', BORDER_SPACE)}</w:pBdr>`
}

/** The borders stand outside the indents. */
function indents({ block, left, width }: PlacedBlock, { paper }: Form): string {
  const space = block.frame === undefined ? 0 : BORDER_SPACE
  const start = left + space - paper.margins.left
  const end = paper.width - paper.margins.right - (left + width - space)
  return `<w:ind w:left="${twips(start)}" w:right="${twips(end)}"/>`
}
