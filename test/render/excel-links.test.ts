/** A row of the table that page ends part into rows of the sheet is whole again for a program that reads the hidden names. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LaidOut } from '../../src/layout/page.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { address, placesOf, type ReadSheet, readSheet } from '../support/read-sheet.js'
import { onePage } from '../support/sample-laid-out.js'
import { bodyOf, columnsOf } from '../support/sections.js'
import { layOut, renderExcel, toForm } from '../support/stages.js'

const official = bundledForm('official')
/** So low that most rows are parted. */
const low = { ...official, paper: { ...official.paper, height: 260 } }

async function render(laidOut: LaidOut): Promise<ReadSheet> {
  return readSheet(await renderExcel(laidOut))
}

/** The texts of the table's cells, column by column from top to bottom, as the names say that they belong together. */
function readCells(sheet: ReadSheet, { form }: LaidOut): string[][] {
  const links = new Map(
    Object.entries(sheet.definedNames).flatMap(([name, place]) => {
      const link = /^keikaku_([a-z]+)_\d+$/.exec(name)?.[1]
      return link === undefined ? [] : [[place.split('!')[1]!.replaceAll('$', ''), link] as const]
    }),
  )
  const covered = new Set(sheet.merges.flatMap((range) => placesOf(range).slice(1)))
  const first = Number(/\$(\d+)$/.exec(sheet.definedNames['_xlnm.Print_Titles'] ?? '$0')![1]) + 1
  return columnsOf(form).map((_, column) => {
    const texts: string[] = []
    for (let row = first; row <= sheet.heights.length; row++) {
      const place = address(row, column + 1)
      if (covered.has(place)) continue
      const text = sheet.cells.get(place)?.text ?? ''
      const link = links.get(place)
      if (link === undefined) texts.push(text)
      else if (link !== 'repeated') texts.push(`${texts.pop()}${link === 'continued' ? '\n' : ''}${text}`)
    }
    return texts
  })
}

function formCells({ form }: LaidOut): string[][] {
  return columnsOf(form).map((_, column) =>
    bodyOf(form).flatMap(({ slots }) => {
      const slot = slots[column]!
      if (slot.tag === 'covered') return []
      return [slot.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')]
    }),
  )
}

describe('ページで分かれた升のしるし', () => {
  test('どんな計画も、しるしのとおりにつなげば升ごとの文に戻る', async () => {
    let parted = 0
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        const laidOut = layOut(toForm(plan, low), bundledFonts())
        const sheet = await render(laidOut)
        expect(readCells(sheet, laidOut)).toEqual(formCells(laidOut))
        parted += Object.keys(sheet.definedNames).filter((name) => /_(?:continued|joined)_/.test(name)).length
      }),
      { numRuns: 20, endOnFailure: true },
    )
    expect(parted).toBeGreaterThan(20)
  })

  test('一つの升に入らない長い文も', async () => {
    const text = `${'あ'.repeat(40_000)}\n${'い'.repeat(40_000)}`
    const laidOut = onePage([[text]], [400])
    expect(readCells(await render(laidOut), laidOut)).toEqual([[text]])
  })

  test('しるしは隠れていて、分かれる升がなければない', async () => {
    const laidOut = layOutPlan(seedPlan('mogami-h30'), official)
    const book = (await render(laidOut)).parts['xl/workbook.xml']!
    const names = book.match(/<definedName name="keikaku_[^>]*>/g)!
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(name).toContain('hidden="1"')
    expect((await render(onePage([['あ']], [20]))).parts['xl/workbook.xml']).not.toContain('keikaku_')
  })
})
