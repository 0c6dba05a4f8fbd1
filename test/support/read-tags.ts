/** Reads the structure tree of a PDF, and with pdf.js the text of each of its elements: what a screen reader would get. */

import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js'

export interface Tag {
  readonly kind: string
  readonly id: string | undefined
  readonly alt: string | undefined
  readonly scope: string | undefined
  readonly headers: readonly string[]
  readonly rowSpan: number
  readonly colSpan: number
  /** Elements, and the text of content. */
  readonly kids: readonly (Tag | string)[]
}

type Value = string | number | readonly Value[] | Dictionary | ObjectReference
type Dictionary = ReadonlyMap<string, Value>
class ObjectReference {
  constructor(readonly number: number) {}
}

export async function readTags(bytes: Uint8Array): Promise<Tag> {
  const objects = readObjects(Buffer.from(bytes))
  const texts = await readMarkedTexts(bytes)
  const follow = (value: Value | undefined) => (value instanceof ObjectReference ? objects.get(value.number) : value)
  const dictionaryOf = (value: Value | undefined) => {
    const found = follow(value)
    return found instanceof Map ? (found as Dictionary) : new Map<string, Value>()
  }
  const catalog = [...objects.values()].find((each) => each instanceof Map && each.get('Type') === '/Catalog')
  const root = dictionaryOf(dictionaryOf(catalog).get('StructTreeRoot'))
  const toTag = (element: Dictionary): Tag => {
    const kids = follow(element.get('K'))
    const attributes = dictionaryOf(element.get('A'))
    const headers = attributes.get('Headers')
    const text = (key: string) => element.get(key) as string | undefined
    return {
      kind: (text('S') ?? '').slice(1),
      id: text('ID'),
      alt: text('Alt'),
      scope: (attributes.get('Scope') as string | undefined)?.slice(1),
      headers: Array.isArray(headers) ? (headers as string[]) : [],
      rowSpan: Number(attributes.get('RowSpan') ?? 1),
      colSpan: Number(attributes.get('ColSpan') ?? 1),
      kids: (kids === undefined ? [] : Array.isArray(kids) ? (kids as Value[]) : [kids]).map((kid) => {
        if (typeof kid === 'number') return textOf(texts, element.get('Pg'), kid)
        const below = dictionaryOf(kid)
        return below.has('MCID') ? textOf(texts, below.get('Pg'), below.get('MCID')) : toTag(below)
      }),
    }
  }
  return toTag(dictionaryOf(root.get('K')))
}

function textOf(texts: ReadonlyMap<string, string>, page: Value | undefined, id: Value | undefined): string {
  const text = texts.get(`p${(page as ObjectReference).number}R_mc${id}`)
  if (text === undefined) throw new Error(`no content ${id} on the page`)
  return text
}

/** The text of each cell below the head, by pdf.js's own tree of the first page. */
export async function readBodyCells(bytes: Uint8Array): Promise<readonly string[]> {
  const texts = await readMarkedTexts(bytes)
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const tree = await page.getStructTree()
  await task.destroy()
  const textOfNode = (node: StructTreeNode | StructTreeContent): string =>
    'children' in node ? node.children.map(textOfNode).join('') : (texts.get(node.id) ?? '')
  const cells = (node: StructTreeNode | StructTreeContent): readonly string[] => {
    if (!('children' in node) || node.role === 'THead') return []
    return node.role === 'TD' || node.role === 'TH' ? [textOfNode(node)] : node.children.flatMap(cells)
  }
  return cells(tree)
}

/** By pdf.js's name of the content: page and number. What is in no such content, but is no artifact either, stands under `untagged`. */
async function readMarkedTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const texts = new Map([['untagged', '']])
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true })
    let open = 'untagged'
    for (const item of items) {
      if ('str' in item) {
        // pdf.js puts in spaces of its own between texts that stand apart; they have no height.
        if (item.height > 0) texts.set(open, texts.get(open)! + item.str)
      } else {
        const { type, id, tag } = item as { readonly type: string; readonly id?: string; readonly tag?: string }
        open = type === 'endMarkedContent' ? 'untagged' : tag === 'Artifact' ? 'artifact' : (id ?? 'untagged')
        if (!texts.has(open)) texts.set(open, '')
      }
    }
  }
  await task.destroy()
  return texts
}

/** Text that is neither read nor marked as something that need not be. */
export async function untaggedText(bytes: Uint8Array): Promise<string> {
  return (await readMarkedTexts(bytes)).get('untagged')!
}

/** The objects that stand packed together. */
function readObjects(file: Buffer): ReadonlyMap<number, Value> {
  const objects = new Map<number, Value>()
  for (const found of file.toString('latin1').matchAll(/<<([^\n]*\/ObjStm[^\n]*)>>\nstream\n/g)) {
    const head = parse(`<<${found[1]}>>`) as Dictionary
    const start = found.index + found[0].length
    const content = inflateSync(file.subarray(start, start + Number(head.get('Length')))).toString('latin1')
    const first = Number(head.get('First'))
    const places = content.slice(0, first).trim().split(/\s+/).map(Number)
    for (let at = 0; at < places.length; at += 2) {
      objects.set(
        places[at]!,
        parse(content.slice(first + places[at + 1]!, first + (places[at + 3] ?? content.length))),
      )
    }
  }
  return objects
}

const TOKEN = /<<|>>|\[|\]|\/[^\s/<>[\]()]*|\((?:\\.|[^\\)])*\)|<[0-9a-f]*>|\d+ 0 R|[^\s/<>[\]()]+/g

function parse(source: string): Value {
  const tokens = source.match(TOKEN) ?? []
  let at = 0
  const next = (): Value => {
    const token = tokens[at++]!
    if (token === '<<') {
      const entries = new Map<string, Value>()
      while (tokens[at] !== '>>') {
        const key = tokens[at++]!.slice(1)
        entries.set(key, next())
      }
      at++
      return entries
    }
    if (token === '[') {
      const values: Value[] = []
      while (tokens[at] !== ']') values.push(next())
      at++
      return values
    }
    if (/^\d+ 0 R$/.test(token)) return new ObjectReference(Number.parseInt(token, 10))
    if (token.startsWith('(')) return token.slice(1, -1).replace(/\\(.)/g, '$1')
    if (token.startsWith('<')) return Buffer.from(token.slice(5, -1), 'hex').swap16().toString('utf16le')
    return /^-?[\d.]+$/.test(token) ? Number(token) : token
  }
  return next()
}

/** What is read on without a pause: of an item its marker and its text. */
const INLINE: readonly string[] = ['Span', 'Lbl', 'LBody']

/** The texts of an element, one for each part that is read by itself. */
export function textsIn(tag: Tag): readonly string[] {
  const isInline = (kid: Tag | string): kid is Tag => typeof kid !== 'string' && INLINE.includes(kid.kind)
  const own = tag.kids.map((kid) => (typeof kid === 'string' ? kid : isInline(kid) ? textsIn(kid).join('') : ''))
  const joined = own.join('')
  const below = tag.kids.flatMap((kid) => (typeof kid === 'string' || isInline(kid) ? [] : textsIn(kid)))
  return [...(joined === '' ? [] : [joined]), ...below]
}

/** All elements of a kind, in the order of reading. */
export function tagsOf(tag: Tag, ...kinds: readonly string[]): readonly Tag[] {
  const below = tag.kids.flatMap((kid) => (typeof kid === 'string' ? [] : tagsOf(kid, ...kinds)))
  return kinds.includes(tag.kind) ? [tag, ...below] : below
}
