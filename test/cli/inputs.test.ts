/** What plans, forms, styles and fonts may be on the disk: every kind of damage gets a message that names the file. */

import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import type { ProgramRun } from '../support/run-program.js'

const PROGRAM = fileURLToPath(new URL('dist/cli.js', ROOT))
const SEED = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
const NEXT = fileURLToPath(new URL('seeds/mogami-r1.yaml', ROOT))
const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-inputs-'))

const PLAN = '計画: 題\n年度: H30\n区分: [{名称: あ, 行: [{取組み: ○い}]}]\n'

/** The program in a folder, with bytes on standard input. */
function runWith(input: string | Uint8Array, cwd: string, ...args: readonly string[]): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, [PROGRAM, ...args], { cwd })
    let out = ''
    let err = ''
    program.stdout.on('data', (text) => {
      out += text
    })
    program.stderr.on('data', (text) => {
      err += text
    })
    program.on('close', (status) => resolve({ status: status ?? -1, out: out.split('\n').slice(0, -1), err }))
    // A program that has read enough closes the pipe.
    program.stdin.on('error', () => {})
    program.stdin.end(input)
  })
}

function pipe(path: string): string {
  execFileSync('mkfifo', [path])
  return path
}

describe('標準入力', () => {
  it('- から計画を読み、文書は「標準入力」という名前になる', async () => {
    const where = folder()
    const told = await runWith(PLAN, where, 'build', '-', '--format', 'pdf')
    expect(told).toMatchObject({ status: 0, out: [join('output', '標準入力.pdf')] })
    expect(told.err).toContain('標準入力 から 1 つの文書')
    writeFileSync(join(where, 'plan.yaml'), PLAN)
    await runWith('', where, 'build', 'plan.yaml', '--format', 'pdf')
    const [one, two] = ['標準入力', 'plan'].map((stem) => readFileSync(join(where, 'output', `${stem}.pdf`)))
    expect(one!.equals(two!)).toBe(true)
  })

  it('誤りは、標準入力の行を示して告げ、様式は今いるフォルダーから探す', async () => {
    const where = folder()
    mkdirSync(join(where, '様式'))
    writeFileSync(join(where, '様式', 'form.yaml'), '元の様式: 公式\n名前: 自作\n')
    const told = await runWith(`様式: ./様式\n${PLAN}ねんど: 1\n`, where, 'build', '-')
    expect(told.status).toBe(1)
    expect(told.err).toContain('標準入力:5:1: ')
    expect(told.err).toContain('    ねんど: 1')
  })

  it('ほかの計画と一緒でも、handout でも diff でも読める', async () => {
    const where = folder()
    const both = await runWith(PLAN, where, 'build', SEED, '-', '--jobs', '2', '--format', 'pdf')
    expect(both.out.map((path) => basename(path))).toEqual(['mogami-h30.pdf', '標準入力.pdf'])
    const handout = await runWith(readFileSync(SEED), where, 'handout', '-', '--format', 'pdf')
    expect(handout.out).toEqual([join('output', '標準入力.handout.pdf')])
    const diff = await runWith(readFileSync(SEED), where, 'diff', '-', NEXT, '--report', 'summary', '--format', 'pdf')
    expect(diff.out).toEqual([join('output', '標準入力_mogami-r1.summary.pdf')])
  })

  it.each([
    ['空', '', '空です'],
    ['41 MB', new Uint8Array(41 * 1024 * 1024).fill(97), '大きすぎます'],
  ])('%s は断る', async (_, input, message) => {
    const told = await runWith(input, folder(), 'build', '-')
    expect(told.status).toBe(1)
    expect(told.err).toMatch(new RegExp(`^エラー: 標準入力: .*${message}`))
  })

  it('--watch では使えない', async () => {
    const told = await runWith(PLAN, folder(), 'build', '-', '--watch')
    expect(told.status).toBe(2)
    expect(told.err).toContain('--watch では使えません')
  })
})

describe('ファイルではないもの', () => {
  it.each([
    ['デバイス', () => '/dev/zero', 'デバイスです'],
    ['パイプ', () => pipe(join(folder(), 'plan.yaml')), 'パイプ（FIFO）です'],
    ['フォルダー', folder, 'フォルダーです'],
    [
      'どこへも行かないリンク',
      () => {
        const path = join(folder(), 'plan.yaml')
        symlinkSync('ない', path)
        return path
      },
      '見つかりません',
    ],
  ])('%s は、すぐに断る', async (_, make, message) => {
    const file = make()
    for (const words of [
      ['build', file],
      ['handout', file],
      ['diff', SEED, file],
      ['handout', SEED, '--only-changed', file],
    ]) {
      const told = await runInProcess([...words, '--out', folder()])
      expect([told.status, told.out]).toEqual([1, []])
      expect(told.err).toContain(`エラー: ${file}: `)
      expect(told.err).toContain(message)
    }
  })

  it('ソケットも', async () => {
    const file = join(folder(), 'plan.yaml')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(file, resolve))
    expect((await runInProcess(['build', file])).err).toContain('ソケットです')
    server.close()
  })

  it('パターンに当てはまるパイプは、読まずにそう告げ、ほかの計画は作る', async () => {
    const where = folder()
    writeFileSync(join(where, 'a.yaml'), PLAN)
    const fifo = pipe(join(where, 'b.yaml'))
    const told = await runInProcess(['build', join(where, '*.yaml'), '--format', 'pdf', '--out', where])
    expect([told.status, told.out]).toEqual([0, [join(where, 'a.pdf')]])
    expect(told.err).toContain(`注意: ${fifo}: `)
    const alone = await runInProcess(['build', join(where, 'b*'), '--out', where])
    expect(alone.status).toBe(1)
    expect(alone.err).toContain('当てはまるファイルがありません')
  })
})

describe('傷んだ様式と書き方', () => {
  const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
    ['build', ['build', SEED]],
    ['diff', ['diff', SEED, NEXT]],
    ['handout', ['handout', SEED]],
    ['new', ['new', join(folder(), '新しい.yaml')]],
    ['schema', ['schema']],
  ]
  const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
    ['フォルダー', (file) => mkdirSync(file)],
    ['パイプ', (file) => pipe(file)],
    ['どこへも行かないリンク', (file) => symlinkSync('ない', file)],
    ['空', (file) => writeFileSync(file, '')],
    ['文字ではないもの', (file) => writeFileSync(file, new Uint8Array([0x80, 0, 1, 2]))],
    ['閉じない括弧', (file) => writeFileSync(file, '元の様式: [公式\n')],
    ['一行の文', (file) => writeFileSync(file, '様式です\n')],
    ['元の様式がないもの', (file) => writeFileSync(file, '元の様式: ない様式\n名前: あ\n')],
    ['広すぎる列', (file) => writeFileSync(file, '元の様式: 公式\n名前: あ\n列: [{ 元の列: 取組み, 幅: 9999 }]\n')],
  ]
  const cases = COMMANDS.flatMap(([name, words]) =>
    DAMAGES.map(([what, damage]) => [name, what, words, damage] as const),
  )

  it.each(cases)('%s --form に %s', async (command, what, words, damage) => {
    const form = join(folder(), '様式')
    mkdirSync(form)
    damage(join(form, 'form.yaml'))
    const out = folder()
    const told = await runInProcess([
      ...words,
      '--form',
      form,
      ...(/build|diff|handout/.test(command) ? ['--out', out] : []),
    ])
    expect([told.status, told.out, readdirSync(out)]).toEqual([1, [], []])
    expect(told.err).toContain(what === 'どこへも行かないリンク' ? `「${form}」` : join(form, 'form.yaml'))
    expect(told.err).not.toMatch(/\n\s+at |プログラムの誤り/)
  })

  it.each(DAMAGES.filter(([what]) => !/様式|列/.test(what)))('--style に %s', async (what, damage) => {
    for (const words of [
      ['diff', SEED, NEXT],
      ['handout', SEED],
    ]) {
      const style = join(folder(), '書き方.yaml')
      damage(style)
      const told = await runInProcess([...words, '--style', style, '--out', folder()])
      expect([what, told.status, told.out]).toEqual([what, 1, []])
      expect(told.err).toContain(style)
      expect(told.err).not.toMatch(/\n\s+at |プログラムの誤り/)
    }
  })
})
