/** The structure tree of a PDF (ISO 32000-1, 14.7): what a screen reader reads, and which content of the pages it is. */

import type { PdfFile } from '../pdf-file.js'
import { dictionary, list, type Reference, text } from '../values.js'

/** Standard structure types (14.8.4). */
export type Kind =
  | 'Document'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Figure'

/** Content of a page as one number, for there is much of it: the page, counted from 0, times this and the content's number on it. */
const PER_PAGE = 0x10000

export class StructureElement {
  /** Elements, and content by its number. */
  kids: (StructureElement | number)[] = NONE
  /** Read in the place of the content. */
  spoken = ''
  /** In the file, as soon as it is known. */
  reference: Reference | undefined

  /** `entries` stand in the element's dictionary as they are. */
  constructor(
    readonly kind: Kind,
    readonly entries = '',
    readonly id?: string,
  ) {}

  add(kind: Kind, entries?: string, id?: string): StructureElement {
    const element = new StructureElement(kind, entries, id)
    this.addKid(element)
    return element
  }

  /** Most have one only: an array that grew from none would keep room for many. */
  addKid(kid: StructureElement | number): void {
    if (this.kids === NONE) this.kids = [kid]
    else this.kids.push(kid)
  }
}

const NONE: (StructureElement | number)[] = []

/** The marked content of one page: the elements that it belongs to, by its numbers. */
export class PageMarks {
  readonly owners: StructureElement[] = []

  /** `page` counts from 0. */
  constructor(readonly page: number) {}

  /** Opens a sequence of content that belongs to an element. */
  open(element: StructureElement): string {
    const id = this.owners.push(element) - 1
    element.addKid(this.page * PER_PAGE + id)
    return `/${element.kind}<</MCID ${id}>>BDC\n`
  }
}

/** A page of the document with its marks. */
export interface TaggedPage {
  readonly reference: Reference
  readonly marks: PageMarks
}

/** Writes the tree of all pages, in their order. */
export function addStructure(file: PdfFile, document: StructureElement, pages: readonly TaggedPage[]): Reference {
  const root = file.reserve()
  const names: string[] = []
  document.reference = file.reserve()
  addElement(document, root, file, pages, names)
  const owned = pages.map(({ marks }) => file.add(list(marks.owners.map(({ reference }) => reference!))))
  const tree = dictionary({
    Type: '/StructTreeRoot',
    K: document.reference,
    ParentTree: file.add(dictionary({ Nums: list(owned.flatMap((page, index) => [index, page])) })),
    ParentTreeNextKey: owned.length,
    // Names stand in their order (7.9.6).
    IDTree: names.length === 0 ? undefined : file.add(dictionary({ Names: `[${names.sort().join('')}]` })),
  })
  return file.add(tree, root)
}

/** Writes an element, then what is below it. */
function addElement(
  element: StructureElement,
  parent: Reference,
  file: PdfFile,
  pages: readonly TaggedPage[],
  names: string[],
): void {
  const { kind, entries, id, spoken, kids } = element
  const reference = element.reference!
  let page = -1
  let written = ''
  for (const kid of kids) {
    if (typeof kid !== 'number') {
      kid.reference = file.reserve()
      written += ` ${kid.reference}`
      continue
    }
    const own = Math.floor(kid / PER_PAGE)
    if (page < 0) page = own
    const number = kid % PER_PAGE
    written += own === page ? ` ${number}` : `<</Type/MCR/Pg ${pages[own]!.reference}/MCID ${number}>>`
  }
  const content = kids.length === 0 ? '' : kids.length === 1 ? `/K${written}` : `/K[${written}]`
  const where = page < 0 ? '' : `/Pg ${pages[page]!.reference}`
  const named = id === undefined ? '' : `/ID(${id})`
  const alternative = spoken === '' ? '' : `/Alt${text(spoken)}`
  file.add(`<</S/${kind}/P ${parent}${where}${named}${entries}${alternative}${content}>>`, reference)
  if (id !== undefined) names.push(`(${id})${reference}`)
  for (const kid of kids) if (typeof kid !== 'number') addElement(kid, reference, file, pages, names)
}
