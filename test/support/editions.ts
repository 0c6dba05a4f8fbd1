/** Two editions as an official writes them, and what the comparison says of them, a line each. */

import { readFileSync } from 'node:fs'
import { decodeForm } from '../../src/decode/form/form-file.js'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import { compareEditions } from '../../src/print/print-comparison.js'
import type { Comparison } from '../../src/review/comparison.js'
import { type DiffJson, type PlaceJson, toJson } from '../../src/review/to-json.js'
import { bundledForm, expectValue, ROOT } from './forms.js'

export interface SampleEdition {
  readonly plan: Plan
  readonly definition: FormDefinition
}

/** An edition of the bundled form or of one of these columns: its head (計画, 年度 …) and its 区分 as YAML. */
export function editionOf(head: string, categories: string, form: string | FormDefinition = 'official'): SampleEdition {
  const definition = typeof form === 'string' ? bundledForm(form) : form
  const text = `${head}\n区分:\n${categories}`
  const source = expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text)))
  return { plan: expectValue(decodePlan(source, definition)), definition }
}

/** A form from its columns, a line each: `見出し | 欄 | 役割`, and `上の見出し / 見出し` where there are two. */
export function formOf(name: string, columns: readonly string[], texts = ''): FormDefinition {
  const lines = columns.map((column) => {
    const [heading = '', key = '', part = '', merges = ''] = column.split('|').map((each) => each.trim())
    const [upper, lower] = heading.includes('/') ? heading.split('/').map((each) => each.trim()) : [undefined, heading]
    const over = upper === undefined ? '' : `上の見出し: ${JSON.stringify(upper)}, `
    return `  - { ${over}見出し: ${JSON.stringify(lower)}, 欄: [{ 名前: ${key}, 役割: ${part} }], 幅: 8${merges ? ', 結合: true' : ''} }`
  })
  const text = `元の様式: 進捗管理表\n名前: ${name}\n${texts}列:\n${lines.join('\n')}\n`
  const openBase = () => ({
    ok: true as const,
    value: { file: 'base.yaml', bytes: readFileSync(new URL('templates/progress/form.yaml', ROOT)) },
    diagnostics: [],
  })
  return expectValue(decodeForm('form.yaml', new TextEncoder().encode(text), 'form', openBase))
}

export function compareTold(old: SampleEdition, now: SampleEdition): readonly string[] {
  return tellJson(toJson(compareEditions({ old, new: now })))
}

export function comparisonOf(old: SampleEdition, now: SampleEdition): Comparison {
  return compareEditions({ old, new: now })
}

/** 変わらない: `same`. Then the changes, `予定` with their fates, `確認` and `警告`. */
export function tellJson({ same, changes, promises, toConfirm, warnings }: DiffJson): readonly string[] {
  return [
    ...(same ? ['same'] : []),
    ...changes.map(({ kinds, old, new: now }) => `${kinds.join('+')}: ${tellPlaces(old)} → ${tellPlaces(now)}`),
    ...promises.flatMap(({ old, fate, new: stands }) =>
      fate === 'carried-over' && stands?.text === old.text ? [] : [`予定 ${fate}: ${old.text}`],
    ),
    ...toConfirm.map(({ code, place }) => `確認 ${code}: ${place.text || place.label}`),
    ...warnings.map(({ code }) => `警告 ${code}`),
  ]
}

/** The document's own by its name, others by their text. */
function tellPlaces(places: readonly PlaceJson[]): string {
  if (places.length === 0) return '無'
  return places
    .map(({ category, column, text }) => (category === 0 ? `${column}「${text}」` : text || '空'))
    .join('＆')
    .replaceAll('\n', '／')
}
