/** `keikaku schema`: the JSON Schemas of plan files and form files, for editors. */

import { planShape } from '../../decode/plan/plan-shape.js'
import { type Case, type JsonSchema, toJsonSchema, toJsonSchemaByKey } from '../../decode/shape/json-schema.js'
import { FORM_FILE_SHAPE } from '../../decode/styles/overview-shape.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { escapeHidden } from '../console/show-hidden.js'
import { DEFAULT_FORM, findForm, listForms } from '../files/find-form.js'

export interface SchemaOptions {
  /** Only plan files for this form. */
  readonly form?: string
  /** The schema of form files instead. */
  readonly formFile?: boolean
}

const PLAN_FILE = 'keikaku の計画ファイル。印刷する表を上から一行ずつ書き写したものです。'

/** Prints the JSON Schema of plan files for one form, of plan files for any bundled form, or of form files. */
export function printSchema(options: SchemaOptions, console: Console): ExitStatus {
  if (options.form === undefined) {
    print(options.formFile ? formSchema() : planSchema(), console)
    return EXIT.done
  }
  const form = findForm(options.form)
  printDiagnostics(form.diagnostics, console)
  if (!form.ok) return EXIT.wrongInput
  print(planSchemaFor(form.value.definition), console)
  return EXIT.done
}

function print(schema: JsonSchema, console: Console): void {
  for (const line of JSON.stringify(schema, null, 2).split('\n')) console.out(escapeHidden(line))
}

function planSchemaFor(form: FormDefinition): JsonSchema {
  return toJsonSchema(planShape(form), `計画ファイル（様式「${form.name}」）`, PLAN_FILE)
}

/** A plan file is judged by the form that it names; one for a form of somebody's own is not judged. */
function planSchema(): JsonSchema {
  const cases = new Map<string, Case>()
  for (const { definition } of listForms()) {
    const shape = planShape(definition)
    // Forms that read the same plan files are one case.
    const key = JSON.stringify(shape)
    const known = cases.get(key)
    const values = [...(known?.values ?? []), definition.name, definition.id]
    cases.set(key, { values, ifLeftOut: values.includes(DEFAULT_FORM), shape })
  }
  return toJsonSchemaByKey('様式', [...cases.values()], '計画ファイル', PLAN_FILE)
}

function formSchema(): JsonSchema {
  const description = 'keikaku の様式ファイル（form.yaml）。用紙、文字、行組み、列、題名などを決めます。'
  return toJsonSchema(FORM_FILE_SHAPE, '様式ファイル', description)
}
