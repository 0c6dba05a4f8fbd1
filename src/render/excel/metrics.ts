/** What Excel makes of lengths: its limits, the pitch of its lines, the unit of its columns. Points, where nothing else is said. */

/** A pixel at 96 dpi, in which Excel counts row heights and column widths. */
export const PIXEL = 0.75

/** "Excel specifications and limits": height of a row, characters in a cell and in a header or footer, page breaks in a sheet. */
export const HIGHEST_ROW = 409.5
export const LONGEST_TEXT = 32767
export const LONGEST_PAGE_TEXT = 255
export const MOST_BREAKS = 1023

/** What Excel keeps free beside a text: a pixel and a quarter of a figure on each side, and the grid line (ECMA-376 part 1, 18.3.1.13). */
const FREE_BESIDE = 7 * PIXEL

/**
 * The columns are at least so much wider than in the layout, and the print is so much smaller: Excel sets no
 * punctuation closer and lets none hang, and on a screen it rounds every character to whole pixels. One character
 * in twenty makes up for it.
 */
export const LEAST_WIDENING = 1.05

/** Heights that are cut to whole pixels and a scale in whole percents must not push a page's last row over its foot. */
export const HEIGHT_SLACK = 1.01

interface FontMetrics {
  readonly name: RegExp
  /** Advance of the widest figure in em: Excel measures columns in it. */
  readonly figure: number
  /** Ascent and descent together in em. */
  readonly line: number
}

/**
 * From the fonts' own tables (hmtx, OS/2). Of an unknown font the narrowest figure is taken, for the columns must not
 * come out narrow, and a line as high as that of the highest common Japanese font.
 */
const FONTS: readonly FontMetrics[] = [
  { name: /^BIZ UDP/, figure: 1556 / 2048, line: 1 },
  { name: /^(BIZ UD|ＭＳ|MS )/, figure: 0.5, line: 1 },
  { name: /^/, figure: 0.5, line: 1.7 },
]

function metricsOf(font: string): FontMetrics {
  return FONTS.find(({ name }) => name.test(font))!
}

/**
 * Distance of lines in a cell. Excel gives a line of a Japanese font its height in pixels and three more: 9 pt are
 * 15 px (11.25 pt), 11 pt are 18 px (13.5 pt). LibreOffice gives it its height alone.
 */
export function linePitch(font: string, size: number): number {
  return (Math.round((size * metricsOf(font).line) / PIXEL) + 3) * PIXEL
}

/**
 * Lines that a cell has in reserve, as other rules break its text elsewhere than the layout did: none of a short cell's
 * may be lost, and of a long one's one in twenty.
 */
export function reserveLines(lines: number): number {
  return Math.max(Math.min(1, lines / 4), lines / 20)
}

/**
 * Width of a column in pixels that takes in what a column of the layout does, `padding` on either side included. One
 * that holds no text of its own keeps its proportion.
 */
export function columnPixels(width: number, padding: number, widening: number, holdsText: boolean): number {
  if (!holdsText) return Math.max(1, Math.round((width * widening) / PIXEL))
  const text = width - 2 * padding
  return Math.ceil(Math.max(width * widening, text * widening + FREE_BESIDE) / PIXEL)
}

/** The unit of `<col width>`: widths of the widest figure in the workbook's first font, in 256ths (ECMA-376 part 1, 18.3.1.13). */
export function columnUnits(pixels: number, font: string, size: number): number {
  return Math.ceil((pixels / figurePixels(font, size)) * 256) / 256
}

/** On paper a figure has its true width, not whole pixels: columns may come out narrower by this factor. */
export function printLoss(font: string, size: number): number {
  return Math.max(1, figurePixels(font, size) / ((metricsOf(font).figure * size) / PIXEL))
}

function figurePixels(font: string, size: number): number {
  return Math.round(metricsOf(font).figure * Math.round(size / PIXEL))
}

/** Whole pixels, never less. */
export function wholePixels(points: number): number {
  return Math.ceil(points / PIXEL - 0.001) * PIXEL
}
