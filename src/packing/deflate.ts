/** Deflate (RFC 1951), by which every format packs: the bytes that zlib makes, whoever makes them. */

import { deflate, deflateRaw } from 'pako'

/** `raw` for a zip's entries; in zlib's wrapping (RFC 1950) for a PDF's streams. */
export type Wrapping = 'raw' | 'zlib'

/** zlib's level of 0 to 9: smaller, and slower, the higher. */
export type Level = 4 | 6

/** Packs bytes. All makes of it give the same bytes, so that documents do not go by where they were made. */
export type Deflate = (bytes: Uint8Array, wrapping: Wrapping, level: Level) => Uint8Array | Promise<Uint8Array>

/** Runs everywhere, at half the speed of a machine's own zlib. */
export const portableDeflate: Deflate = (bytes, wrapping, level) =>
  wrapping === 'raw' ? deflateRaw(bytes, { level }) : deflate(bytes, { level })
