/** `keikaku import --into`: what was changed in documents, one after another, into the plan file that they were made from. */

import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { decodePlan, openPlanFile } from '../../decode/plan/plan-file.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import { allColumns } from '../../definition/form-tables.js'
import type { Skeleton } from '../../definition/skeleton.js'
import { expandYears, planKeys } from '../../definition/year-columns.js'
import { fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Plan } from '../../domain/plan.js'
import { patchPlan } from '../../encode/patch/patch-plan.js'
import type { Conflict } from '../../merge/conflict.js'
import { mergePlans } from '../../merge/merge-plans.js'
import { ownSkeleton } from '../../print/skeleton.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { identifyFiles } from '../documents/judge-target.js'
import { writeOutputs } from '../documents/write-output.js'
import type { InputFiles } from '../files/input-files.js'
import { openPlan } from '../files/open-plan.js'
import { readInput } from '../files/read-file.js'
import { type DocumentReading, type OpenedDocument, openDocument } from '../office/open-document.js'
import { readScope } from '../office/read-scope.js'
import { report } from './build.js'
import { listInWords } from './list-changes.js'

export interface IntoOptions {
  readonly into: string
  /** The plan file or document that documents without a skeleton were made from. */
  readonly base?: string
  readonly scope?: string
  readonly deleteMissing?: boolean
  readonly prefer?: 'document' | 'plan'
  readonly dryRun?: boolean
  readonly form?: string
}

/** A plan file in memory, with the plan that it says. */
interface PlanText {
  readonly text: string
  readonly plan: Plan
}

/** All of them or none: where both sides changed one thing, nothing is written. */
export async function importInto(
  words: readonly string[],
  options: IntoOptions,
  reading: DocumentReading,
  files: InputFiles,
  console: Console,
): Promise<ExitStatus> {
  const { into, dryRun } = options
  const target = openTarget(into, options, files)
  report(target.ok ? [] : target.diagnostics, console)
  if (!target.ok) return EXIT.wrongInput
  const { definition, given } = target.value
  const start: PlanText = { text: target.value.text, plan: target.value.plan }
  let now = start
  let conflicts = 0
  for (const file of words) {
    const piece = openPiece(file, options, reading, given, files)
    report(piece.diagnostics, console)
    if (!piece.ok) return EXIT.wrongInput
    const merged = mergePiece(file, piece.value, now, definition, options)
    printDiagnostics(merged.diagnostics, console)
    const changed = merged.value === undefined ? undefined : listInWords(now.plan, merged.value.plan, definition)
    conflicts += merged.conflicts.length
    console.err(`${file}: ${tellPiece(merged.conflicts, changed)}`)
    for (const line of changed ?? []) console.err(`  ${line}`)
    if (merged.value === undefined && merged.conflicts.length === 0) return EXIT.wrongInput
    now = merged.value ?? now
  }
  if (conflicts > 0) {
    console.err(`調整の要る所が ${conflicts} 件あるので、${into} には何も書き込みませんでした。`)
    return EXIT.wrongInput
  }
  if (now.text === start.text || dryRun) return EXIT.done
  const bytes = new TextEncoder().encode(now.text)
  const failures = await writeOutputs([{ path: into, bytes }], identifyFiles(words))
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  console.out(into)
  return EXIT.done
}

function tellPiece(conflicts: readonly Conflict[], changed: readonly string[] | undefined): string {
  if (conflicts.length > 0) return `要調整 ${conflicts.length}件`
  return changed === undefined || changed.length === 0 ? '変更なし' : `反映 ${changed.length}件`
}

interface Target extends PlanText {
  readonly definition: FormDefinition
  readonly given: Skeleton
}

/** The plan file, and what documents that say nothing of themselves are held against. */
function openTarget(file: string, { form, base, scope }: IntoOptions, files: InputFiles): Outcome<Target> {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  if (isOfficeBytes(bytes.value)) return fail(say('into-document', {}, { kind: 'file', file }))
  const opened = openPlan(file, form, files)
  if (!opened.ok) return opened
  const { plan, definition } = opened.value
  const before = base === undefined ? opened : openPlan(base, form, files)
  if (!before.ok) return before
  const part = readScope(scope, before.value.plan, before.value.definition)
  if (!part.ok) return part
  const { plan: shown, ...chosen } = part.value
  const given = ownSkeleton(shown, before.value.definition, chosen)
  if (!given.ok) return given
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)
  return succeed({ text, plan, definition, given: given.value })
}

function openPiece(
  file: string,
  { form, base }: IntoOptions,
  reading: DocumentReading,
  given: Skeleton,
  files: InputFiles,
): Outcome<OpenedDocument> {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  if (!isOfficeBytes(bytes.value)) return fail(say('no-document', {}, { kind: 'file', file }))
  const opened = openDocument(file, bytes.value, form, reading, files, given)
  if (!opened.ok || opened.value.origin?.source === 'carried') return opened
  const values = { base: base === undefined ? '今の計画ファイル' : `「${base}」` }
  return succeed(opened.value, [...opened.diagnostics, say('no-skeleton', values, { kind: 'file', file })])
}

function mergePiece(
  file: string,
  { origin, definition: read }: OpenedDocument,
  now: PlanText,
  definition: FormDefinition,
  { into, prefer, deleteMissing }: IntoOptions,
) {
  if (origin === undefined) return { value: undefined, conflicts: [], diagnostics: [] }
  const fields = allColumns(expandYears(read, origin.base)).flatMap((column) =>
    column.fields.flatMap(({ key, part }) => (part === 'category' ? [] : [{ key, merges: column.merges }])),
  )
  const { plan, conflicts, missing } = mergePlans({
    base: origin.base,
    document: origin.document,
    plan: now.plan,
    fields,
    prefer,
    missing: deleteMissing ? 'delete' : 'keep',
  })
  const place = { kind: 'file', file } as const
  const told = conflicts.map(({ place: where, ...texts }) => say('merge-conflict', { where, ...texts }, place))
  const fate = deleteMissing ? 'deleted' : 'kept'
  const lost = missing.length === 0 ? [] : [say('rows-missing', { rows: missing.map((row) => row.place), fate }, place)]
  if (conflicts.length > 0) return { value: undefined, conflicts, diagnostics: [...lost, ...told] }
  const text = patchPlan(now.text, now.plan, plan, planKeys(expandYears(definition, plan)))
  // What was written is read like any plan file: it may say what no plan can.
  const source = openPlanFile(into, new TextEncoder().encode(text))
  const written = source.ok ? decodePlan(source.value, definition) : source
  if (!written.ok) return { value: undefined, conflicts, diagnostics: [...lost, ...written.diagnostics] }
  return { value: { text, plan: written.value }, conflicts, diagnostics: lost }
}
