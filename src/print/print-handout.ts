/** Prints a plan, or a part of it, as a paper for a meeting. */

import { type Outcome, succeed } from '../domain/diagnostic.js'
import { toHandout } from '../form/handout/handout.js'
import type { HandoutRequest } from '../form/handout/request.js'
import type { Format } from '../render/formats.js'
import { printForm } from './print-form.js'
import type { Printable, PrintedDocument } from './printable.js'

/** What the paper says beside the plan. */
export type HandoutOptions = Omit<HandoutRequest, 'plan' | 'definition'> & { readonly formats: readonly Format[] }

/** A document in each format. The diagnostics of a success are warnings. */
export async function printHandout(
  printable: Printable,
  { formats, ...request }: HandoutOptions,
): Promise<Outcome<readonly PrintedDocument[]>> {
  const { plan, definition, file } = printable
  const form = toHandout({ ...request, plan, definition, context: { ...request.context, file } })
  if (!form.ok) return form
  const printed = await printForm(form.value, printable, 'handout', formats)
  return printed.ok ? succeed(printed.value, [...form.diagnostics, ...printed.diagnostics]) : printed
}
