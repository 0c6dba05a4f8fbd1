/** The content of a PDF page as operators (ISO 32000-1, 8 and 9). Lengths in points from the sheet's upper left corner. */

import { number } from './values.js'

/** Revisions stand in a colour of their own; strokes tell them as well, for the black-and-white copier. */
export type Ink = 'black' | 'revised' | { readonly grey: number } | { readonly color: string }

/** A straight line; places like those of a Box. */
export interface Stripe {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** How a text is drawn. */
export interface TextStyle {
  /** The name that the page's resources give the font. */
  readonly font: string
  readonly size: number
  readonly ink: Ink
  /** Added to the advance of every character. */
  readonly spacing: number
  /** Width of a stroke around the characters, for bold type; 0 for none. */
  readonly stroke: number
  /** Of their own width, how wide the characters are. */
  readonly scale: number
}

/** What shapes are drawn on. */
export interface Sheet {
  fill(box: Box, ink: Ink): void
  /** A straight black line with square ends. */
  rule(x1: number, y1: number, x2: number, y2: number, width: number): void
  /** Lines of this width in a box; what stands out of it is cut off. */
  stripes(box: Box, lines: readonly Stripe[], lineWidth: number, ink: Ink): void
}

export class PageContent implements Sheet {
  private readonly shapes: string[] = []
  private readonly texts: string[] = []
  private ruleWidth = -1
  /** How the last text was drawn; at first as a page begins. */
  private style: TextStyle = { font: '', size: 0, ink: 'black', spacing: 0, stroke: 0, scale: 1 }

  constructor(private readonly height: number) {}

  /** Left, bottom, right and top from the sheet's lower left corner. */
  place({ left, top, width, height }: Box): readonly number[] {
    return [left, this.height - top - height, left + width, this.height - top]
  }

  fill({ left, top, width, height }: Box, ink: Ink): void {
    const corner = `${number(left)} ${number(this.height - top - height)}`
    this.shapes.push(`${fillOf(ink)} ${corner} ${number(width)} ${number(height)} re f\n`)
  }

  rule(x1: number, y1: number, x2: number, y2: number, width: number): void {
    if (width <= 0) return
    if (width !== this.ruleWidth) this.shapes.push(`${number(width)} w\n`)
    this.ruleWidth = width
    this.shapes.push(`${number(x1)} ${number(this.height - y1)} m ${number(x2)} ${number(this.height - y2)} l S\n`)
  }

  /** The clipping path is that of 8.5.4. */
  stripes({ left, top, width, height }: Box, lines: readonly Stripe[], lineWidth: number, ink: Ink): void {
    const corner = `${number(left)} ${number(this.height - top - height)}`
    const paths = lines.map(({ x1, y1, x2, y2 }) => {
      return `${number(x1)} ${number(this.height - y1)} m ${number(x2)} ${number(this.height - y2)} l\n`
    })
    const stroke = `${fillOf(ink).toUpperCase()} ${number(lineWidth)} w\n`
    this.shapes.push(`q ${corner} ${number(width)} ${number(height)} re W n ${stroke}${paths.join('')}S Q\n`)
  }

  /** What `draw` draws of shapes belongs, by the operator, to something that is read. */
  figure(operator: string, draw: () => void): void {
    this.shapes.push(`EMC\n${operator}`)
    draw()
    this.shapes.push('EMC\n/Artifact BMC\n')
  }

  /** Begins a sequence of texts that belong together, by the operator that says to what (14.6). */
  open(operator: string): void {
    this.texts.push(operator)
  }

  close(): void {
    this.texts.push('EMC\n')
  }

  /** `codes` are the font's codes of two bytes in hexadecimal digits. */
  text(x: number, baseline: number, codes: string, style: TextStyle): void {
    this.set(style)
    this.texts.push(`1 0 0 1 ${number(x)} ${number(this.height - baseline)} Tm <${codes}> Tj\n`)
  }

  private set(next: TextStyle): void {
    const { style, texts } = this
    const { font, size, ink, spacing, stroke, scale } = next
    if (font !== style.font || size !== style.size) texts.push(`/${font} ${number(size)} Tf\n`)
    // Bold type is filled and stroked in one colour; a stroke's operator is the fill's in capitals (ISO 32000-1, table 74).
    if (ink !== style.ink) texts.push(`${fillOf(ink)} ${fillOf(ink).toUpperCase()}\n`)
    if (spacing !== style.spacing) texts.push(`${number(spacing)} Tc\n`)
    if (stroke !== style.stroke) texts.push(stroke === 0 ? '0 Tr\n' : `2 Tr ${number(stroke)} w\n`)
    if (scale !== style.scale) texts.push(`${number(100 * scale)} Tz\n`)
    this.style = next
  }

  /** All operators, shapes below texts; lines have square ends. Nobody reads a shape that is no figure: what it says, the texts say. */
  operators(): string {
    const shapes = this.shapes.length === 0 ? '' : `/Artifact BMC\n${this.shapes.join('')}EMC\n`
    return `2 J\n${shapes}0 g\nBT\n${this.texts.join('')}ET`
  }
}

/** The operator for filling; in capital letters it is that for lines. */
function fillOf(ink: Ink): string {
  if (ink === 'black') return '0 g'
  if (ink === 'revised') return '0.753 0 0 rg'
  if ('grey' in ink) return `${number(ink.grey)} g`
  const parts = [0, 2, 4].map((at) => number(Number.parseInt(ink.color.slice(at, at + 2), 16) / 255))
  return `${parts.join(' ')} rg`
}
