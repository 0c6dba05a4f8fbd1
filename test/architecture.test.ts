/** Which folder of src/ may import which: the rooms of the house, a row a folder, and no circle among the files. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** The table in ARCHITECTURE.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  readFileSync(fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url)), 'utf8')
    .split('## Who may import whom')[1]!
    .split('\n## ')[0]!
    .split('\n')
    .flatMap((line) => {
      const [, room, allowed] = /^\| `([^`]+)` \| (.*) \|$/.exec(line) ?? []
      return room === undefined ? [] : [[room, [...allowed!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)]]
    }),
)

/** What a browser does not have, types included. */
const NODE_ONLY =
  /['"]node:|\bcreateRequire\b|\brequire\b[.(]|\b(Buffer|NodeJS)\b(?!,)|\bprocess\b[.[]|\b__(dirname|filename)\b|\bsetImmediate\b/

/** The clock belongs to the shells. */
const CLOCK = /Date\.now\(|new Date\(\)/

/** Every room has something to say. */
const EVERYWHERE = ['domain/messages']

/** Side by side in one folder: more, and it holds two rooms. */
const MOST_FILES = 20

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]))
const folders = [...new Set(files.map((file) => dirname(file)))].sort()

/** The files of ours that a file imports, types and dynamic imports included. */
function importsOf(file: string): string[] {
  const found = texts.get(file)!.matchAll(/(?:\bfrom |\bimport\(|\bimport )'(\.{1,2}\/[^']+)'/g)
  return [...found].map(([, specifier]) => join(dirname(file), specifier!).replace(/\.js$/, '.ts'))
}

describe('フォルダーの順', () => {
  it('表は src のフォルダーのすべて', () => {
    expect(Object.keys(MAY_IMPORT).sort()).toEqual(folders)
  })

  it.each(Object.entries(MAY_IMPORT))('%s が使うのは表にあるものだけ', (folder, allowed) => {
    for (const file of files.filter((name) => dirname(name) === folder)) {
      for (const other of importsOf(file).map(dirname)) {
        const known = [folder, ...EVERYWHERE, ...allowed].some(
          (each) => each === '*' || each === other || (each.endsWith('/*') && other.startsWith(each.slice(0, -1))),
        )
        expect([file, other, known]).toEqual([file, other, true])
      }
    }
  })

  it('ファイルどうしは輪にならない', () => {
    const done = new Set<string>()
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) throw new Error([...way.slice(way.indexOf(file)), file].join(' → '))
      if (done.has(file)) return
      for (const other of importsOf(file)) if (texts.has(other)) visit(other, [...way, file])
      done.add(file)
    }
    for (const file of files) visit(normalize(file), [])
  })

  it.each(folders)('%s のファイルは並べて見渡せる数', (folder) => {
    expect(files.filter((file) => dirname(file) === folder).length).toBeLessThanOrEqual(MOST_FILES)
  })

  it('Node とファイルと環境に触れるのは cli だけ、時計に触れるのは cli と browser だけ', () => {
    for (const file of files.filter((name) => name !== 'cli.ts' && !name.startsWith('cli/'))) {
      const text = texts.get(file)!
      const clock = file.startsWith('browser/') ? null : CLOCK.exec(text)
      expect([file, NODE_ONLY.exec(text)?.[0], clock?.[0]]).toEqual([file, undefined, undefined])
    }
  })
})
