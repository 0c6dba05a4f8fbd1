/** The short way of reading YAML against the YAML library: it gives the same tree or leaves the text to the library. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainYaml } from '../../src/decode/yaml/plain-yaml.js'
import { readAnyYaml } from '../../src/decode/yaml/yaml-tree.js'

const FILES = [
  ...['mogami-h30', 'mogami-r1', 'progress-r6', 'welfare-r6'].map((name) => `seeds/${name}.yaml`),
  ...['official', 'four-column', 'overview'].map((name) => `templates/${name}/form.yaml`),
]
const seeds = FILES.map((name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

/** Whether it was read the short way. */
function expectSame(text: string): boolean {
  const plain = readPlainYaml(text)
  if (plain === undefined) return false
  expect([text, readAnyYaml('plan.yaml', text)]).toEqual([text, { ok: true, value: plain, diagnostics: [] }])
  return true
}

const WORDS = [
  '名称',
  '行',
  '取組み',
  'a',
  '○[団体]…（H25～H30年度）',
  '𠮷野家',
  '葛󠄀城市',
  '　全角',
  'null',
  '~',
  '007',
  '-1',
]
const SIGNS = [
  ' ',
  ':',
  ': ',
  '- ',
  '-',
  '#',
  ' #',
  '|',
  '|-',
  '>',
  '"',
  "'",
  '""',
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a',
  '*a',
]
const ODD = ['!', '%', '@', '`', '?', '? ', '\\', '\t', '\n', '\u00a0', '\u2028', '\ufeff', '---', '...']

const words = fc.constantFrom(...WORDS)
const fragments = fc.oneof(
  { weight: 5, arbitrary: words.map((word) => `${word}: `) },
  { weight: 3, arbitrary: words.map((word) => `${word}:`) },
  { weight: 3, arbitrary: words.map((word) => `- ${word}`) },
  { weight: 3, arbitrary: words.map((word) => `- ${word}: ${word}`) },
  { weight: 2, arbitrary: words.map((word) => `${word}: |`) },
  { weight: 2, arbitrary: words.map((word) => `${word}: "${word}"`) },
  { weight: 2, arbitrary: words.map((word) => `- { ${word}: ${word}, b: [${word}, "a\\n"] }`) },
  { weight: 1, arbitrary: words.map((word) => `[${word}, { 行: ${word} }]`) },
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.constantFrom('', '# 注', '- ', '-', '- - ') },
  { weight: 1, arbitrary: fc.constantFrom(...SIGNS, ...ODD) },
)
const lines = fc
  .tuple(fc.constantFrom(0, 0, 2, 2, 4, 4, 6, 1, 3), fc.array(fragments, { minLength: 1, maxLength: 2 }))
  .map(([indent, parts]) => ' '.repeat(indent) + parts.join(''))
const texts = fc
  .tuple(fc.array(lines, { minLength: 1, maxLength: 8 }), fc.constantFrom('', '\n', '\n\n'))
  .map(([all, end]) => all.join('\n') + end)

/** A part of a seed with something put in, taken out or put in the place of something. */
const edits = fc.record({
  at: fc.nat({ max: 1_000_000 }),
  length: fc.nat({ max: 3 }),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...SIGNS, ...ODD, ...WORDS, '\n  ', '\n      ')),
})
const editedSeeds = fc
  .tuple(fc.constantFrom(...seeds), fc.nat({ max: 60 }), fc.array(edits, { minLength: 1, maxLength: 3 }))
  .map(([seed, length, all]) => {
    let text = `${seed.split('\n', 12 + length).join('\n')}\n`
    for (const { at, length: cut, insert } of all) {
      const place = at % text.length
      text = text.slice(0, place) + insert + text.slice(place + cut)
    }
    return text
  })

describe('YAML の近道', () => {
  it.each(seeds.map((text, index) => [FILES[index], text]))('%s は近道で読める', (_, text) => {
    expect(expectSame(text!)).toBe(true)
  })

  it('どんな行の並びも、ライブラリーと同じに読むか、ライブラリーに任せる', () => {
    let plain = 0
    fc.assert(
      fc.property(texts, (text) => {
        if (expectSame(text)) plain++
      }),
      { numRuns: 20_000 },
    )
    expect(plain).toBeGreaterThan(200)
  })

  it('計画ファイルのどこを直しても、同じ', () => {
    let plain = 0
    fc.assert(
      fc.property(editedSeeds, (text) => {
        if (expectSame(text)) plain++
      }),
      { numRuns: 1_000 },
    )
    expect(plain).toBeGreaterThan(100)
  })

  it.each([
    ['値の続き', 'a: b\n  c\n'],
    ['引用符', "a: 'b'\n"],
    ['行をまたぐ括弧', 'a: { b: c,\n  d: e }\n'],
    ['空の括弧', 'a: []\n'],
    ['深い括弧', `a: ${'['.repeat(9)}b${']'.repeat(9)}\n`],
    ['二度目のキー', 'a: b\na: c\n'],
    ['タブ', 'a:\tb\n'],
    ['別の文書', 'a: b\n---\nc: d\n'],
    ['キーのない値', 'a:\nb: c\n'],
    ['字下げの違い', 'a:\n    b: c\n  d: e\n'],
    ['深い入れ子', `${'- '.repeat(31)}a\n`],
  ])('%s はライブラリーに任せる', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined()
  })
})
