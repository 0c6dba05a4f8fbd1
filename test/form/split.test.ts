import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coveringCell } from '../../src/form/covering-cell.js'
import type { FormCell, FormRow } from '../../src/form/form.js'
import { onlyTable } from '../../src/form/only-table.js'
import { forcedBreaks, splitTable } from '../../src/form/split-table.js'
import { denseGrid } from '../support/arbitrary-grid.js'
import { sampleForm } from '../support/sample-form.js'
import { bodyOf } from '../support/sections.js'

const cuts = fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 5 })

function split(body: readonly FormRow[], at: readonly number[]): readonly (readonly FormRow[])[] {
  return splitTable({ body }, at, '')
}

function cells(rows: readonly FormRow[]): readonly FormCell[] {
  return rows.flatMap((row) => row.slots.filter((slot) => slot.tag === 'cell'))
}

function texts(rows: readonly FormRow[]): readonly string[] {
  return cells(rows)
    .filter((cell) => cell.repeated !== true && cell.paragraphs.length > 0)
    .map((cell) => cell.paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join('')).join('\n'))
}

describe('改ページで表を分ける', () => {
  test('どこで分けても、行は一つも減らず順序も変わらない', () => {
    fc.assert(
      fc.property(denseGrid, cuts, (body, at) => {
        const sections = split(body, at)
        expect(sections.every((section) => section.length > 0)).toBe(true)
        expect(sections.flat().length).toBe(body.length)
      }),
    )
  })

  test('どの表も升目が埋まり、升は表の外に出ない', () => {
    fc.assert(
      fc.property(denseGrid, cuts, (body, at) => {
        for (const rows of split(body, at)) {
          const area = cells(rows).reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)
          expect(area).toBe(rows.length * rows[0]!.slots.length)
          rows.forEach((row, y) => {
            row.slots.forEach((slot, x) => {
              const cell = coveringCell(rows, y, x)
              if (slot.tag === 'covered') expect(slot.up < cell.rowSpan && slot.left < cell.colSpan).toBe(true)
              if (slot.tag === 'cell') expect(y + slot.rowSpan).toBeLessThanOrEqual(rows.length)
            })
          })
        }
      }),
    )
  })

  test('くり返す見出しのほかは、文字は一度だけ出る', () => {
    fc.assert(
      fc.property(denseGrid, cuts, (body, at) => {
        expect(split(body, at).flatMap(texts)).toEqual(texts(body))
      }),
    )
  })

  test('分け目をまたぐ区分は、次の表でもう一度名乗り、またぐ本文はくり返さない', () => {
    const table = onlyTable(sampleForm())
    expect(forcedBreaks(table)).toEqual([3])
    const [first, second] = splitTable(table, forcedBreaks(table), '（続き）')
    expect(first!.map((row) => row.slots.map(describeSlot))).toEqual([
      ['3×1 ①在宅', '2×1 入院時', '1×1 ○[山', '1×1 □顔の'],
      ['↑1', '↑1', '1×1 同上', '1×1   前'],
      ['↑2', '1×1 ○𠮷', '1×1 予定な', '1×1 '],
    ])
    expect(second!.map((row) => row.slots.map(describeSlot))).toEqual([
      ['1×1 ①在宅…（続き）', '1×1 病院に', '1×1 ', '1×1 ○研修'],
      ['1×1 ②日常', '1×1 訪問看', '1×2 ○横に', '←1'],
    ])
  })

  test('改ページのない表は分けない', () => {
    const table = { body: bodyOf(sampleForm()).map((row) => ({ ...row, startsPage: false })) }
    expect(splitTable(table, forcedBreaks(table), '')).toEqual([table.body])
  })

  test('最初の行の改ページでは分けない', () => {
    const [first, ...rest] = bodyOf(sampleForm())
    expect(forcedBreaks({ body: [{ ...first!, startsPage: true }, ...rest] })).toEqual([3])
  })
})

function describeSlot(slot: FormRow['slots'][number]): string {
  if (slot.tag === 'covered') return slot.up > 0 ? `↑${slot.up}` : `←${slot.left}`
  const text = slot.paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join('')).join('/')
  return `${slot.rowSpan}×${slot.colSpan} ${text.slice(0, 3)}${slot.repeated === true ? `…${text.slice(-4)}` : ''}`
}
