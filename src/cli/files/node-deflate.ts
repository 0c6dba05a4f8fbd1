/** node's own deflate, twice as fast and beside the program's other work, where it makes the bytes of the portable one. */

import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { crc32 } from '../../packing/crc32.js'
import { type Deflate, type Level, portableDeflate } from '../../packing/deflate.js'

/**
 * The zlib of the first versions of node 20 makes other bytes, and so may that of another processor: a sample tells.
 * Checksums of what the portable deflate makes of it, by level.
 */
const CHECKSUMS: readonly (readonly [Level, number])[] = [
  [4, 1652226302],
  [6, 1720894457],
]

let chosen: Deflate | undefined

/** The quicker deflate that gives the bytes of the portable one. */
export const fastDeflate: Deflate = (bytes, wrapping, level) => {
  chosen ??= makesSameBytes(zlib.deflateRawSync) ? nodeDeflate : portableDeflate
  return chosen(bytes, wrapping, level)
}

const nodeDeflate: Deflate = (bytes, wrapping, level) =>
  promisify(wrapping === 'raw' ? zlib.deflateRaw : zlib.deflate)(bytes, { level })

/** Whether a raw deflate packs the sample as it must be. */
export function makesSameBytes(deflateRaw: (bytes: Uint8Array, options: { level: number }) => Uint8Array): boolean {
  return CHECKSUMS.every(([level, checksum]) => crc32(deflateRaw(sample(), { level })) === checksum)
}

/** Some of what XML and pages are made of: words that come again at once, later and never. */
export function sample(): Uint8Array {
  let state = 1
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % below
  }
  const words = Array.from({ length: 200 }, () =>
    next(1e9)
      .toString(36)
      .repeat(1 + next(3)),
  )
  const text = Array.from({ length: 500 }, () => `<w:t>${words[Math.min(next(200), next(200))]}</w:t>${next(1e4)}`)
  return new TextEncoder().encode(text.join(''))
}
