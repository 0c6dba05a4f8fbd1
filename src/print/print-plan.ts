/** Prints a plan: as its form's table, or as an overview. */

import type { OverviewStyle } from '../definition/overview-style.js'
import type { Outcome } from '../domain/diagnostic.js'
import { succeed } from '../domain/diagnostic.js'
import { type FormContext, toForm } from '../form/to-form.js'
import type { Format } from '../render/formats.js'
import { printForm } from './print-form.js'
import type { Printable, PrintedDocument } from './printable.js'

export interface PlanOptions {
  readonly formats: readonly Format[]
  readonly context?: FormContext
  /** Prints the overview in this style, in the fonts of the plan's form. */
  readonly overview?: OverviewStyle
}

/** A document in each format. The diagnostics of a success are warnings. */
export async function printPlan(
  printable: Printable,
  { formats, overview, context = {} }: PlanOptions,
): Promise<Outcome<readonly PrintedDocument[]>> {
  const { plan, definition, file } = printable
  const own = { ...context, file }
  const form = overview
    ? (await import('../form/overview/overview.js')).toOverview({ plan, definition, style: overview, context: own })
    : toForm(plan, definition, own)
  if (!form.ok) return form
  const printed = await printForm(form.value, printable, 'plan', formats)
  return printed.ok ? succeed(printed.value, [...form.diagnostics, ...printed.diagnostics]) : printed
}
