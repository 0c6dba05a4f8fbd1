/** The structure tree of a document, and which element of it each text on its pages belongs to; what is said again, to none. */

import type { Form, Section, TextBlock, TextRole } from '../../../form/form.js'
import type { Line, PageCell, PageTable, Piece, PlacedBlock } from '../../../layout/page.js'
import { list, number } from '../values.js'
import { type Kind, StructureElement } from './structure.js'
import { TableTags } from './table-tags.js'
import { type ItemPart, TextTags } from './text-tags.js'

/** Whose the pieces of a text are: nobody's where it is no part of what is read. */
export interface TextOwner {
  ownerOf(line: Line, piece: Piece, part: ItemPart): StructureElement | undefined
  /** See `TextTags`. */
  markerOf(line: Line): number
}

/** Page numbers, repeated heads and labels (14.8.2.2). */
export const ARTIFACT: TextOwner = { ownerOf: () => undefined, markerOf: () => 0 }

/** Names of cells have so many digits: so they stand in their order. */
const DIGITS = 5

/** Texts that are headings of what stands below them. */
const HEADINGS: Readonly<Partial<Record<TextRole, Kind>>> = { heading: 'H2', category: 'H3' }

export class DocumentTags {
  readonly root = new StructureElement('Document')
  readonly title: TextOwner
  private readonly sections: readonly (StructureElement | TableTags)[]
  /** Texts that go on on the next page. */
  private readonly cells = new Map<StructureElement, TextTags>()
  private openBlock: TextTags | undefined
  private readonly stamp: TextOwner
  private isStamped = false

  constructor(private readonly form: Form) {
    const { title, stamp, sections } = form
    const { root } = this
    let named = 0
    const nextName = () => (named++).toString(36).padStart(DIGITS, '0')
    const add = (section: Section) =>
      section.tag === 'table' ? new TableTags(root, section, nextName) : root.add('Div')
    // The title stands behind the cover, whose own title is then the first heading.
    const [first] = sections
    const cover = first?.tag === 'cover' ? [first] : []
    const before = cover.map(add)
    this.stamp = stamp === undefined ? ARTIFACT : new TextTags(root.add('P'), stamp.paragraphs)
    const isSecond = cover.some(({ top, middle, bottom }) =>
      [...top, ...middle, ...bottom].some(({ isTitle }) => isTitle),
    )
    this.title = title.length === 0 ? ARTIFACT : new TextTags(root.add(isSecond ? 'H2' : 'H1'), title)
    this.sections = [...before, ...sections.slice(before.length).map(add)]
  }

  /** The stamp of every page is read once. */
  ownerOfStamp(): TextOwner {
    const owner = this.isStamped ? ARTIFACT : this.stamp
    this.isStamped = true
    return owner
  }

  /** What goes on on the next page is one text. */
  ownerOfBlock(section: number, { block, part }: PlacedBlock): TextOwner {
    const known = part === 'middle' || part === 'last' ? this.openBlock : undefined
    this.openBlock = known ?? this.addBlock(section, block)
    return this.openBlock
  }

  private addBlock(section: number, block: TextBlock): TextTags {
    const parent = this.sections[section]
    const own = this.form.sections[section]
    if (!(parent instanceof StructureElement)) throw new Error(`section ${section} holds no texts`)
    const heading = own?.tag === 'texts' ? HEADINGS[own.role] : undefined
    const kind = block.isTitle ? 'H1' : (heading ?? (block.paragraphs.length === 1 ? 'P' : 'Div'))
    return new TextTags(parent.add(kind), block.paragraphs)
  }

  /** A cell of a table on a page. */
  ownerOfCell(placed: PageTable, { row, column, cell, flow, openBelow }: PageCell): TextOwner {
    const { kind } = placed.rows[row]!
    const element = flow === 'repeated' ? undefined : this.elementOf(placed, row, column)
    // The head of a table is read once, on its first page.
    if (element === undefined || (kind === 'head' && element.kids.length > 0)) return ARTIFACT
    const known = flow === 'first' ? undefined : this.cells.get(element)
    if (known !== undefined) return known
    const text = new TextTags(element, cell.paragraphs)
    if (openBelow) this.cells.set(element, text)
    return text
  }

  /** A drawing in a cell that says something; `box` is its place in PDF's units. */
  addFigure(placed: PageTable, { row, column }: PageCell, says: string, box: readonly number[]): StructureElement {
    const figure = this.elementOf(placed, row, column).add('Figure', `/A<</O/Layout/BBox${list(box.map(number))}>>`)
    figure.spoken = says
    return figure
  }

  private elementOf({ section, rows }: PageTable, row: number, column: number): StructureElement {
    const table = this.sections[section]
    if (!(table instanceof TableTags)) throw new Error(`section ${section} is no table`)
    const { kind, index } = rows[row]!
    return table.elementOf(kind, index, column)
  }
}
