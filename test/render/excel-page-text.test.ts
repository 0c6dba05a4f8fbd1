/** Page header and footer in Excel: whole, in Excel's own where they fit, in rows of the sheet where they do not. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form, PageText } from '../../src/form/form.js'
import { renderExcel as outcomeOf } from '../../src/render/excel/render-excel.js'
import { expectValue } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { type ReadSheet, readSheet } from '../support/read-sheet.js'
import { sampleForm } from '../support/sample-form.js'
import { layOut } from '../support/stages.js'

async function print(changes: Partial<Form>): Promise<ReadSheet & { readonly codes: readonly string[] }> {
  const outcome = await outcomeOf(layOut(sampleForm(changes), bundledFonts()))
  return { ...readSheet(expectValue(outcome)), codes: outcome.diagnostics.map(({ code }) => code) }
}

/** The code of header or footer, as Excel reads it. */
function codeOf({ parts }: ReadSheet, side: 'oddHeader' | 'oddFooter'): string {
  const xml = new RegExp(`<${side}>(.*?)</${side}>`, 's').exec(parts['xl/worksheets/sheet1.xml']!)?.[1] ?? ''
  return xml.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

function textsOf({ cells }: ReadSheet): readonly string[] {
  return [...cells.values()].map(({ text }) => text)
}

const text = (value: string): PageText => [{ tag: 'text', text: value }]
const LONG = '※ 数え方や区域の範囲を説明する文がここに入る。'.repeat(15)

describe('Excel の欄外', () => {
  it('長い上の欄外は見出しの上の行に立ち、見出しとともにどのページにもくり返す', async () => {
    const sheet = await print({ header: text(LONG) })
    expect(codeOf(sheet, 'oddHeader')).toBe('')
    const [place] = [...sheet.cells].find(([, cell]) => cell.text === LONG)!
    const row = Number(place.slice(1))
    expect(sheet.definedNames['_xlnm.Print_Titles']).toMatch(new RegExp(`!\\$${row}:\\$${row + 2}$`))
    expect(sheet.codes).toEqual(['page-text-moved'])
  })

  it('長い下の欄外は各ページの最後の行に立ち、ページ番号は欄外に残る', async () => {
    const sheet = await print({
      footer: [...text(LONG), { tag: 'page' }, ...text('／'), { tag: 'pages' }, ...text('頁')],
    })
    expect(codeOf(sheet, 'oddFooter')).toMatch(/&P／&N$/)
    expect(textsOf(sheet).filter((each) => each === `${LONG}頁`)).toHaveLength(sheet.breaks.length + 1)
    expect(sheet.codes).toEqual(['page-text-moved'])
  })

  it('どんな欄外でも、文は欄外か升のどちらかに全部あり、欄外は 255 字まで', async () => {
    const part = fc.oneof(
      fc
        .integer({ min: 0, max: 400 })
        .map((length) => ({ tag: 'text' as const, text: '注&記'.repeat(140).slice(0, length) })),
      fc.constant({ tag: 'page' as const }),
      fc.constant({ tag: 'pages' as const }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (footer) => {
        const sheet = await print({ footer })
        const code = codeOf(sheet, 'oddFooter')
        expect(code.length).toBeLessThanOrEqual(255)
        const shown = [code.replaceAll('&&', '&'), ...textsOf(sheet)].join('\n')
        const written = footer.map((each) => (each.tag === 'text' ? each.text : '')).join('')
        const count = (all: string) => all.split('注').length - 1
        expect(count(shown)).toBeGreaterThanOrEqual(count(written))
      }),
      { numRuns: 15 },
    )
  })
})
