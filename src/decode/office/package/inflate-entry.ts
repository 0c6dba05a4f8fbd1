/** Unpacks an entry of a ZIP file piece by piece: what really comes out is counted, not what the directory promises. */

import { Inflate } from 'fflate'
import { crc32 } from '../../../packing/crc32.js'
import { damaged, tooLarge } from './refusal.js'
import { packedBytes, type ZipEntry } from './zip-entries.js'

/** What all parts of a document may inflate to, together. */
const MOST_BYTES = 256 * 1024 * 1024

/** Deflate makes a thousand bytes of one at most: a piece of this size gives no more than a few megabytes at once. */
const PIECE = 8 * 1024

/** Counts what the parts of one document inflate to. */
export class InflateBudget {
  private left = MOST_BYTES

  /** Refuses what is honest about its size before a byte of it is unpacked. */
  announce({ size }: ZipEntry): void {
    if (size > this.left) throw tooLarge('広げると 256 MB を超えます')
  }

  take(bytes: number): void {
    this.left -= bytes
    if (this.left < 0) throw tooLarge('広げると 256 MB を超えます')
  }
}

/** Hands the entry's bytes to `use` in pieces, in order. Throws a Refusal where length or checksum are not those of the directory. */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
  use: (piece: Uint8Array) => void,
): void {
  budget.announce(entry)
  let size = 0
  let crc = 0
  const take = (piece: Uint8Array) => {
    size += piece.length
    budget.take(piece.length)
    if (size > entry.size) throw damaged(`「${entry.name}」が目次の言う大きさではありません`)
    crc = crc32(piece, crc)
    use(piece)
  }
  const packed = packedBytes(bytes, entry)
  if (entry.method === 'stored') take(packed)
  else inflate(packed, entry.name, take)
  if (size !== entry.size) throw damaged(`「${entry.name}」が目次の言う大きさではありません`)
  if (crc !== entry.crc) throw damaged(`「${entry.name}」の検査の数が合いません`)
}

function inflate(packed: Uint8Array, name: string, take: (piece: Uint8Array) => void): void {
  const pieces: Uint8Array[] = []
  const stream = new Inflate((piece) => pieces.push(piece))
  for (let at = 0; at < packed.length; at += PIECE) {
    try {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    } catch {
      throw damaged(`「${name}」を広げられません`)
    }
    for (const piece of pieces.splice(0)) take(piece)
  }
}
