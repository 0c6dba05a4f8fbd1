/** Reads a .docx by plain XML, sharing nothing with the writer: tables by row and cell, as stored in the file. */

import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

export interface ReadCell {
  /** Paragraphs as they stand in the file, inserted and deleted text alike. */
  readonly paragraphs: readonly string[]
  readonly gridSpan: number
  readonly merge: 'none' | 'restart' | 'continue'
  readonly element: Element
}

export interface ReadRow {
  readonly cells: readonly ReadCell[]
  readonly isHead: boolean
  readonly cantSplit: boolean
  /** Twentieths of a point; undefined where the row has no least height. */
  readonly height: number | undefined
  readonly element: Element
}

export type ReadTable = readonly ReadRow[]

export function readPart(bytes: Uint8Array, name: string): Document {
  const part = findPart(bytes, name)
  if (part === undefined) throw new Error(`no part ${name}`)
  return part
}

/** Undefined where the package has no such part. */
export function findPart(bytes: Uint8Array, name: string): Document | undefined {
  const part = unzipSync(bytes)[name]
  if (part === undefined) return undefined
  return new DOMParser({ onError: (level, message) => raise(`${level}: ${message}`) }).parseFromString(
    strFromU8(part),
    'text/xml',
  )
}

export function readTables(bytes: Uint8Array): readonly ReadTable[] {
  return elements(readPart(bytes, 'word/document.xml'), 'w:tbl').map((table) => children(table, 'w:tr').map(readRow))
}

/** All elements of a name, in the order of the document. */
export function elements(from: Document | Element, name: string): Element[] {
  return Array.from(from.getElementsByTagName(name))
}

export function children(from: Element, name: string): Element[] {
  return Array.from(from.childNodes).filter((node): node is Element => node.nodeName === name)
}

/** The `w:val` of the first element of a name below `from`; undefined where there is none. */
export function attributeOf(from: Document | Element, name: string, attribute = 'w:val'): string | undefined {
  return elements(from, name)[0]?.getAttribute(attribute) ?? undefined
}

/** The text of a paragraph; `w:tab` and `w:br` as the characters they stand for. */
export function textOf(paragraph: Element): string {
  return Array.from(paragraph.getElementsByTagName('*'))
    .map((element) => {
      if (element.nodeName === 'w:t' || element.nodeName === 'w:delText') return element.textContent ?? ''
      if (element.nodeName === 'w:tab') return '\t'
      return element.nodeName === 'w:br' ? '\n' : ''
    })
    .join('')
}

function readRow(element: Element): ReadRow {
  const height = attributeOf(element, 'w:trHeight')
  return {
    cells: children(element, 'w:tc').map(readCell),
    isHead: elements(element, 'w:tblHeader').length > 0,
    cantSplit: elements(element, 'w:cantSplit').length > 0,
    height: height === undefined ? undefined : Number(height),
    element,
  }
}

function readCell(element: Element): ReadCell {
  const merge = elements(element, 'w:vMerge')[0]
  return {
    paragraphs: children(element, 'w:p').map(textOf),
    gridSpan: Number(attributeOf(element, 'w:gridSpan') ?? 1),
    merge: merge === undefined ? 'none' : merge.getAttribute('w:val') === 'restart' ? 'restart' : 'continue',
    element,
  }
}

function raise(message: string): never {
  throw new Error(message)
}
