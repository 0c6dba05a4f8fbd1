/** 区分 in Excel: one upright column of characters, all of it within the cell, in every form and at every end of a page. */

import { describe, expect, test } from 'vitest'
import { linePitch } from '../../src/render/excel/metrics.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'
import { type ReadSheet, readSheet } from '../support/read-sheet.js'
import { renderExcel } from '../support/stages.js'

const PRINTS = [
  ['mogami-h30', 'official'],
  ['mogami-h30', 'four-column'],
  ['mogami-r1', 'four-column'],
  ['mogami-h30', 'four-column-a3'],
  ['mogami-r1', 'four-column-a3'],
  ['progress-r6', 'progress'],
  ['welfare-r6', 'welfare'],
] as const

describe('縦書きの区分', () => {
  test.each(PRINTS)('%s を %s で印刷しても、升の高さに収まり、折り返さない', async (seed, id) => {
    const form = bundledForm(id)
    const sheet = readSheet(await renderExcel(layOutPlan(seedPlan(seed, form), form)))
    const labels = verticalCells(sheet)
    expect(labels.length).toBeGreaterThan(0)
    for (const { text, style, height } of labels) {
      const size = Number(style.font.split(' ').at(-1))
      expect([text, [...text].length * linePitch(style.font, size)]).toSatisfy(([, needs]) => needs <= height)
      expect(style.wrap).toBe(false)
      expect(size).toBeGreaterThanOrEqual(7)
    }
  })

  test('高さの足りない長い名前は、まず文字を小さくし、それでも足りなければ行を高くする', async () => {
    const form = bundledForm('four-column')
    const plan = seedPlan('mogami-h30', form)
    const name = '在宅医療と介護を支える人材の確保及び育成並びに定着に係る広域の連携体制の強化について'
    const [category] = plan.categories
    const categories = [{ ...category!, name, rows: category!.rows.slice(0, 1) }]
    const sheet = readSheet(await renderExcel(layOutPlan({ ...plan, categories }, form)))
    const [label] = verticalCells(sheet)
    expect(label!.text).toBe(`①${name}`)
    expect(label!.style.font).toBe('BIZ UDPゴシック 7')
    expect(label!.height).toBeGreaterThanOrEqual([...label!.text].length * linePitch(label!.style.font, 7))
  })
})

function verticalCells(sheet: ReadSheet) {
  return [...sheet.cells].flatMap(([address, { text, style }]) => {
    const row = Number(/\d+/.exec(address)![0])
    if (style.rotation !== '255' || text === '') return []
    const merge = sheet.merges.find(({ left, top }) => left === 1 && top === row)
    const height = sheet.heights.slice(row - 1, merge?.bottom ?? row).reduce((sum, each) => sum + each, 0)
    return [{ text, style, height }]
  })
}
