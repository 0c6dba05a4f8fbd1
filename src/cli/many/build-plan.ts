/** One plan file to its documents on the disk. What goes in and comes out is plain data: it may cross a thread. */

import { join } from 'node:path'
import type { Diagnostic } from '../../domain/diagnostic.js'
import type { FormContext } from '../../form/to-form.js'
import { printPlan } from '../../print/print-plan.js'
import type { Format } from '../../render/formats.js'
import { EXIT, type ExitStatus } from '../console/console.js'
import { documentName, stemOf } from '../files/document-names.js'
import type { InputFiles } from '../files/input-files.js'
import { openForPrinting } from '../files/open-plan.js'
import { writeOutputs } from '../files/write-output.js'

export interface BuildTask {
  readonly file: string
  /** Folder of the documents. */
  readonly out: string
  readonly formats: readonly Format[]
  /** Name or path of a form; wins over the plan's 様式. */
  readonly form?: string
  readonly context: FormContext
}

export interface BuiltPlan {
  readonly file: string
  readonly status: ExitStatus
  /** Paths of the documents; none where one could not be written. */
  readonly written: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Prints a plan and writes its documents: all or none. Never throws. */
export async function buildPlan(task: BuildTask, files: InputFiles): Promise<BuiltPlan> {
  const { file, out, form, formats, context } = task
  try {
    const opened = openForPrinting(file, form, files)
    if (!opened.ok) return failed(file, opened.diagnostics)
    const { printable, ...kind } = opened.value
    const printed = await printPlan(printable, { formats, context, ...kind })
    if (!printed.ok) return failed(file, [...opened.diagnostics, ...printed.diagnostics])
    const outputs = printed.value.map((document) => ({
      path: join(out, documentName(stemOf(file), document)),
      bytes: document.bytes,
    }))
    const failures = writeOutputs(outputs)
    return {
      file,
      status: failures.length > 0 ? EXIT.cannotWrite : EXIT.done,
      written: failures.length > 0 ? [] : outputs.map(({ path }) => path),
      diagnostics: [...opened.diagnostics, ...printed.diagnostics, ...failures],
    }
  } catch (error) {
    return brokenOff(file, error)
  }
}

/** What became of a plan in the middle of whose work the program failed, or its thread died. */
export function brokenOff(file: string, error: unknown): BuiltPlan {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  const [reason, hint] =
    code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? ['メモリーが足りません', '--jobs を小さくするか、計画を分けてください。']
      : [message.split('\n')[0]!, '同じ計画だけでもう一度実行してください。続くときはプログラムの誤りです。']
  const text = `文書を作る途中で止まりました（${reason}）。`
  return failed(file, [{ severity: 'error', code: 'broken-off', message: text, place: { kind: 'file', file }, hint }])
}

/** A pattern that stands for no file, in the place of the plans that it was meant for. */
export function failUnmatched(pattern: string): BuiltPlan {
  const diagnostic: Diagnostic = {
    severity: 'error',
    code: 'no-match',
    message: '当てはまるファイルがありません。',
    place: { kind: 'file', file: pattern },
    hint: 'フォルダーと名前を確かめてください。* は名前の一部に、** はいくつものフォルダーに当てはまります。',
  }
  return failed(pattern, [diagnostic])
}

function failed(file: string, diagnostics: readonly Diagnostic[]): BuiltPlan {
  return { file, status: EXIT.wrongInput, written: [], diagnostics }
}
