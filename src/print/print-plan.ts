/** Prints a plan: as its form's table, or as an overview. */

import type { OverviewStyle } from '../definition/overview-style.js'
import type { Outcome } from '../domain/diagnostic.js'
import { succeed } from '../domain/diagnostic.js'
import { type FormContext, toForm } from '../form/to-form.js'
import type { Format } from '../render/formats.js'
import { printForm } from './print-form.js'
import type { Printable, PrintedDocument } from './printable.js'
import { publicCopy } from './public-copy.js'
import { skeletonOf } from './skeleton.js'

export interface PlanOptions {
  readonly formats: readonly Format[]
  readonly context?: FormContext
  /** Whether Word and Excel documents carry the plan, to be read back; they do where nothing else is said. */
  readonly skeleton?: 'carried' | 'left out'
  /** For the web: see `publicCopy`. */
  readonly copy?: 'public'
  /** Prints the overview in this style, in the fonts of the plan's form. */
  readonly overview?: OverviewStyle
}

/** A document in each format. The diagnostics of a success are warnings. */
export async function printPlan(
  printable: Printable,
  { formats, overview, copy, skeleton = 'carried', context = {} }: PlanOptions,
): Promise<Outcome<readonly PrintedDocument[]>> {
  const { plan, definition, file } = printable
  const own = { ...context, file }
  const made = overview
    ? (await import('../form/overview/overview.js')).toOverview({ plan, definition, style: overview, context: own })
    : toForm(plan, definition, own)
  if (!made.ok) return made
  const form = copy === 'public' ? publicCopy(made.value, printable) : made
  if (!form.ok) return form
  // An overview cuts texts and puts rows together: no plan is read back from it.
  const carried = skeleton === 'carried' &&
    copy !== 'public' &&
    overview === undefined && { skeleton: skeletonOf(plan, definition, form.value) }
  const printed = await printForm({ ...form.value, ...carried }, printable, 'plan', formats)
  return printed.ok ? succeed(printed.value, [...form.diagnostics, ...printed.diagnostics]) : printed
}
