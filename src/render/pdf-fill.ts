/** How the PDF fills a cell with colour or stripes: the stripes as lines, cut off at the cell's edges. */

/** A line from one place to another, in points from the upper left corner of the sheet. */
export interface Stroke {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Between one stripe and the next, measured across the sheet, and a stripe's width. */
const PITCH = 3
export const STRIPE = 0.75

/** Stripes that rise to the right. They go by the sheet, so that those of neighbouring cells meet. */
export function stripesOf({ left, top, width, height }: Area): readonly Stroke[] {
  const right = left + width
  const bottom = top + height
  // On a stripe x + y is the same everywhere.
  const first = Math.ceil((left + top) / PITCH)
  const last = Math.floor((right + bottom) / PITCH)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const sum = (first + index) * PITCH
    const x1 = Math.max(left, sum - bottom)
    const x2 = Math.min(right, sum - top)
    return { x1, y1: sum - x1, x2, y2: sum - x2 }
  }).filter(({ x1, x2 }) => x2 - x1 > 0.01)
}
