/** What stands beside the cells of a sheet: comments, boxes, headers and footers, pictures, other people's programs. */

import type { Listed, ListedKind, OfficePart } from '../office-document.js'
import type { OfficePackage } from '../package/office-package.js'
import { allBelow, childOf, childrenOf, type Element, textOf, textsBelow } from '../package/xml-elements.js'
import type { WorkbookSheet } from './workbook.js'

/** Lists what belongs to a sheet; the texts of its boxes are parts of the document. */
export function listSurroundings(
  office: OfficePackage,
  sheet: WorkbookSheet,
  settings: readonly Element[],
  listed: Listed[],
): OfficePart[] {
  const part = sheet.part!
  const { name } = sheet
  listed.push(...readComments(office, part, name))
  for (const setting of settings.filter((each) => each.name === 'x:headerFooter')) {
    for (const text of childrenOf(setting)) {
      const kind = /Footer$/.test(text.name) ? 'footer' : 'header'
      const said = headerText(textOf(text))
      if (said !== '') listed.push({ kind, place: name, text: said })
    }
  }
  const parts: OfficePart[] = []
  for (const { type, target } of office.relationshipsOf(part).values()) {
    if (type === 'drawing' && target !== undefined && office.has(target)) {
      parts.push(...readDrawing(office.tree(target, 'xdr:wsDr'), name, listed))
    }
    if (/^(?:oleObject|control|ctrlProp|package)$/.test(type)) push(listed, 'embedded-object', name)
    if (type === 'queryTable') push(listed, 'external-link', name)
  }
  return parts
}

/** What the whole workbook brings along and nobody runs or fetches. */
export function listDropped(office: OfficePackage, main: string, listed: Listed[]): void {
  for (const { type, target } of office.relationshipsOf(main).values()) {
    if (type === 'vbaProject') push(listed, 'macro', target ?? '')
    if (type === 'externalLink' || type === 'connections') push(listed, 'external-link', target ?? type)
  }
}

function push(listed: Listed[], kind: ListedKind, place: string): void {
  listed.push({ kind, place, text: '' })
}

/** Threads where there are any; the notes beside them say the same for older programs. */
function readComments(office: OfficePackage, part: string, sheet: string): Listed[] {
  const threads = [...office.relationshipsOf(part).values()].find(({ type }) => type === 'threadedComment')?.target
  if (threads !== undefined && office.has(threads)) {
    return childrenOf(office.tree(threads, 'tc:ThreadedComments'), 'tc:threadedComment').map((each) => ({
      kind: 'comment',
      place: `${sheet}!${each.attributes.ref}`,
      text: childrenOf(each, 'tc:text').map(textOf).join(''),
    }))
  }
  const notes = office.partOf(part, 'comments')
  if (notes === undefined) return []
  const root = office.tree(notes, 'x:comments')
  const authors = childrenOf(childOf(root, 'x:authors') ?? root, 'x:author').map(textOf)
  return childrenOf(childOf(root, 'x:commentList') ?? root, 'x:comment').map((each) => {
    const author = authors[Number(each.attributes.authorId)] ?? ''
    const text = textsBelow(childOf(each, 'x:text') ?? each, ['x:t'])
      .join('')
      .replace(/\r\n?/g, '\n')
    return { kind: 'comment', place: `${sheet}!${each.attributes.ref}`, text, ...(author === '' ? {} : { author }) }
  })
}

function readDrawing(root: Element, sheet: string, listed: Listed[]): OfficePart[] {
  for (const _ of allBelow(root, 'xdr:pic')) push(listed, 'image', sheet)
  for (const _ of allBelow(root, 'xdr:graphicFrame')) push(listed, 'image', sheet)
  return allBelow(root, 'xdr:txBody').flatMap((body) =>
    childrenOf(body, 'a:p').map((paragraph): OfficePart => {
      const runs = textsBelow(paragraph, ['a:t']).map((text) => ({ text, marks: [] }))
      return { tag: 'text', paragraph: { mark: '', runs }, place: `${sheet}のテキストボックス`, role: 'box' }
    }),
  )
}

/** A header's text without its codes (18.3.1.46 evenHeader): sections, fonts, page numbers. */
function headerText(codes: string): string {
  return codes
    .replace(/&&/g, '\ufdd0')
    .replace(/&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d+|[A-Za-z])/g, '')
    .replaceAll('\ufdd0', '&')
    .trim()
}
