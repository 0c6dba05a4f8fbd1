/** What is said where the program itself fails in the middle of its work: never a stack. */

import type { Diagnostic } from '../../domain/diagnostic.js'

/** `file` is the plan that was worked on, where there was one. */
export function brokenOff(error: unknown, file?: string): Diagnostic {
  const [reason, hint] = explain(error)
  return {
    severity: 'error',
    code: 'broken-off',
    message: `途中で止まりました（${reason}）。`,
    ...(file === undefined ? {} : { place: { kind: 'file', file } }),
    hint,
  }
}

function explain(error: unknown): readonly [reason: string, hint: string] {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return ['メモリーが足りません', '--jobs を小さくするか、計画を分けてください。']
  }
  if (error instanceof RangeError && /call stack|string length/.test(message)) {
    return ['入れ子が深すぎるか、一行が長すぎます', '計画ファイルや様式の、深い入れ子ととても長い行を直してください。']
  }
  return [message.split('\n')[0]!, '同じ計画だけでもう一度実行してください。続くときはプログラムの誤りです。']
}
