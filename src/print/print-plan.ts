/** Prints a plan: as its form's table, or as an overview. */

import type { OverviewStyle } from '../definition/overview-style.js'
import type { Outcome } from '../domain/diagnostic.js'
import { succeed } from '../domain/diagnostic.js'
import { dataTable } from '../form/data/data-table.js'
import { writeCsv } from '../form/data/write-csv.js'
import { type FormContext, toForm } from '../form/to-form.js'
import type { Format } from '../render/formats.js'
import { printForm } from './print-form.js'
import type { Printable, PrintedDocument } from './printable.js'
import { publicCopy } from './public-copy.js'
import { skeletonOf } from './skeleton.js'

export interface PlanOptions {
  /** csv: the items of the plan for programs, which no overview has. */
  readonly formats: readonly (Format | 'csv')[]
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
  const carried = skeleton === 'carried' &&
    copy !== 'public' &&
    overview === undefined && { skeleton: skeletonOf(plan, definition, form.value) }
  // An overview cuts texts and puts rows together: no plan is read back from it, and it is no table of items.
  const data = overview === undefined ? dataTable(plan, definition) : undefined
  const shown = copy !== 'public' && data !== undefined && { data }
  const paper = formats.filter((format) => format !== 'csv')
  const printed = await printForm({ ...form.value, ...carried, ...shown }, printable, 'plan', paper)
  if (!printed.ok) return printed
  const documents = formats.flatMap((format): readonly PrintedDocument[] => {
    if (format !== 'csv') return printed.value.filter((document) => document.format === format)
    return data === undefined ? [] : [{ kind: 'plan', format, bytes: writeCsv(data) }]
  })
  return succeed(documents, [...form.diagnostics, ...printed.diagnostics])
}
