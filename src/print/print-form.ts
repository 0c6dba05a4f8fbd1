/** One form to its documents: fonts, one layout, and from it every format. */

import { fail, type Outcome, succeed } from '../domain/diagnostic.js'
import type { Form } from '../form/form.js'
import type { BrokenCells } from '../layout/lines/broken-cells.js'
import { layOut } from '../layout/pages/lay-out.js'
import { repeatHeadings } from '../layout/pages/repeat-headings.js'
import { FORMATS, type Format } from '../render/formats.js'
import { chooseFonts } from './choose-fonts.js'
import type { Printable, PrintedDocument } from './printable.js'

/** Lays out the form once and renders it in every format, one while another is packed. */
export async function printForm(
  form: Form,
  printable: Pick<Printable, 'fonts' | 'file' | 'deflate'>,
  kind: PrintedDocument['kind'],
  formats: readonly Format[],
): Promise<Outcome<readonly PrintedDocument[]>> {
  const { fonts, diagnostics } = chooseFonts(form, printable)
  const broken: BrokenCells = new Map()
  const headed = repeatHeadings(form, fonts, broken)
  if (!headed.ok) return headed
  const laidOut = layOut(headed.value, fonts, broken)
  if (!laidOut.ok) return laidOut
  const rendered = await Promise.all(
    formats.map(async (format) => {
      const render = await FORMATS[format]()
      return { format, outcome: await render(laidOut.value, fonts, printable.deflate) }
    }),
  )
  const warnings = [...diagnostics, ...laidOut.diagnostics, ...rendered.flatMap(({ outcome }) => outcome.diagnostics)]
  const facts = { pages: laidOut.value.pages.length, size: laidOut.value.form.type.size }
  const documents = rendered.flatMap(({ format, outcome }) =>
    outcome.ok ? [{ kind, format, bytes: outcome.value, laidOut: facts }] : [],
  )
  return documents.length === formats.length ? succeed(documents, warnings) : fail(...warnings)
}
