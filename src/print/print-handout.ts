/** Prints a plan, or a part of it, as a paper for a meeting. */

import { type Outcome, succeed } from '../domain/diagnostic.js'
import { toHandout } from '../form/handout/handout.js'
import type { HandoutRequest } from '../form/handout/request.js'
import type { Format } from '../render/formats.js'
import { printForm } from './print-form.js'
import type { Printable, PrintedDocument } from './printable.js'
import { skeletonOf } from './skeleton.js'

/** What the paper says beside the plan. */
export interface HandoutOptions extends Omit<HandoutRequest, 'plan' | 'definition'> {
  readonly formats: readonly Format[]
  /** Whether Word and Excel documents carry what they print of the plan; they do where nothing else is said. */
  readonly skeleton?: 'carried' | 'left out'
}

/** A document in each format. The diagnostics of a success are warnings. */
export async function printHandout(
  printable: Printable,
  { formats, skeleton = 'carried', ...request }: HandoutOptions,
): Promise<Outcome<readonly PrintedDocument[]>> {
  const { plan, definition, file } = printable
  const form = toHandout({ ...request, plan, definition, context: { ...request.context, file } })
  if (!form.ok) return form
  // Texts with the marks of a comparison are those of no edition.
  const carried = skeleton === 'carried' &&
    request.since === undefined && { skeleton: skeletonOf(plan, definition, form.value, request.part) }
  const printed = await printForm({ ...form.value, ...carried }, printable, 'handout', formats)
  return printed.ok ? succeed(printed.value, [...form.diagnostics, ...printed.diagnostics]) : printed
}
