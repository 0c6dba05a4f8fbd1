import { deflateRawSync, deflateSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fastDeflate, makesSameBytes } from '../../src/cli/files/node-deflate.js'
import { type Level, portableDeflate, type Wrapping } from '../../src/packing/deflate.js'

/** Words that come again, as in XML and in pages, and bytes that do not. */
const BYTES = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .tuple(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1 }), fc.infiniteStream(fc.nat()))
    .map(([words, picks]) => {
      const text = Array.from({ length: 4000 }, () => words[picks.next().value! % words.length]).join('')
      return new TextEncoder().encode(text)
    }),
)
const WRAPPINGS: readonly Wrapping[] = ['raw', 'zlib']
const LEVELS: readonly Level[] = [4, 6]

describe('圧縮', () => {
  it('Node のものでも、どこでも動くものでも、同じバイト列になる', async () => {
    await fc.assert(
      fc.asyncProperty(BYTES, fc.constantFrom(...WRAPPINGS), fc.constantFrom(...LEVELS), async (bytes, ...how) => {
        const packed = await portableDeflate(bytes, ...how)
        expect(Buffer.from(await fastDeflate(bytes, ...how)).equals(packed)).toBe(true)
      }),
    )
  })

  it('解けば元に戻る', async () => {
    await fc.assert(
      fc.asyncProperty(BYTES, async (bytes) => {
        const packed = await portableDeflate(bytes, 'raw', 4)
        expect(Buffer.from(inflateRawSync(packed)).equals(bytes)).toBe(true)
      }),
    )
  })

  it('どこでも動くものは見本に合い、少しでも違うものは合わない', () => {
    const portable = (bytes: Uint8Array, { level }: { level: number }) =>
      portableDeflate(bytes, 'raw', level as Level) as Uint8Array
    expect(makesSameBytes(portable)).toBe(true)
    expect(makesSameBytes((bytes, { level }) => deflateRawSync(bytes, { level: level + 1 }))).toBe(false)
    expect(makesSameBytes((bytes, { level }) => deflateRawSync(bytes, { level, memLevel: 9 }))).toBe(false)
    expect(makesSameBytes((bytes, { level }) => deflateSync(bytes, { level }))).toBe(false)
  })
})
