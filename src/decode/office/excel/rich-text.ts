/** A string of Excel (ECMA-376 part 1, 18.4.8 si, 18.4.12 t): its runs, and the reading that stands over it. */

import type { OfficeParagraph, OfficeRun, RunMark } from '../office-document.js'
import { childOf, childrenOf, type Element, textOf } from '../package/xml-elements.js'
import { readFontMarks } from './cell-styles.js'

export interface RichText {
  readonly runs: readonly { readonly text: string; readonly marks: readonly RunMark[] | undefined }[]
  readonly reading: string
}

/** `marks` is undefined for runs that look as the cell does. */
export function readRichText(string: Element): RichText {
  const runs = childrenOf(string).flatMap((child) => {
    if (child.name === 'x:t') return [{ text: decode(textOf(child)), marks: undefined }]
    if (child.name !== 'x:r') return []
    const properties = childOf(child, 'x:rPr')
    const text = decode(childrenOf(child, 'x:t').map(textOf).join(''))
    return [{ text, marks: properties === undefined ? undefined : readFontMarks(properties) }]
  })
  const reading = childrenOf(string, 'x:rPh').map((each) => childrenOf(each, 'x:t').map(textOf).join(''))
  return { runs, reading: reading.join('') }
}

/** 22.9.2.19 ST_Xstring: characters that XML cannot hold are written _x000D_. */
export function decode(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  return plain.replace(/\r\n?/g, '\n')
}

/** The runs as paragraphs, one a line. */
export function toParagraphs({ runs }: RichText, cellMarks: readonly RunMark[]): OfficeParagraph[] {
  const lines: OfficeRun[][] = [[]]
  for (const { text, marks } of runs) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (piece !== '') lines.at(-1)!.push({ text: piece, marks: marks ?? cellMarks })
    }
  }
  while (lines.length > 0 && lines.at(-1)!.length === 0) lines.pop()
  return lines.map((line) => ({ mark: '', runs: line }))
}
