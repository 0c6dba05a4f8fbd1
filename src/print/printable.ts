/** What the verbs of this room take and give. Data only. */

import type { FormDefinition } from '../definition/form-definition.js'
import type { Plan } from '../domain/plan.js'
import type { Typeface } from '../fonts/typeface.js'
import type { Format, RenderOptions } from '../render/formats.js'

/** A plan with all that it is printed with. */
export interface Printable extends RenderOptions {
  readonly plan: Plan
  /** The form by which the plan was read, with a column for each year that it shows of the plan: see `expandYears`. */
  readonly definition: FormDefinition
  readonly fonts: FontChoice
  /** What messages call the plan: its file. */
  readonly file: string
}

/** The fonts that a document may be set in, at least one, the first choice first. */
export interface FontChoice {
  readonly faces: readonly Typeface[]
  /** Where characters are looked for that none of these has; each is opened when it is asked for. */
  readonly fallbacks?: () => Iterable<Typeface>
  /** Bold faces of these families, opened where a document has bold type; without one a stroke makes type bold. */
  readonly bolds?: () => readonly Typeface[]
}

/** The documents that a comparison can make. */
export type ReportName = 'taishohyo' | 'miekeshi' | 'summary'
export const REPORTS: readonly ReportName[] = ['taishohyo', 'miekeshi', 'summary']

/** A document in memory. */
export interface PrintedDocument {
  /** What it is beside the plan's own table. */
  readonly kind: 'plan' | 'handout' | ReportName | 'comparison'
  readonly format: Format | 'json' | 'csv'
  readonly bytes: Uint8Array
  /** Of what is laid out, JSON is not: how many pages, and the size of the body's type in points. */
  readonly laidOut?: { readonly pages: number; readonly size: number }
}
