/** Stretches of a text: what is broken into lines on its own, as a line feed ends a line. */

export interface Range {
  /** UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** A text’s stretches without their line feeds; a text without any is one stretch. */
export function stretchesOf(text: string): Range[] {
  const stretches: Range[] = []
  let start = 0
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', start)) {
    stretches.push({ start, end: feed })
    start = feed + 1
  }
  stretches.push({ start, end: text.length })
  return stretches
}
