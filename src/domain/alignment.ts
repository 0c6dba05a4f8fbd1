/** How a text stands in its cell, and what people call it. */

export const ALIGNMENTS = { 左: 'start', 中央: 'center', 右: 'end' } as const

export type Alignment = (typeof ALIGNMENTS)[keyof typeof ALIGNMENTS]

/** The word for it. */
export function nameOfAlignment(alignment: Alignment): string {
  return Object.entries(ALIGNMENTS).find(([, each]) => each === alignment)![0]
}
