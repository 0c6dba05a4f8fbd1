/** Documents of every format read back into one shape, by readers that share nothing with the writers. A format joins by a line in READERS. */

import { unzipSync } from 'fflate'
import type { Outcome } from '../../src/domain/diagnostic.js'
import type { Form } from '../../src/form/form.js'
import type { LaidOut } from '../../src/layout/page.js'
import { FORMATS, type Format } from '../../src/render/formats.js'
import { expectValue } from './forms.js'
import { bundledFonts } from './print.js'
import { readHtml } from './read-html.js'
import { readPdf } from './read-pdf.js'
import { placesOf, type ReadSheet, readSheet } from './read-sheet.js'
import { readTags, type Tag, tagsOf, textsIn } from './read-tags.js'
import { children, elements, readPart, readTables, textOf } from './read-word.js'
import { layOut } from './stages.js'

export interface ReadDocument {
  readonly title: string
  readonly author: string
  /** The day of its making, 2018-04-01. */
  readonly date: string
  /** Of each column of the grid, counted from the left, what its cells say from top to bottom. What pages part is one again. */
  readonly columns: readonly (readonly string[])[]
  /** All that stands outside the tables, in the order of reading. */
  readonly around: string
  /** Page header and footer together, of each page or each kind of page. Page numbers are not looked at. */
  readonly margins: readonly string[]
}

export const READERS: Readonly<Record<Format, (bytes: Uint8Array) => Promise<ReadDocument>>> = {
  pdf: readPdfDocument,
  docx: async (bytes) => readWordDocument(bytes),
  xlsx: async (bytes) => readExcelDocument(bytes),
  html: async (bytes) => readHtmlDocument(bytes),
}

export const ALL_FORMATS = Object.keys(FORMATS) as readonly Format[]

/** One layout, and its document in every format read back. */
export async function readAll(form: Form): Promise<readonly ReadDocument[]> {
  const laidOut = layOut(form, bundledFonts())
  return Promise.all(ALL_FORMATS.map(async (format) => READERS[format](expectValue(await render(laidOut, format)))))
}

/** As the program writes it, with what it warns of. */
export async function render(laidOut: LaidOut, format: Format): Promise<Outcome<Uint8Array>> {
  return (await FORMATS[format]())(laidOut, bundledFonts())
}

/** A cell at its place in the grid of its table. */
interface GridCell {
  readonly column: number
  readonly text: string
}

function byColumn(cells: readonly GridCell[]): string[][] {
  const columns: string[][] = []
  for (const { column, text } of cells) {
    while (columns.length <= column) columns.push([])
    columns[column]!.push(text)
  }
  return columns
}

/** By its structure tree: what stands on several pages is one element, and what is said again is none. */
async function readPdfDocument(bytes: Uint8Array): Promise<ReadDocument> {
  const [{ info, pages }, tags] = [await readPdf(bytes), await readTags(bytes)]
  const { Title, Author = '', CreationDate } = info as Record<string, string>
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(CreationDate!)!
  return {
    title: Title!,
    author: Author,
    date: `${year}-${month}-${day}`,
    columns: byColumn(tagsOf(tags, 'Table').flatMap(taggedCells)),
    around: textsOutside(tags).join(''),
    margins: pages.map(({ texts }) => texts.map(({ text }) => text).join('')),
  }
}

/** Cells take the places that those above leave free (ISO 32000-1, 14.8.5.7). */
function taggedCells(table: Tag): GridCell[] {
  const taken: number[] = []
  return tagsOf(table, 'TR').flatMap((row) => {
    let column = 0
    const cells = tagsOf(row, 'TH', 'TD').map((cell) => {
      while ((taken[column] ?? 0) > 0) column++
      const own = column
      for (; column < own + cell.colSpan; column++) taken[column] = cell.rowSpan
      return { column: own, text: textsIn(cell).join('\n') }
    })
    taken.forEach((rows, at) => {
      taken[at] = rows - 1
    })
    return cells
  })
}

function textsOutside(tag: Tag): readonly string[] {
  return tag.kids.flatMap((kid) => (typeof kid === 'string' ? kid : kid.kind === 'Table' ? [] : textsOutside(kid)))
}

function readWordDocument(bytes: Uint8Array): ReadDocument {
  const cells = readTables(bytes).flatMap((table) =>
    table.flatMap((row) => {
      let column = 0
      return row.cells.flatMap((cell): GridCell[] => {
        const own = column
        column += cell.gridSpan
        return cell.merge === 'continue' ? [] : [{ column: own, text: cell.paragraphs.join('\n') }]
      })
    }),
  )
  const body = elements(readPart(bytes, 'word/document.xml'), 'w:body')[0]!
  const parts = Object.keys(unzipSync(bytes)).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name))
  return {
    ...readProperties(bytes),
    columns: byColumn(cells),
    around: children(body, 'w:p').map(textOf).join(''),
    margins: [parts.flatMap((name) => elements(readPart(bytes, name), 'w:p').map(textOf)).join('')],
  }
}

function readHtmlDocument(bytes: Uint8Array): ReadDocument {
  const { title, meta, tables, around, printed } = readHtml(bytes)
  return {
    title,
    author: meta.author ?? '',
    date: meta.date ?? '',
    columns: byColumn(tables.flat()),
    around,
    margins: [printed],
  }
}

/** Every sheet but データ, which says the same again for programs: what is lost on paper it must not make up for. What stands in its rows outside the table is read with the columns' cells. */
function readExcelDocument(bytes: Uint8Array): ReadDocument {
  const count = Object.keys(unzipSync(bytes)).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).length
  const all = Array.from({ length: count }, (_, index) => readSheet(bytes, index + 1))
  const sheets = all.filter(({ name }) => name !== 'データ')
  const cells = sheets.flatMap(sheetCells)
  return {
    ...readProperties(bytes),
    columns: byColumn(cells),
    around: cells.map(({ text }) => text).join(''),
    margins: sheets.map((sheet, index) => pageTexts(sheet, index + 1)),
  }
}

/** Row by row; what hidden names say to go on belongs to the cell before it in its column, and what is said again to none. */
function sheetCells({ cells, merges, definedNames, name }: ReadSheet): GridCell[] {
  const links = new Map(
    Object.entries(definedNames).flatMap(([key, place]) => {
      const link = /^keikaku_([a-z]+)_\d+$/.exec(key)?.[1]
      const [sheet = '', own = ''] = place.split('!')
      const isHere = sheet.replace(/^'|'$/g, '').replaceAll("''", "'") === name
      return link === undefined || !isHere ? [] : [[own.replaceAll('$', ''), link] as const]
    }),
  )
  const covered = new Set(merges.flatMap((range) => placesOf(range).slice(1)))
  const last: (string[] | undefined)[] = []
  const read: { readonly column: number; readonly parts: string[] }[] = []
  for (const [place, { text }] of cells) {
    if (covered.has(place)) continue
    const column = columnOf(place)
    const link = links.get(place)
    if (link === 'repeated') continue
    if (link !== undefined) {
      last[column]!.push(`${link === 'continued' ? '\n' : ''}${text}`)
      continue
    }
    const parts = [text]
    last[column] = parts
    read.push({ column, parts })
  }
  return read.map(({ column, parts }) => ({ column, text: parts.join('') }))
}

/** From 0. */
function columnOf(place: string): number {
  const letters = /^[A-Z]+/.exec(place)![0]
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Without the codes for places, fonts and sizes (ECMA-376 part 1, 18.3.1.46). */
function pageTexts({ parts }: ReadSheet, number: number): string {
  const xml = parts[`xl/worksheets/sheet${number}.xml`]!
  const codes = [...xml.matchAll(/<odd(?:Header|Footer)>(.*?)<\/odd(?:Header|Footer)>/gs)].map(([, code]) => code!)
  return codes
    .join('')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/&(&|"[^"]*"|\d+ ?|K[0-9A-F]{6}|.)/gs, (_, code: string) => (code === '&' ? '&' : ''))
}

/** What an Office package says of itself. */
function readProperties(bytes: Uint8Array): Pick<ReadDocument, 'title' | 'author' | 'date'> {
  const core = readPart(bytes, 'docProps/core.xml')
  const text = (name: string) => elements(core, name)[0]?.textContent ?? ''
  return { title: text('dc:title'), author: text('dc:creator'), date: text('dcterms:created').slice(0, 10) }
}
