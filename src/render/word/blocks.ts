/** Texts outside a table as paragraphs of Word, at the places that the layout found for them. */

import type { Align } from '../../definition/form-definition.js'
import type { Form, Paragraph } from '../../form/form.js'
import type { PlacedBlock } from '../../layout/page.js'
import { eighths, twips } from '../ooxml/units.js'
import { paragraphRuns, type WordContext } from './cell.js'
import { trackEnd } from './revisions.js'
import { headingStyle, sizeStyle } from './styles.js'

/** What stands between the blocks and their surroundings, in points. */
export interface BlockEdges {
  /** The height on its page at which what stands above the first block ends. */
  readonly top: number
  /** Free behind the last block. */
  readonly after: number
  readonly startsPage: boolean
  /** together: a block's paragraphs stand on one page. apart: Word may part them as the layout did. */
  readonly stand: 'together' | 'apart'
  /** The level of a heading. */
  readonly heading?: 1 | 2 | undefined
}

/** Blocks one below the other. */
export function blocksXml(blocks: readonly PlacedBlock[], edges: BlockEdges, context: WordContext): string {
  return blocks
    .map((placed, index) => {
      const above = blocks[index - 1]
      const before = placed.top - (above === undefined ? edges.top : above.top + above.height)
      const after = index === blocks.length - 1 ? edges.after : 0
      const startsPage = edges.startsPage && index === 0
      return blockXml(placed, { ...edges, before: Math.max(0, before), after, startsPage }, context)
    })
    .join('')
}

/** Beside a framed text Word's border stands this far off, in points; the rest of the padding is left for the text. */
const BORDER_SPACE = 1

interface Spacing extends BlockEdges {
  readonly before: number
}

function blockXml(
  placed: PlacedBlock,
  { before, after, startsPage, stand, heading }: Spacing,
  context: WordContext,
): string {
  const { block } = placed
  const { paragraphs, size } = block
  const isTitle = block.isTitle && size === context.form.type.titleSize
  const style = isTitle ? 'Title' : heading === undefined ? sizeStyle(size) : headingStyle(heading)
  const keeps = (paragraph: Paragraph, isLast: boolean) =>
    block.keepWithNext === true || (!isLast && (stand === 'together' || paragraph.keepWithNext))
  return paragraphs
    .map((paragraph, index) => {
      const isLast = index === paragraphs.length - 1
      const end = trackEnd(paragraph.revision, context.annotations)
      const properties = [
        `<w:pStyle w:val="${style}"/>`,
        keeps(paragraph, isLast) ? '<w:keepNext/>' : '',
        startsPage && index === 0 ? '<w:pageBreakBefore/>' : '',
        borders(placed),
        `<w:spacing w:before="${index === 0 ? twips(before) : 0}" w:after="${isLast ? twips(after) : 0}"/>`,
        indents(placed, context.layout.hangingIndent(paragraph, size), context.form),
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
function indents({ block, left, width }: PlacedBlock, hanging: number, { paper }: Form): string {
  const space = block.frame === undefined ? 0 : BORDER_SPACE
  const start = left + space - paper.margins.left
  const end = paper.width - paper.margins.right - (left + width - space)
  const set = block.align === 'start' ? twips(hanging) : 0
  return `<w:ind w:left="${twips(start) + set}" w:right="${twips(end)}"${set === 0 ? '' : ` w:hanging="${set}"`}/>`
}
