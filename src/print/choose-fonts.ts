/** The fonts of one document: the choice that it was given, and one more where that lacks a character. */

import { assertNever } from '../domain/assert-never.js'
import type { Diagnostic } from '../domain/diagnostic.js'
import { createFontSet, type FontSet } from '../fonts/font-set.js'
import type { Form, Paragraph, Run, Section } from '../form/form.js'
import { findMissingGlyphs } from '../layout/missing-glyphs.js'
import type { Printable } from './printable.js'

/** Warnings tell of every character that the first font lacks, with its place in `file`. */
export function chooseFonts(
  form: Form,
  { fonts: { faces, fallbacks, bolds }, file }: Pick<Printable, 'fonts' | 'file'>,
): { readonly fonts: FontSet; readonly diagnostics: readonly Diagnostic[] } {
  const bold = bolds !== undefined && hasBold(form) ? bolds() : []
  let all = faces
  let fonts = createFontSet(faces, bold)
  let diagnostics = findMissingGlyphs(form, fonts, file)
  if (!diagnostics.some(isMissing)) return { fonts, diagnostics }
  for (const fallback of fallbacks?.() ?? []) {
    const wider = createFontSet([...all, fallback], bold)
    const fewer = findMissingGlyphs(form, wider, file)
    if (fewer.filter(isMissing).length === diagnostics.filter(isMissing).length) continue
    fonts = wider
    all = [...all, fallback]
    diagnostics = fewer
    if (!diagnostics.some(isMissing)) break
  }
  return { fonts, diagnostics }
}

function hasBold({ sections }: Form): boolean {
  return sections.some((section) => hasBoldIn(section))
}

function hasBoldIn(section: Section): boolean {
  switch (section.tag) {
    case 'cover':
      return false
    case 'texts':
      return section.blocks.some(({ paragraphs }) => paragraphs.some(isPartlyBold))
    case 'table':
      return [section.head, section.body].some((rows) =>
        rows.some(({ slots }) => slots.some((slot) => slot.tag === 'cell' && slot.paragraphs.some(isPartlyBold))),
      )
    default:
      return assertNever(section)
  }
}

function isPartlyBold({ runs }: Paragraph): boolean {
  return runs.some(isBold)
}

function isBold({ emphasis }: Run): boolean {
  return emphasis?.includes('bold') ?? false
}

function isMissing(diagnostic: Diagnostic): boolean {
  return diagnostic.code === 'missing-glyph' || diagnostic.code === 'missing-variant'
}
