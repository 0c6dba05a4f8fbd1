/** Which folder of src/ may import which. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cli: ['decode', 'domain', 'form', 'layout', 'render', 'review'],
  decode: ['domain'],
  domain: [],
  form: ['domain', 'review'],
  layout: ['domain', 'form'],
  render: ['domain', 'form', 'layout'],
  review: ['domain'],
}

describe('フォルダーの順', () => {
  it.each(Object.entries(MAY_IMPORT))('%s が使うのは表にあるものだけ', (folder, allowed) => {
    for (const file of readdirSync(join(SRC, folder)).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(join(SRC, folder, file), 'utf8')
      for (const [, other] of text.matchAll(/(?:from |import\()'\.\.\/([a-z]+)\//g))
        expect([file, ...allowed]).toContain(other)
    }
  })

  it('src のフォルダーは表にあるものですべて', () => {
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(MAY_IMPORT))
  })

  it('ファイルと時計と環境に触れるのは cli だけ', () => {
    for (const folder of Object.keys(MAY_IMPORT).filter((name) => name !== 'cli')) {
      for (const file of readdirSync(join(SRC, folder))) {
        const text = readFileSync(join(SRC, folder, file), 'utf8')
        expect([
          file,
          /from 'node:(fs|os|child_process|http|https|net)|process\.|Date\.now\(|new Date\(\)/.exec(text)?.[0],
        ]).toEqual([file, undefined])
      }
    }
  })
})
