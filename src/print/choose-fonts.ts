/** The fonts of one document: the choice that it was given, and one more where that lacks a character. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { createFontSet, type FontSet } from '../fonts/font-set.js'
import type { Form } from '../form/form.js'
import { findMissingGlyphs } from '../layout/missing-glyphs.js'
import type { Printable } from './printable.js'

/** Warnings tell of every character that the first font lacks, with its place in `file`. */
export function chooseFonts(
  form: Form,
  { fonts: { faces, fallbacks }, file }: Pick<Printable, 'fonts' | 'file'>,
): { readonly fonts: FontSet; readonly diagnostics: readonly Diagnostic[] } {
  let fonts = createFontSet(faces)
  let diagnostics = findMissingGlyphs(form, fonts, file)
  if (!diagnostics.some(isMissing)) return { fonts, diagnostics }
  for (const fallback of fallbacks?.() ?? []) {
    const wider = createFontSet([...fonts.faces, fallback])
    const fewer = findMissingGlyphs(form, wider, file)
    if (fewer.filter(isMissing).length === diagnostics.filter(isMissing).length) continue
    fonts = wider
    diagnostics = fewer
    if (!diagnostics.some(isMissing)) break
  }
  return { fonts, diagnostics }
}

function isMissing(diagnostic: Diagnostic): boolean {
  return diagnostic.code === 'missing-glyph' || diagnostic.code === 'missing-variant'
}
