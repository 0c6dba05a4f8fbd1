/** The Handlebars texts of a form: what is refused before anything is printed, with file and line. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeForm } from '../../src/decode/form/form-file.js'
import { findTextSlips } from '../../src/decode/form/judge-texts.js'
import type { Tree, TreeMap } from '../../src/decode/tree.js'
import { BLOCKS, CATEGORY_NAMES, HELPERS, PAGE_NAMES, PLAN_NAMES } from '../../src/definition/text-names.js'
import { categoryValues, fillPageText, fillText, planValues } from '../../src/form/fill-texts.js'
import type { PageText } from '../../src/form/form.js'
import { bundledForm, ROOT, seedPlan } from '../support/forms.js'

const OFFICIAL = readFileSync(new URL('templates/official/form.yaml', ROOT), 'utf8')
const EXTENDING = '元の様式: 公式\n名前: 自作\n'

function read(rest: string) {
  const openBase = () => ({
    ok: true as const,
    value: { file: '公式', bytes: new TextEncoder().encode(OFFICIAL) },
    diagnostics: [],
  })
  return decodeForm('自作', new TextEncoder().encode(EXTENDING + rest), 'mine', openBase)
}

function slips(rest: string) {
  return read(rest).diagnostics.map(({ code, message, place, hint }) => ({
    code,
    message,
    at: place?.kind === 'text' ? `${place.line}:${place.column}` : place?.kind,
    hint,
  }))
}

describe('様式の文章の誤りを、行と桁を添えて断る', () => {
  it.each([
    ['知らない名前', '{{地域}}', 10, '{{地域}}', '「区域」の書き間違い'],
    ['値の集まり', '{{資料}}', 10, '{{資料}}', '資料.番号'],
    ['知らない変換', '{{和歴 年度}}', 10, '「和歴」という変換', '「和暦」の書き間違い'],
    ['値のない変換', '{{和暦}}', 10, '「和暦」に渡す値', '{{和暦 年度}}'],
    ['年度でない値の和暦', '{{和暦 計画}}', 13, '「計画」は渡せません', '{{和暦 年度}}'],
    ['数でない値の丸数字', '{{丸数字 区域}}', 14, '「区域」は渡せません', '{{丸数字 番号}}'],
    ['半端な年', '{{和暦 年度 1.5}}', 10, '「和暦」に渡す値', '-1'],
    ['遠すぎる年', '{{和暦 年度 -101}}', 10, '「和暦」に渡す値', '-1'],
    ['半端な数の丸数字', '{{丸数字 1.5}}', 14, '「丸数字」に渡す値', '{{丸数字 番号}}'],
    ['多すぎる値', '{{全角 年度 1}}', 10, '「全角」に渡す値', '{{全角 年度}}'],
    ['constructor', '{{constructor}}', 10, '「constructor」はプログラムの内部', '使える名前'],
    ['資料の中の constructor', '{{資料.constructor}}', 10, '「constructor」はプログラムの内部', '使える名前'],
    ['__proto__', '{{資料.__proto__.番号}}', 10, '「__proto__」はプログラムの内部', '使える名前'],
    ['角括弧の __proto__', '{{[__proto__]}}', 10, '「__proto__」はプログラムの内部', '使える名前'],
    ['変換に渡す constructor', '{{全角 資料.constructor.name}}', 13, '「constructor」はプログラムの内部', '使える名前'],
    ['lookup', '{{lookup 資料 "constructor"}}', 10, '「lookup」という変換', '使える変換'],
    ['each', '{{#each 資料}}い{{/each}}', 11, '{{#each}}', '{{#if 区域}}'],
    ['with', '{{#with 資料}}い{{/with}}', 11, '{{#with}}', '{{#if 区域}}'],
    ['部品', '{{> 部品}}', 8, 'この書き方', '{{名前}}'],
    ['飾り', '{{* 飾り}}', 8, 'この書き方', '{{名前}}'],
    ['外の値', '{{../計画}}', 10, '{{../計画}}', '使える名前'],
    ['@ の値', '{{@root}}', 10, '{{@root}}', '使える名前'],
    ['名前付きの値', '{{全角 年度 幅=1}}', 10, '「全角」に渡す値', '{{全角 年度}}'],
    ['閉じない括弧', '{{計画', 8, '{{ }} の書き方', '}}'],
    ['閉じない if', '{{#if 区域}}い', 8, '{{ }} の書き方', '{{/if}}'],
    ['合わない閉じ', '{{#if 区域}}い{{/unless}}', 19, '{{ }} の書き方', '{{/if}}'],
    ['題名にはない番号', '{{番号}}', 10, '{{番号}}', '使える名前'],
    ['題名にはないページ番号', '{{ページ番号}}', 10, '{{ページ番号}}', '使える名前'],
    ['ページ番号の全角', '{{全角 ページ番号}}', 13, '{{ページ番号}}', '使える名前'],
  ])('%s', (_, text, column, message, hint) => {
    // The text stands on the third line of a block, six blanks in and one character of its own.
    const rest = `文章:\n  題名: |\n      一行目\n      二行目\n      あ${text}\n`
    const [slip, ...others] = slips(rest)
    expect(slip).toMatchObject({ code: 'bad-form-text', at: `7:${column}` })
    expect(slip!.message).toContain('「題名」')
    expect(slip!.message).toContain(message)
    expect(slip!.hint).toContain(hint)
    expect(others).toEqual([])
  })

  it('一つの文のすべての誤りを、見出しや小見出しの誤りといっしょに伝える', () => {
    const rest = `文章: { 題名: "{{い}}{{計画}}{{ろ}}", 下の欄外: "{{全角 ページ番号}}" }
列:
  - { 元の列: 区分, 見出し: "{{は}}" }
  - { 見出し: い, 上の見出し: "{{に}}", 欄: [{ 名前: い, 役割: その他, 小見出し: "{{ほ}}" }], 幅: 3 }
`
    expect(slips(rest).map(({ at }) => at)).toEqual(['3:14', '3:25', '3:43', '5:24', '6:25', '6:62'])
  })

  it('エスケープのある文の誤りは、その文の初めを指す', () => {
    expect(slips('文章: { 題名: "い\\n{{ろ}}" }\n')).toMatchObject([{ at: '3:12' }])
  })
})

describe('断らなかった文章は、必ず印刷できる', () => {
  const WORDS = [
    ...PLAN_NAMES,
    ...CATEGORY_NAMES,
    ...PAGE_NAMES,
    ...Object.keys(HELPERS),
    ...BLOCKS,
    ...[
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'this',
      '.',
      '..',
      '@root',
      'lookup',
      'log',
      'each',
      'else',
    ],
    ...[
      '資料',
      '件数',
      '-1',
      '3',
      '99999',
      '1.5',
      '"H30"',
      '"あ"',
      'true',
      'null',
      '(略記 年度)',
      '(全角 番号)',
      'x=1',
      '[計画]',
    ],
  ]
  const word = fc.constantFrom(...WORDS)
  const call = fc.tuple(fc.constantFrom(...Object.keys(HELPERS)), word).map((words) => words.join(' '))
  const inside = fc.oneof(
    word,
    call,
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  )
  const piece = fc.oneof(
    { weight: 5, arbitrary: inside.map((words) => `{{${words}}}`) },
    { weight: 2, arbitrary: fc.tuple(inside, inside).map(([of, then]) => `{{#if ${of}}}{{${then}}}{{else}}い{{/if}}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{{',
        '}}',
        '{{{計画}}}',
        '{{!-- い --}}',
        '\\{{い}}',
        '𠮷',
        '\n',
        '{{#計画}}い{{/計画}}',
      ),
    },
  )
  const texts = fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join('—'))
  const form = bundledForm('official')
  const plan = seedPlan('mogami-h30')
  const values = planValues(plan, form)
  const fill: Readonly<Record<string, (text: string) => string>> = {
    題名: (text) => fillText(text, values),
    区分: (text) => fillText(text, categoryValues(values, plan.categories[0]!, form)),
    下の欄外: (text) => wordsOf(fillPageText(text, values)),
  }

  test.each(Object.keys(fill))('%s', (key) => {
    let printed = 0
    fc.assert(
      fc.property(texts, (text) => {
        const found = findTextSlips('form.yaml', formTree(key, text))
        for (const { hint, place } of found) expect([hint === undefined, place?.kind]).toEqual([false, 'text'])
        if (found.length > 0) return
        printed++
        expect(fill[key]!(text)).not.toMatch(/undefined|\[object|function|NaN|Infinity|[\ufdd0\ufdd1]/)
      }),
      { numRuns: 3000 },
    )
    // A judge that refuses everything would keep the law too.
    expect(printed).toBeGreaterThan(150)
  })
})

/** The tree of a form file that says no more than one of its texts. */
function formTree(key: string, text: string): TreeMap {
  const at = { line: 1, column: 1 }
  const map = (name: string, value: Tree): TreeMap => ({ tag: 'map', at, entries: [{ key: name, keyAt: at, value }] })
  return map('文章', map(key, { tag: 'text', at, text, lineByLine: true }))
}

function wordsOf(text: PageText): string {
  return text.map((part) => (part.tag === 'text' ? part.text : '')).join('')
}
