/** `*`, `**` and `?` on the command line, where the shell leaves them to the program. */

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandPatterns } from '../../src/cli/files/expand-patterns.js'

function tree(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'keikaku-patterns-'))
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), '')
  }
  return folder
}

/** The files that patterns find in a folder, by their names in it. */
function findIn(folder: string, ...patterns: string[]): string[] {
  const { files } = expandPatterns(patterns.map((pattern) => join(folder, pattern)))
  return files.map((file) => file.slice(folder.length + 1))
}

describe('パターン', () => {
  const plans = tree(
    '最上/h30.yaml',
    '最上/r1.yaml',
    '最上/古い/h29.yaml',
    '村山/h30.yaml',
    '村山/h30.yml',
    '村山/.h30.yaml',
    '.隠し/h30.yaml',
    '(a)[b]+.yaml',
    '𠮷野.yaml',
    'ガ.yaml'.normalize('NFD'),
  )

  it.each([
    ['最上/*.yaml', ['最上/h30.yaml', '最上/r1.yaml']],
    ['*/h3?.yaml', ['最上/h30.yaml', '村山/h30.yaml']],
    ['村山/h30.y*ml', ['村山/h30.yaml', '村山/h30.yml']],
    ['最上/**/*.yaml', ['最上/h30.yaml', '最上/r1.yaml', '最上/古い/h29.yaml']],
    ['**/h29.*', ['最上/古い/h29.yaml']],
    ['最上/**', ['最上/h30.yaml', '最上/r1.yaml', '最上/古い/h29.yaml']],
    ['村山/.*', ['村山/.h30.yaml']],
    ['(a)[b]*', ['(a)[b]+.yaml']],
    ['?野.yaml', ['𠮷野.yaml']],
    ['ガ.*', ['ガ.yaml'.normalize('NFD')]],
    ['h30.yaml', ['h30.yaml']],
    ['最上/*', ['最上/h30.yaml', '最上/r1.yaml']],
  ])('%s', (pattern, expected) => {
    expect(findIn(plans, pattern).sort()).toEqual([...expected].sort())
  })

  it('引数の順に、同じファイルは一度だけ', () => {
    expect(findIn(plans, '村山/h30.yaml', '最上/r1.yaml', '*/*.yaml')).toEqual([
      '村山/h30.yaml',
      '最上/r1.yaml',
      '最上/h30.yaml',
    ])
  })

  it('当てはまるファイルのないパターンは、そう告げる', () => {
    const patterns = ['*.json', 'ない/**/*.yaml'].map((pattern) => join(plans, pattern))
    expect(expandPatterns(patterns)).toEqual({ files: [], unmatched: patterns, passedOver: [] })
  })

  it('記号のある名前のファイルは、そのファイル', () => {
    const folder = tree('何*か?.yaml', '何もか!.yaml')
    expect(findIn(folder, '何*か?.yaml')).toEqual(['何*か?.yaml'])
  })

  it('行き先のないリンクと輪になったリンクは、読むときに告げる', () => {
    const folder = tree('a.yaml')
    symlinkSync('ない', join(folder, 'b.yaml'))
    symlinkSync('c.yaml', join(folder, 'c.yaml'))
    expect(findIn(folder, '*.yaml')).toEqual(['a.yaml', 'b.yaml', 'c.yaml'])
  })

  it('上のフォルダーに戻るリンクがあっても終わる', () => {
    const folder = tree('a/plan.yaml')
    symlinkSync(folder, join(folder, 'a', 'up'))
    expect(findIn(folder, '**/*.yaml')).toEqual(['a/plan.yaml'])
  })

  it('どんな名前も、一字を ? に、残りを * に替えて見つかる', () => {
    const name = fc
      .string({
        unit: fc.constantFrom('あ', '𠮷', '葛󠄀', '㈱', 'ｶﾞ', '｛', '～', '[', '(', '+', '^', '$', '{', ' ', 'a'),
        minLength: 2,
        maxLength: 8,
      })
      .filter((each) => each.trim() === each)
    fc.assert(
      fc.property(name, (each) => {
        const folder = tree(`${each}.yaml`)
        const [first = '', ...rest] = [...each]
        expect(findIn(folder, `?${rest.join('')}.yaml`)).toEqual([`${each}.yaml`])
        expect(findIn(folder, `${first}*`)).toEqual([`${each}.yaml`])
      }),
      { numRuns: 40 },
    )
  })
})
