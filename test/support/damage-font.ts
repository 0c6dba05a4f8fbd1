/** A font file with something wrong with it: the damages that happen to files, and those that a bad tool makes. */

export interface Damage {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Table {
  readonly record: number
  readonly offset: number
  readonly length: number
}

/** A copy of a font file that is to be damaged. */
export class Patient {
  readonly bytes: Buffer

  constructor(sound: Uint8Array) {
    this.bytes = Buffer.from(sound)
  }

  get tags(): string[] {
    const count = this.bytes.readUInt16BE(4)
    return Array.from({ length: count }, (_, index) => this.bytes.toString('latin1', 12 + 16 * index, 16 + 16 * index))
  }

  table(tag: string): Table {
    const record = 12 + 16 * this.tags.indexOf(tag)
    return { record, offset: this.bytes.readUInt32BE(record + 8), length: this.bytes.readUInt32BE(record + 12) }
  }

  fill(tag: string, byte: number, from = 0, to = this.table(tag).length): this {
    const { offset } = this.table(tag)
    this.bytes.fill(byte, offset + from, offset + to)
    return this
  }

  /** Writes a number of `size` bytes into a table. */
  put(tag: string, at: number, value: number, size: 1 | 2 | 4 = 2): this {
    this.bytes.writeUIntBE(value, this.table(tag).offset + at, size)
    return this
  }

  rename(tag: string, name: string): this {
    this.bytes.write(name, this.table(tag).record, 'latin1')
    return this
  }

  move(tag: string, offset: number): this {
    this.bytes.writeUInt32BE(offset, this.table(tag).record + 8)
    return this
  }

  cutTable(tag: string, length: number): this {
    this.bytes.writeUInt32BE(length, this.table(tag).record + 12)
    return this
  }

  /** Where the outline of a glyph begins and ends in `glyf`. */
  outline(id: number): { readonly start: number; readonly end: number } {
    const { offset } = this.table('loca')
    const isLong = this.bytes.readUInt16BE(this.table('head').offset + 50) === 1
    const at = (index: number) =>
      isLong ? this.bytes.readUInt32BE(offset + 4 * index) : 2 * this.bytes.readUInt16BE(offset + 2 * index)
    return { start: at(id), end: at(id + 1) }
  }

  /** Puts a glyph together from others. */
  compose(id: number, parts: readonly number[]): this {
    const { start } = this.outline(id)
    this.put('glyf', start, 0xffff)
    parts.forEach((part, index) => {
      const at = start + 10 + 6 * index
      // The part's place in bytes; more parts follow but after the last.
      this.put('glyf', at, index < parts.length - 1 ? 0x22 : 0x02)
        .put('glyf', at + 2, part)
        .put('glyf', at + 4, 0)
    })
    return this
  }

  /** Gives every table the sum of what is in it now: so a bad tool leaves a font, and no damage on the way. */
  sum(): this {
    for (const tag of this.tags) {
      const { record, offset, length } = this.table(tag)
      if (offset + length > this.bytes.length) continue
      let sum = tag === 'head' ? -this.bytes.readUInt32BE(offset + 8) : 0
      const padded = Buffer.concat([this.bytes.subarray(offset, offset + length), Buffer.alloc(3)])
      for (let at = 0; at + 3 < padded.length; at += 4) sum += padded.readUInt32BE(at)
      this.bytes.writeUInt32BE(((sum % 2 ** 32) + 2 ** 32) % 2 ** 32, record + 4)
    }
    return this
  }
}

/** Tables without which nothing can be printed. */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name']

/** More than a hundred damages to a TrueType font, of which none may pass. `glyph` is one that any text needs. */
export function* damage(sound: Uint8Array, glyph: number): Generator<Damage> {
  const of = (name: string, change: (patient: Patient) => Patient): Damage => ({
    name,
    bytes: change(new Patient(sound)).bytes,
  })
  const { length } = sound
  for (const bytes of [0, 1, 3, 4, 11, 12, 100, 299])
    yield { name: `${bytes} バイトで切れる`, bytes: sound.subarray(0, bytes) }
  for (let tenth = 1; tenth < 20; tenth++) {
    yield { name: `${5 * tenth} ％で切れる`, bytes: sound.subarray(0, Math.floor((length * tenth) / 20)) }
  }
  yield { name: '最後の 1 バイトが足りない', bytes: sound.subarray(0, length - 4) }
  for (const tag of NEEDED) {
    yield of(`${tag} が 0 ばかり`, (font) => font.fill(tag, 0))
    yield of(`${tag} が 0 ばかりで検査の値は合う`, (font) => font.fill(tag, 0).sum())
    yield of(`${tag} が FF ばかり`, (font) => font.fill(tag, 0xff))
    yield of(`${tag} がない`, (font) => font.rename(tag, 'xxxx'))
    yield of(`${tag} が空`, (font) => font.cutTable(tag, 0).sum())
    yield of(`${tag} の後ろ半分がない`, (font) => font.cutTable(tag, font.table(tag).length >> 1))
  }
  for (const tag of [...NEEDED, 'post', 'OS/2', 'GSUB']) {
    yield of(`${tag} がファイルの外`, (font) => font.move(tag, 0xfffffff0))
    yield of(`${tag} の長さがファイルより長い`, (font) => font.cutTable(tag, 0x7fffffff))
  }
  yield* atTheHeart(of, glyph)
  yield* foreignFiles(sound)
}

type Make = (name: string, change: (patient: Patient) => Patient) => Damage

/** Small lies, with sums that are right: nothing but what the numbers mean tells them. */
function* atTheHeart(of: Make, glyph: number): Generator<Damage> {
  for (const size of [0, 1, 15, 16385, 65535]) yield of(`1 em が ${size}`, (font) => font.put('head', 18, size).sum())
  yield of('head の印が違う', (font) => font.put('head', 12, 0, 4).sum())
  yield of('loca の形式が 7', (font) => font.put('head', 50, 7).sum())
  yield of('字形が 0 個', (font) => font.put('maxp', 4, 0).sum())
  yield of('字形が 65535 個', (font) => font.put('maxp', 4, 65535).sum())
  yield of('送り幅が 0 個', (font) => font.put('hhea', 34, 0).sum())
  yield of('送り幅が字形より多い', (font) => font.put('hhea', 34, 65535).sum())
  yield of('送り幅が 1 ばかり', (font) => {
    for (let at = 0; at + 3 < font.table('hmtx').length; at += 4) font.put('hmtx', at, 1)
    return font.sum()
  })
  yield of('自分自身から成る字形', (font) => font.compose(glyph, [glyph]).sum())
  yield of('互いから成る字形', (font) =>
    font
      .compose(glyph, [glyph + 1])
      .compose(glyph + 1, [glyph])
      .sum(),
  )
  yield of('倍々にふえる部品', (font) => {
    for (let id = glyph; id < glyph + 12; id++) font.compose(id, [id + 1, id + 1, id + 1])
    return font.sum()
  })
  yield of('ない字形を部品とする字形', (font) => font.compose(glyph, [65535]).sum())
  yield of('終わらない部品', (font) => {
    const { start, end } = font.outline(glyph)
    return font.fill('glyf', 0xff, start, end).sum()
  })
  yield of('輪郭のない字形', (font) => font.put('glyf', font.outline(glyph).start, 0).sum())
  yield of('輪郭が 9999 ある字形', (font) => font.put('glyf', font.outline(glyph).start, 9999).sum())
  yield of('輪郭の順が逆の字形', (font) => font.put('glyf', font.outline(glyph).start + 10, 60000).sum())
  yield of('字形の長さが 0', (font) => font.put('loca', 4 * glyph + 4, font.outline(glyph).start, 4).sum())
  yield of('字形の終わりが始まりより前', (font) => font.put('loca', 4 * glyph + 4, 0, 4).sum())
  yield of('字形が glyf の外', (font) => font.put('loca', 4 * glyph + 4, 0x7fffffff, 4).sum())
  yield of('文字の表の数が 65535', (font) => font.put('cmap', 2, 65535).sum())
  yield of('文字の表が 0 個', (font) => font.put('cmap', 2, 0).sum())
  yield of('文字の表が cmap の外', (font) => {
    for (let index = 0; index < font.bytes.readUInt16BE(font.table('cmap').offset + 2); index++) {
      font.put('cmap', 4 + 8 * index + 4, 0x0fffffff, 4)
    }
    return font.sum()
  })
  yield of('文字の組の数が 40 億', (font) => eachSubtable(font, 12, (at) => font.put('cmap', at + 12, 0xffffffff, 4)))
  yield of('文字の組の順が逆', (font) => eachSubtable(font, 12, (at) => font.put('cmap', at + 20, 0x10ffff, 4)))
  yield of('埋め込みを許さない', (font) => font.put('OS/2', 8, 2).sum())
  yield of('一部の埋め込みを許さない', (font) => font.put('OS/2', 8, 0x0100).sum())
  yield of('可変', (font) => font.rename('gasp', 'fvar'))
}

function eachSubtable(font: Patient, format: number, change: (at: number) => void): Patient {
  const { offset } = font.table('cmap')
  for (let index = 0; index < font.bytes.readUInt16BE(offset + 2); index++) {
    const at = font.bytes.readUInt32BE(offset + 4 + 8 * index + 4)
    if (font.bytes.readUInt16BE(offset + at) === format) change(at)
  }
  return font.sum()
}

/** What is named like a font and is none. */
function* foreignFiles(sound: Uint8Array): Generator<Damage> {
  const text = (name: string, content: string): Damage => ({ name, bytes: Buffer.from(content) })
  yield text('HTML', '<!doctype html><title>404 Not Found</title>')
  yield text('空白', ' '.repeat(4096))
  yield text('zip', 'PK\u0003\u0004'.repeat(100))
  for (const kind of ['wOFF', 'wOF2', 'ttcf']) {
    const bytes = Buffer.from(sound)
    bytes.write(kind, 0, 'latin1')
    yield { name: `${kind} で始まる`, bytes }
  }
  const collection = Buffer.alloc(64)
  collection.write('ttcf')
  collection.writeUInt32BE(0xffffffff, 8)
  yield { name: '40 億の書体の集まり', bytes: collection }
}
