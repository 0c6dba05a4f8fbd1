/** The file around the pages of a PDF: what it says of itself, its objects, what text its codes stand for. */

import { inflateSync } from 'node:zlib'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { portableDeflate } from '../../src/packing/deflate.js'
import { PdfFile } from '../../src/render/pdf/pdf-file.js'
import { dictionary, list, name, text } from '../../src/render/pdf/values.js'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { renderPdf } from '../support/stages.js'

const TITLE = '若竹市AI&IoT見守り<案>計画 "\\(' + '終'

function planWith(categories: number) {
  const form = bundledForm('official')
  const rows = Array.from({ length: categories }, (_, at) => ({ 名称: `区分${at}`, 行: [{ 取組み: `○在宅${at}` }] }))
  const plan = expectValue(planFrom(JSON.stringify({ 計画: TITLE, 年度: 'R7', 区域: 'A & B', 区分: rows }), form))
  return renderPdf(layOutPlan(plan, form), bundledFonts())
}

/** Every stream of the file, unpacked where it is packed. */
function streamsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1')
  return [...file.matchAll(/\/Length (\d+)>>\nstream\n/g)].map((found) => {
    const start = found.index + found[0].length
    const stream = Buffer.from(bytes).subarray(start, start + Number(found[1]))
    return (found.input.slice(found.index - 40, found.index).includes('Flate') ? inflateSync(stream) : stream).toString(
      'utf8',
    )
  })
}

describe('PDF のファイル', () => {
  it('題に & や < があっても、XMP は整った XML で、題、作成した者、日付を言う', async () => {
    const bytes = await planWith(1)
    const packet = streamsOf(bytes).find((stream) => stream.startsWith('<?xpacket'))!
    const problems: string[] = []
    const xmp = new DOMParser({ onError: (level, message) => problems.push(`${level}: ${message}`) })
    const told = xmp.parseFromString(packet, 'text/xml')
    expect(problems).toEqual([])
    const inElement = (tag: string) => told.getElementsByTagName(tag)[0]?.textContent?.trim()
    const day = '2025-04-01T00:00:00Z'
    expect({
      title: inElement('dc:title'),
      producer: inElement('pdf:Producer'),
      created: inElement('xmp:CreateDate'),
      modified: inElement('xmp:ModifyDate'),
    }).toEqual({ title: TITLE, producer: 'keikaku', created: day, modified: day })
    expect((await readPdf(bytes)).info).toMatchObject({
      Title: TITLE,
      Producer: 'keikaku',
      CreationDate: 'D:20250401000000Z',
    })
  })

  it('コードの文は一つずつ言う。Ghostscript は範囲でまとめたものを取り違える', async () => {
    const maps = streamsOf(await planWith(300)).filter((stream) => stream.includes('begincmap'))
    expect(maps).toHaveLength(1)
    expect(maps[0]).not.toContain('beginbfrange')
    const lists = [...maps[0]!.matchAll(/(\d+) beginbfchar\n([\s\S]*?)endbfchar/g)]
    for (const [, count, entries] of lists) {
      expect(Number(count)).toBeLessThanOrEqual(100)
      expect(entries!.trim().split('\n')).toHaveLength(Number(count))
    }
  })

  it('書体の記述子は、書体の表にない太さを言わない（ISO 32000-2, 9.8.1：StemV の 0 は、わからない）', async () => {
    const descriptors = streamsOf(await planWith(1)).flatMap(
      (stream) => stream.match(/\/Type ?\/FontDescriptor\b.*?>>/gs) ?? [],
    )
    expect(descriptors.map((each) => /\/StemV ([^/>]*)/.exec(each)?.[1]?.trim())).toEqual(['0'])
  })

  it('しおりが何百あっても、どれも読める', async () => {
    const { outline } = await readPdf(await planWith(900))
    expect(outline.map((title) => /\d+$/.exec(title)?.[0])).toEqual(Array.from({ length: 900 }, (_, at) => String(at)))
  })

  it('中身が一字でも違えば、ファイルの印（ID）も違い、同じなら同じ', async () => {
    const idOf = async (content: string) => {
      const file = new PdfFile(portableDeflate)
      await file.addPacked(file.pack(new TextEncoder().encode(content)))
      const root = file.add(dictionary({ Type: name('Catalog'), Pages: list([]) }))
      const bytes = await file.finish(root, file.add(dictionary({ Title: text('題') })))
      return /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))![1]
    }
    expect(await idOf('a')).toBe(await idOf('a'))
    expect(await idOf('a')).not.toBe(await idOf('b'))
  })
})

it('名と文は、読み手が元に戻せる形で書く', () => {
  expect(name('A B#(あ')).toBe('/A#20B#23#28#e3#81#82')
  expect(text('a(b)\\c')).toBe('(a\\(b\\)\\\\c)')
  expect(text('題\u{2000b}')).toBe('<feff984cd840dc0b>')
})
