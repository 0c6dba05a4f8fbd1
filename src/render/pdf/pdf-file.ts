/** A PDF file as it is written: its objects by their numbers, those without a stream packed together (ISO 32000-1, 7.5). */

import type { Deflate } from '../../packing/deflate.js'
import { joinBytes } from '../../packing/join-bytes.js'
import { dictionary, list, Reference, type Value } from './values.js'

/** Pages and fonts by zlib's own choice; objects, which are all alike, in half the time and hardly larger. */
const LEVEL = 6
const OBJECTS_LEVEL = 4

/** So many objects are packed in one stream: more pack better, fewer are sooner unpacked. */
const TOGETHER = 1000

export type Packed = ReturnType<Deflate>

/** Objects that are packed together: their numbers in the stream's order, and where in it they begin. */
interface Bundle {
  readonly numbers: readonly number[]
  readonly first: number
  readonly packed: Packed
}

export class PdfFile {
  private count = 0
  private readonly parts: Uint8Array[] = []
  private size = 0
  /** Where objects with a stream stand. */
  private readonly places = new Map<number, number>()
  private readonly bundles: Bundle[] = []
  /** Of the next bundle. */
  private numbers: number[] = []
  private values: string[] = []

  constructor(private readonly deflate: Deflate) {
    // The second line tells programs that the file is binary.
    this.push('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  }

  /** An object that is to be written later. */
  reserve(): Reference {
    return new Reference(++this.count)
  }

  /** Writes an object without a stream. */
  add(value: string, reference = this.reserve()): Reference {
    this.numbers.push(reference.number)
    if (this.values.push(value) === TOGETHER) this.bundle()
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
    this.places.set(reference.number, this.size)
    this.push(`${reference.number} 0 obj\n${dictionary({ ...entries, Length: bytes.length })}\nstream\n`)
    this.push(bytes)
    this.push('\nendstream\nendobj\n')
    return reference
  }

  /** The whole file. */
  async finish(root: Reference, info: Reference): Promise<Uint8Array> {
    if (this.values.length > 0) this.bundle()
    const streams: number[] = []
    for (const { numbers, first, packed } of this.bundles) {
      const stream = await this.addPacked(packed, { Type: '/ObjStm', N: numbers.length, First: first })
      streams.push(stream.number)
    }
    const start = this.size
    await this.addPacked(this.pack(this.crossReferences(streams, start)), {
      Type: '/XRef',
      Size: this.count + 2,
      W: list(WIDTHS),
      DecodeParms: dictionary({ Predictor: 12, Columns: ROW - 1 }),
      Root: root,
      Info: info,
      ID: list(Array<string>(2).fill(`<${identify(this.parts)}>`)),
    })
    this.push(`startxref\n${start}\n%%EOF\n`)
    return joinBytes(this.parts)
  }

  private bundle(): void {
    const { numbers, values } = this
    let head = ''
    let at = 0
    values.forEach((value, index) => {
      head += `${numbers[index]} ${at} `
      at += value.length + 1
    })
    const bytes = new TextEncoder().encode(`${head}${values.join('\n')}\n`)
    this.bundles.push({ numbers, first: head.length, packed: this.deflate(bytes, 'zlib', OBJECTS_LEVEL) })
    this.numbers = []
    this.values = []
  }

  /** A row of bytes for every object, that of the rows as the last; each less the one above it, so that they pack well (7.5.8). */
  private crossReferences(streams: readonly number[], start: number): Uint8Array {
    const bytes = new Uint8Array(ROW * (this.count + 2))
    const write = (object: number, kind: number, place: number, index: number) => {
      const row = ROW * object
      bytes[row + 1] = kind
      for (let byte = 0; byte < 4; byte++) bytes[row + 2 + byte] = place >>> (24 - 8 * byte)
      bytes[row + 6] = index >>> 8
      bytes[row + 7] = index
    }
    write(0, FREE, 0, 0xffff)
    for (const [object, place] of this.places) write(object, AT_PLACE, place, 0)
    this.bundles.forEach(({ numbers }, bundle) => {
      numbers.forEach((object, index) => {
        write(object, IN_STREAM, streams[bundle]!, index)
      })
    })
    write(this.count + 1, AT_PLACE, start, 0)
    for (let at = bytes.length - 1; at >= ROW; at--) bytes[at]! -= bytes[at - ROW]!
    for (let row = 0; row < bytes.length; row += ROW) bytes[row] = UP
    return bytes
  }

  private push(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (character) => character.charCodeAt(0)) : part
    this.parts.push(bytes)
    this.size += bytes.length
  }
}

/** Kinds of objects: none, with a stream of its own, in a stream of objects. */
const FREE = 0
const AT_PLACE = 1
const IN_STREAM = 2

/** Bytes of an object's kind, of its place or stream, of its index in that; behind one that says how the row is written. */
const WIDTHS = [1, 4, 2]
const ROW = 8
/** Less the row above. */
const UP = 2

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
