/** From a plan file's name to its documents in memory: the stages one after the other. */

import { basename } from 'node:path'
import { decodePlan, openPlanFile } from '../decode/plan/plan-file.js'
import type { Diagnostic, Outcome } from '../domain/diagnostic.js'
import type { Plan } from '../domain/plan.js'
import { createFontSet, type FontSet } from '../fonts/font-set.js'
import type { Form } from '../form/form.js'
import { type FormContext, toForm } from '../form/to-form.js'
import { findMissingGlyphs } from '../layout/missing-glyphs.js'
import type { LaidOut } from '../layout/page.js'
import { layOut } from '../layout/pages/lay-out.js'
import { FORMATS } from '../render/formats.js'
import { loadFallbacks, loadFonts } from './files/find-fonts.js'
import { DEFAULT_FORM, type FoundForm, type FoundOverview, findForm, findOverview } from './files/find-form.js'
import { InputFiles } from './files/input-files.js'
import { readInput } from './files/read-file.js'
import { fastDeflate } from './node-deflate.js'

export interface PrintOptions {
  /** Keys of FORMATS. */
  readonly formats: readonly string[]
  /** Name or path of a form; wins over the plan's 様式. */
  readonly form?: string
  readonly context: FormContext
}

/** A plan with the form that it is printed on. */
export interface OpenedPlan {
  readonly file: string
  readonly plan: Plan
  readonly form: FoundForm
}

/** A document that is not on the disk yet. */
export interface PrintedDocument {
  /** `mogami-h30.pdf`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a plan file with the form that it asks for. */
export function openPlan(file: string, formName?: string, files = InputFiles.open()): Outcome<OpenedPlan> {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  const source = openPlanFile(file, bytes.value)
  if (!source.ok) return source
  const form = findForm(formName ?? source.value.form ?? DEFAULT_FORM, file, files)
  if (!form.ok) return form
  const plan = decodePlan(source.value, form.value.definition)
  if (!plan.ok) return plan
  return { ok: true, value: { file, plan: plan.value, form: form.value }, diagnostics: plan.diagnostics }
}

/** Prints a plan file in every format asked for. The diagnostics of a success are warnings. */
export async function printPlan(
  file: string,
  options: PrintOptions,
  files = InputFiles.open(),
): Promise<Outcome<PrintedDocument[]>> {
  const overview = options.form === undefined ? undefined : findOverview(options.form, file, files)
  if (overview?.ok === false) return overview
  // An overview has no columns: the plan is read by its own form.
  const opened = openPlan(file, overview === undefined ? options.form : undefined, files)
  if (!opened.ok) return opened
  const { plan, form } = opened.value
  const filled = await fillForm(plan, form, options.context, overview?.value)
  if (!filled.ok) return filled
  const { fonts, diagnostics } = fontsFor(filled.value, form, file, files)
  const laidOut = layOut(filled.value, fonts)
  const documents = await renderAll(laidOut, fonts, stemOf(file), options.formats)
  return { ok: true, value: documents, diagnostics: [...opened.diagnostics, ...diagnostics] }
}

/** Renders in every format, one while another is packed; `stem` is the documents' name without its ending. */
export async function renderAll(
  laidOut: LaidOut,
  fonts: FontSet,
  stem: string,
  formats: readonly string[],
): Promise<PrintedDocument[]> {
  return Promise.all(
    formats.map(async (format): Promise<PrintedDocument> => {
      const render = await FORMATS[format]!()
      return { name: `${stem}.${format}`, bytes: await render(laidOut, fonts, fastDeflate) }
    }),
  )
}

/** A plan file's name without folder and ending. */
export function stemOf(file: string): string {
  return basename(file).replace(/\.[^.]+$/, '')
}

/** On the plan's form, or, in its fonts, as the overview. */
async function fillForm(
  plan: Plan,
  form: FoundForm,
  context: FormContext,
  overview?: FoundOverview,
): Promise<Outcome<Form>> {
  const { definition } = form
  try {
    const filled = overview
      ? (await import('../form/overview/overview.js')).toOverview({ plan, definition, style: overview.style, context })
      : toForm(plan, definition, context)
    return { ok: true, value: filled, diagnostics: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : ''
    const diagnostic: Diagnostic = {
      severity: 'error',
      code: 'bad-form-text',
      message: `様式「${overview?.style.name ?? definition.name}」の「文章」を組み立てられません（${reason}）。`,
      place: { kind: 'file', file: (overview ?? form).folder },
      hint: '{{ }} の中の名前と記号を確かめてください。',
    }
    return { ok: false, diagnostics: [diagnostic] }
  }
}

/** The form's fonts, and where they lack a character, the first of the system's that has it. */
export function fontsFor(
  form: Form,
  found: FoundForm,
  file: string,
  files = InputFiles.open(),
): { fonts: FontSet; diagnostics: Diagnostic[] } {
  const { faces, absent } = loadFonts(form.type.fonts, found.folders, files)
  let fonts = createFontSet(faces)
  let diagnostics = findMissingGlyphs(form, fonts, file)
  if (diagnostics.some(isMissing)) {
    for (const fallback of loadFallbacks(files)) {
      const wider = createFontSet([...fonts.faces, fallback])
      const fewer = findMissingGlyphs(form, wider, file)
      if (fewer.filter(isMissing).length === diagnostics.filter(isMissing).length) continue
      fonts = wider
      diagnostics = fewer
      if (!diagnostics.some(isMissing)) break
    }
  }
  return { fonts, diagnostics: [...absent.map((family) => absentFont(family, faces[0]!.family, file)), ...diagnostics] }
}

function isMissing(diagnostic: Diagnostic): boolean {
  return diagnostic.code === 'missing-glyph' || diagnostic.code === 'missing-variant'
}

function absentFont(family: string, instead: string, file: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'absent-font',
    message: `様式の書体「${family}」がこのパソコンに見つからないため、PDF は「${instead}」で組みます。`,
    place: { kind: 'file', file },
    hint: '様式のフォルダーの中の fonts フォルダーに書体のファイルを置くこともできます。',
  }
}
