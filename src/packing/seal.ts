/** What tells whether a package is as it was made: one checksum over the names, lengths and checksums of its entries. */

import { crc32 } from './crc32.js'

export interface SealedEntry {
  readonly name: string
  readonly size: number
  readonly crc: number
}

/** In whatever order they stand; eight letters. */
export function sealOf(entries: readonly SealedEntry[]): string {
  const lines = entries.map(({ name, size, crc }) => `${name}\t${size}\t${crc}\n`).sort()
  return crc32(new TextEncoder().encode(lines.join('')))
    .toString(16)
    .padStart(8, '0')
}
