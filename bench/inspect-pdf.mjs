/** Whether a PDF holds the table: its pages, and how much of the table's text is found in it. */

import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** @returns {Promise<number>} */
export async function countPages(file) {
  return withDocument(file, async ({ numPages }) => numPages)
}

/** The share of the table's characters that the PDF has as often as the table, 0 to 1. */
export async function textShare(file, /** @type {import('./table.mjs').Table} */ table) {
  const there = await withDocument(file, countText)
  const cells = [...table.head, ...table.body].flat().map((cell) => cell?.text ?? '')
  const wanted = countCharacters(table.title + cells.join(''))
  let found = 0
  let all = 0
  for (const [character, count] of wanted) {
    all += count
    found += Math.min(count, there.get(character) ?? 0)
  }
  return found / all
}

async function countText(document) {
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    text += items.map(({ str }) => str).join('')
  }
  return countCharacters(text)
}

function countCharacters(text) {
  const counts = new Map()
  for (const character of text.replace(/\s/g, '')) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

async function withDocument(file, use) {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 })
  const result = await use(await task.promise)
  await task.destroy()
  return result
}
