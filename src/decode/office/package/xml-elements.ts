/** XML as it is unpacked, in pieces, to small trees of the elements that a reader asks for. */

import { SaxesParser } from 'saxes'
import { shortNamespace } from './namespaces.js'
import { damaged, Refusal, tooLarge } from './refusal.js'

/** An element under its short name, `w:tbl`. */
export interface Element {
  readonly name: string
  /** By short name: `w:val`; attributes without a prefix have none. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

interface OpenElement extends Element {
  children: (Element | string)[]
}

const NO_ATTRIBUTES: Element['attributes'] = {}

const DEEPEST = 200
/** Of one tree; a thousand rows of a plan have three hundred thousand at most. */
const MOST_ELEMENTS = 800_000
/** Text without a tag in it; a cell of Excel holds 32,767 characters at most. */
const LONGEST_TEXT = 16 * 1024 * 1024

/**
 * Takes pieces of a part and gives `visit` every outermost element of one of `names` when it ends; what stands around
 * them is read and forgotten, but for the text of `begin`, which is told of every element around them as it begins.
 */
export class ElementReader {
  private readonly parser = new SaxesParser()
  private readonly prefixes: Record<string, string>[] = [{ xml: 'xml' }]
  private readonly scopes: boolean[] = []
  private shortNames = new Map<string, string>()
  private readonly open: OpenElement[] = []
  private decoder: InstanceType<typeof TextDecoder> | undefined
  private elements = 0
  private plain = 0

  constructor(
    private readonly part: string,
    private readonly names: ReadonlySet<string>,
    private readonly visit: (element: Element) => void,
    private readonly begin?: (element: Element) => void,
  ) {
    this.parser.on('error', (error) => {
      throw damaged(`「${part}」の${/^(?:\d+):(\d+)/.exec(error.message)?.[0] ?? ''} が XML として読めません`)
    })
    this.parser.on('doctype', () => {
      throw new Refusal({ code: 'unsafe-document', values: { part } })
    })
    this.parser.on('opentag', (tag) => this.begins(tag.name, tag.attributes as Record<string, string>))
    this.parser.on('closetag', () => this.ends())
    const text = (piece: string) => {
      this.open.at(-1)?.children.push(piece)
    }
    this.parser.on('text', text)
    this.parser.on('cdata', text)
  }

  write(bytes: Uint8Array): void {
    this.decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    let piece: string
    try {
      piece = this.decoder.decode(bytes, { stream: true })
    } catch {
      throw damaged(`「${this.part}」の文字コードが正しくありません`)
    }
    this.writeText(piece)
  }

  /** For a caller that has looked at the text already. */
  writeText(piece: string): void {
    this.plain = piece.includes('<') ? 0 : this.plain + piece.length
    if (this.plain > LONGEST_TEXT) throw tooLarge('一つの文字列が長すぎます')
    this.parser.write(piece)
  }

  end(): void {
    this.parser.close()
  }

  private begins(rawName: string, raw: Record<string, string>): void {
    const declares = this.declare(raw)
    this.scopes.push(declares)
    if (this.scopes.length > DEEPEST) throw tooLarge(`入れ子が${DEEPEST}段を超えます`)
    const name = this.shorten(rawName)
    const isWanted = this.open.length > 0 || this.names.has(name)
    if (!isWanted && this.begin === undefined) return
    const attributes = this.attributesOf(raw)
    if (!isWanted) {
      this.begin?.({ name, attributes, children: [] })
      return
    }
    if (++this.elements > MOST_ELEMENTS) throw tooLarge('要素が多すぎます')
    const element: OpenElement = { name, attributes, children: [] }
    this.open.at(-1)?.children.push(element)
    this.open.push(element)
  }

  private attributesOf(raw: Record<string, string>): Element['attributes'] {
    let attributes: Record<string, string> | undefined
    for (const key in raw) {
      if (key.startsWith('xmlns')) continue
      attributes ??= {}
      attributes[key.includes(':') ? this.shorten(key) : key] = raw[key]!
    }
    return attributes ?? NO_ATTRIBUTES
  }

  private ends(): void {
    if (this.scopes.pop()) {
      this.prefixes.pop()
      this.shortNames = new Map()
    }
    const element = this.open.pop()
    if (element === undefined) return
    // An array that grew holds room for more than a tree of a million elements can spare.
    element.children = element.children.slice()
    if (this.open.length > 0) return
    this.elements = 0
    this.visit(element)
  }

  /** Takes up the prefixes that an element declares; says whether there were any. */
  private declare(raw: Record<string, string>): boolean {
    let scope: Record<string, string> | undefined
    for (const key in raw) {
      if (!key.startsWith('xmlns')) continue
      scope ??= { ...this.prefixes.at(-1)! }
      scope[key === 'xmlns' ? '' : key.slice('xmlns:'.length)] = shortNamespace(raw[key]!)
    }
    if (scope === undefined) return false
    this.prefixes.push(scope)
    this.shortNames = new Map()
    return true
  }

  private shorten(raw: string): string {
    const known = this.shortNames.get(raw)
    if (known !== undefined) return known
    const colon = raw.indexOf(':')
    const namespace = this.prefixes.at(-1)![raw.slice(0, Math.max(colon, 0))] ?? (colon < 0 ? '' : '?')
    const short = namespace === '' ? raw : `${namespace}:${raw.slice(colon + 1)}`
    this.shortNames.set(raw, short)
    return short
  }
}

/** UTF-16 tells itself by its mark or by the zero byte beside the first `<` (XML 1.0, appendix F). */
export function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

export function isElement(child: Element | string): child is Element {
  return typeof child !== 'string'
}

export function childrenOf(element: Element, name?: string): Element[] {
  return element.children.filter((child): child is Element => isElement(child) && (name ?? child.name) === child.name)
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => isElement(child) && child.name === name)
}

/** An element down a way of names: `w:pPr`, `w:rPr`, `w:del`. */
export function descend(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => childOf(at, name), element)
}

/** All the text in an element. */
export function textOf(element: Element): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('')
}

/** The elements of a name anywhere below. */
export function allBelow(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...allBelow(child, name)])
}

/** The texts of the elements of some names anywhere below, in order. */
export function textsBelow(element: Element, names: readonly string[]): string[] {
  return childrenOf(element).flatMap((child) =>
    names.includes(child.name) ? [textOf(child)] : textsBelow(child, names),
  )
}

/** The elements of a name below that stand in no other of that name. */
export function outermostBelow(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : outermostBelow(child, name)))
}
