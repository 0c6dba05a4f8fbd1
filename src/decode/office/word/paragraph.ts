/** A paragraph of Word as the text that is read: tracked changes decided, fields by what they show, furigana off its base. */

import type { ListedKind, OfficeParagraph, OfficeRun, ReadingOptions, RunMark } from '../office-document.js'
import {
  childOf,
  childrenOf,
  descend,
  type Element,
  isElement,
  outermostBelow,
  textOf,
  textsBelow,
} from '../package/xml-elements.js'
import type { WordNumbering } from './numbering.js'
import { markedRevision, type RunLook, readNumbering, type WordStyles } from './styles.js'
import { symbolOf } from './symbols.js'

/** What a paragraph needs to know of the document, and where it tells what it does not give on. */
export interface WordContext {
  readonly styles: WordStyles
  readonly numbering: WordNumbering
  readonly options: ReadingOptions
  list(kind: ListedKind, place: string, text: string, author?: string): void
  countRevision(author: string): void
  /** A comment or a note that a paragraph refers to. */
  refer(kind: 'comment' | 'footnote' | 'endnote', id: string, place: string): void
  /** The texts of a box that is anchored here. */
  readBox(content: Element, place: string): void
}

export interface ReadParagraph {
  readonly paragraph: OfficeParagraph
  readonly isTitle: boolean
  /** A tracked change took the paragraph's end: it is one with the next. */
  readonly joinsNext: boolean
}

export function readParagraph(element: Element, place: string, context: WordContext): ReadParagraph {
  const properties = childOf(element, 'w:pPr')
  const style = childOf(properties, 'w:pStyle')?.attributes['w:val']
  const reader = new RunReader(style, place, context)
  for (const child of childrenOf(element)) reader.read(child, undefined)
  const end = markedRevision(childOf(properties, 'w:rPr'))
  const joinsNext = end !== undefined && !decideRevision(end, context)
  const isGone = joinsNext && reader.runs.every(({ text }) => text === '')
  const mark = isGone ? '' : numberOf(properties, style, context)
  return { paragraph: { mark, runs: reader.runs }, isTitle: context.styles.isTitle(style), joinsNext }
}

function numberOf(properties: Element | undefined, style: string | undefined, context: WordContext): string {
  const numbering = readNumbering(properties) ?? context.styles.numberingOf(style)
  return numbering === undefined || numbering.id === '0' ? '' : context.numbering.next(numbering)
}

/** Whether what a tracked change marks is kept; counted once for each change. */
export function decideRevision(change: Element, { options, countRevision }: WordContext): boolean {
  countRevision(change.attributes['w:author'] ?? '')
  const isNew = change.name === 'w:ins' || change.name === 'w:moveTo'
  return isNew === (options.revisions === 'accept')
}

/** Elements that hold runs and mean nothing to the text (17.5, 17.16). */
const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:bdo',
  'w:dir',
  'w:sdtContent',
  'w:rubyBase',
])

const REFERENCES = {
  'w:commentReference': 'comment',
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
} as const

/** Pictures and what else is drawn. */
const DRAWN = new Set(['w:drawing', 'w:pict', 'w:object'])

class RunReader {
  readonly runs: OfficeRun[] = []

  constructor(
    private readonly style: string | undefined,
    private readonly place: string,
    private readonly context: WordContext,
  ) {}

  /** `gone` is the author of a change that takes the text away. */
  read(element: Element, gone: string | undefined): void {
    const { name } = element
    if (name === 'w:r') this.readRun(element, gone)
    else if (name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom' || name === 'w:moveTo') {
      const author = element.attributes['w:author'] ?? ''
      const isKept = decideRevision(element, this.context)
      for (const child of childrenOf(element)) this.read(child, gone ?? (isKept ? undefined : author))
    } else if (name === 'w:sdt') {
      for (const child of childrenOf(childOf(element, 'w:sdtContent') ?? element)) this.read(child, gone)
    } else if (TRANSPARENT.has(name)) {
      for (const child of childrenOf(element)) this.read(child, gone)
    } else if (name === 'mc:AlternateContent') {
      for (const child of chooseAlternative(element)) this.read(child, gone)
    }
  }

  private readRun(run: Element, gone: string | undefined): void {
    const properties = childOf(run, 'w:rPr')
    const look = this.context.styles.lookOf(properties, this.style)
    for (const child of childrenOf(run)) this.readPiece(child, look, gone)
  }

  private readPiece(piece: Element, look: RunLook, gone: string | undefined): void {
    const { name, attributes } = piece
    switch (name) {
      case 'w:t':
      case 'w:delText':
        this.add(textOf(piece), look, gone)
        break
      case 'w:br':
        if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') this.add('\n', look, gone)
        break
      case 'w:cr':
        this.add('\n', look, gone)
        break
      case 'w:tab':
      case 'w:ptab':
        this.add('\t', look, gone)
        break
      case 'w:noBreakHyphen':
        this.add('-', look, gone)
        break
      case 'w:sym':
        this.addSymbol(attributes['w:char'] ?? '', attributes['w:font'] ?? '', look, gone)
        break
      case 'w:ruby':
        this.readRuby(piece, gone)
        break
      case 'w:commentReference':
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.context.refer(REFERENCES[name], attributes['w:id'] ?? '', this.place)
        break
      case 'mc:AlternateContent':
        for (const child of chooseAlternative(piece)) this.readPiece(child, look, gone)
        break
      default:
        if (DRAWN.has(name)) this.readDrawing(piece)
    }
  }

  /** The base stands in the text; the reading is told. */
  private readRuby(ruby: Element, gone: string | undefined): void {
    const base = childOf(ruby, 'w:rubyBase')
    if (base !== undefined) this.read(base, gone)
    const reading = childrenOf(ruby, 'w:rt').flatMap((each) => textsBelow(each, ['w:t']))
    this.context.list('furigana', this.place, reading.join(''))
  }

  private addSymbol(code: string, font: string, look: RunLook, gone: string | undefined): void {
    const sign = symbolOf(Number.parseInt(code, 16), font)
    this.context.list('symbol', `${this.place}（${font} ${code}）`, '')
    this.add(sign ?? '〓', look, gone)
  }

  private readDrawing(drawing: Element): void {
    const boxes = outermostBelow(drawing, 'w:txbxContent')
    for (const box of boxes) this.context.readBox(box, this.place)
    if (boxes.length > 0) return
    const kind = drawing.name === 'w:object' ? 'embedded-object' : 'image'
    this.context.list(kind, this.place, '')
    const words = textsBelow(drawing, ['a:t']).join('')
    if (words !== '') this.context.list('text', `${this.place}（図の中）`, words)
  }

  private add(text: string, look: RunLook, gone: string | undefined): void {
    if (text === '') return
    if (gone !== undefined) {
      this.context.list('revision', this.place, text, gone)
      return
    }
    if (look.hidden) {
      this.context.list('hidden', this.place, this.context.options.hidden === 'skip' ? text : '')
      if (this.context.options.hidden === 'skip') return
    }
    const marks = MARKS.filter((mark) => look[mark])
    const last = this.runs.at(-1)
    if (last !== undefined && last.marks.join() === marks.join())
      this.runs[this.runs.length - 1] = { text: last.text + text, marks }
    else this.runs.push({ text, marks })
  }
}

const MARKS: readonly RunMark[] = ['bold', 'underline', 'strike', 'red', 'superscript', 'subscript']

/** What a newer program would read, which says the same as the fallback (ECMA-376 part 3, 9). */
export function chooseAlternative(element: Element): Element[] {
  const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
  return choice === undefined ? [] : childrenOf(choice)
}

/** Elements of a flow with what content controls, custom XML and alternatives hold in their place. */
export function flowOf(element: Element): Element[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === 'w:sdt') return flowOf(childOf(child, 'w:sdtContent') ?? child)
    if (child.name === 'w:customXml' || child.name === 'w:smartTag') return flowOf(child)
    if (child.name === 'mc:AlternateContent') return chooseAlternative(child)
    return [child]
  })
}

/** Paragraph style properties down a way of names, for whoever needs no look of runs. */
export function propertyOf(element: Element, ...names: readonly string[]): string | undefined {
  return descend(element, ...names)?.attributes['w:val']
}
