/** The flow of a Word document, of a cell or of a box: paragraphs, and tables between them. */

import type { OfficeParagraph, OfficePart, OfficeTable, TextRole } from '../office-document.js'
import { linesOf } from '../office-document.js'
import type { Element } from '../package/xml-elements.js'
import { flowOf, readParagraph, type WordContext } from './paragraph.js'
import { readWordTable } from './table.js'

/** The parts of a flow; `name` tells where they stand: 段落, テキストボックス. */
export function readFlow(element: Element, name: string, role: TextRole, context: WordContext): OfficePart[] {
  const parts: OfficePart[] = []
  const paragraphs = new ParagraphJoiner()
  let count = 0
  let tables = 0
  const close = (last: { paragraph: OfficeParagraph; isTitle: boolean } | undefined) => {
    if (last === undefined) return
    const isTitle = role === 'flow' && last.isTitle
    parts.push({ tag: 'text', paragraph: last.paragraph, place: `${name}${count}`, role: isTitle ? 'title' : role })
  }
  for (const child of flowOf(element)) {
    if (child.name === 'w:p') {
      const read = readParagraph(child, `${name}${count + 1}`, context)
      const whole = paragraphs.take(read.paragraph, read.joinsNext)
      if (whole === undefined) continue
      count++
      close({ paragraph: whole, isTitle: read.isTitle })
    } else if (child.name === 'w:tbl') {
      close(lastOf(paragraphs))
      tables++
      const place = role === 'flow' || role === 'title' ? `表${tables}` : `${name}の表${tables}`
      parts.push({ tag: 'table', table: readWordTable(child, place, context, readCellFlow) })
    }
  }
  close(lastOf(paragraphs))
  return parts
}

function lastOf(joiner: ParagraphJoiner): { paragraph: OfficeParagraph; isTitle: boolean } | undefined {
  const paragraph = joiner.rest()
  return paragraph === undefined ? undefined : { paragraph, isTitle: false }
}

/** The paragraphs of a cell; a table in it gives a paragraph for each of its rows. */
export function readCellFlow(element: Element, place: string, context: WordContext): OfficeParagraph[] {
  const paragraphs: OfficeParagraph[] = []
  const joiner = new ParagraphJoiner()
  const push = (paragraph: OfficeParagraph | undefined) => {
    if (paragraph !== undefined) paragraphs.push(paragraph)
  }
  for (const child of flowOf(element)) {
    if (child.name === 'w:p') {
      const { paragraph, joinsNext } = readParagraph(child, place, context)
      push(joiner.take(paragraph, joinsNext))
    } else if (child.name === 'w:tbl') {
      push(joiner.rest())
      context.list('nested-table', place, '')
      paragraphs.push(...tableLines(readWordTable(child, `${place}の中の表`, context, readCellFlow)))
    }
  }
  push(joiner.rest())
  while (paragraphs.length > 0 && linesOf(paragraphs.slice(-1))[0] === '') paragraphs.pop()
  return paragraphs
}

/** A table within a cell: a line a row, its cells a full-width blank apart. */
function tableLines({ rows }: OfficeTable): OfficeParagraph[] {
  return rows.map(({ cells }) => ({
    mark: '',
    runs: cells.flatMap(({ paragraphs }, index) => {
      const runs = paragraphs.flatMap(({ mark, runs: own }) => [{ text: mark, marks: [] }, ...own])
      return index === 0 ? runs : [{ text: '　', marks: [] }, ...runs]
    }),
  }))
}

/** Puts paragraphs together whose ends a tracked change took away. */
class ParagraphJoiner {
  private open: OfficeParagraph | undefined

  /** The paragraph that is whole now; undefined where it goes on with the next one. */
  take(paragraph: OfficeParagraph, joinsNext: boolean): OfficeParagraph | undefined {
    const before = this.open
    const joined =
      before === undefined
        ? paragraph
        : { mark: before.mark || paragraph.mark, runs: [...before.runs, ...paragraph.runs] }
    this.open = joinsNext ? joined : undefined
    return joinsNext ? undefined : joined
  }

  /** What is left where no paragraph follows: one that says something ends there. */
  rest(): OfficeParagraph | undefined {
    const { open } = this
    this.open = undefined
    return open?.runs.some(({ text }) => text !== '') ? open : undefined
  }
}
