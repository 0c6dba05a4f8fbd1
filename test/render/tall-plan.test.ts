/** Rows, cells and categories that no page can hold: in each document nothing is lost or said twice, and every cell is closed. */

import { describe, expect, it } from 'vitest'
import type { LaidOut } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import type { Box } from '../../src/layout/pages/place-lines.js'
import { bundledForm } from '../support/forms.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { type PdfPage, readPdf, textWithin } from '../support/read-pdf.js'
import { address, placesOf, readSheet } from '../support/read-sheet.js'
import { readTables } from '../support/read-word.js'
import { bodyOf, columnsOf } from '../support/sections.js'
import { renderExcel, renderPdf, renderWord } from '../support/stages.js'
import { tallPlan } from '../support/tall-plan.js'

const PRINTS = ['official', 'four-column', 'four-column-a3'].map((id) => {
  const form = bundledForm(id)
  return [form.name, layOutPlan(tallPlan, form)] as const
})

/** What the table says, cell by cell; a cell that is one with the one above says nothing. */
function formTexts({ form }: LaidOut): string[][] {
  return bodyOf(form).map(({ slots }) =>
    slots.map((slot) =>
      slot.tag === 'covered' ? '' : slot.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n'),
    ),
  )
}

describe.each(PRINTS)('ページに入らない計画（%s）', (_, laidOut) => {
  it('PDF では、並べた行が一度ずつその升の中にあり、どのページのどの升も罫線で閉じている', async () => {
    const { pages } = await readPdf(await renderPdf(laidOut, bundledFonts()))
    expect(pages.length).toBe(laidOut.pages.length)
    for (const [index, page] of laidOut.pages.entries()) {
      for (const cell of cellsOn(page)) {
        for (const side of sidesOf(cell)) expect(isRuled(side, pages[index]!)).toBe(true)
        if (cell.cell.direction === 'vertical') continue
        const placed = cell.lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join('')
        expect(bare(textWithin(pages[index]!, cell))).toBe(bare(placed))
      }
    }
  })

  it('どのページにも、そこに及ぶ区分と見出しの名前がある', () => {
    for (const page of laidOut.pages) {
      for (const { cell, lines } of cellsOn(page).filter(
        (each) => each.cell.isLabel && each.cell.paragraphs.length > 0,
      )) {
        expect(lines.length, cell.paragraphs[0]!.runs[0]!.text).toBeGreaterThan(0)
      }
    }
  })

  it('Word では、升ごとに計画のとおり', async () => {
    const rows = readTables(await renderWord(laidOut)).flatMap((table) => table.filter((row) => !row.isHead))
    const texts = rows.map((row) => row.cells.map((cell) => cell.paragraphs.join('\n')))
    expect(texts).toEqual(formTexts(laidOut))
  })

  it('Excel では、ページごとの升をつなぐと計画のとおりで、どの升も罫線で閉じている', async () => {
    const sheet = readSheet(await renderExcel(laidOut))
    const said = new Map<number, string>()
    const covered = new Set(sheet.merges.flatMap((range) => placesOf(range).slice(1)))
    const linked = new Map(
      Object.entries(sheet.definedNames).map(([name, place]) => [place.split('!')[1]!.replaceAll('$', ''), name]),
    )
    const first = Number(/\$(\d+)$/.exec(sheet.definedNames['_xlnm.Print_Titles']!)![1]) + 1
    for (let row = first; row <= sheet.heights.length; row++) {
      columnsOf(laidOut.form).forEach((_, column) => {
        const place = address(row, column + 1)
        const name = linked.get(place)
        if (covered.has(place) || name?.includes('repeated')) return
        const text = sheet.cells.get(place)?.text ?? ''
        said.set(column, `${said.get(column) ?? ''}${name?.includes('joined') ? '' : '\n'}${text}`)
      })
    }
    for (const column of columnsOf(laidOut.form).keys()) {
      const cells = bodyOf(laidOut.form).flatMap(({ slots }, row) =>
        slots[column]!.tag === 'cell' ? [formTexts(laidOut)[row]![column]!] : [],
      )
      expect(said.get(column)).toBe(`\n${cells.join('\n')}`)
    }
    for (const { top, left, bottom, right } of sheet.merges.filter((range) => range.top >= first)) {
      for (let row = top; row <= bottom; row++) {
        expect(sheet.cells.get(address(row, left))!.border.left).not.toBe('')
        expect(sheet.cells.get(address(row, right))!.border.right).not.toBe('')
      }
      expect(sheet.cells.get(address(top, left))!.border.top).not.toBe('')
      expect(sheet.cells.get(address(bottom, left))!.border.bottom).not.toBe('')
    }
  })
})

type Side = readonly [x1: number, y1: number, x2: number, y2: number]

function sidesOf({ left, top, width, height }: Box): readonly Side[] {
  const [right, bottom] = [left + width, top + height]
  return [
    [left, top, right, top],
    [left, bottom, right, bottom],
    [left, top, left, bottom],
    [right, top, right, bottom],
  ]
}

/** Whether rules that lie on the side cover it from end to end. */
function isRuled([x1, y1, x2, y2]: Side, { rules }: PdfPage): boolean {
  const isLevel = y1 === y2
  const spans = rules
    .filter((rule) =>
      isLevel
        ? Math.abs(rule.y1 - y1) + Math.abs(rule.y2 - y1) < 0.1
        : Math.abs(rule.x1 - x1) + Math.abs(rule.x2 - x1) < 0.1,
    )
    .map((rule) => (isLevel ? [rule.x1, rule.x2] : [rule.y1, rule.y2]))
    .map(([from = 0, to = 0]) => [Math.min(from, to), Math.max(from, to)] as const)
    .toSorted(([a], [b]) => a - b)
  const [start, end] = isLevel ? [x1, x2] : [y1, y2]
  return (
    spans.reduce((reached, [from, to]) => (from <= reached + 0.1 ? Math.max(reached, to) : reached), start) >= end - 0.1
  )
}

/** A reader of PDF cannot tell blanks from distances. */
function bare(text: string): string {
  return text.replaceAll(/[ 　]/g, '')
}
