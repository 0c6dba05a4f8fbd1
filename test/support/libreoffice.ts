/** Drives the LibreOffice of the machine, where it has one that Python can talk to (python3-uno). */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Verdict } from './accept-revisions.js'

const SCRIPT = fileURLToPath(new URL('settle-in-libreoffice.py', import.meta.url))

/** The system's own Python knows LibreOffice; another one that stands before it on the path may not. */
const PYTHONS = ['python3', '/usr/bin/python3']

/** The Python that can drive LibreOffice; undefined where there is none, or no LibreOffice. */
export function findLibreOffice(): string | undefined {
  if (spawnSync('soffice', ['--version']).status !== 0) return undefined
  return PYTHONS.find((python) => spawnSync(python, ['-c', 'import uno']).status === 0)
}

export interface Unsettled {
  readonly bytes: Uint8Array
  readonly verdict: Verdict
}

/** The documents with all changes accepted or rejected by LibreOffice, as it stores them. */
export function settleInLibreOffice(python: string, documents: readonly Unsettled[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'keikaku-'))
  const files = documents.map((_, index) => ({
    from: join(folder, `${index}.docx`),
    to: join(folder, `${index}-settled.docx`),
  }))
  try {
    documents.forEach(({ bytes }, index) => {
      writeFileSync(files[index]!.from, bytes)
    })
    const jobs = documents.flatMap(({ verdict }, index) => [verdict, files[index]!.from, files[index]!.to])
    execFileSync(python, [SCRIPT, ...jobs], { stdio: ['ignore', 'ignore', 'inherit'] })
    return files.map(({ to }) => readFileSync(to))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
