/** Headings of one to three levels: who shares what, how far each reaches, and how it runs. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnDefinition, FormDefinition } from '../../src/definition/form-definition.js'
import { coveringCell } from '../../src/form/covering-cell.js'
import type { FormRow } from '../../src/form/form.js'
import { headRows } from '../../src/form/heading-rows.js'
import { arbitraryForm } from '../support/arbitrary-form.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'
import { cellsOf, linesOf } from '../support/reports.js'
import { headOf, rowsOn } from '../support/sections.js'
import { toForm } from '../support/stages.js'

const OFFICIAL = bundledForm('official')

/** 上／上／見出し of a column each; 縦 behind one that runs down. */
function formOf(...columns: readonly string[]): FormDefinition {
  return {
    ...OFFICIAL,
    columns: columns.map((text): ColumnDefinition => {
      const upperHeadings = text.replace('縦', '').split('／')
      const heading = upperHeadings.pop()!
      const headDirection = text.endsWith('縦') ? 'vertical' : 'horizontal'
      return { ...OFFICIAL.columns[1]!, upperHeadings, heading, headDirection }
    }),
  }
}

/** A row each, its cells as 文（行数×列数）. */
function told(rows: readonly FormRow[]): readonly string[] {
  return rows.map((row) =>
    row.slots
      .flatMap((slot) => {
        if (slot.tag === 'covered') return []
        const spans = slot.rowSpan + slot.colSpan > 2 ? `（${slot.rowSpan}×${slot.colSpan}）` : ''
        return [`${linesOf(slot.paragraphs)}${slot.direction === 'vertical' ? '縦' : ''}${spans}`]
      })
      .join(' '),
  )
}

describe('列の見出し', () => {
  it('三段まで、同じ上の見出しの隣どうしが一つのセルになり、いちばん下は表の中身まで届く', () => {
    expect(told(headRows(formOf('番号', '数値／基準', '数値／実績／R5', '数値／実績／R6', '備考')))).toEqual([
      '番号（3×1） 数値（1×3） 備考（3×1）',
      '基準（2×1） 実績（1×2）',
      'R5 R6',
    ])
  })

  it('上の段が違えば、下の段が同じ名でも別のセル', () => {
    expect(told(headRows(formOf('計画／額／国', '計画／額／県', '決算／額／国', '決算／額／県')))).toEqual([
      '計画（1×2） 決算（1×2）',
      '額（1×2） 額（1×2）',
      '国 県 国 県',
    ])
  })

  it('どの列も見出しが空なら、上の見出しが下まで届き、空の升はない', () => {
    expect(told(headRows(formOf('施策', '取組／', '取組／', '評価')))).toEqual(['施策 取組（1×2） 評価'])
    expect(told(headRows(formOf('一／二／', '一／二／', '一／三')))).toEqual(['一（1×3）', '二（1×2） 三'])
  })

  it('一つの列だけが空なら、原本のとおり空の升が立つ', () => {
    expect(told(headRows(formOf('今後／', '今後／予定')))).toEqual(['今後（1×2）', ' 予定'])
  })

  it('縦書きは列の見出しだけ。横にまたがる見出しは横に書く', () => {
    expect(told(headRows(formOf('番号縦', '数値／単位縦', '数値／額', '取組／縦', '取組／縦')))).toEqual([
      '番号縦（2×1） 数値（1×2） 取組（2×2）',
      '単位縦 額',
    ])
  })

  it('縦の見出しは、一行に一列で、見出しの行の高さに収まる', () => {
    const form = formOf('対象者の居住地（KPI）縦', '施策')
    const [page] = layOutPlan(seedPlan('mogami-h30', OFFICIAL), form).pages
    const [head] = rowsOn(page!)
    const { lines } = page!.sections.flatMap((section) => (section.tag === 'table' ? section.cells : []))[0]!
    expect(lines).toHaveLength(1)
    expect(lines[0]!.baseline + lines[0]!.line.width).toBeLessThanOrEqual(head!.top + head!.height)
  })

  it('どの様式でも、列の上に立つ見出しは、その列の見出しのうち空でないもの', () => {
    fc.assert(
      fc.property(arbitraryForm, (definition) => {
        const head = headOf(toForm(seedPlan('mogami-h30', OFFICIAL), definition))
        definition.columns.forEach(({ upperHeadings, heading }, column) => {
          const over = new Set(head.map((_, row) => coveringCell(head, row, column)))
          const texts = [...over].map(({ paragraphs }) => linesOf(paragraphs)).filter((text) => text !== '')
          expect(texts).toEqual([...upperHeadings, heading].filter((text) => text !== ''))
        })
        for (const row of head) expect(cellsOf([row]).length).toBeGreaterThan(0)
      }),
    )
  })
})
