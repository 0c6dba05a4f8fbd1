/** The tables of a font file, TrueType or OpenType, one font or a collection (OpenType 1.9, "Font file"). */

export interface FontTables {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Where the table of a tag lies; `undefined` where the font has none. */
  find(tag: string): TableRange | undefined
  /** Offset of a table that no font can do without. Throws a RangeError where it is missing. */
  at(tag: string): number
}

export interface TableRange {
  readonly offset: number
  readonly length: number
}

/** `ttcf` */
const COLLECTION = 0x74746366

/** Every font of a file. Throws a RangeError where the bytes are no font. */
export function readFontFile(file: Uint8Array): FontTables[] {
  // Not a Buffer, whose slices are no copies.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== COLLECTION) return [readTables(bytes, view, 0)]
  return Array.from({ length: view.getUint32(8) }, (_, font) => readTables(bytes, view, view.getUint32(12 + 4 * font)))
}

function readTables(bytes: Uint8Array, view: DataView, start: number): FontTables {
  const tables = new Map<string, TableRange>()
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index++) {
    const record = start + 12 + 16 * index
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    tables.set(tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) })
  }
  return {
    bytes,
    view,
    find: (tag) => tables.get(tag),
    at(tag) {
      const table = tables.get(tag)
      if (table === undefined) throw new RangeError(`the font has no table ${tag}`)
      return table.offset
    },
  }
}
