/** The forms and styles that stand in the page, by the names that plans and officials give them. */

import { decodeForm, decodeInlineForm, type OpenBase, readFormName } from '../../decode/form/form-file.js'
import { nearestKey } from '../../decode/shape/nearest-key.js'
import { decodeHandoutStyle } from '../../decode/styles/handout-file.js'
import { decodeOverviewStyle, isOverviewFile } from '../../decode/styles/overview-file.js'
import { decodeSummaryStyle } from '../../decode/styles/summary-file.js'
import { decodeTaishohyoStyle } from '../../decode/styles/taishohyo-file.js'
import type { TreeMap } from '../../decode/tree.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import type { HandoutStyle } from '../../definition/handout-style.js'
import type { OverviewStyle } from '../../definition/overview-style.js'
import type { SummaryStyle, TaishohyoStyle } from '../../definition/report-style.js'
import { fail, type Outcome } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'

/** Texts of files by their paths under templates/: `official/form.yaml`. */
export type Templates = Readonly<Record<string, string>>

interface ShelvedForm {
  readonly file: string
  /** The folder's name, `official`, and the Japanese one, 公式. */
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind: 'table' | 'overview'
}

/** Each form is read once. */
export class Shelf {
  private readonly forms: readonly ShelvedForm[]
  private readonly read = new Map<string, Outcome<FormDefinition>>()

  constructor(private readonly templates: Templates) {
    this.forms = Object.entries(templates).flatMap(([file, text]): ShelvedForm[] => {
      const [, id] = /^([^/]+)\/form\.yaml$/.exec(file) ?? []
      if (id === undefined) return []
      const kind = isOverviewFile(text) ? 'overview' : 'table'
      return [{ file, id, name: readFormName(text) ?? id, bytes: encode(text), kind }]
    })
  }

  /** The forms of tables. */
  list(): readonly FormDefinition[] {
    return this.forms.flatMap(({ kind, id }) => {
      const form = kind === 'table' ? this.find(id) : undefined
      return form?.ok ? [form.value] : []
    })
  }

  /** `plan` is the file that asks for the form, for messages. */
  find(name: string, plan?: string): Outcome<FormDefinition> {
    const found = this.named(name)
    const place = plan === undefined ? undefined : ({ kind: 'file', file: plan } as const)
    if (found === undefined) return this.unknown(name, place)
    if (found.kind === 'overview') return fail(say('overview-form', { name, wanted: 'columns' }, place))
    const form = this.read.get(found.id) ?? decodeForm(found.file, found.bytes, found.id, this.openBase)
    this.read.set(found.id, form)
    return form
  }

  /** A form that a plan file holds. */
  readInline(tree: TreeMap, plan: string): Outcome<FormDefinition> {
    return decodeInlineForm(plan, tree, this.openBase)
  }

  readonly openBase: OpenBase = (name) => {
    const found = this.named(name)
    return found === undefined ? this.unknown(name) : { ok: true, value: found, diagnostics: [] }
  }

  overview(): Outcome<OverviewStyle> {
    const { file, bytes, id } = this.forms.find(({ kind }) => kind === 'overview')!
    return decodeOverviewStyle(file, bytes, id)
  }

  handout(): Outcome<HandoutStyle> {
    return this.style('handout', decodeHandoutStyle)
  }

  reports(): Outcome<{ readonly taishohyo: TaishohyoStyle; readonly summary: SummaryStyle }> {
    const taishohyo = this.style('taishohyo', decodeTaishohyoStyle)
    if (!taishohyo.ok) return taishohyo
    const summary = this.style('summary', decodeSummaryStyle)
    if (!summary.ok) return summary
    return { ok: true, value: { taishohyo: taishohyo.value, summary: summary.value }, diagnostics: [] }
  }

  /** The usual one of a report. */
  private style<S>(report: string, decode: (file: string, bytes: Uint8Array, id: string) => Outcome<S>): Outcome<S> {
    const file = `${report}/standard.yaml`
    return decode(file, encode(this.templates[file]!), 'standard')
  }

  private named(name: string): ShelvedForm | undefined {
    return this.forms.find((form) => form.id === name || form.name === name)
  }

  private unknown(name: string, place?: { readonly kind: 'file'; readonly file: string }): Outcome<never> {
    const names = this.forms.map((form) => form.name)
    const nearest = nearestKey(name, [...names, ...this.forms.map(({ id }) => id)])
    return fail(say('unknown-form', { name, nearest, known: names }, place))
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
