/** Where a glyph leaves ink, in units of its font: what tells a sound glyph from one that nobody would see. */

export type Ink =
  | ({ readonly tag: 'box' } & InkBox)
  /** Nothing is drawn, as of a space. */
  | { readonly tag: 'none' }
  /** What stands in the file is no outline. */
  | { readonly tag: 'unsound' }

interface InkBox {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

const NO_INK: Ink = { tag: 'none' }
export const UNSOUND: Ink = { tag: 'unsound' }

/** The box around points, added one by one. */
export class Extent {
  private left = Number.POSITIVE_INFINITY
  private bottom = Number.POSITIVE_INFINITY
  private right = Number.NEGATIVE_INFINITY
  private top = Number.NEGATIVE_INFINITY

  add(x: number, y: number): void {
    if (x < this.left) this.left = x
    if (x > this.right) this.right = x
    if (y < this.bottom) this.bottom = y
    if (y > this.top) this.top = y
  }

  /** A box without width or height holds no ink. */
  ink(): Ink {
    const { left, bottom, right, top } = this
    return right > left && top > bottom ? { tag: 'box', left, bottom, right, top } : NO_INK
  }
}
