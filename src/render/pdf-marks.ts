/** How the PDF tells what was inserted, deleted or stressed: by strokes and colour, in lines that run across or down. */

import type { Inline, PageItem } from 'pdfmake/js/Renderer.js'
import type { Piece, PlacedLine } from '../layout/page.js'

/** The colour of revisions; strokes tell them as well, for the black-and-white copier. */
const REVISED = '#c00000'

/** Of the size of the text around it. The layout measured the text in full size: it stands in no one's way. */
const SMALL = 0.8

export type Mark = Pick<Inline, 'color' | 'decoration' | 'decorationStyle'>

/** What stands under the words, or goes through them. */
export function markOf({ revision, emphasis }: Piece): Mark {
  if (revision === 'inserted') return { color: REVISED, decoration: 'underline' }
  if (revision === 'deleted') return { color: REVISED, decoration: 'lineThrough' }
  switch (emphasis) {
    case 'underline':
      return { decoration: 'underline' }
    case 'strike':
      return { decoration: 'lineThrough' }
    case 'double-strike':
      return { decoration: 'lineThrough', decorationStyle: 'double' }
    default:
      return {}
  }
}

export function sizeOf({ emphasis }: Piece, size: number): number {
  return emphasis === 'small' ? SMALL * size : size
}

/**
 * The strokes of a line that runs down: a line under the words stands at their right there (JLREQ 3.3.9, 傍線), for
 * under one character it would be over the next.
 */
export function uprightStrokes({ line, x, baseline }: PlacedLine): PageItem[] {
  const width = line.size / 18
  return line.pieces.flatMap((piece) => {
    const { color = 'black', decoration, decorationStyle } = markOf(piece)
    if (decoration === undefined) return []
    const aside = decorationStyle === 'double' ? [-width, width] : [decoration === 'underline' ? line.size * 0.56 : 0]
    return aside.map(
      (distance): PageItem => ({
        type: 'vector',
        item: {
          type: 'rect',
          x: x + distance - width / 2,
          y: baseline + piece.offset,
          w: width,
          h: piece.advance,
          color,
        },
      }),
    )
  })
}
