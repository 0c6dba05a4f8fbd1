/** Which folder of src/ may import which: the rooms of the house, a row a folder, and no circle among the files. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** The files of a folder may import each other, what stands here, and nothing else. A star stands for every folder. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  '.': ['*'],
  cli: ['*'],
  'cli/commands': ['*'],
  'cli/console': ['domain'],
  'cli/documents': ['cli/console', 'cli/files', 'domain', 'print'],
  'cli/files': ['cli/console', 'cli/office', 'decode', 'decode/*', 'definition', 'domain', 'fonts', 'print', 'packing'],
  'cli/many': [
    'cli/console',
    'cli/documents',
    'cli/files',
    'cli/office',
    'definition',
    'domain',
    'form',
    'print',
    'render',
  ],
  'cli/office': ['cli/console', 'cli/documents', 'cli/files', 'decode/*', 'domain'],
  'cli/options': ['cli/office', 'decode/shape', 'domain'],
  decode: ['domain'],
  'decode/form': ['decode', 'decode/shape', 'decode/yaml', 'definition', 'domain'],
  'decode/office': ['decode/office/*', 'domain'],
  'decode/office/clipboard': ['decode/office'],
  'decode/office/excel': ['decode/office', 'decode/office/package', 'domain'],
  'decode/office/package': ['packing'],
  'decode/office/plan': [
    'decode/form',
    'decode/office',
    'decode/office/table',
    'decode/office/word',
    'definition',
    'domain',
  ],
  'decode/office/table': ['decode/office'],
  'decode/office/word': ['decode/office', 'decode/office/package'],
  'decode/plan': ['decode', 'decode/form', 'decode/shape', 'decode/yaml', 'definition', 'domain'],
  'decode/shape': ['decode', 'domain'],
  'decode/styles': ['decode/form', 'decode/shape', 'decode/yaml', 'definition', 'domain'],
  'decode/yaml': ['decode', 'domain'],
  definition: ['domain'],
  domain: [],
  'domain/messages': ['domain'],
  encode: ['domain'],
  fonts: ['domain'],
  form: ['definition', 'domain'],
  'form/handout': ['definition', 'domain', 'form', 'form/redline', 'form/reports', 'review'],
  'form/overview': ['definition', 'domain', 'form', 'form/reports'],
  'form/redline': ['definition', 'domain', 'form', 'review', 'review/words'],
  'form/reports': ['definition', 'domain', 'form', 'review', 'review/words'],
  layout: ['domain', 'fonts', 'form'],
  'layout/lines': ['definition', 'fonts', 'form', 'layout'],
  'layout/pages': ['definition', 'domain', 'fonts', 'form', 'layout', 'layout/lines'],
  packing: [],
  print: [
    'definition',
    'domain',
    'fonts',
    'form',
    'form/*',
    'layout',
    'layout/lines',
    'layout/pages',
    'render',
    'packing',
    'review',
  ],
  render: ['domain', 'fonts', 'layout', 'render/excel', 'packing', 'render/pdf', 'render/word'],
  'render/excel': ['definition', 'domain', 'form', 'layout', 'render/ooxml', 'packing'],
  'render/ooxml': ['packing'],
  'render/pdf': ['domain', 'fonts', 'form', 'layout', 'packing', 'render/pdf/tags'],
  'render/pdf/tags': ['form', 'layout', 'render/pdf'],
  'render/word': ['definition', 'domain', 'form', 'layout', 'render/ooxml', 'packing'],
  review: [
    'definition',
    'domain',
    'review/confirm',
    'review/drafts',
    'review/links',
    'review/match',
    'review/promises',
    'review/words',
  ],
  'review/confirm': ['domain', 'review', 'review/promises'],
  'review/drafts': ['domain', 'review', 'review/match', 'review/promises', 'review/words'],
  'review/links': ['domain', 'review', 'review/match', 'review/promises'],
  'review/match': ['domain', 'review', 'review/words'],
  'review/promises': ['domain', 'review', 'review/match'],
  'review/words': ['domain'],
}

/** What a browser does not have, types included, and the clock. */
const NODE_ONLY =
  /['"]node:|\bcreateRequire\b|\brequire\b[.(]|\b(Buffer|NodeJS)\b(?!,)|\bprocess\b[.[]|\b__(dirname|filename)\b|\bsetImmediate\b|Date\.now\(|new Date\(\)/

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

  it('Node とファイルと時計と環境に触れるのは cli だけ', () => {
    for (const file of files.filter((name) => name !== 'cli.ts' && !name.startsWith('cli/'))) {
      const found = NODE_ONLY.exec(texts.get(file)!)
      expect([file, found?.[0]]).toEqual([file, undefined])
    }
  })
})
