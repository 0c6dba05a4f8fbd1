/** `keikaku new`: a first plan file to fill in. */

import { existsSync } from 'node:fs'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { DEFAULT_FORM, findForm } from '../files/find-form.js'
import { writeOutputs } from '../files/write-output.js'
import { firstPlan } from './new-plan-text.js'

/** Writes a commented plan file that builds as it is. An existing file is never overwritten. */
export function writeFirstPlan(file: string, formName: string | undefined, console: Console): ExitStatus {
  if (existsSync(file)) {
    console.err(`エラー: ${file}: 同じ名前のファイルがすでにあります。`)
    console.err('  → 別の名前を指定してください。例: keikaku new 計画-R1.yaml')
    return EXIT.wrongInput
  }
  const form = findForm(formName ?? DEFAULT_FORM, file)
  printDiagnostics(form.diagnostics, console)
  if (!form.ok) return EXIT.wrongInput
  const text = firstPlan(form.value.definition, formName)
  const failures = writeOutputs([{ path: file, bytes: new TextEncoder().encode(text) }])
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  console.out(file)
  console.err(`計画ファイルの見本を作りました。書き直してから keikaku build ${file} を実行してください。`)
  return EXIT.done
}
