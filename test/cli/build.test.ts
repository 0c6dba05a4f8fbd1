/** `keikaku build` from the words of the command line to the documents on the disk, with wrong input too. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'

const SEED = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-build-'))

function keikaku(args: readonly string[], env: Record<string, string> = {}) {
  return runInProcess(args, { env })
}

describe('文書を作る', () => {
  it('三つの文書を書き、その場所を一行ずつ告げる', async () => {
    const out = join(folder(), 'まだない', 'フォルダー')
    const told = await keikaku(['build', SEED, '--out', out])
    expect(told).toMatchObject({ status: 0, out: ['pdf', 'docx', 'xlsx'].map((end) => join(out, `mogami-h30.${end}`)) })
    expect(readdirSync(out).sort()).toEqual(['mogami-h30.docx', 'mogami-h30.pdf', 'mogami-h30.xlsx'])
  })

  it('別のフォルダーでも同じバイト列になり、SOURCE_DATE_EPOCH で日付が決まる', async () => {
    const [a, b, c] = [folder(), folder(), folder()]
    await keikaku(['build', SEED, '--out', a])
    await keikaku(['build', SEED, '--out', b])
    await keikaku(['build', SEED, '--out', c], { SOURCE_DATE_EPOCH: '1600000000' })
    for (const name of readdirSync(a)) {
      const bytes = readFileSync(join(a, name))
      expect(readFileSync(join(b, name)).equals(bytes)).toBe(true)
      expect(readFileSync(join(c, name)).equals(bytes)).toBe(false)
    }
  })

  it('計画ファイルの見本はそのまま文書になり、あるファイルには書かない', async () => {
    const where = folder()
    const plan = join(where, 'plan.yaml')
    expect((await keikaku(['new', plan])).status).toBe(0)
    expect((await keikaku(['build', plan, '--format', 'pdf', '--out', where])).status).toBe(0)
    expect(await keikaku(['new', plan])).toMatchObject({ status: 1, out: [] })
  })

  it('見本は四欄から始まり、ほかの様式とその用途を示す。--form でその様式の見本になる', async () => {
    const where = folder()
    const [first, other] = [join(where, 'a.yaml'), join(where, 'b.yaml')]
    await keikaku(['new', first])
    await keikaku(['new', other, '--form', '進捗管理表'])
    expect(readFileSync(first, 'utf8')).toMatch(/^様式: 四欄$/m)
    for (const name of ['公式', '四欄A3', '進捗管理表', '福祉計画']) {
      expect(readFileSync(first, 'utf8')).toMatch(new RegExp(`^#   ${name}: .+$`, 'm'))
    }
    expect(readFileSync(other, 'utf8')).toMatch(/^様式: 進捗管理表$/m)
  })

  it('様式のない計画は公式で印刷し、一行でそう言う', async () => {
    const where = folder()
    const plan = join(where, 'plan.yaml')
    writeFileSync(plan, '計画: 題\n年度: H30\n区分:\n  - 名称: あ\n    行:\n      - 取組み: ○い\n')
    const told = await keikaku(['build', plan, '--format', 'pdf', '--out', where])
    expect(told.status).toBe(0)
    expect(told.err.split('\n').filter((line) => line.includes('様式'))).toEqual([
      expect.stringContaining('「公式」で印刷'),
    ])
    const named = await keikaku(['build', plan, '--form', '公式', '--format', 'pdf', '--out', where])
    expect(named.err).not.toContain('様式')
  })

  it('書き込むはずの印は、build でも handout でも場所とともに注意し、--strict なら作らない', async () => {
    const where = folder()
    const plan = join(where, 'plan.yaml')
    const paper = '資料:\n  会議: 第１回○○会議\n'
    writeFileSync(plan, `計画: 題\n年度: H30\n${paper}区分:\n  - 名称: あ\n    行:\n      - 取組み: ○[●●市]い\n`)
    for (const [command, marks] of [
      ['build', ['8:16']],
      ['handout', ['4:10', '8:16']],
    ] as const) {
      const args = [command, plan, '--format', 'pdf', '--out', where]
      const warned = await keikaku(args)
      expect(warned).toMatchObject({ status: 0, out: [expect.stringContaining('.pdf')] })
      expect([...warned.err.matchAll(/注意: .*?yaml:(\d+:\d+)/g)].map((match) => match[1])).toEqual(marks)
      const refused = await keikaku([...args, '--strict'])
      expect(refused).toMatchObject({ status: 1, out: [] })
      expect([...refused.err.matchAll(/エラー: .*?yaml:(\d+:\d+)/g)].map((match) => match[1])).toEqual(marks)
    }
    const compared = await keikaku(['diff', plan, plan, '--format', 'json', '--out', where])
    expect(compared.err).not.toContain('○○')
    const meeting = ['--meeting', '第１回協議会', '--format', 'pdf', '--out', where]
    expect((await keikaku(['handout', plan, ...meeting])).err).not.toContain('○○')
  })

  it('ほかの様式の欄で書かれた計画は、合う様式を一度だけ告げる', async () => {
    const plan = fileURLToPath(new URL('seeds/welfare-r6.yaml', ROOT))
    const told = await keikaku(['build', plan, '--form', '公式', '--out', folder()])
    expect([told.status, told.err.match(/エラー/g)]).toEqual([1, ['エラー']])
    expect(told.err).toContain('福祉計画')
  })

  it('どの書体にもない文字は、セルと文字を告げて〓で印刷する', async () => {
    const where = folder()
    const plan = join(where, 'plan.yaml')
    writeFileSync(plan, '計画: 題\n年度: H30\n区分: [{名称: あ, 行: [{取組み: "○い\ue123"}]}]\n')
    const told = await keikaku(['build', plan, '--format', 'pdf', '--out', where])
    expect(told.status).toBe(0)
    expect(told.err).toContain('U+E123')
    expect(told.err).toContain('「取組み」')
    expect(told.err).toContain(`${plan}:3:`)
  })
})

describe('誤った入力', () => {
  const write = (bytes: string | Uint8Array) => {
    const file = join(folder(), 'plan.yaml')
    writeFileSync(file, bytes)
    return file
  }
  const huge = () => {
    const file = write('')
    truncateSync(file, 50 * 1024 * 1024)
    return file
  }

  it.each([
    ['ないファイル', () => '/tmp/keikaku-nothing.yaml', '見つかりません'],
    ['フォルダー', () => folder(), 'フォルダーです'],
    ['空のファイル', () => write(''), '空です'],
    ['50 MB のファイル', huge, '大きすぎます（50 MB'],
    [
      'Shift_JIS のファイル',
      () => write(Uint8Array.from([0x8c, 0x76, 0x89, 0xe6, 0x3a, 0x20, 0x91, 0xe8])),
      'Shift_JIS',
    ],
    [
      '知らないキー',
      () => write('計画: 題\n年度: H30\n区分: [{名称: あ, 行: [{取り組み: い}]}]\n'),
      '「取組み」の書き間違い',
    ],
    ['タブの字下げ', () => write('計画: 題\n区分:\n\t- 名称: あ\n'), 'タブ'],
  ])('%s は日本語で断り、出力のフォルダーに触れない', async (_, file, message) => {
    const out = folder()
    writeFileSync(join(out, 'plan.pdf'), '前の文書')
    const told = await keikaku(['build', file(), '--out', out])
    expect(told).toMatchObject({ status: 1, out: [] })
    expect(told.err).toContain(message)
    expect(told.err).not.toMatch(/\n\s+at /)
    expect(readdirSync(out)).toEqual(['plan.pdf'])
    expect(readFileSync(join(out, 'plan.pdf'), 'utf8')).toBe('前の文書')
  })

  it('一つが誤りでも、ほかの計画の文書は作る', async () => {
    const out = folder()
    const told = await keikaku(['build', write(''), SEED, '--format', 'pdf', '--out', out])
    expect(told).toMatchObject({ status: 1, out: [join(out, 'mogami-h30.pdf')] })
  })

  it.each([
    [[], 'コマンドが指定されていません'],
    [['build'], '「計画ファイル」が指定されていません'],
    [['bild'], '「build」ではありませんか'],
    [['build', '--fomat', 'pdf', SEED], '「--fomat」というオプションはありません'],
    [['build', '--format', 'odt', SEED], '「odt」という形式はありません'],
  ])('コマンドラインの誤り %j は終了コード 2', async (args, message) => {
    const told = await keikaku(args)
    expect(told.status).toBe(2)
    expect(told.err).toContain(message)
  })

  it('書けないところでは終了コード 3 で、書きかけを残さない', async () => {
    const where = folder()
    const file = write('x')
    expect((await keikaku(['build', SEED, '--format', 'pdf', '--out', join(file, 'x')])).status).toBe(3)
    mkdirSync(join(where, 'mogami-h30.pdf'))
    const told = await keikaku(['build', SEED, '--format', 'pdf', '--out', where])
    expect(told).toMatchObject({ status: 3, out: [] })
    expect(readdirSync(where)).toEqual(['mogami-h30.pdf'])
  })
})
