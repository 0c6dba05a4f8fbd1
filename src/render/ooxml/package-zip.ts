/** The zip of an Office document: the same parts always make the same bytes, whatever the clock, the time zone or the writer. */

import { unzipSync } from 'fflate'
import { crc32 } from '../../packing/crc32.js'
import type { Deflate } from '../../packing/deflate.js'
import { joinBytes } from '../../packing/join-bytes.js'
import { sealOf } from '../../packing/seal.js'

/** ECMA-376 part 2 lets the parts stand in any order; readers that look at the start of a file expect this one first. */
const FIRST = '[Content_Types].xml'

/** Names and contents of the parts of a package, in any order. Names that end in a slash are folders and are left out. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** Called with the name and text of each `.xml` and `.rels` part; returns the changed text, or nothing to leave it as it is. */
export type EditPart = (name: string, xml: string) => string | undefined

export function unpack(zip: Uint8Array): Parts {
  return unzipSync(zip)
}

/** A part that holds the seal of all others. */
export type SealedPart = (seal: string) => { readonly name: string; readonly content: Uint8Array }

/** Writes a zip (PKWARE APPNOTE 6.3.3): entries in order of their names, with one fixed time. */
export async function pack(parts: Parts, deflate: Deflate, edit?: EditPart, sealed?: SealedPart): Promise<Uint8Array> {
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  const contents = names.map((name) => ({ name, content: editPart(name, parts[name]!, edit) }))
  const others = await Promise.all(contents.map(({ name, content }) => makeEntry(name, content, deflate)))
  const last = sealed?.(sealOf(others.map(({ partName: name, size, crc }) => ({ name, size, crc }))))
  const own = last === undefined ? [] : [await makeEntry(last.name, last.content, deflate)]
  const entries = [...others, ...own].sort((a, b) => comparePartNames(a.partName, b.partName))
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, header, data } of entries) {
    files.push(bytesOf('PK\x03\x04'), header, name, data)
    directory.push(bytesOf('PK\x01\x02\x14\0'), header, placeAt(offset), name)
    offset += 4 + header.length + name.length + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  return joinBytes([...files, ...directory, endOfDirectory(entries.length, size, offset)])
}

function editPart(name: string, content: Uint8Array, edit: EditPart | undefined): Uint8Array {
  if (edit === undefined || !/\.(xml|rels)$/.test(name)) return content
  const changed = edit(name, new TextDecoder().decode(content))
  return changed === undefined ? content : bytesOf(changed)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** By UTF-16 units: `localeCompare` would go by the machine's language. */
function comparePartNames(a: string, b: string): number {
  if (a === FIRST || b === FIRST) return a === FIRST ? -1 : 1
  return a < b ? -1 : 1
}

interface Entry {
  readonly partName: string
  readonly size: number
  readonly crc: number
  readonly name: Uint8Array
  /** What the entry's own header and the directory both say of it. */
  readonly header: Uint8Array
  readonly data: Uint8Array
}

/** Half the time of the usual 6 for files that are some percent larger. */
const LEVEL = 4
const VERSION = 20
const UTF8_NAME = 0x0800
const DEFLATED = 8
/** The first day that a zip can name: 1 January 1980, at midnight in whatever zone. */
const DAY = 0x0021

async function makeEntry(partName: string, content: Uint8Array, deflate: Deflate): Promise<Entry> {
  const name = bytesOf(partName)
  const data = await deflate(content, 'raw', LEVEL)
  const [header, view] = record(26)
  view.setUint16(0, VERSION, true)
  view.setUint16(2, UTF8_NAME, true)
  view.setUint16(4, DEFLATED, true)
  view.setUint16(8, DAY, true)
  const crc = crc32(content)
  view.setUint32(10, crc, true)
  view.setUint32(14, data.length, true)
  view.setUint32(18, content.length, true)
  view.setUint16(22, name.length, true)
  return { partName, size: content.length, crc, name, header, data }
}

/** The directory's last words on an entry: no comment, no attributes, where it begins. */
function placeAt(offset: number): Uint8Array {
  const [place, view] = record(14)
  view.setUint32(10, offset, true)
  return place
}

function endOfDirectory(count: number, size: number, offset: number): Uint8Array {
  const [end, view] = record(22)
  end.set(bytesOf('PK\x05\x06'))
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return end
}

/** So many bytes of zero, and the view by which numbers are written into them. */
function record(length: number): [Uint8Array, DataView] {
  const bytes = new Uint8Array(length)
  return [bytes, new DataView(bytes.buffer)]
}
