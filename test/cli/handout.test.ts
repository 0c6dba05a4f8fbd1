/** `keikaku handout` from the words of the command line to the documents on the disk, with wrong words too. */

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { readPdf } from '../support/read-pdf.js'

const seed = (name: string) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))
const H30 = seed('mogami-h30')
const R1 = seed('mogami-r1')
const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-handout-'))

function handout(...args: string[]) {
  return runInProcess(['handout', ...args])
}

/** The texts of the pages of a PDF made with these words. */
async function printed(...args: string[]): Promise<readonly (readonly string[])[]> {
  const { status, out, err } = await handout(...args, '--format', 'pdf', '--out', folder())
  expect([status, err.includes('エラー')]).toEqual([0, false])
  const { pages } = await readPdf(readFileSync(out[0]!))
  return pages.map(({ texts }) => texts.map(({ text }) => text))
}

describe('会議資料を作る', () => {
  it('三つの文書を書き、その場所を一行ずつ告げる', async () => {
    const where = folder()
    const told = await handout(H30, '--number', '資料１', '--out', where)
    const names = ['pdf', 'docx', 'xlsx'].map((format) => `mogami-h30.handout.${format}`)
    expect([told.status, told.out.map((path) => basename(path)), readdirSync(where).sort()]).toEqual([
      0,
      names,
      names.toSorted(),
    ])
    const lines = told.err.split('\n')
    expect(lines.filter((line) => /^(注意|エラー)/.test(line))).toEqual([])
    expect(lines.at(-1)).toBe(`${H30} から 3 つの会議資料を作りました。`)
  })

  it('番号、会議、日付（和暦）、作成、議題、案を印刷する', async () => {
    const [first] = await printed(
      ...[H30, '--number', '資料１', '--meeting', '第２回最上地域保健医療協議会', '--date', '2019-02-01'],
      ...['--author', '最上保健所', '--agenda', '議題（２）在宅医療', '--stamp', '案'],
    )
    expect(first!.slice(0, 6)).toEqual([
      '案',
      '資料１',
      '第２回最上地域保健医療協議会',
      '平成31年2月1日',
      '作成：最上保健所',
      '議題（２）在宅医療',
    ])
  })

  it('計画の「資料」にあるものも印刷し、オプションが勝ち、空なら省く', async () => {
    const [first] = await printed(seed('progress-r6'), '--number', '資料９', '--author', '')
    const text = first!.join('')
    expect(text).toContain('資料９令和７年度第１回若竹市健康づくり推進協議会令和７年７月23日')
    expect(text).not.toContain('作成：')
    expect(text).not.toContain('資料２')
  })

  it('区分を番号、範囲、名前で、欄を名前、見出しで選ぶ', async () => {
    const notes = async (...words: string[]) => (await printed(H30, ...words))[0]!.find((text) => text.includes('抜粋'))
    expect(await notes('--categories', '1,3')).toBe('（抜粋：区分①③／全６区分）')
    expect(await notes('--categories', '２－４，６')).toBe('（抜粋：区分②③④⑥／全６区分）')
    expect(await notes('--categories', '急変時の対応')).toBe('（抜粋：区分③／全６区分）')
    expect(await notes('--categories', '6, 5,⑤')).toBe('（抜粋：区分⑤⑥／全６区分）')
    expect(await notes('--columns', '施策,これまでの取組み')).toBe('（抜粋。欄：施策、取組み／全６欄）')
    expect(await notes('--columns', '今後の対応（案）')).toBe('（抜粋。欄：今後の対応、具体的な取組み／全６欄）')
    expect(await notes('--columns', '2025年のあるべき医療提供体制を実現するための施策')).toBe(
      '（抜粋。欄：施策／全６欄）',
    )
    expect(await notes('--categories', '1-6')).toBeUndefined()
  })

  it('--only-changed は変わった行だけを、何と比べたかとともに', async () => {
    const [first] = await printed(R1, '--only-changed', H30, '--categories', '4')
    const text = first!.join('')
    expect(text).toContain('平成30年度の版と比べ、変わった行だけを載せています。令和元年度の版の全１６行のうち')
    expect(text).toContain('見え消し（平成30年度→令和元年度）')
    expect((await printed(H30, '--only-changed', H30))[0]).toContain('変更はありません。')
  })

  it('--cover と --form と --style', async () => {
    const style = join(folder(), '自作.yaml')
    const text = readFileSync(new URL('templates/handout/standard.yaml', ROOT), 'utf8')
    writeFileSync(style, text.replace('"作成：{{資料.作成}}"', '"{{資料.作成}}提出"'))
    const pages = await printed(H30, '--cover', '--form', '四欄', '--style', style, '--author', '保健所')
    expect(pages[0]!.at(-1)).toBe(`1／${pages.length}`)
    expect(pages[0]).toContain('保健所提出')
    expect(pages[1]).toContain('（施策）')
  })

  it('同じ入力からは、どこで作っても同じバイト列になる', async () => {
    const [a, b] = [folder(), folder()]
    const words = [R1, '--only-changed', H30, '--number', '資料１', '--stamp', '案', '--cover']
    await handout(...words, '--out', a)
    await handout(...words, '--out', b)
    for (const name of readdirSync(a))
      expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true)
  })
})

describe('誤った言葉は、何を書けばよいかを添えて断る', () => {
  it.each([
    [
      '読めない日付',
      ['--date', '来週'],
      '「--date <日付>」の値「来週」は使えません。2019-02-01、H31.2.1、平成31年2月1日 のように',
    ],
    ['ない日', ['--date', '2019-02-29'], 'この日は暦にありません'],
    ['元号の違う日', ['--date', '平成31年5月1日'], '「令和元年5月1日」と書いてください'],
    ['二行の会議名', ['--meeting', '第２回\n協議会'], '一行で書いてください'],
    ['タブのある番号', ['--number', '資料\t１'], '制御文字'],
    ['長すぎる印', ['--stamp', '案'.repeat(21)], '20字まで'],
    ['ない区分の番号', ['--categories', '1,9'], '「--categories」の「9」という区分はありません'],
    ['逆の範囲', ['--categories', '3-1'], '「3-1」という区分はありません'],
    [
      'ない区分の名前',
      ['--categories', '急変時の応対'],
      '「急変時の対応」ではありませんか。この計画の区分: 1 在宅医療への円滑な移行、',
    ],
    ['空の区分', ['--categories', ','], '「--categories」に区分が指定されていません'],
    [
      'ない欄',
      ['--columns', '現状と課題,取り組'],
      '「取組み」ではありませんか。この計画の欄: 現状と課題、施策、取組み',
    ],
    ['区分だけの欄', ['--columns', '区分'], '区分の欄はいつも載ります'],
    ['知らない形式', ['--format', 'rtf'], '「rtf」という形式はありません'],
  ])('%s', async (_, words, message) => {
    const where = folder()
    const told = await handout(H30, ...words, '--out', where)
    expect([told.status, told.out, readdirSync(where)]).toEqual([2, [], []])
    expect(told.err).toContain(message)
  })

  it.each([
    ['ない計画ファイル', ['ない.yaml'], 'ファイルが見つかりません'],
    ['ない旧い版', [H30, '--only-changed', 'ない.yaml'], 'ない.yaml: ファイルが見つかりません'],
    ['ない様式', [H30, '--form', '公式２'], '「公式」ではありませんか'],
    ['ない書き方', [H30, '--style', '標準２'], '使える書き方: 標準'],
  ])('%s', async (_, words, message) => {
    const where = folder()
    const told = await handout(...words, '--out', where)
    expect([told.status, readdirSync(where)]).toEqual([1, []])
    expect(told.err).toContain(message)
  })

  it('書けないフォルダーなら 3', async () => {
    const file = join(folder(), 'ファイル')
    writeFileSync(file, '')
    expect((await handout(H30, '--format', 'pdf', '--out', file)).status).toBe(3)
  })
})
