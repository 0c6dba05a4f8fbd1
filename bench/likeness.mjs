/** How many of the printed original's line breaks the layout reproduces: `npm run likeness`. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadFonts } from '../dist/cli/files/find-fonts.js'
import { openPlan } from '../dist/cli/files/open-plan.js'
import { createFontSet } from '../dist/fonts/font-set.js'
import { toForm } from '../dist/form/to-form.js'
import { cellsOn } from '../dist/layout/page-sections.js'
import { layOut } from '../dist/layout/pages/lay-out.js'

const root = new URL('../', import.meta.url)

/**
 * Fonts to measure with, and widths in em where they differ from the form's: the original was set in MS Pゴシック, whose
 * metrics IPAPGothic nearly has and whose kana are narrower than those of BIZ UDPGothic, which the form's widths are for.
 */
const FONTS = [
  { family: 'BIZ UDPGothic', widths: {} },
  {
    family: 'IPAPGothic',
    widths: {
      現状と課題: 10.05,
      施策: 14.68,
      取組み: 15.64,
      成果と課題: 30.82,
      今後の対応: 15.91,
      具体的な取組み: 16.24,
    },
  },
]

/** The printed lines of every paragraph of the original: text with nothing between its lines, and where they break. */
export function printedParagraphs(witness) {
  const opens = /^[○□■・【]/
  return witness.split(/\n\s*\n/).flatMap((block) => {
    const paragraphs = []
    for (const line of block.split('\n').filter((each) => each !== '')) {
      const last = paragraphs.at(-1)
      if (last === undefined || opens.test(line) || last.text.endsWith('】'))
        paragraphs.push({ text: line, breaks: [] })
      else {
        last.breaks.push(last.text.length)
        last.text += line
      }
    }
    return paragraphs
  })
}

/** Breaks reproduced and breaks in all, by column key. */
export function likeness(laidOut, witness) {
  const printed = new Map()
  for (const paragraph of printedParagraphs(witness)) {
    printed.set(paragraph.text, [...(printed.get(paragraph.text) ?? []), paragraph])
  }
  const columns = new Map()
  for (const cell of laidOut.pages.flatMap(cellsOn)) {
    if (cell.cell.source === undefined || cell.cell.direction === 'vertical' || cell.flow !== 'first') continue
    cell.cell.paragraphs.forEach((paragraph, index) => {
      const text = paragraph.runs.map((run) => run.text).join('')
      const original = printed.get(text)?.[0]
      if (original === undefined) return
      if (printed.get(text).length > 1) printed.get(text).shift()
      const ours = new Set(cell.lines.filter(({ line }) => line.paragraph === index).map(({ line }) => line.start))
      const column = cell.cell.source.column
      const sum = columns.get(column) ?? { same: 0, all: 0, missed: [] }
      for (const at of original.breaks) {
        sum.all++
        if (ours.has(at)) sum.same++
        else sum.missed.push(`${text.slice(Math.max(0, at - 12), at)}／${text.slice(at, at + 6)}`)
      }
      columns.set(column, sum)
    })
  }
  return columns
}

function measure(definition, plan, { family, widths }, witness) {
  const { faces, absent } = loadFonts([family], [fileURLToPath(new URL('templates/official', root))])
  if (absent.length > 0) return undefined
  const columns = definition.columns.map((column) => ({
    ...column,
    width: widths[column.fields[0].key] ?? column.width,
  }))
  return likeness(layOut(toForm(plan, { ...definition, columns }).value, createFontSet(faces)).value, witness)
}

function main() {
  const opened = openPlan(fileURLToPath(new URL('seeds/mogami-h30.yaml', root)))
  const { plan, definition } = opened.value
  const witness = readFileSync(new URL('seeds/mogami-h30.printed.txt', root), 'utf8')
  const show = process.argv.includes('--missed')
  for (const font of FONTS) {
    const { family } = font
    const columns = measure(definition, plan, font, witness)
    if (columns === undefined) {
      console.log(`${family}: このパソコンにありません（Debian: fonts-ipafont-gothic）`)
      continue
    }
    console.log(family)
    const total = { same: 0, all: 0 }
    for (const [column, { same, all, missed }] of columns) {
      total.same += same
      total.all += all
      console.log(`  ${column.padEnd(8, '　')} ${percent(same, all)}  ${same}／${all}`)
      if (show) for (const each of missed) console.log(`      ${each}`)
    }
    console.log(`  ${'合計'.padEnd(8, '　')} ${percent(total.same, total.all)}  ${total.same}／${total.all}`)
  }
}

function percent(part, whole) {
  return `${((part / whole) * 100).toFixed(1)} %`.padStart(7)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
