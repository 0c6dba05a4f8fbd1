/**
 * Prints the SHA-256 of every document that the seeds make: each form, handout and comparison, in each format, and the
 * exit status and messages where none is made. Two checkouts that print the same lines make the same documents:
 *
 *     npm run --silent hashes > before.txt; git switch …; npm run --silent hashes | diff before.txt -
 */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PROGRAM = join(ROOT, 'dist/cli.js')

const seeds = readdirSync(join(ROOT, 'seeds'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `seeds/${name}`)
const forms = readdirSync(join(ROOT, 'templates')).filter((name) => !['handout', 'summary', 'taishohyo'].includes(name))
const styles = readdirSync(join(ROOT, 'templates/taishohyo')).map((name) => basename(name, '.yaml'))

for (const seed of seeds) {
  print('build', seed)
  for (const form of forms) print('build', seed, '--form', form)
  print('handout', seed)
  print(
    'handout',
    seed,
    '--number',
    '資料１',
    '--meeting',
    '第２回協議会',
    '--date',
    '2019-02-01',
    '--stamp',
    '案',
    '--cover',
  )
  print('handout', seed, '--categories', '1', '--agenda', '議題（１）')
}
const pair = ['seeds/mogami-h30.yaml', 'seeds/mogami-r1.yaml']
for (const style of styles) print('diff', ...pair, '--style', style, '--report', 'taishohyo')
for (const form of ['official', 'four-column']) print('diff', ...pair, '--form', form)
print('diff', ...pair, '--format', 'json')
print('diff', ...pair, '--revisions', 'plain', '--report', 'miekeshi')
print('diff', ...pair, '--ignore', '表記')
print('diff', ...[...pair].reverse())
for (const seed of seeds) print('diff', seed, seed)
print('handout', pair[1], '--only-changed', pair[0])
print('handout', pair[1], '--only-changed', pair[0], '--categories', '2', '--stamp', '案')

/** Runs the program with these words and prints a line for each document. */
function print(...words) {
  const out = mkdtempSync(join(tmpdir(), 'keikaku-'))
  try {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...words, '--out', out], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    const names = readdirSync(out).sort()
    console.log(`# keikaku ${words.join(' ')} → ${status}${names.length === 0 ? ` ${hash(stderr)}` : ''}`)
    for (const name of names) console.log(`${hash(readFileSync(join(out, name)))}  ${name}`)
  } finally {
    rmSync(out, { recursive: true })
  }
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
