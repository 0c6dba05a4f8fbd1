/** A PDF file as it is written: its objects by their numbers, those without a stream packed together (ISO 32000-1, 7.5). */

import type { Deflate } from '../packing/deflate.js'
import { joinBytes } from '../packing/join-bytes.js'
import { dictionary, list, Reference, type Value } from './values.js'

/** zlib's own choice. */
const LEVEL = 6

/** So many objects are packed in one stream: more pack better, fewer are sooner unpacked. */
const TOGETHER = 400

/** Where an object stands: at a place of the file, or as one of a stream of objects. */
type Entry = { readonly at: number } | { readonly stream: number; readonly index: number }

interface PlainObject {
  readonly number: number
  readonly value: string
}

export class PdfFile {
  private readonly entries: (Entry | undefined)[] = []
  private readonly plain: PlainObject[] = []
  private readonly parts: Uint8Array[] = []
  private size = 0

  constructor(private readonly deflate: Deflate) {
    // The second line tells programs that the file is binary.
    this.push('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  }

  /** An object that is to be written later. */
  reserve(): Reference {
    return new Reference(this.entries.push(undefined))
  }

  /** Writes an object without a stream. */
  add(value: string, reference = this.reserve()): Reference {
    this.plain.push({ number: reference.number, value })
    return reference
  }

  /** Packs bytes; what comes is for `addPacked`, in the order in which the file is to have it. */
  pack(bytes: Uint8Array): Packed {
    return this.deflate(bytes, 'zlib', LEVEL)
  }

  async addPacked(packed: Packed, entries: Readonly<Record<string, Value>> = {}): Promise<Reference> {
    return this.addStream(await packed, { ...entries, Filter: '/FlateDecode' })
  }

  addStream(bytes: Uint8Array, entries: Readonly<Record<string, Value>>): Reference {
    const reference = this.reserve()
    this.entries[reference.number - 1] = { at: this.size }
    this.push(`${reference.number} 0 obj\n${dictionary({ ...entries, Length: bytes.length })}\nstream\n`)
    this.push(bytes)
    this.push('\nendstream\nendobj\n')
    return reference
  }

  /** The whole file. */
  async finish(root: Reference, info: Reference): Promise<Uint8Array> {
    const streams = chunksOf(this.plain, TOGETHER).map((objects) => ({
      objects,
      packed: this.pack(joinObjects(objects)),
    }))
    for (const { objects, packed } of streams) {
      const entries = { Type: '/ObjStm', N: objects.length, First: headOf(objects).length }
      const stream = (await this.addPacked(packed, entries)).number
      objects.forEach(({ number }, index) => {
        this.entries[number - 1] = { stream, index }
      })
    }
    await this.addCrossReferences(root, info)
    return joinBytes(this.parts)
  }

  /** The list of all objects, itself a stream: each row of bytes less the one above it, so that it packs well (7.5.8). */
  private async addCrossReferences(root: Reference, info: Reference): Promise<void> {
    const start = this.size
    // The stream lists itself as well.
    const own = this.entries.length + 1
    const entries = [undefined, ...this.entries, { at: start }]
    const id = `<${identify(this.parts)}>`
    const rows = new DataView(new ArrayBuffer(ROW * entries.length))
    for (const [index, entry] of entries.entries()) writeEntry(rows, ROW * index + 1, entry)
    const bytes = new Uint8Array(rows.buffer)
    for (let row = entries.length - 1; row >= 0; row--) {
      bytes[ROW * row] = UP
      for (let at = ROW * row + 1; row > 0 && at < ROW * (row + 1); at++) bytes[at]! -= bytes[at - ROW]!
    }
    await this.addPacked(this.pack(bytes), {
      Type: '/XRef',
      Size: own + 1,
      W: list(WIDTHS),
      DecodeParms: dictionary({ Predictor: 12, Columns: ROW - 1 }),
      Root: root,
      Info: info,
      ID: list([id, id]),
    })
    this.push(`startxref\n${start}\n%%EOF\n`)
  }

  private push(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (character) => character.charCodeAt(0)) : part
    this.parts.push(bytes)
    this.size += bytes.length
  }
}

export type Packed = ReturnType<Deflate>

/** Bytes of an entry's kind, place and generation or index, behind that which says how the row is written. */
const WIDTHS = [1, 4, 2]
const ROW = 8
/** Less the row above. */
const UP = 2

function writeEntry(rows: DataView, at: number, entry: Entry | undefined): void {
  if (entry === undefined) rows.setUint16(at + 5, 0xffff)
  else if ('at' in entry) {
    rows.setUint8(at, 1)
    rows.setUint32(at + 1, entry.at)
  } else {
    rows.setUint8(at, 2)
    rows.setUint32(at + 1, entry.stream)
    rows.setUint16(at + 5, entry.index)
  }
}

/** Numbers and places of the objects behind it. */
function headOf(objects: readonly PlainObject[]): string {
  let at = 0
  const places = objects.map(({ number, value }) => {
    const place = `${number} ${at}`
    at += value.length + 1
    return place
  })
  return `${places.join(' ')}\n`
}

function joinObjects(objects: readonly PlainObject[]): Uint8Array {
  return new TextEncoder().encode(`${headOf(objects)}${objects.map(({ value }) => value).join('\n')}\n`)
}

/** 16 bytes in hexadecimal digits that tell the file from others (14.4), by the ends of its parts: those of packed ones are their sums. */
function identify(parts: readonly Uint8Array[]): string {
  const primes = [16777619, 2654435761, 2246822519, 3266489917]
  const words = primes.map((prime) => {
    let word = 2166136261
    for (const part of parts) for (const byte of part.subarray(-4)) word = Math.imul(word ^ byte, prime)
    return word >>> 0
  })
  return words.map((word) => word.toString(16).padStart(8, '0')).join('')
}

function chunksOf<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, part) => {
    return values.slice(part * size, (part + 1) * size)
  })
}
