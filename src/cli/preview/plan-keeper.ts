/** The plan file that the page shows: read anew when it was saved, and saved into without losing what somebody else wrote. */

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { writeOutputs } from '../documents/write-output.js'
import { readInput } from '../files/read-file.js'

/** What the page gets of it. */
export interface KeptPlan {
  readonly file: string
  readonly text: string
  /** Counts its saves. */
  readonly save: number
}

export class PlanKeeper {
  private saves = 0
  private waiting: (() => void)[] = []

  constructor(private readonly path: string) {}

  /** Once there was a save after the one that was seen, or nobody waits any more. */
  async read(seen: number, gone: AbortSignal): Promise<KeptPlan> {
    if (seen === this.saves) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
        gone.addEventListener('abort', () => resolve())
      })
    }
    return { file: basename(this.path), text: this.text() ?? '', save: this.saves }
  }

  /** The file was saved, by whomever. */
  noteSave(): void {
    this.saves++
    for (const resolve of this.waiting) resolve()
    this.waiting = []
  }

  /** What stands in the way. `before` tells the text that was changed: it must still be what the file holds. */
  async save(bytes: Uint8Array, before: string): Promise<readonly string[]> {
    const held = this.text()
    if (held !== undefined && shortHash(held) !== before) {
      return ['ファイルがほかで保存されたので、書き込みませんでした。新しい内容を開くか、比べてください。']
    }
    const failures = await writeOutputs([{ path: this.path, bytes }], new Set())
    return failures.map(({ message }) => message)
  }

  private text(): string | undefined {
    const bytes = readInput(this.path)
    return bytes.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value) : undefined
  }
}

/** As the page's `textHash` has it. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
