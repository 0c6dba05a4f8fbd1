/** `keikaku diff`: two editions of a plan to the reports on what changed. */

import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { decodeSummaryStyle } from '../../decode/styles/summary-file.js'
import { decodeTaishohyoStyle } from '../../decode/styles/taishohyo-file.js'
import { resizeForm, resizeStyle } from '../../definition/text-size.js'
import { type Diagnostic, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { type ComparisonOptions, compareEditions, printComparison } from '../../print/print-comparison.js'
import type { Printable } from '../../print/printable.js'
import type { Comparison } from '../../review/comparison.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { comparisonStem, stemOf } from '../documents/document-names.js'
import { tellPages } from '../documents/tell-pages.js'
import { writeDocuments } from '../documents/write-documents.js'
import { collectGarbage } from '../files/collect-garbage.js'
import { DEFAULT_STYLE, findStyle } from '../files/find-style.js'
import { InputFiles } from '../files/input-files.js'
import { openPlan } from '../files/open-plan.js'
import { readInput } from '../files/read-file.js'
import type { DocumentReading } from '../office/open-document.js'
import { contextFrom, report } from './build.js'
import { readLinks, writeFoundLinks } from './diff-links.js'
import { tellChanges } from './tell-changes.js'

export interface DiffOptions extends Pick<ComparisonOptions, 'reports' | 'formats' | 'revisions' | 'fullness'> {
  readonly out: string
  readonly overwrite?: boolean
  /** Name or path of the 新旧対照表's house style. */
  readonly style?: string
  readonly form?: string
  /** Of the body's type of every report, in points, in the place of the form's and the styles'. */
  readonly textSize?: number
  /** How Word and Excel documents are read. */
  readonly reading?: DocumentReading
  /** Who is named in Word's revisions; the new edition's 作成 where it is left out. */
  readonly author?: string
  /** Their date, ISO 8601 in UTC. */
  readonly date?: string
  readonly ignoreNotation: boolean
  /** The official's links, and where what was found is written. */
  readonly links?: string
  readonly writeLinks?: string
  /** Status 1 where something changed. */
  readonly exitCode: boolean
  /** PDF as archives take it. */
  readonly pdf?: 'archive'
}

/** As diff(1) where `--exit-code` asks for it: 0 the same, 1 changed, 2 trouble of any kind. */
export async function diff(
  oldFile: string,
  newFile: string | undefined,
  options: DiffOptions,
  console: Console,
): Promise<ExitStatus> {
  const told = await compareFiles(oldFile, newFile, options, console)
  if (typeof told === 'number') return options.exitCode ? EXIT.wrongCommandLine : told
  return options.exitCode && !told.same ? EXIT.wrongInput : EXIT.done
}

/** Compares two plan files, or the two editions that one document's changes hold, and writes all reports, or none. */
async function compareFiles(
  oldFile: string,
  newFile: string | undefined,
  options: DiffOptions,
  console: Console,
): Promise<ExitStatus | Comparison> {
  const files = InputFiles.open()
  const sides = newFile === undefined ? editionsWithin(oldFile, options) : twoFiles(oldFile, newFile, options)
  if (sides === undefined) {
    printDiagnostics([say('no-second-edition', {})], console)
    return EXIT.wrongCommandLine
  }
  const old = openPlan(sides.old.file, options.form, files, { reading: sides.old.reading })
  const now = openPlan(sides.new.file, options.form, files, { reading: sides.new.reading })
  const styles = findStyles(options.style, options.textSize)
  const isNew = (each: Diagnostic) => !old.diagnostics.some(({ message }) => message === each.message)
  report([...old.diagnostics, ...now.diagnostics.filter(isNew), ...styles.diagnostics], console)
  if (!old.ok || !now.ok || !styles.ok) return EXIT.wrongInput

  const { author = now.value.plan.handout.author, date } = options
  const context = {
    ...contextFrom(console.env),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  }
  const writing = options.pdf === undefined ? {} : { pdf: options.pdf }
  const editions = {
    old: resize(old.value, options.textSize),
    new: { ...resize(now.value, options.textSize), ...writing },
  }
  const links = readLinks(options.links)
  report(links.diagnostics, console)
  if (!links.ok) return EXIT.wrongInput
  const { ignoreNotation } = options
  const comparison = compareEditions(editions, { ignoreNotation, links: links.value })
  printDiagnostics([...comparison.warnings, ...comparison.notes], console)

  collectGarbage()
  const printed = await printComparison(editions, comparison, {
    ...options,
    styles: styles.value,
    context,
    freeMemory: collectGarbage,
  })
  report(printed.diagnostics, console)
  if (!printed.ok) return EXIT.wrongInput
  printDiagnostics(tellPages(printed.value, options.textSize), console)

  const destination = {
    folder: options.out,
    overwrite: options.overwrite,
    stem: newFile === undefined ? `${sides.old.stem}_${sides.new.stem}` : comparisonStem(oldFile, newFile),
    inputs: [sides.old.file, sides.new.file, options.style ?? oldFile, ...files.used],
  }
  const status = await writeDocuments(printed.value, destination, console)
  if (status !== EXIT.done) return status
  const written = await writeFoundLinks(comparison, editions, options, console)
  if (written !== EXIT.done) return written
  tellChanges(comparison, options.fullness ?? 'folded', console)
  console.err(`${printed.value.length} つの文書を作りました。`)
  return comparison
}

interface Side {
  readonly file: string
  readonly reading: DocumentReading
  /** What the reports' names call it. */
  readonly stem: string
}

interface Sides {
  readonly old: Side
  readonly new: Side
}

function twoFiles(oldFile: string, newFile: string, { reading = {} }: DiffOptions): Sides {
  const side = (file: string): Side => ({ file, reading, stem: stemOf(file) })
  return { old: side(oldFile), new: side(newFile) }
}

/** A document before and after its tracked changes, and those that were marked by hand; undefined for a plan file. */
function editionsWithin(file: string, { reading = {} }: DiffOptions): Sides | undefined {
  const bytes = readInput(file)
  if (bytes.ok && !isOfficeBytes(bytes.value)) return undefined
  const side = (revisions: 'accept' | 'reject', name: string): Side => ({
    file,
    reading: { ...reading, revisions, handmade: reading.handmade === 'keep' ? 'keep' : revisions },
    stem: `${stemOf(file)}.${name}`,
  })
  return { old: side('reject', '旧'), new: side('accept', '新') }
}

function resize(printable: Printable, size: number | undefined): Printable {
  return size === undefined ? printable : { ...printable, definition: resizeForm(printable.definition, size) }
}

function findStyles(name = DEFAULT_STYLE, size?: number): Outcome<ComparisonOptions['styles']> {
  const taishohyo = findStyle('taishohyo', name, decodeTaishohyoStyle)
  if (!taishohyo.ok) return taishohyo
  const summary = findStyle('summary', DEFAULT_STYLE, decodeSummaryStyle)
  if (!summary.ok) return summary
  const styles = { taishohyo: taishohyo.value, summary: summary.value }
  if (size === undefined) return succeed(styles)
  return succeed({ taishohyo: resizeStyle(styles.taishohyo, size), summary: resizeStyle(styles.summary, size) })
}
