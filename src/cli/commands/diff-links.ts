/** The links file of `keikaku diff`: what the official decided, and what was found, to be decided. */

import { existsSync } from 'node:fs'
import { decodeLinks } from '../../decode/plan/links-file.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Link } from '../../domain/link.js'
import { writeLinks } from '../../encode/write-links.js'
import { compareEditions, type Editions } from '../../print/print-comparison.js'
import type { Comparison } from '../../review/comparison.js'
import { listFoundLinks } from '../../review/links/found-links.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { writeOutputs } from '../documents/write-output.js'
import { readInput } from '../files/read-file.js'

export function readLinks(file: string | undefined): Outcome<readonly Link[]> {
  if (file === undefined) return succeed([])
  const bytes = readInput(file)
  return bytes.ok ? decodeLinks(file, bytes.value) : bytes
}

/** Into a file that is there already goes what is new; what the official wrote stays. */
export async function writeFoundLinks(
  comparison: Comparison,
  editions: Editions,
  { writeLinks: file }: { readonly writeLinks?: string },
  console: Console,
): Promise<ExitStatus> {
  if (file === undefined) return EXIT.done
  const known = existsSync(file) ? readLinks(file) : succeed<readonly Link[]>([])
  printDiagnostics(known.diagnostics, console)
  if (!known.ok) return EXIT.wrongInput
  const stale = new Set(compareEditions(editions, { links: known.value }).staleLinks)
  const links = listFoundLinks(comparison, known.value, (link) => stale.has(link))
  const text = writeLinks(
    links.map(({ link, isStale }) => ({ link, ...(isStale && { remark: 'どちらかの版に見当たりません。' }) })),
  )
  const failures = await writeOutputs([{ path: file, bytes: new TextEncoder().encode(text) }], new Set())
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  console.out(file)
  return EXIT.done
}
