/** What reaches the terminal: characters that it would obey are shown by their names, whatever they come from. */

import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Label, openConsole } from '../../src/cli/console/console.js'
import { displayWidth } from '../../src/cli/console/display-width.js'
import { printDiagnostics } from '../../src/cli/console/print-diagnostics.js'
import { escapeHidden, showHidden } from '../../src/cli/console/show-hidden.js'
import { say } from '../../src/domain/messages/say.js'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'

const SEED = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
const PROGRAM = fileURLToPath(new URL('dist/cli.js', ROOT))

/** What a terminal obeys (C0, C1), what breaks a line, and what turns the direction of writing. */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

const hostile = fc.string({
  unit: fc.constantFrom('あ', 'a', '/', ' ', '\n', '\r', '\t', '\u001b[2J', '\u009b31m', '\u202e', '\u2066', '\u2028'),
  minLength: 1,
  maxLength: 8,
})

function told(print: (console: ReturnType<typeof openConsole>) => void, colours = false): readonly string[] {
  const lines: string[] = []
  print(openConsole({ out: (line) => lines.push(line), err: (line) => lines.push(line), colours, env: {} }))
  return lines
}

describe('端末の戸口', () => {
  it('名前で示し、ほかの文字は一字も変えない', () => {
    expect(showHidden('a\u001b[2J\u202eb\u009b\n葛󠄀\u200d')).toBe('a<U+001B>[2J<U+202E>b<U+009B><U+000A>葛󠄀\u200d')
    const printable = fc.string({ unit: 'grapheme' }).filter((text) => !OBEYED.test(text))
    fc.assert(
      fc.property(printable, (text) => {
        expect(showHidden(text)).toBe(text)
      }),
    )
  })

  it('JSON では同じ意味の書き方にする', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = escapeHidden(JSON.stringify(text))
        expect(json).not.toMatch(OBEYED)
        expect(JSON.parse(json)).toBe(text)
      }),
    )
  })

  it('色は札にだけ付き、NO_COLOR の端末と管には付かない', () => {
    const label: Label = { word: 'エラー', tone: 'error' }
    expect(told((console) => console.err(': \u001b[31mあ', label), true)).toEqual([
      '\u001b[31mエラー\u001b[0m: <U+001B>[31mあ',
    ])
    expect(told((console) => console.err(': あ', label))).toEqual(['エラー: あ'])
  })

  it('ファイルほども長い名前は、途中までを示す', () => {
    const [line] = told((console) => console.err('あ'.repeat(1_000_000)))
    expect(line!.length).toBeLessThan(3000)
    expect(line).toContain('略しました')
  })

  it('行の抜き書きの制御文字も名前で示し、印はその下に立つ', () => {
    const place = { kind: 'text' as const, file: 'a\u001b.yaml', line: 1, column: 4, length: 1 }
    const lines = told((console) => printDiagnostics([say('bad-key', {}, place)], console, 'あ\u001b\tい'))
    expect(lines.slice(0, 3)).toEqual([
      'エラー: a<U+001B>.yaml:1:4: キーが文字ではありません。',
      '    あ<U+001B> い',
      '               ^^',
    ])
  })

  it.each([
    ['罫線の記号', '┌─┐│'],
    ['四角と丸', '□■○◎'],
    ['仮名と漢字', 'あ計画ー'],
    ['全角の英数字', 'Ａ１％～'],
    ['漢字の面の字', '𠮷𠀋'],
  ])('%sは二桁で、印はその次の字の下に立つ', (_, before) => {
    const place = { kind: 'text' as const, file: 'a.yaml', line: 1, column: before.length + 1, length: 1 }
    const lines = told((console) => printDiagnostics([say('drafts', {}, place)], console, `${before}x`))
    expect(lines.at(-1)).toBe(`${' '.repeat(4 + 2 * [...before].length)}^`)
  })
})

describe('使い方', () => {
  it('説明は、全角の幅で数えた同じ桁から始まる', async () => {
    const { out } = await runInProcess(['--help'])
    const commands = out.slice(out.indexOf('コマンド:') + 1)
    const columns = commands.map((line) => displayWidth(/^ {2}\S.*?\S {2,}(?=\S)/.exec(line)![0]))
    expect(commands.length).toBeGreaterThan(5)
    expect(new Set(columns).size).toBe(1)
  })
})

describe('どこから来た文字も', () => {
  it.each([
    ['計画の名前', (text: string) => ['build', text, text]],
    ['パターン', (text: string) => ['build', `${text}*`]],
    ['様式の名前', (text: string) => ['build', SEED, '--form', text]],
    ['形式', (text: string) => ['build', SEED, '--format', text]],
    ['オプション', (text: string) => ['build', `--${text}`]],
    ['コマンド', (text: string) => [text]],
    ['区分', (text: string) => ['handout', SEED, '--categories', text]],
    ['日付', (text: string) => ['diff', SEED, SEED, '--date', text]],
    ['新しい計画の名前', (text: string) => ['new', `/dev/null/${text}`]],
    ['書き方', (text: string) => ['diff', SEED, SEED, '--style', text]],
  ])('%s', async (_, words) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { err, out, status } = await runInProcess(words(text))
        expect(status).not.toBe(0)
        for (const line of [...err.split('\n'), ...out]) expect(line).not.toMatch(OBEYED)
        // A line feed of a name forges no line: every line is one of ours.
        for (const line of err.split('\n')) expect(line).toMatch(/^(エラー: | {2}→ | {4}|失敗 |\d+ 件の計画|.+:$|$)/)
      }),
      { numRuns: 15 },
    )
  })

  it('書いた文書の場所も', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'keikaku-console-')), 'a\u001b[2J\n偽の行\u202e')
    const { status, out: paths } = await runInProcess(['build', SEED, '--format', 'pdf', '--out', out])
    expect(status).toBe(0)
    expect(paths).toHaveLength(1)
    expect(paths[0]).toMatch(/a<U\+001B>\[2J<U\+000A>偽の行<U\+202E>.mogami-h30\.pdf$/)
  })

  it('計画ファイルの中の文字も', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'keikaku-console-')), 'plan.yaml')
    writeFileSync(file, '計画: "a\\e[2J\u202e"\n年度: "\\u009b31m"\n様式: "\\e[2J\\n偽の行"\n区分: []\n')
    const { err, status } = await runInProcess(['build', file])
    expect(status).toBe(1)
    for (const line of err.split('\n')) expect(line).not.toMatch(OBEYED)
    expect(err).not.toMatch(/^偽の行/m)
  })
})

describe('読む人がいなくなった管', () => {
  it.each([['forms'], ['schema'], ['--help']])('keikaku %s は静かに終わる', async (word) => {
    const program = spawn(process.execPath, [PROGRAM, word], { stdio: ['ignore', 'pipe', 'pipe'] })
    program.stdout.destroy()
    let err = ''
    program.stderr.on('data', (text) => {
      err += text
    })
    const status = await new Promise((resolve) => program.on('close', resolve))
    expect([status, err]).toEqual([0, ''])
  })
})
