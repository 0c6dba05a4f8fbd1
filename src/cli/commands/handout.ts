/** `keikaku handout`: the table of a plan, or a part of it, as a paper for a meeting. */

import { decodeHandoutStyle } from '../../decode/styles/handout-file.js'
import { resizeForm } from '../../definition/text-size.js'
import type { Outcome } from '../../domain/diagnostic.js'
import type { Handout, Plan } from '../../domain/plan.js'
import { type HandoutPart, listCategories } from '../../form/handout/part.js'
import { compareEditions } from '../../print/print-comparison.js'
import { type HandoutOptions as PaperOptions, printHandout } from '../../print/print-handout.js'
import type { Printable } from '../../print/printable.js'
import type { Format } from '../../render/formats.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { nameFile } from '../console/name-file.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { stemOf } from '../documents/document-names.js'
import { tellPages } from '../documents/tell-pages.js'
import { writeDocuments } from '../documents/write-documents.js'
import { DEFAULT_STYLE, findStyle } from '../files/find-style.js'
import { InputFiles } from '../files/input-files.js'
import { openPlan } from '../files/open-plan.js'
import type { DocumentReading } from '../office/open-document.js'
import { contextFrom, report } from './build.js'
import { chooseCategories, chooseColumns } from './choose-part.js'

/** What it says of the paper wins over the plan's 資料; an empty text leaves it out. */
export interface HandoutOptions extends Handout {
  readonly formats: readonly Format[]
  readonly out: string
  readonly overwrite?: boolean
  readonly form?: string
  /** Of the table's type, in points, in the place of the form's. */
  readonly textSize?: number
  /** How Word and Excel documents are read. */
  readonly reading?: DocumentReading
  readonly style?: string
  readonly categories?: string
  readonly columns?: string
  /** The plan file of the older edition. */
  readonly onlyChanged?: string
  readonly agenda?: string
  readonly stamp?: string
  readonly cover?: boolean
  /** PDF as archives take it. */
  readonly pdf?: 'archive'
  /** What is left to fill in is an error. */
  readonly strict?: boolean
}

/** Makes the paper in all formats, or in none. */
export async function handout(file: string, options: HandoutOptions, console: Console): Promise<ExitStatus> {
  const files = InputFiles.open()
  const { reading } = options
  const opened = openPlan(file, options.form, files, {
    reading,
    paper: { kind: 'handout', strict: options.strict ?? false, replaced: replacedKeys(options) },
  })
  report(opened.diagnostics, console)
  const old =
    options.onlyChanged === undefined ? undefined : openPlan(options.onlyChanged, options.form, files, { reading })
  report(old?.diagnostics ?? [], console)
  const style = findStyle('handout', options.style ?? DEFAULT_STYLE, decodeHandoutStyle)
  report(style.diagnostics, console)
  if (!opened.ok || old?.ok === false || !style.ok) return EXIT.wrongInput

  const { definition } = opened.value
  const printable = {
    ...opened.value,
    ...(options.pdf && { pdf: options.pdf }),
    plan: withPaper(opened.value.plan, options),
    definition: options.textSize === undefined ? definition : resizeForm(definition, options.textSize),
  }
  const since = old?.ok
    ? { plan: old.value.plan, comparison: compareEditions({ old: old.value, new: printable }) }
    : undefined
  printDiagnostics(since?.comparison.notes ?? [], console)
  const part = choosePart(printable, since, options)
  printDiagnostics(part.diagnostics, console)
  if (!part.ok) return EXIT.wrongCommandLine

  const paper: PaperOptions = {
    formats: options.formats,
    style: { ...style.value, ...(options.textSize === undefined ? {} : { leastSize: options.textSize }) },
    context: contextFrom(console.env),
    part: part.value,
    cover: options.cover ? 'cover' : 'none',
    ...(options.agenda ? { agenda: options.agenda } : {}),
    ...(options.stamp ? { stamp: options.stamp } : {}),
    ...(since && { since }),
  }
  const printed = await printHandout(printable, paper)
  report(printed.diagnostics, console)
  if (!printed.ok) return EXIT.wrongInput
  printDiagnostics(tellPages(printed.value, options.textSize), console)

  const inputs = [file, options.onlyChanged ?? file, options.style ?? file, ...files.used]
  const status = await writeDocuments(
    printed.value,
    { folder: options.out, stem: stemOf(file), inputs, overwrite: options.overwrite },
    console,
  )
  if (status !== EXIT.done) return status
  console.err(`${nameFile(file)} から ${printed.value.length} つの会議資料を作りました。`)
  return EXIT.done
}

/** Of the plan's 資料. */
function replacedKeys({ number, meeting, date, author }: HandoutOptions): readonly string[] {
  const given = { 番号: number, 会議: meeting, 日付: date, 作成: author }
  return Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [key]))
}

function withPaper(plan: Plan, options: HandoutOptions): Plan {
  const known = (key: keyof Handout): Handout => {
    const text = options[key] ?? plan.handout[key] ?? ''
    return text === '' ? {} : { [key]: text }
  }
  return { ...plan, handout: { ...known('number'), ...known('meeting'), ...known('date'), ...known('author') } }
}

function choosePart(
  { plan, definition }: Printable,
  since: PaperOptions['since'],
  options: HandoutOptions,
): Outcome<HandoutPart> {
  const listed = listCategories(plan, since?.comparison)
  const categories = options.categories === undefined ? undefined : chooseCategories(options.categories, listed)
  const columns = options.columns === undefined ? undefined : chooseColumns(options.columns, definition, plan)
  const diagnostics = [...(categories?.diagnostics ?? []), ...(columns?.diagnostics ?? [])]
  if (categories?.ok === false || columns?.ok === false) return { ok: false, diagnostics }
  const value = { ...(categories && { categories: categories.value }), ...(columns && { columns: columns.value }) }
  return { ok: true, value, diagnostics }
}
