/** The texts of a form against Handlebars' own way with them: same texts, same refusals, and no way to the program. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { judgeNames } from '../../src/decode/form/names-in-texts.js'
import { CATEGORY_NAMES, HELPERS, PAGE_NAMES, PLAN_NAMES } from '../../src/definition/text-names.js'
import { compileText, type TextValues } from '../../src/form/compile-text.js'
import { textHelpers } from '../../src/form/text-helpers.js'

const NAMES = [...PLAN_NAMES, ...CATEGORY_NAMES, ...PAGE_NAMES]
const VALUES = {
  計画: '題 & <b>',
  年度: '平成30年度',
  区域: '',
  資料: { 番号: '資料1', 会議: '', 日付: '令和元年', 作成: '{{計画}}' },
  件数: { 区分: 3, 行: 0, 取組み: 21, 成果: 1, 課題: 0, 対応: 2, 予定: 0 },
  番号: 2,
  名称: '在宅医療',
  ページ番号: '1',
  総ページ数: '12',
}

const handlebars = Handlebars.create()
for (const [name, help] of Object.entries(textHelpers)) {
  // Handlebars puts its own options behind the values.
  handlebars.registerHelper(name, (...values: unknown[]) => help(...values.slice(0, -1)))
}
const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]))

/** Stands at the start of every part of a text, or Handlebars adds up figures that stand side by side. */
const START = '\ufdd0'

function witness(text: string, values: TextValues): string {
  // A figure with a plus sign before it is ours.
  const program = markStarts(Handlebars.parse(text.replace(/(?<=\s)\+(?=\d)/g, '')))
  const fill = handlebars.compile(program, { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers })
  return fill(values).replaceAll(START, '')
}

function markStarts(program: hbs.AST.Program): hbs.AST.Program {
  const start = { type: 'ContentStatement', value: START, original: START, loc: program.loc }
  const body = program.body.map((statement) => {
    if (statement.type !== 'BlockStatement') return statement
    const { program: full, inverse } = statement as hbs.AST.BlockStatement
    return {
      ...statement,
      ...(full && { program: markStarts(full) }),
      ...(inverse && { inverse: markStarts(inverse) }),
    }
  })
  // {{else if}} is known by the block that alone stands in it.
  return { ...program, body: 'chained' in program ? body : [start, ...body] }
}

type Filled = { readonly filled: string } | { readonly reason: string }

function attempt(fill: () => string): Filled {
  try {
    return { filled: fill() }
  } catch (error) {
    return { reason: (error as Error).message }
  }
}

function isAllowed(text: string): boolean {
  try {
    return judgeNames(Handlebars.parse(text), NAMES).length === 0
  } catch {
    return false
  }
}

const wild = [
  'constructor',
  '__proto__',
  'toString',
  'なし',
  '件数',
  '件数.なし',
  '計画.length',
  'this',
  '../計画',
  '@root',
]
const path = fc.constantFrom(...NAMES, '"計画"', '[件数].行', '計画', '年度')
const anyPath = fc.oneof({ weight: 6, arbitrary: path }, { weight: 1, arbitrary: fc.constantFrom(...wild) })
const literal = fc.constantFrom('"R6"', '"平成30年度"', '30', '-1', '0', 'true', 'null')
const tie = fc.constantFrom('', '~')

const { text } = fc.letrec<{ text: string; part: string; call: string; value: string }>((tied) => ({
  text: fc.array(tied('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { withCrossShrink: true },
    fc.constantFrom('　', ' \n', '文', '\\{{計画}}', '<&>', '}}', '\n  ', '{{! 注 }}', '{{!-- }} --}}'),
    fc.tuple(tie, anyPath, tie).map(([before, name, after]) => `{{${before}${name}${after}}}`),
    anyPath.map((name) => `{{{${name}}}}`),
    tied('call').map((call) => `{{${call}}}`),
    fc
      .tuple(fc.constantFrom('if', 'unless', 'if', 'each', '資料'), tied('value'), tied('text'), tied('text'), tie)
      .map(
        ([block, value, full, empty, tilde]) => `{{#${block} ${value}${tilde}}}${full}{{else}}${empty}{{/${block}}}`,
      ),
    fc
      .tuple(tied('value'), tied('text'), tied('value'), tied('text'))
      .map(([one, first, two, other]) => `{{#if ${one}}}${first}\n{{else if ${two}}}\n${other}{{/if}}\n`),
    fc.tuple(tied('value'), tied('text')).map(([value, inner]) => `{{^if ${value}}}${inner}{{/if}}`),
    fc.constantFrom(
      '{{> 部分}}',
      '{{#if 計画 as |名|}}{{名}}{{/if}}',
      '{{#if 件数.行 includeZero=true}}零{{/if}}',
      '{{',
    ),
  ),
  call: fc
    .tuple(fc.constantFrom(...Object.keys(HELPERS), '不明', '和暦.x'), fc.array(tied('value'), { maxLength: 3 }))
    .map((words) => words.flat().join(' ')),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyPath,
    literal,
    tied('call').map((call) => `(${call})`),
  ),
}))

describe('様式の文章', () => {
  it('判定を通る文は、Handlebars と同じ文になるか、同じく断る', () => {
    fc.assert(
      fc.property(text.filter(isAllowed), (written) => {
        const [ours, theirs] = [attempt(() => compileText(written)(VALUES)), attempt(() => witness(written, VALUES))]
        expect(Object.keys(ours)).toEqual(Object.keys(theirs))
        if ('filled' in ours) expect(ours).toEqual(theirs)
      }),
      { numRuns: 500 },
    )
  })

  it('判定を通らない文も、断るのでなければ Handlebars と同じ', () => {
    fc.assert(
      fc.property(text, (written) => {
        const ours = attempt(() => compileText(written)(VALUES))
        if ('filled' in ours) expect(ours).toEqual(attempt(() => witness(written, VALUES)))
      }),
      { numRuns: 1000 },
    )
  })

  it('書式のファイルのすべての文も、同じ', () => {
    const templates = new URL('../../templates/', import.meta.url).pathname
    const files = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
    const lines = files.flatMap((name) => readFileSync(join(templates, name), 'utf8').split('\n'))
    const texts = lines.filter((line) => line.includes('{{'))
    expect(texts.length).toBeGreaterThan(50)
    const anything = new Proxy({}, { has: () => true, getOwnPropertyDescriptor: () => ({ configurable: true }) })
    const named = (name: string): unknown => (name === '件数' || name === '資料' || name === '予定' ? anything : name)
    for (const line of texts) {
      const names = [...line.matchAll(/[\p{L}・]+/gu)].map(([name]) => name)
      const values = {
        ...Object.fromEntries(names.map((name) => [name, named(name)])),
        年度: 'H30',
        年: 'H30',
        番号: 3,
      }
      expect(compileText(line)(values)).toBe(witness(line, values))
    }
  })

  it.each([
    '{{constructor}}',
    '{{計画.constructor}}',
    '{{計画.length}}',
    '{{件数.__proto__}}',
    '{{件数.hasOwnProperty}}',
    '{{lookup 件数 "constructor"}}',
    '{{#with 件数}}{{constructor}}{{/with}}',
    '{{#each 件数}}{{this}}{{/each}}',
    '{{@root.計画}}',
    '{{../計画}}',
    '{{this}}',
    '{{全角 constructor.name}}',
  ])('%s からプログラムには行けない', (written) => {
    expect(attempt(() => compileText(written)(VALUES))).toHaveProperty('reason')
  })

  it('隣り合う件数は足さない', () => {
    expect(compileText('{{件数.区分}}{{件数.成果}}')(VALUES)).toBe('31')
  })

  it('年度でない値は、同じわけで断る', () => {
    const written = '{{和暦 計画}}'
    expect(attempt(() => compileText(written)(VALUES))).toEqual(attempt(() => witness(written, VALUES)))
  })
})
