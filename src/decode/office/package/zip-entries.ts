/** The directory of a ZIP file (APPNOTE.TXT 4.3.12, 4.3.16, 4.5.3): names, places and what the directory says of sizes. */

import { damaged, Refusal, tooLarge } from './refusal.js'

export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  /** Of the directory, as they stand there (4.4.4, 4.4.6). */
  readonly flags: number
  readonly moment: number
  readonly crc: number
  /** What the directory says; `inflateEntry` holds it against what comes out. */
  readonly size: number
  readonly packedSize: number
  /** Of the entry's own header. */
  readonly offset: number
}

const MOST_ENTRIES = 10_000

const END = 0x06054b50
const END_LENGTH = 22
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const ABSENT = 0xffffffff

/** All entries, by their name in small letters without the leading stroke: OPC part names are told so (ECMA-376 part 2, 6.3.5). */
export function readZipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = findDirectory(view)
  if (count > MOST_ENTRIES) throw tooLarge(`部品が${MOST_ENTRIES.toLocaleString('en-US')}を超えます`)
  const entries = new Map<string, ZipEntry>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY)
      throw damaged('目次が途中で切れています')
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
    const [nameLength, extraLength, commentLength] = lengths
    const next = at + ENTRY_LENGTH + nameLength + extraLength + commentLength
    if (next > view.byteLength) throw damaged('目次が途中で切れています')
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    const key = name.replace(/^\/+/, '').toLowerCase()
    if (entries.has(key)) throw damaged(`「${name}」が二つあります`)
    entries.set(key, readEntry(view, at, name, at + ENTRY_LENGTH + nameLength, extraLength))
    at = next
  }
  return entries
}

/** The packed bytes of an entry, behind its own header. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packedSize, name } = entry
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) {
    throw damaged(`「${name}」が目次の言う所にありません`)
  }
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) throw damaged(`「${name}」が途中で切れています`)
  return bytes.subarray(start, start + packedSize)
}

/** The end record stands before a comment of at most 64 kB. */
function findDirectory(view: DataView): { count: number; start: number } {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (count < 0xffff && start !== ABSENT) return { count, start }
    return findDirectory64(view, at) ?? { count, start }
  }
  throw damaged('終わりがありません。途中までしか写されていないようです')
}

function findDirectory64(view: DataView, end: number): { count: number; start: number } | undefined {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) throw damaged('目次の場所が分かりません')
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) }
}

function readEntry(view: DataView, at: number, name: string, extraAt: number, extraLength: number): ZipEntry {
  if (view.getUint16(at + 8, true) & 1) throw new Refusal({ code: 'encrypted-document', values: { part: name } })
  const method = view.getUint16(at + 10, true)
  if (method !== 0 && method !== 8) throw damaged(`「${name}」の圧縮の方法を知りません`)
  const wide = readWideSizes(view, extraAt, extraLength)
  const narrow = (offset: number) => view.getUint32(at + offset, true)
  const sizeOf = (offset: number) => (narrow(offset) === ABSENT ? (wide.shift() ?? ABSENT) : narrow(offset))
  const size = sizeOf(24)
  const packedSize = sizeOf(20)
  const offset = sizeOf(42)
  return {
    name,
    method: method === 0 ? 'stored' : 'deflated',
    flags: view.getUint16(at + 8, true),
    moment: narrow(12),
    crc: narrow(16),
    size,
    packedSize,
    offset,
  }
}

/** The numbers of eight bytes that stand for those that four bytes cannot hold, in this order: size, packed size, offset. */
function readWideSizes(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; ) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      const count = Math.min(3, Math.floor(Math.min(size, start + length - at - 4) / 8))
      return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + 8 * index, true)))
    }
    at += 4 + size
  }
  return []
}
