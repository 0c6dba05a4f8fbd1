/** The checksum of zip (PKWARE APPNOTE 4.4.7): CRC-32 with the polynomial of Ethernet. */

/** A table for each of four bytes, which are taken at once: three times as fast as one by one. */
const TABLES = makeTables()

export function crc32(bytes: Uint8Array): number {
  const [first, second, third, fourth] = TABLES
  let rest = -1
  let at = 0
  for (; at + 4 <= bytes.length; at += 4) {
    rest ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    rest =
      fourth[rest & 0xff]! ^ third[(rest >>> 8) & 0xff]! ^ second[(rest >>> 16) & 0xff]! ^ first[(rest >>> 24) & 0xff]!
  }
  for (; at < bytes.length; at++) rest = first[(rest ^ bytes[at]!) & 0xff]! ^ (rest >>> 8)
  return ~rest >>> 0
}

/** Of each byte, with no, one, two and three bytes of zero behind it. */
function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte
    for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
    return rest
  })
  const withZero = (table: Int32Array) => table.map((rest) => (rest >>> 8) ^ first[rest & 0xff]!)
  const second = withZero(first)
  const third = withZero(second)
  return [first, second, third, withZero(third)]
}
