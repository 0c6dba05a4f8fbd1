/** One form to its documents: fonts, one layout, and from it every format. */

import { fail, type Outcome, succeed } from '../domain/diagnostic.js'
import type { FontSet } from '../fonts/font-set.js'
import type { Form } from '../form/form.js'
import type { BrokenCells } from '../layout/lines/broken-cells.js'
import type { KeptLines } from '../layout/lines/kept-lines.js'
import type { LaidOut } from '../layout/page.js'
import { layOut } from '../layout/pages/lay-out.js'
import { repeatHeadings } from '../layout/pages/repeat-headings.js'
import { FORMATS, type Format, type RenderOptions } from '../render/formats.js'
import { chooseFonts } from './choose-fonts.js'
import type { Printable, PrintedDocument } from './printable.js'

/** A form on its pages, with the fonts that measured it. */
export interface LaidOutForm {
  readonly laidOut: LaidOut
  readonly fonts: FontSet
}

/** Lays out a form as it is printed; `kept` are the lines of the layout before, where there was one. */
export function layOutForm(
  form: Form,
  printable: Pick<Printable, 'fonts' | 'file'>,
  kept?: KeptLines,
): Outcome<LaidOutForm> {
  const { fonts, diagnostics } = chooseFonts(form, printable)
  const broken: BrokenCells = kept?.recall(form, fonts.faces) ?? new Map()
  const headed = repeatHeadings(form, fonts, broken)
  if (!headed.ok) return headed
  const laidOut = layOut(headed.value, fonts, broken)
  if (!laidOut.ok) return laidOut
  kept?.keep(broken)
  return succeed({ laidOut: laidOut.value, fonts }, [...diagnostics, ...laidOut.diagnostics])
}

/** Lays out the form once and renders it in every format, one while another is packed; `freeMemory` is called before each. */
export async function printForm(
  form: Form,
  printable: Pick<Printable, 'fonts' | 'file' | keyof RenderOptions>,
  kind: PrintedDocument['kind'],
  formats: readonly Format[],
  freeMemory: () => void = () => {},
): Promise<Outcome<readonly PrintedDocument[]>> {
  const laid = layOutForm(form, printable)
  if (!laid.ok) return laid
  const { laidOut, fonts } = laid.value
  const rendered = await Promise.all(
    formats.map(async (format) => {
      const render = await FORMATS[format]()
      freeMemory()
      return { format, outcome: await render(laidOut, fonts, printable) }
    }),
  )
  const warnings = [...laid.diagnostics, ...rendered.flatMap(({ outcome }) => outcome.diagnostics)]
  const facts = { pages: laidOut.pages.length, size: laidOut.form.type.size }
  const documents = rendered.flatMap(({ format, outcome }) =>
    outcome.ok ? [{ kind, format, bytes: outcome.value, laidOut: facts }] : [],
  )
  return documents.length === formats.length ? succeed(documents, warnings) : fail(...warnings)
}
