/** Widths of texts where no font is at hand: estimated, rather too wide than too narrow. */

/** In em. Proportional Japanese fonts set figures and small letters to three quarters of an em, but for a few wide ones. */
const HALF = 0.77
const WIDE_LETTERS = /[A-Zmw@%&]/
const HALF_WIDTH = /[ -~｡-ﾟ]/

/** Made when it is first needed: it takes its time to load. */
let graphemes: Intl.Segmenter | undefined

/** The width of a text on one line, in em. */
export function estimateWidth(text: string): number {
  return clustersOf(text).reduce((sum, cluster) => sum + widthOf(cluster), 0)
}

function widthOf(cluster: string): number {
  return HALF_WIDTH.test(cluster) && !WIDE_LETTERS.test(cluster) ? HALF : 1
}

function clustersOf(text: string): readonly string[] {
  graphemes ??= new Intl.Segmenter('ja', { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}
