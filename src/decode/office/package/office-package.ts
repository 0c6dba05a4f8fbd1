/** The parts of an OOXML package (ECMA-376 part 2) that a reader asks for, each once and no other. */

import { InflateBudget, inflateEntry } from './inflate-entry.js'
import { damaged } from './refusal.js'
import { type Element, ElementReader, encodingOf } from './xml-elements.js'
import { readZipEntries, type ZipEntry } from './zip-entries.js'

export interface Relationship {
  /** The last word of the type: `comments`, `worksheet`. Strict and transitional types end alike. */
  readonly type: string
  /** The part's name; undefined for what lies outside of the document, which is never followed. */
  readonly target: string | undefined
}

export class OfficePackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>
  private readonly budget = new InflateBudget()

  constructor(private readonly bytes: Uint8Array) {
    this.entries = readZipEntries(bytes)
  }

  get names(): readonly string[] {
    return [...this.entries.keys()]
  }

  get entryList(): readonly ZipEntry[] {
    return [...this.entries.values()]
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase())
  }

  /** The beginning of a small part as it is, for `mimetype`. */
  text(name: string): string {
    const pieces: string[] = []
    inflateEntry(this.bytes, this.entryOf(name), this.budget, (piece) => pieces.push(new TextDecoder().decode(piece)))
    return pieces.join('')
  }

  /** Visits the outermost elements of some names in a part; see ElementReader. */
  each(
    name: string,
    names: readonly string[],
    visit: (element: Element) => void,
    begin?: (each: Element) => void,
  ): void {
    const reader = new ElementReader(name, new Set(names), visit, begin)
    inflateEntry(this.bytes, this.entryOf(name), this.budget, (piece) => reader.write(piece))
    reader.end()
  }

  /** The decoded text of a part, piece by piece, for a reader that looks at it before XML is made of it. */
  eachText(name: string, use: (piece: string) => void): void {
    let decoder: InstanceType<typeof TextDecoder> | undefined
    inflateEntry(this.bytes, this.entryOf(name), this.budget, (piece) => {
      decoder ??= new TextDecoder(encodingOf(piece))
      use(decoder.decode(piece, { stream: true }))
    })
  }

  /** A whole part as one tree. */
  tree(name: string, root: string): Element {
    let tree: Element | undefined
    this.each(name, [root], (element) => {
      tree = element
    })
    if (tree === undefined) throw damaged(`「${name}」に ${root} がありません`)
    return tree
  }

  /** The relationships of a part by their ids; of the package itself where the name is empty. */
  relationshipsOf(name: string): ReadonlyMap<string, Relationship> {
    const cut = name.lastIndexOf('/') + 1
    const folder = name.slice(0, cut)
    const part = `${folder}_rels/${name.slice(cut)}.rels`
    const found = new Map<string, Relationship>()
    if (!this.has(part)) return found
    this.each(part, ['rel:Relationship'], ({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes
      const target = TargetMode === 'External' ? undefined : resolve(folder, Target)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target })
    })
    return found
  }

  /** The part that a relationship of this type leads to, where there is one. */
  partOf(name: string, type: string): string | undefined {
    const found = [...this.relationshipsOf(name).values()].find((each) => each.type === type)?.target
    return found !== undefined && this.has(found) ? found : undefined
  }

  private entryOf(name: string): ZipEntry {
    const entry = this.entries.get(name.toLowerCase())
    if (entry === undefined) throw damaged(`「${name}」がありません`)
    return entry
  }
}

/** A target as it is written, `../comments1.xml` or `/word/document.xml`, to a part's name. */
function resolve(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
  for (const part of decode(target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function decode(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}
