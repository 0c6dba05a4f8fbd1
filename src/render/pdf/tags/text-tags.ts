/** A text in the structure tree: paragraphs, items as lists, and what was changed or struck out told in words. */

import type { Paragraph } from '../../../form/form.js'
import { spokenMarks } from '../../../form/spoken/spoken-marks.js'
import type { Line, Piece } from '../../../layout/page.js'
import type { Kind, StructureElement } from './structure.js'

/** Of an item: what it begins with, or what it says. */
export type ItemPart = 'marker' | 'text'

/** Elements that hold text and no others with text. */
const WHOLE: readonly Kind[] = ['H1', 'H2', 'H3', 'P']

export class TextTags {
  /** The paragraph that was drawn last, which part of it, and their elements: texts come in their order. */
  private paragraph = -1
  private part: ItemPart = 'text'
  private block: StructureElement
  private element: StructureElement
  /** The list that it is an item of. */
  private openList: StructureElement | undefined
  /** What was changed or struck out at its end, and how. */
  private span: StructureElement | undefined
  private words: string | undefined

  /** Several paragraphs get elements of their own below `parent`, but for those of a heading or of one paragraph. */
  constructor(
    private readonly parent: StructureElement,
    private readonly paragraphs: readonly Paragraph[],
  ) {
    this.block = parent
    this.element = parent
  }

  /** How much of a line is the marker of an item, in UTF-16 units. */
  markerOf({ paragraph, start }: Line): number {
    return start === 0 && !this.isWhole ? this.paragraphs[paragraph]!.marker : 0
  }

  /** The element that a piece of a line belongs to, which holds one part only. */
  ownerOf({ paragraph }: Line, piece: Piece, part: ItemPart): StructureElement {
    if (paragraph !== this.paragraph || part !== this.part) {
      if (paragraph !== this.paragraph) this.block = this.addParagraph(paragraph)
      this.element = this.block.kind === 'LI' ? this.block.add(part === 'marker' ? 'Lbl' : 'LBody') : this.block
      this.paragraph = paragraph
      this.part = part
      this.words = undefined
    }
    const words = spokenMarks(piece)
    if (words === undefined) {
      this.words = undefined
      return this.element
    }
    if (words !== this.words) {
      this.span = this.element.add('Span')
      this.span.spoken = `${words}：`
      this.words = words
    }
    this.span!.spoken += piece.text
    return this.span!
  }

  private addParagraph(index: number): StructureElement {
    if (this.isWhole) return this.parent
    if (this.paragraphs[index]!.marker === 0) {
      this.openList = undefined
      return this.parent.add('P')
    }
    this.openList ??= this.parent.add('L')
    return this.openList.add('LI')
  }

  private get isWhole(): boolean {
    return this.paragraphs.length === 1 || WHOLE.includes(this.parent.kind)
  }
}
