/** An edition's own form with its fonts: what its pages, its warnings and the 見え消し are made from, made once. */

import { type Diagnostic, type Outcome, succeed } from '../domain/diagnostic.js'
import type { FontSet } from '../fonts/font-set.js'
import type { Form } from '../form/form.js'
import { type FormContext, toForm } from '../form/to-form.js'
import { chooseFonts } from './choose-fonts.js'
import type { Printable } from './printable.js'

export interface OwnForm {
  readonly form: Form
  readonly fonts: FontSet
  /** Of the form, and of the characters that its fonts lack. */
  readonly warnings: readonly Diagnostic[]
}

export type OwnForms = Readonly<Record<'old' | 'new', OwnForm>>

/** Prints both editions on their own forms. */
export function openOwnForms(
  { old, new: now }: Readonly<Record<'old' | 'new', Printable>>,
  context: FormContext = {},
): Outcome<OwnForms> {
  const before = openOwnForm(old, context)
  if (!before.ok) return before
  const after = openOwnForm(now, context)
  return after.ok ? succeed({ old: before.value, new: after.value }) : after
}

function openOwnForm(edition: Printable, context: FormContext): Outcome<OwnForm> {
  const form = toForm(edition.plan, edition.definition, { ...context, file: edition.file })
  if (!form.ok) return form
  const { fonts, diagnostics } = chooseFonts(form.value, edition)
  return succeed({ form: form.value, fonts, warnings: [...form.diagnostics, ...diagnostics] })
}
