/** Many plans at once: `keikaku build … --jobs N` as it is installed, with threads. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { runProgram } from '../support/run-program.js'

const seed = (name: string) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))
const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-jobs-'))

/** A folder with plan files of these names and texts. */
function plansFolder(plans: Readonly<Record<string, string>>): string {
  const where = folder()
  for (const [name, text] of Object.entries(plans)) {
    mkdirSync(join(where, name, '..'), { recursive: true })
    writeFileSync(join(where, name), text)
  }
  return where
}

const small = (title: string) => `計画: ${title}\n年度: H30\n様式: 公式\n区分: [{名称: あ, 行: [{取組み: ○い}]}]\n`

/** In this process, where plans are built one after the other. */
function keikaku(...args: string[]) {
  return runInProcess(args)
}

describe('いくつもの計画', () => {
  it('スレッドの数によらず、同じバイト列の文書を、引数の順に告げる', async () => {
    const files = ['welfare-r6', 'mogami-r1', 'mogami-h30'].map(seed)
    const [one, three] = [folder(), folder()]
    const alone = await runProgram(['build', ...files, '--jobs', '1', '--out', one])
    const together = await runProgram(['build', ...files, '--jobs', '3', '--out', three])
    expect([alone.status, together.status]).toEqual([0, 0])
    const order = ['welfare-r6', 'mogami-r1', 'mogami-h30'].flatMap((stem) =>
      ['pdf', 'docx', 'xlsx'].map((end) => `${stem}.${end}`),
    )
    expect(together.out).toEqual(order.map((name) => join(three, name)))
    expect(together.err).toBe(alone.err)
    for (const name of order) {
      expect(readFileSync(join(three, name)).equals(readFileSync(join(one, name))), name).toBe(true)
    }
  })

  it.each(['1', '2'])('--jobs %s: 誤りのある計画は、ほかを止めず、まとめて告げ、最後の表にわけが残る', async (jobs) => {
    const where = plansFolder({ 'a.yaml': small('甲'), 'b.yaml': '計画: あ\nねんど: 1\n', 'c.yaml': small('乙') })
    const out = join(where, 'out')
    const told = await runProgram([
      'build',
      join(where, '*.yaml'),
      join(where, 'ない*'),
      '--jobs',
      jobs,
      '--format',
      'pdf',
      '--out',
      out,
    ])
    expect(told.status).toBe(1)
    expect(told.out).toEqual([join(out, 'a.pdf'), join(out, 'c.pdf')])
    const lines = told.err.split('\n')
    const messages = lines.slice(lines.indexOf(`${join(where, 'b.yaml')}:`))
    expect(messages.slice(0, messages.indexOf('')).filter((line) => line.startsWith('エラー'))).toHaveLength(3)
    const rows = messages.slice(messages.indexOf('') + 1)
    expect(rows.map((row) => row.split(/ {2,}/).map((cell) => basename(cell)))).toMatchObject([
      ['失敗', 'ない*', '当てはまるファイルがありません。'],
      ['作成', 'a.yaml', 'pdf'],
      ['失敗', 'b.yaml', expect.stringMatching(/^[12]行目: .*ほかに 2 件$/)],
      ['作成', 'c.yaml', 'pdf'],
      [expect.stringContaining('4 件の計画のうち 2 件から 2 個の文書')],
      [''],
    ])
    expect(told.err).not.toContain('\u001b')
    expect(told.err).not.toContain('\r')
  })

  it('メモリーが足りず止まった計画はそう告げ、ほかの計画は作る', async () => {
    const rows = '      - 取組み: ○在宅医療の推進\n'.repeat(60_000)
    const large = `計画: 大\n年度: H30\n区分:\n  - 名称: あ\n    行:\n${rows}`
    const where = plansFolder({ 'a.yaml': small('甲'), 'b.yaml': large, 'c.yaml': small('乙') })
    const words = ['a', 'b', 'c'].map((name) => join(where, `${name}.yaml`))
    const args = ['build', ...words, '--jobs', '2', '--format', 'pdf', '--out', where]
    const told = await runProgram(args, ['--max-old-space-size=80'])
    expect(told.status).toBe(1)
    expect(told.err).toContain('b.yaml: 途中で止まりました（メモリーが足りません）')
    expect(readdirSync(where).filter((name) => name.endsWith('.pdf'))).toEqual(['a.pdf', 'c.pdf'])
  })

  it('書けない文書があれば終了コード 3', async () => {
    const where = plansFolder({ 'a.yaml': small('甲'), 'b.yaml': '', 'c.yaml': small('乙') })
    mkdirSync(join(where, 'a.pdf'))
    const told = await keikaku('build', join(where, '?.yaml'), '--format', 'pdf', '--out', where)
    expect(told).toMatchObject({ status: 3, out: [join(where, 'c.pdf')] })
    expect(told.err).toContain('2 件は作れませんでした')
  })

  it.each([
    ['別のフォルダー', ['x/h30.yaml', 'y/h30.yaml']],
    ['形式だけの違い', ['h30.yaml', 'h30.json']],
    ['大文字と小文字', ['x/H30.yaml', 'y/h30.yaml']],
  ])('同じ名前の文書になる計画（%s）は、どれも作らずに断る', async (_, names) => {
    const where = plansFolder(Object.fromEntries([...names, 'z.yaml'].map((name) => [name, small('甲')])))
    const out = join(where, 'out')
    const told = await keikaku('build', join(where, '**'), '--out', out)
    expect(told).toMatchObject({ status: 2, out: [] })
    for (const name of names) expect(told.err).toContain(`「${join(where, name)}」`)
    expect(readdirSync(where)).not.toContain('out')
  })

  it('同じ計画を二度挙げても一度だけ作る', async () => {
    const where = plansFolder({ 'a.yaml': small('甲') })
    const told = await keikaku('build', join(where, 'a.yaml'), join(where, '*.yaml'), '--format', 'pdf', '--out', where)
    expect(told).toMatchObject({ status: 0, out: [join(where, 'a.pdf')] })
  })

  it.each([['0'], ['-1'], ['1.5'], ['二'], ['']])('--jobs %j は終了コード 2', async (jobs) => {
    const told = await keikaku('build', seed('mogami-h30'), `--jobs=${jobs}`)
    expect(told).toMatchObject({ status: 2, out: [] })
    expect(told.err).toContain('--jobs')
  })
})
