/** `keikaku build --watch`: what is built again, and when it ends. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { run } from '../../src/cli/program.js'
import { ROOT } from '../support/forms.js'

const OFFICIAL = fileURLToPath(new URL('templates/official/', ROOT))
const FONT = fileURLToPath(
  new URL('node_modules/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf', ROOT),
)
const plan = (title: string) => `計画: ${title}\n年度: H30\n様式: ./form\n区分: [{名称: あ, 行: [{取組み: ○い}]}]\n`

const running: AbortController[] = []
afterEach(() => {
  for (const controller of running.splice(0)) controller.abort()
})

/** A folder with two plans, their form and the form that it extends. */
function workshop(): string {
  const where = mkdtempSync(join(tmpdir(), 'keikaku-watch-'))
  cpSync(OFFICIAL, join(where, 'base'), { recursive: true })
  mkdirSync(join(where, 'form'))
  writeFileSync(join(where, 'form/form.yaml'), '元の様式: ../base\n名前: 自作\n')
  writeFileSync(join(where, 'a.yaml'), plan('甲'))
  writeFileSync(join(where, 'b.yaml'), plan('乙'))
  return where
}

/** Starts to watch the plans and waits until they are built. */
async function watching(where: string, ...names: string[]) {
  const out: string[] = []
  const err: string[] = []
  const controller = new AbortController()
  running.push(controller)
  const console = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    colours: false,
    env: {},
    clock: () => new Date(2018, 7, 1, 14, 3, 22),
    interrupted: () => controller.signal,
  }
  const words = names.map((name) => join(where, name))
  const ended = run(['build', ...words, '--watch', '--format', 'docx', '--out', join(where, 'out')], console, '0')
  /** Waits until it was told so often. */
  const told = (what: string, times = 1) => {
    const count = () => err.filter((line) => line.includes(what)).length
    return vi.waitFor(() => expect(count()).toBeGreaterThanOrEqual(times), { timeout: 30_000 })
  }
  await told('保存するたびに')
  return {
    out,
    err,
    ended,
    told,
    stop: () => controller.abort(),
    document: () => readFileSync(join(where, 'out/a.docx')),
  }
}

describe('保存するたびに作り直す', () => {
  it('計画を保存すると、その計画だけを作り直し、時刻とかかった時間を告げる', async () => {
    const where = workshop()
    const { out, err, told } = await watching(where, 'a.yaml', 'b.yaml')
    expect(out).toEqual(['a', 'b'].map((name) => join(where, `out/${name}.docx`)))
    writeFileSync(join(where, 'a.yaml'), plan('丙'))
    await told('14:03:22 a を作り直しました（')
    expect(err.at(-1)).toMatch(/^14:03:22 a を作り直しました（\d+ ミリ秒）$/)
    expect(err.filter((line) => line.includes(' b '))).toEqual([])
    expect(out.slice(2)).toEqual([join(where, 'out/a.docx')])
  })

  it('別のファイルに書いて名前を替える保存も、消して作り直したファイルも追う', async () => {
    const where = workshop()
    const { told, document } = await watching(where, 'a.yaml')
    writeFileSync(join(where, 'a.yaml~'), plan('丙'))
    renameSync(join(where, 'a.yaml~'), join(where, 'a.yaml'))
    await told('a を作り直しました', 1)
    const before = document()
    rmSync(join(where, 'a.yaml'))
    await told('a は作り直せません', 1)
    expect(document().equals(before)).toBe(true)
    writeFileSync(join(where, 'a.yaml'), plan('丁'))
    await told('a を作り直しました', 2)
    expect(document().equals(before)).toBe(false)
  })

  it('フォルダーごと消えて戻っても追う', async () => {
    const where = workshop()
    const { told } = await watching(where, 'a.yaml')
    renameSync(where, `${where}-2`)
    await told('ファイルが見つかりません', 1)
    cpSync(`${where}-2`, where, { recursive: true })
    await told('a を作り直しました', 1)
    writeFileSync(join(where, 'a.yaml'), plan('丙'))
    await told('a を作り直しました', 2)
  })

  it('誤りのある保存では前の文書を残して誤りを告げ、直せば作り直す', async () => {
    const where = workshop()
    const { err, told, document } = await watching(where, 'a.yaml')
    const before = document()
    writeFileSync(join(where, 'a.yaml'), plan('丙').replace('区分', '区文'))
    await told('a は作り直せません')
    expect(err.join('\n')).toContain('知らないキー「区文」')
    expect(document().equals(before)).toBe(true)
    writeFileSync(join(where, 'a.yaml'), plan('丙'))
    await told('a を作り直しました')
    expect(document().equals(before)).toBe(false)
  })

  it.each([
    [
      '様式',
      (where: string) =>
        writeFileSync(join(where, 'form/form.yaml'), '元の様式: ../base\n名前: 改\n文字: {大きさ: 9}\n'),
    ],
    [
      '元の様式',
      (where: string) => {
        const file = join(where, 'base/form.yaml')
        writeFileSync(file, readFileSync(file, 'utf8').replace('題名の大きさ: 14', '題名の大きさ: 12'))
      },
    ],
    [
      '様式の fonts フォルダー',
      (where: string) => {
        mkdirSync(join(where, 'form/fonts'))
        cpSync(FONT, join(where, 'form/fonts/font.ttf'))
      },
    ],
  ])('%s を保存すると、その様式の計画をすべて作り直す', async (_, save) => {
    const where = workshop()
    const { told } = await watching(where, 'a.yaml', 'b.yaml')
    save(where)
    await told('a を作り直しました')
    await told('b を作り直しました')
  })

  it('中身の変わらない保存では作り直さない', async () => {
    const where = workshop()
    const { err, told } = await watching(where, 'a.yaml', 'b.yaml')
    utimesSync(join(where, 'a.yaml'), 1, 1)
    writeFileSync(join(where, 'a.yaml'), plan('甲'))
    writeFileSync(join(where, 'b.yaml'), plan('丙'))
    await told('b を作り直しました')
    expect(err.filter((line) => line.includes(' a '))).toEqual([])
  })

  it('Ctrl-C で終了コード 0、書きかけを残さない', async () => {
    const where = workshop()
    const { ended, err, stop } = await watching(where, 'a.yaml')
    stop()
    expect(await ended).toBe(0)
    expect(err).toHaveLength(2)
    expect(readdirSync(join(where, 'out'))).toEqual(['a.docx'])
  })

  it.each([
    [['--jobs', '2'], 2, '同時に指定できません'],
    [['ない*.yaml'], 1, '当てはまるファイルがありません'],
  ])('%j は待たずに断る', async (more, status, message) => {
    const err: string[] = []
    const console = { out: () => {}, err: (line: string) => err.push(line), colours: false, env: {} }
    expect(await run(['build', join(workshop(), 'a.yaml'), '--watch', ...more], console, '0')).toBe(status)
    expect(err.join('\n')).toContain(message)
  })
})
