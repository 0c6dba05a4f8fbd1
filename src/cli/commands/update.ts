/** `keikaku update`: a plan file of an older make in today's writing; what is of today already keeps its bytes. */

import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { restoreFormerKeys } from '../../decode/plan/former-cells.js'
import { expandYears, planKeys } from '../../definition/year-columns.js'
import { isError } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { patchPlan } from '../../encode/patch/patch-plan.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { writeOutputs } from '../documents/write-output.js'
import { InputFiles } from '../files/input-files.js'
import { readPlanFile } from '../files/open-plan.js'
import { readInput } from '../files/read-file.js'

export interface UpdateOptions {
  /** The plan file to write, in the place of the one that is read. */
  readonly out?: string
  readonly form?: string
}

export async function update(file: string, { out, form }: UpdateOptions, console: Console): Promise<ExitStatus> {
  if (file === '-' && out === undefined) {
    printDiagnostics([say('update-where', {})], console)
    return EXIT.wrongCommandLine
  }
  const bytes = readInput(file)
  printDiagnostics(bytes.diagnostics, console)
  if (!bytes.ok) return EXIT.wrongInput
  if (isOfficeBytes(bytes.value)) {
    printDiagnostics([say('update-document', {}, { kind: 'file', file })], console)
    return EXIT.wrongInput
  }
  const read = readPlanFile(file, bytes.value, form, InputFiles.open())
  printDiagnostics(read.diagnostics.filter(isError), console)
  if (!read.ok) return EXIT.wrongInput
  const { source, plan, form: definition } = read.value
  const former = restoreFormerKeys(source, plan, definition)
  if (former.count === 0 && out === undefined) {
    console.err(`${file} は今の書き方です。書き直すところはありません。`)
    return EXIT.done
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)
  const written = patchPlan(text, former.plan, plan, planKeys(expandYears(definition, plan)))
  const path = out ?? file
  const failures = await writeOutputs([{ path, bytes: new TextEncoder().encode(written) }], new Set())
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  console.out(path)
  console.err(`年度ごとのキー ${former.count} か所を、年度の下に書き直しました。`)
  return EXIT.done
}
