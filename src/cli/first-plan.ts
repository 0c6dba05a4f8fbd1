/** `keikaku new` and `keikaku schema`: a first plan file to fill in, and its JSON Schema for editors. */

import { existsSync } from 'node:fs'
import { toJsonSchema } from '../decode/json-schema.js'
import { planShape } from '../decode/plan-shape.js'
import type { FormDefinition } from '../domain/form-definition.js'
import { type Console, EXIT, type ExitStatus } from './console.js'
import { DEFAULT_FORM, findForm } from './find-form.js'
import { firstPlan } from './first-plan-text.js'
import { printDiagnostics } from './print-diagnostics.js'
import { writeOutputs } from './write-output.js'

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

/** Prints the JSON Schema of plan files for a form. */
export function printSchema(formName: string | undefined, console: Console): ExitStatus {
  const form = findForm(formName ?? DEFAULT_FORM, '.')
  printDiagnostics(form.diagnostics, console)
  if (!form.ok) return EXIT.wrongInput
  console.out(JSON.stringify(planSchema(form.value.definition), null, 2))
  return EXIT.done
}

/** The JSON Schema of plan files for a form. */
export function planSchema(form: FormDefinition): object {
  const title = `計画ファイル（様式「${form.name}」）`
  return toJsonSchema(
    planShape(form.columns),
    title,
    'keikaku の計画ファイル。印刷する表を上から一行ずつ書き写したものです。',
  )
}
