/** What a handout is made from. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { HandoutStyle } from '../../definition/handout-style.js'
import type { Plan } from '../../domain/plan.js'
import type { Comparison } from '../../review/comparison.js'
import type { FormContext } from '../to-form.js'
import type { HandoutPart } from './part.js'

export interface HandoutRequest {
  /** Its `handout` says number, meeting, date and author, as they are printed. */
  readonly plan: Plan
  readonly definition: FormDefinition
  readonly style: HandoutStyle
  readonly context: FormContext
  readonly part: HandoutPart
  readonly agenda?: string
  readonly stamp?: string
  readonly cover: 'cover' | 'none'
  /** Only what changed since an older edition, with its marks. `comparison` is that of the two plans by their forms. */
  readonly since?: { readonly plan: Plan; readonly comparison: Comparison }
}
