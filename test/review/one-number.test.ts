/** One number: the promises that the 概要, the 変更の概要, the console and the JSON count are the same. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makePromisePair } from '../../bench/generate/promise-pairs.mjs'
import { tellChanges } from '../../src/cli/commands/tell-changes.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import { tablesOnForm } from '../../src/definition/form-tables.js'
import type { Plan } from '../../src/domain/plan.js'
import { countItems } from '../../src/form/count-items.js'
import { toJson } from '../../src/review/to-json.js'
import { comparisonOf, type SampleEdition } from '../support/editions.js'
import { bundledForm, ROOT, seedPlan } from '../support/forms.js'
import { linesOf, summaryStyle } from '../support/reports.js'
import { bodyOf } from '../support/sections.js'
import { toSummary } from '../support/stages.js'

const SEEDS = readdirSync(new URL('seeds/', ROOT)).flatMap((file) => (file.endsWith('.yaml') ? file.slice(0, -5) : []))

const FORMS = readdirSync(new URL('templates/', ROOT))
  .filter((folder) => folder !== 'overview' && existsSync(new URL(`templates/${folder}/form.yaml`, ROOT)))
  .map((folder) => bundledForm(folder))

function nextYear(edition: SampleEdition): SampleEdition {
  return { ...edition, plan: { ...edition.plan, year: edition.plan.year + 1, yearText: `${edition.plan.year + 1}` } }
}

function countsOf(old: SampleEdition, now: SampleEdition): Readonly<Record<string, number>> {
  const comparison = comparisonOf(old, now)
  const { counts, promises } = toJson(comparison)
  const told: string[] = []
  const console = { out: () => {}, err: (line: string) => void told.push(line) }
  tellChanges(comparison, 'folded', console as unknown as Parameters<typeof tellChanges>[2])
  const request = { comparison, definition: now.definition, style: summaryStyle(), context: {} }
  const summary = bodyOf(toSummary(request)).map(({ slots: [slot] }) =>
    slot?.tag === 'cell' ? linesOf(slot.paragraphs) : '',
  )
  const numberIn = (texts: readonly string[], pattern: RegExp) => Number(texts.join('\n').match(pattern)?.[1] ?? 0)
  const labels = [...summary.join('\n').matchAll(/^[^\s\d（]+\n(\d+)件$/gm)].map(([, count]) => Number(count))
  return {
    概要: countItems(categoriesOf(old)).予定,
    JSON: promises.length,
    JSONの計: Object.values(counts.promises).reduce((sum, count) => sum + count, 0),
    画面: numberIn(told, /^予定 (\d+)件のその後/m),
    要約: numberIn(summary, /の予定(\d+)件/),
    予定のその後: labels.reduce((sum, count) => sum + count, 0),
  }
}

function categoriesOf({ plan, definition }: { readonly plan: Plan; readonly definition: FormDefinition }) {
  return tablesOnForm(plan, definition).flatMap(({ categories, form }) =>
    categories.map((category) => [category, form] as const),
  )
}

function expectOne(counts: Readonly<Record<string, number>>): void {
  expect(Object.values(counts)).toEqual(Object.values(counts).map(() => counts.JSON))
}

describe('予定の数は一つ', () => {
  it.each(SEEDS)('見本 %s', (id) => {
    const name = /^様式: (.*)$/m.exec(readFileSync(new URL(`seeds/${id}.yaml`, ROOT), 'utf8'))?.[1]
    const definition = FORMS.find((form) => form.name === name)!
    const edition = { plan: seedPlan(id, definition), definition }
    expectOne(countsOf(edition, nextYear(edition)))
  })

  it('最上の二つの年度', () => {
    const definition = bundledForm('official')
    const counts = countsOf({ plan: seedPlan('mogami-h30'), definition }, { plan: seedPlan('mogami-r1'), definition })
    expectOne(counts)
    expect(counts.JSON).toBe(23)
  })

  it('作った二つの年度', () => {
    const definition = bundledForm('official')
    for (let number = 1; number <= 40; number++) {
      const pair = makePromisePair(number)
      expectOne(countsOf({ plan: pair.old, definition }, { plan: pair.new, definition }))
    }
  })
})
