/** `keikaku import`: Word and Excel documents to plan files. */

import { existsSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { KINDS } from '../../decode/office/tell-reading.js'
import { planKeys } from '../../definition/year-columns.js'
import { fail } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { writeForm } from '../../encode/write-form.js'
import { writePlan } from '../../encode/write-plan.js'
import type { YamlMap } from '../../encode/yaml-text.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { type Output, writeOutputs } from '../documents/write-output.js'
import { InputFiles } from '../files/input-files.js'
import { readInput } from '../files/read-file.js'
import { type DocumentReading, type OpenedDocument, openDocument } from '../office/open-document.js'
import { accountJson, tellAccount, tellEntry } from '../office/tell-account.js'
import { report } from './build.js'
import { type IntoOptions, importInto } from './import-into.js'

export interface ImportOptions extends Omit<IntoOptions, 'into'> {
  /** The plan file to write the documents' changes into. */
  readonly into?: string
  /** The plan file to write. */
  readonly out?: string
  /** A folder for the form that is made of a table. */
  readonly newForm?: string
  readonly account?: 'json'
  readonly year?: number
  readonly revisions?: 'accept' | 'reject' | 'both' | 'fail'
  readonly handmade?: 'keep' | 'accept' | 'reject' | 'both'
  readonly hidden?: 'read' | 'skip'
  /** Bold and the like are not read. */
  readonly plain?: boolean
  /** Comments are written into the plan file as remarks. */
  readonly comments?: boolean
}

/** Reads the documents and writes the plan files that the options name, all or none; without a target it only tells. */
export async function importDocuments(
  words: readonly string[],
  options: ImportOptions,
  console: Console,
): Promise<ExitStatus> {
  if (words.length > 1 && (options.out ?? options.newForm) !== undefined) {
    printDiagnostics([say('several-documents', {})], console)
    return EXIT.wrongCommandLine
  }
  const files = InputFiles.open()
  const { into } = options
  if (into !== undefined) return importInto(words, { ...options, into }, editionsOf(options)[0]![1], files, console)
  const outputs: Output[] = []
  const accounts: object[] = []
  for (const file of words) {
    for (const [edition, reading] of editionsOf(options)) {
      const opened = open(file, options, reading, files)
      report(opened.diagnostics, console)
      if (!opened.ok) return EXIT.wrongInput
      if (options.account === 'json') accounts.push({ ...accountJson(file, opened.value), ...(edition && { edition }) })
      else tellAccount(edition === '' ? file : `${file}（${edition}）`, opened.value, console)
      outputs.push(...outputsOf(opened.value, edition, options))
    }
  }
  if (options.account === 'json') {
    const json = JSON.stringify(accounts.length === 1 ? accounts[0] : accounts, null, 2)
    for (const line of json.split('\n')) console.out(line)
  }
  if (options.dryRun || outputs.length === 0) return EXIT.done
  const taken = outputs
    .filter(({ path }) => existsSync(path))
    .map(({ path: file }) => say('already-there', { kind: 'file' }, { kind: 'file', file }))
  const failures = taken.length > 0 ? taken : await writeOutputs(outputs, new Set())
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  for (const { path } of outputs) console.out(path)
  return EXIT.done
}

function open(file: string, options: ImportOptions, reading: DocumentReading, files: InputFiles) {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  if (!isOfficeBytes(bytes.value)) return fail(say('no-document', {}, { kind: 'file', file }))
  return openDocument(file, bytes.value, options.form, reading, files)
}

/** `both` reads a document twice: as it was, and as it is to be. */
function editionsOf({
  year,
  revisions,
  handmade,
  hidden,
  plain,
}: ImportOptions): (readonly [string, DocumentReading])[] {
  const common = {
    ...(year === undefined ? {} : { year }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(plain ? { emphasis: 'drop' as const } : {}),
  }
  const one = (both: 'accept' | 'reject'): DocumentReading => ({
    ...common,
    ...(revisions === undefined ? {} : { revisions: revisions === 'both' ? both : revisions }),
    ...(handmade === undefined ? {} : { handmade: handmade === 'both' ? both : handmade }),
  })
  if (revisions !== 'both' && handmade !== 'both') return [['', one('accept')]]
  return [
    ['旧', one('reject')],
    ['新', one('accept')],
  ]
}

function outputsOf(imported: OpenedDocument, edition: string, { out, newForm, comments }: ImportOptions): Output[] {
  const { plan, definition, formFile, account, origin } = imported
  const outputs: Output[] = []
  // Both editions have the headings of one document, and so one form.
  if (newForm !== undefined && formFile !== undefined && edition !== '旧') {
    const named: YamlMap = { ...formFile, 名前: basename(newForm) }
    outputs.push({ path: join(newForm, 'form.yaml'), bytes: encode(writeForm(named)) })
  }
  if (out === undefined) return outputs
  const path = edition === '' ? out : out.replace(/(\.[^./\\]*)?$/, (ending) => `.${edition}${ending}`)
  // A document of ours that nobody touched has nothing that the plan does not print anew.
  const entries = origin?.state === 'as made' ? [] : account.entries
  const remarks = entries
    .filter(({ kind, text }) => (KEPT.has(kind) && /[\p{L}\p{N}]/u.test(text)) || (comments && kind === 'comment'))
    .map((entry) => `${KINDS[entry.kind]}: ${tellEntry(entry)}`)
  const inline = formFile !== undefined && newForm === undefined ? { form: formFile } : {}
  const folder = formFile !== undefined && newForm !== undefined ? relative(dirname(out), newForm) || '.' : undefined
  const text = writePlan(folder === undefined ? plan : { ...plan, form: folder.replaceAll('\\', '/') }, {
    ...planKeys(definition),
    remarks,
    ...inline,
  })
  outputs.push({ path, bytes: encode(text) })
  return outputs
}

/** What has no place in a plan and is a text all the same. */
const KEPT: ReadonlySet<string> = new Set(['text', 'table', 'header', 'footer'])

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
