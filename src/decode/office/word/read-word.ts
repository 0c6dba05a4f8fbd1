/** A Word document to what it says: its flow, its tables, its notes, and an account of what stands in neither. */

import {
  type Listed,
  linesOf,
  type OfficeDocument,
  type OfficePaper,
  type OfficePart,
  type ReadingOptions,
} from '../office-document.js'
import type { OfficePackage } from '../package/office-package.js'
import { damaged } from '../package/refusal.js'
import { allBelow, childOf, childrenOf, type Element } from '../package/xml-elements.js'
import { readFlow } from './flow.js'
import { WordNumbering } from './numbering.js'
import type { WordContext } from './paragraph.js'
import { WordStyles } from './styles.js'

export function readWord(office: OfficePackage, main: string, options: ReadingOptions): OfficeDocument {
  const body = childOf(office.tree(main, 'w:document'), 'w:body')
  if (body === undefined) throw damaged('本文がありません')
  const listed: Listed[] = []
  const revisions = new Map<string, number>()
  const boxes: OfficePart[] = []
  const notes: OfficePart[] = []
  const related = new RelatedTexts(office, main)
  const context: WordContext = {
    styles: new WordStyles(partTree(office, main, 'styles', 'w:styles')),
    numbering: new WordNumbering(partTree(office, main, 'numbering', 'w:numbering')),
    options,
    list: (kind, place, text, author) => {
      listed.push({ kind, place, text, ...(author === undefined || author === '' ? {} : { author }) })
    },
    countRevision: (author) => {
      revisions.set(author, (revisions.get(author) ?? 0) + 1)
    },
    refer: (kind, id, place) => {
      const found = related.find(kind, id)
      if (found === undefined) return
      const read = readFlow(found, place, 'note', { ...context, refer: () => {} })
      if (kind === 'comment') {
        context.list('comment', place, textsOf(read).join('\n'), found.attributes['w:author'])
      } else {
        notes.push(...read.map((part) => (part.tag === 'text' ? { ...part, place: `${place}の脚注` } : part)))
      }
    },
    readBox: (content, place) => {
      boxes.push(...readFlow(content, `${place}のテキストボックス`, 'box', context))
    },
  }
  const parts = readFlow(body, '段落', 'flow', context)
  listEdges(office, main, context)
  listDropped(office, main, context)
  const paper = paperOf(body)
  return {
    kind: 'word',
    parts: [...parts, ...boxes, ...notes],
    listed,
    revisions,
    ...(paper === undefined ? {} : { paper }),
  }
}

/** Comments and notes by their ids, read when the first of a kind is asked for. */
class RelatedTexts {
  private readonly parts = new Map<string, ReadonlyMap<string, Element>>()

  constructor(
    private readonly office: OfficePackage,
    private readonly main: string,
  ) {}

  find(kind: 'comment' | 'footnote' | 'endnote', id: string): Element | undefined {
    const known = this.parts.get(kind) ?? this.read(kind)
    this.parts.set(kind, known)
    return known.get(id)
  }

  private read(kind: string): ReadonlyMap<string, Element> {
    const root = partTree(this.office, this.main, `${kind}s`, `w:${kind}s`)
    const all = root === undefined ? [] : childrenOf(root, `w:${kind}`)
    return new Map(all.map((each) => [each.attributes['w:id'] ?? '', each]))
  }
}

function partTree(office: OfficePackage, main: string, type: string, root: string): Element | undefined {
  const name = office.partOf(main, type)
  return name === undefined ? undefined : office.tree(name, root)
}

function textsOf(parts: readonly OfficePart[]): string[] {
  return parts.flatMap((part) =>
    part.tag === 'text'
      ? linesOf([part.paragraph])
      : part.table.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => linesOf(paragraphs))),
  )
}

/** Headers and footers say something on every page, and nothing of it belongs to the table. */
function listEdges(office: OfficePackage, main: string, context: WordContext): void {
  for (const [type, root, name] of [
    ['header', 'w:hdr', 'ヘッダー'],
    ['footer', 'w:ftr', 'フッター'],
  ] as const) {
    const parts = [...office.relationshipsOf(main).values()].filter((each) => each.type === type)
    for (const { target } of parts) {
      if (target === undefined || !office.has(target)) continue
      const read = readFlow(office.tree(target, root), name, 'note', context)
      for (const text of new Set(textsOf(read))) if (text.trim() !== '') context.list(type, name, text)
    }
  }
}

/** What is named and not read: it is no text, or somebody else's program. */
function listDropped(office: OfficePackage, main: string, context: WordContext): void {
  for (const { type, target } of office.relationshipsOf(main).values()) {
    if (type === 'vbaProject') context.list('macro', target ?? '', '')
    if (type === 'control' || type === 'oleObject' || type === 'package')
      context.list('embedded-object', target ?? '', '')
    if (type === 'aFChunk') context.list('embedded-object', target ?? '', '')
    if (target === undefined && type !== 'hyperlink') context.list('external-link', type, '')
  }
}

function paperOf(body: Element): OfficePaper | undefined {
  const size = allBelow(body, 'w:pgSz').at(-1)?.attributes
  const [width, height] = [Number(size?.['w:w']), Number(size?.['w:h'])]
  return width > 0 && height > 0 ? { width: width / 20, height: height / 20 } : undefined
}
