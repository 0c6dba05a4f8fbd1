/** What an official asks for of documents. Plain data, for another thread. */

import type { Link } from '../../domain/link.js'
import type { HandoutPart } from '../../form/handout/part.js'
import type { ReportName } from '../../print/printable.js'
import type { Format } from '../../render/formats.js'
import type { PlanText } from '../opening/open-plan.js'

export type Order =
  | { readonly tag: 'plan'; readonly plan: PlanText; readonly formats: readonly (Format | 'csv')[] }
  | { readonly tag: 'overview'; readonly plan: PlanText; readonly formats: readonly Format[] }
  | {
      readonly tag: 'handout'
      readonly plan: PlanText
      readonly formats: readonly Format[]
      readonly part: HandoutPart
      readonly agenda: string
      readonly stamp: string
      readonly cover: 'cover' | 'none'
      /** Only what changed since this edition. */
      readonly since?: Edition
    }
  | {
      readonly tag: 'comparison'
      readonly plan: PlanText
      readonly other: Edition
      readonly reports: readonly ReportName[]
      readonly formats: readonly (Format | 'json')[]
    }

/** Another edition, with what the official says of it and the plan. */
export interface Edition {
  readonly plan: PlanText
  readonly links: readonly Link[]
}
