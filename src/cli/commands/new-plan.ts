/** `keikaku new`: a first plan file to fill in. */

import { say } from '../../domain/messages/say.js'
import { firstPlan } from '../../encode/first-plan.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { writeOutputs } from '../documents/write-output.js'
import { findForm, listForms } from '../files/find-form.js'
import { lookUp } from '../files/look-up.js'

/** Holds no office's own words, as 公式 does. */
const FIRST_FORM = '四欄'

/** Writes a commented plan file that builds as it is. An existing file is never overwritten. */
export async function writeFirstPlan(
  file: string,
  formName: string | undefined,
  console: Console,
): Promise<ExitStatus> {
  const stat = lookUp(file)
  if (stat !== undefined) {
    const kind = stat.isDirectory() ? 'folder' : 'file'
    printDiagnostics([say('already-there', { kind }, { kind: 'file', file })], console)
    return EXIT.wrongInput
  }
  const name = formName ?? FIRST_FORM
  const form = findForm(name)
  printDiagnostics(form.diagnostics, console)
  if (!form.ok) return EXIT.wrongInput
  const text = firstPlan(
    form.value.definition,
    name,
    listForms().map(({ definition }) => definition),
  )
  const failures = await writeOutputs([{ path: file, bytes: new TextEncoder().encode(text) }], new Set())
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  console.out(file)
  console.err(`計画ファイルの見本を作りました。書き直してから keikaku build ${file} を実行してください。`)
  return EXIT.done
}
