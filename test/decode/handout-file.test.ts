/** The style of a handout: what the bundled one says, and which slips of a file are refused, with line and column. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeHandoutStyle } from '../../src/decode/styles/handout-file.js'
import { ROOT } from '../support/forms.js'

const STANDARD = readFileSync(new URL('templates/handout/standard.yaml', ROOT), 'utf8')

function slips(text: string) {
  const read = decodeHandoutStyle('自作.yaml', new TextEncoder().encode(text), 'mine')
  return read.diagnostics.map(({ code, message, place, hint }) => ({
    code,
    message,
    line: place?.kind === 'text' ? place.line : undefined,
    hint,
  }))
}

/** The line of the bundled file on which a text stands, from 1. */
function lineOf(text: string): number {
  return STANDARD.split('\n').findIndex((line) => line.includes(text)) + 1
}

describe('会議資料の書き方', () => {
  it('付いている書き方を読める', () => {
    const read = decodeHandoutStyle('standard.yaml', new TextEncoder().encode(STANDARD), 'standard')
    expect(read).toMatchObject({
      ok: true,
      value: {
        id: 'standard',
        name: '標準',
        number: { size: 12, rule: 0.75, padding: { x: 10, y: 2 } },
        cover: { titleSize: 26 },
        texts: { number: '{{資料.番号}}', footer: '{{ページ番号}}／{{総ページ数}}' },
      },
    })
  })

  it.each([
    ['知らないキー', '行のあき: 3', '行間: 3', '行間', '「行のあき」'],
    ['大きすぎる文字', '議題の大きさ: 11', '議題の大きさ: 110', '議題の大きさ', '4 から 60 まで'],
    ['細すぎる線', '線の太さ: 0.75', '線の太さ: 0', '線の太さ', '0.25 から 6 まで'],
    ['知らない名前', '案: "{{案}}"', '案: "{{印}}"', '{{印}}', '議題、案'],
    ['抜粋でしか使えない名前', '議題: "{{議題}}"', '議題: "{{欄数}}"', '{{欄数}}', '使える名前'],
    ['閉じない括弧', '案: "{{案}}"', '案: "{{案"', '「案」の{{ }} の書き方', '}}'],
    ['プログラムの内部の名前', '案: "{{案}}"', '案: "{{constructor}}"', '内部の名前', '使える名前'],
  ])('%sは、行と直し方を添えて断る', (_, from, to, message, hint) => {
    const [slip, ...more] = slips(STANDARD.replace(from, to)).filter((each) => each.code !== 'missing-key')
    expect(more).toEqual([])
    expect(slip).toMatchObject({ line: lineOf(from) })
    expect(slip!.message).toContain(message)
    expect(slip!.hint).toContain(hint)
  })

  it.each(['抜粋', '変更', '変更なし'])('「%s」は空にできない: 載っていないものを言わない紙になる', (key) => {
    const line = STANDARD.split('\n').find((each) => each.startsWith(`  ${key}:`))!
    expect(slips(STANDARD.replace(line, `  ${key}: ""`))).toMatchObject([{ code: 'no-value', line: lineOf(line) }])
  })

  it('誤りは一度に全部告げる', () => {
    expect(slips('名前: 標準\n枠: 1\n').map(({ code }) => code)).toEqual([
      ...Array.from({ length: 7 }, () => 'missing-key'),
      'unknown-key',
    ])
  })
})
