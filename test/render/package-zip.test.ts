import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { portableDeflate } from '../../src/packing/deflate.js'
import { type EditPart, pack, unpack } from '../../src/render/ooxml/package-zip.js'

const names = fc.uniqueArray(
  fc.constantFrom('[Content_Types].xml', '_rels/.rels', 'a.xml', 'b/c.xml', 'b/d.png', '表.xml'),
  {
    minLength: 1,
  },
)
const packages = names.chain((keys) =>
  fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), fc.uint8Array({ maxLength: 50 })))),
)

function zip(entries: readonly (readonly [string, Uint8Array])[], year = 2001): Uint8Array {
  return zipSync(Object.fromEntries(entries), { mtime: new Date(year, 5, 6) })
}

function repack(bytes: Uint8Array, edit?: EditPart): Promise<Uint8Array> {
  return pack(unpack(bytes), portableDeflate, edit)
}

/** Names in the order in which the entries stand in the bytes. */
function order(bytes: Uint8Array): string[] {
  return Object.keys(unzipSync(bytes))
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('Office 文書の zip', () => {
  test('中身は一つも変わらない', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (entries) => {
        expect(unzipSync(await repack(zip(entries)))).toEqual(Object.fromEntries(entries))
      }),
    )
  })

  test('元の順序と日時によらず、同じ中身は同じバイト列になる', async () => {
    await fc.assert(
      fc.asyncProperty(packages, fc.integer({ min: 1981, max: 2099 }), async (entries, year) => {
        expect(await repack(zip(entries.toReversed(), year))).toEqual(await repack(zip(entries)))
      }),
    )
  })

  test('時刻と時間帯によらず、同じバイト列になる', async () => {
    const entries: [string, Uint8Array][] = [['a.xml', strToU8('<a/>')]]
    const results: Uint8Array[] = []
    for (const [index, zone] of ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'].entries()) {
      vi.stubEnv('TZ', zone)
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.UTC(2020 + index, index, 1)) })
      results.push(await repack(zip(entries)))
    }
    for (const result of results) expect(result).toEqual(results[0])
    // Local file header: time at 10, date at 12; 1980-01-01 is day 1 of month 1 of year 0.
    expect(Array.from(results[0]!.slice(10, 14))).toEqual([0, 0, 0b00100001, 0])
  })

  test('目録が先頭に、ほかは名前の順に並ぶ', async () => {
    const entries = ['b.xml', 'a/b.xml', '[Content_Types].xml', '_rels/.rels'].map(
      (name) => [name, strToU8('')] as const,
    )
    expect(order(await repack(zip(entries)))).toEqual(['[Content_Types].xml', '_rels/.rels', 'a/b.xml', 'b.xml'])
  })

  test('フォルダーの項目は残さない', async () => {
    expect(
      order(
        await repack(
          zip([
            ['word/', strToU8('')],
            ['word/a.xml', strToU8('')],
          ]),
        ),
      ),
    ).toEqual(['word/a.xml'])
  })

  test('XML の部品だけを書き換えられる', async () => {
    const picture = Uint8Array.of(0xff, 0xd8, 0x00)
    const bytes = zip([
      ['a.xml', strToU8('<甲/>')],
      ['b.rels', strToU8('<乙/>')],
      ['c.xml', strToU8('<丙/>')],
      ['d.png', picture],
    ])
    const seen: string[] = []
    const edited = unzipSync(
      await repack(bytes, (name, xml) => {
        seen.push(name)
        return name === 'c.xml' ? undefined : xml.replace('/', ' 新="𠮷"/')
      }),
    )
    expect(seen).toEqual(['a.xml', 'b.rels', 'c.xml'])
    expect(['a.xml', 'b.rels', 'c.xml'].map((name) => strFromU8(edited[name]!))).toEqual([
      '<甲 新="𠮷"/>',
      '<乙 新="𠮷"/>',
      '<丙/>',
    ])
    expect(edited['d.png']).toEqual(picture)
  })
})
