/** The verbs: what stops them is a value that names the file and the line, and blames nobody else. */

import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../src/definition/form-definition.js'
import { compareEditions, printComparison } from '../src/print/print-comparison.js'
import { printHandout } from '../src/print/print-handout.js'
import { printPlan } from '../src/print/print-plan.js'
import type { Printable } from '../src/print/printable.js'
import { bundledForm, seedPlan } from './support/forms.js'
import { handoutStyle } from './support/handouts.js'
import { bundledFonts } from './support/print.js'
import { summaryStyle, taishohyoStyle } from './support/reports.js'

const OFFICIAL = bundledForm('official')

function printable(changes: Partial<Printable> = {}): Printable {
  return {
    plan: seedPlan('mogami-h30'),
    definition: OFFICIAL,
    fonts: { faces: bundledFonts().faces },
    file: '計画.yaml',
    ...changes,
  }
}

/** The official form on so small a page that no line of the table fits between the margins. */
function withoutRoom(): FormDefinition {
  const { paper } = OFFICIAL
  const margins = { ...paper.margins, top: paper.height / 2, bottom: paper.height / 2 }
  return { ...OFFICIAL, paper: { ...paper, margins, source: { file: 'form.yaml', at: { line: 3, column: 5 } } } }
}

describe('紙に入らないもの', () => {
  it('余白が用紙を埋めるなら、様式のファイルと行を言う', async () => {
    const printed = await printPlan(printable({ definition: withoutRoom() }), { formats: ['pdf'] })
    expect(printed).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'no-room-on-page', place: { kind: 'text', file: 'form.yaml', line: 3, column: 5 } }],
    })
    expect(printed.diagnostics[0]!.hint).toContain('「余白」')
  })

  it('題名が最初のページを埋めるなら、計画のファイルと行を言う', async () => {
    const plan = { ...seedPlan('mogami-h30'), title: '題'.repeat(10_000), titleAt: { line: 2, column: 5 } }
    const { ok, diagnostics } = await printPlan(printable({ plan }), { formats: ['pdf'] })
    expect(ok).toBe(false)
    expect(diagnostics).toMatchObject([
      { code: 'no-room-under-title', place: { file: '計画.yaml', line: 2, column: 5 } },
    ])
    expect(diagnostics[0]!.message).toContain('題名')
  })

  it('会議資料でも比較でも、同じことを値で返す', async () => {
    const small = printable({ definition: withoutRoom() })
    const paper = { formats: ['pdf'] as const, style: handoutStyle(), context: {}, part: {}, cover: 'none' as const }
    expect((await printHandout(small, paper)).diagnostics).toMatchObject([{ code: 'no-room-on-page' }])
    const editions = { old: small, new: { ...small, plan: seedPlan('mogami-r1') } }
    const printed = await printComparison(editions, compareEditions(editions), {
      reports: ['miekeshi'],
      formats: ['docx'],
      revisions: 'tracked',
      styles: { taishohyo: taishohyoStyle('standard'), summary: summaryStyle() },
    })
    expect(printed.diagnostics).toMatchObject([{ code: 'no-room-on-page' }])
  })
})

describe('文書', () => {
  it('比較の文書は、文書の順に、頼まれた形式の順で返る', async () => {
    const editions = { old: printable(), new: printable({ plan: seedPlan('mogami-r1') }) }
    const printed = await printComparison(editions, compareEditions(editions), {
      reports: ['summary', 'taishohyo'],
      formats: ['xlsx', 'json', 'pdf'],
      revisions: 'tracked',
      styles: { taishohyo: taishohyoStyle('standard'), summary: summaryStyle() },
    })
    expect(printed.ok && printed.value.map(({ kind, format }) => `${kind}.${format}`)).toEqual([
      'summary.xlsx',
      'summary.pdf',
      'taishohyo.xlsx',
      'taishohyo.pdf',
      'comparison.json',
    ])
  })
})
