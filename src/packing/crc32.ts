/** The checksum of ZIP (ISO 3309, reversed polynomial EDB88320), four bytes at a time: parts of hundreds of megabytes are checked. */

const TABLES = makeTables()

/** `before` is the checksum of the bytes that came before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [first, second, third, fourth] = TABLES
  let crc = ~before
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc = fourth![crc & 255]! ^ third![(crc >>> 8) & 255]! ^ second![(crc >>> 16) & 255]! ^ first![crc >>> 24]!
  }
  for (; at < bytes.length; at++) crc = first![(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8)
  return ~crc >>> 0
}

/** The n-th table is for a byte that n more bytes follow. */
function makeTables(): readonly Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
  const tables = [first]
  for (let after = 1; after < 4; after++) {
    tables.push(tables[after - 1]!.map((crc) => first[crc & 255]! ^ (crc >>> 8)))
  }
  return tables
}
