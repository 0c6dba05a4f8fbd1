import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/form/form.js'
import { sheetGrid } from '../../src/render/excel/sheet-grid.js'
import { drawBar, drawEdges, stripesOf } from '../../src/render/pdf/bars-and-edges.js'
import { PageContent } from '../../src/render/pdf/content.js'
import { openSeed, overviewOf, placedRows } from '../support/overview.js'
import { bundledFonts } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { readSheet } from '../support/read-sheet.js'
import { attributeOf, elements, readTables } from '../support/read-word.js'
import { cell } from '../support/sample-form.js'
import { tablesOf } from '../support/sections.js'
import { layOut, renderExcel, renderPdf, renderWord } from '../support/stages.js'

const SEEDS = ['mogami-h30', 'mogami-r1', 'progress-r6', 'welfare-r6']
const COLOR = '34557F'
const fonts = bundledFonts()

function seedForm(name: string): Form {
  const { plan, definition } = openSeed(name)
  return overviewOf(plan, definition)
}

const bars = (form: Form) => placedRows(form).flatMap((each) => each.filter(({ cell: { bar } }) => bar !== undefined))
const texts = (form: Form) =>
  placedRows(form).flatMap((each) => each.flatMap(({ text }) => (text === '' ? [] : [text])))

describe('Word の概要', () => {
  it.each(SEEDS)('%s：表はまとまりごとに一つで、Word が開ける 63 列を超えない', async (name) => {
    const form = seedForm(name)
    const tables = readTables(await renderWord(layOut(form, fonts)))
    expect(tables).toHaveLength(tablesOf(form).length)
    for (const table of tables) {
      const widths = table.map((each) => each.cells.reduce((sum, { gridSpan }) => sum + gridSpan, 0))
      expect(new Set(widths).size).toBe(1)
      expect(widths[0]).toBeLessThanOrEqual(63)
    }
  })

  it('棒は段落の地で、実施は塗り、予定は斜線', async () => {
    const form = seedForm('mogami-h30')
    const tables = readTables(await renderWord(layOut(form, fonts)))
    const shades = tables.flat().flatMap(({ cells }) =>
      cells.flatMap(({ element }) => {
        const paragraph = elements(element, 'w:pPr').flatMap((properties) => elements(properties, 'w:shd'))
        return paragraph.map((shade) => [
          shade.getAttribute('w:val'),
          shade.getAttribute('w:fill'),
          shade.getAttribute('w:color'),
        ])
      }),
    )
    expect(shades).toHaveLength(bars(form).length)
    const solid = shades.filter(([val]) => val === 'clear')
    const striped = shades.filter(([val]) => val === 'thinDiagStripe')
    expect(solid.every(([, fill]) => fill === COLOR)).toBe(true)
    expect(striped.every(([, , color]) => color === COLOR)).toBe(true)
    expect(striped).toHaveLength(bars(form).filter(({ cell: { bar } }) => bar!.pattern === 'striped').length)
  })

  it('表に罫線はなく、升が自分の罫線を引く', async () => {
    const tables = readTables(await renderWord(layOut(seedForm('welfare-r6'), fonts)))
    const first = tables[0]![0]!
    const table = first.element.parentNode as unknown as Parameters<typeof elements>[0]
    expect(attributeOf(elements(table, 'w:tblBorders')[0]!, 'w:top')).toBe('nil')
    expect(attributeOf(elements(first.element, 'w:tcBorders')[0]!, 'w:bottom')).toBe('single')
  })
})

describe('Excel の概要', () => {
  it('棒は升の色で、予定は lightUp の斜線', async () => {
    const form = seedForm('mogami-h30')
    const sheet = readSheet(await renderExcel(layOut(form, fonts)))
    const styles = sheet.parts['xl/styles.xml']!
    expect(styles).toMatch(new RegExp(`patternType="lightUp"><fgColor rgb="FF${COLOR}"/><bgColor rgb="FFFFFFFF"/>`))
    const filled = [...sheet.cells.values()].filter(({ style }) => style.fill === `FF${COLOR}`)
    const grid = sheetGrid(form, layOut(form, fonts).pages)
    const covered = form.sections.flatMap((section, index) => {
      if (section.tag !== 'table') return []
      const edges = grid.columnsOf.get(index)!
      return [...section.head, ...section.body].flatMap(({ slots }) =>
        slots.map((slot, at) => (slot.tag === 'cell' && slot.bar ? edges[at + slot.colSpan]! - edges[at]! : 0)),
      )
    })
    expect(filled).toHaveLength(covered.reduce((sum, each) => sum + each, 0))
    // The last row of a 区分 has a rule below it in the place of the air.
    expect(filled.every(({ border }) => border.top === 'thick' && /^thi(?:ck|n)$/.test(border.bottom))).toBe(true)
  })

  it('数は数のまま入り、文のない列の幅は比のまま', async () => {
    const form = seedForm('welfare-r6')
    const sheet = readSheet(await renderExcel(layOut(form, fonts)))
    const numbers = [...sheet.cells.values()].filter(({ type, text }) => type !== 's' && /^\d+$/.test(text))
    expect(numbers.map(({ text }) => text).slice(0, 5)).toEqual(['26', '9', '9', '4', '4'])
    const grid = sheetGrid(form, layOut(form, fonts).pages)
    const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0)
    form.sections.forEach((section, index) => {
      if (section.tag !== 'table') return
      const edges = grid.columnsOf.get(index)!
      for (const [at, { width }] of section.columns.entries()) {
        const own = sum(sheet.widths.slice(edges[at], edges[at + 1])) / sum(sheet.widths)
        expect(Math.abs(own - width / sum(section.columns.map((column) => column.width)))).toBeLessThan(0.01)
      }
    })
  })
})

describe('PDF の概要', () => {
  it.each(SEEDS)('%s：一枚で、文はすべてあり、しおりは章の名前', async (name) => {
    const form = seedForm(name)
    const { pages, outline } = await readPdf(await renderPdf(layOut(form, fonts), fonts))
    expect(pages).toHaveLength(1)
    const words = pages[0]!.texts.map(({ text }) => text).join('')
    for (const text of texts(form)) expect(words).toContain(Array.from(text)[0])
    expect(outline[0]).toBe('区分ごとの件数')
    expect(outline.at(-1)).toBe('年次工程表')
  })

  it('縞は箱の下の端から上の端まで右上がりで、隣の箱の縞とつながる', () => {
    const box = { left: 100, top: 50, width: 30, height: 8 }
    const lines = stripesOf(box)
    for (const { x1, y1, x2, y2 } of lines) {
      expect([y1, y2]).toEqual([58, 50])
      expect(x2 - x1).toBeCloseTo(8)
    }
    const sums = (all: typeof lines) => all.map(({ x1, y1 }) => Math.round(x1 + y1))
    const next = sums(stripesOf({ ...box, left: 130 }))
    expect(sums(lines).filter((sum) => next.includes(sum)).length).toBeGreaterThan(1)
  })

  it('棒は升の高さの中央に、文字の大きさの太さで、自分の色で描く', () => {
    const spot = { row: 0, rowSpan: 1, column: 0, colSpan: 1, left: 10, top: 20, width: 30, height: 12, lines: [] }
    const draw = (pattern: 'solid' | 'striped') => {
      const content = new PageContent(100)
      const bar = cell('', { size: 8, bar: { color: 'FF8000', pattern } })
      drawBar({ ...spot, cell: bar, flow: 'first', openBelow: false }, content)
      return content.operators()
    }
    expect(draw('solid')).toContain('\n1 0.502 0 rg 10 70 30 8 re f\n')
    expect(draw('striped')).toMatch(
      /\nq 10 70 30 8 re W n 1 0\.502 0 RG 0\.75 w\n(?:[-\d.]+ 70 m [-\d.]+ 78 l\n){12,}S Q\n/,
    )
  })

  it('升の罫線は、その端に中心を置き、濃いものを後から引く', () => {
    const content = new PageContent(100)
    const edges = { top: { width: 1, shade: 0 }, bottom: { width: 2, shade: 0.8 }, left: { width: 0.5, shade: 0.4 } }
    const spot = { row: 0, rowSpan: 1, column: 0, colSpan: 1, left: 10, top: 20, width: 30, height: 12, lines: [] }
    drawEdges([{ ...spot, cell: cell('', { edges }), flow: 'first', openBelow: false }], content)
    expect(content.operators()).toContain('\n0.8 g 10 67 30 2 re f\n0.4 g 9.75 68 0.5 12 re f\n0 g 10 79.5 30 1 re f\n')
  })
})
