/** `keikaku diff` from the words of the command line to the documents on the disk. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DiffJson } from '../../src/review/to-json.js'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { readPdf } from '../support/read-pdf.js'
import { address, attribute, readSheet } from '../support/read-sheet.js'
import { readPart, readTables } from '../support/read-word.js'

const OLD = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
const NEW = fileURLToPath(new URL('seeds/mogami-r1.yaml', ROOT))
const STEM = 'mogami-h30_mogami-r1'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'keikaku-diff-'))
}

function diff(args: readonly string[], colours = false) {
  return runInProcess(['diff', ...args], { colours })
}

/** A text as it stands where lines are joined with nothing. */
function bare(text: string): string {
  return text.replaceAll('\n', '')
}

describe('最上の二つの年度', () => {
  const where = folder()
  let told: Awaited<ReturnType<typeof diff>>
  let json: DiffJson
  const read = (name: string) => readFileSync(join(where, `${STEM}.${name}`))

  beforeAll(async () => {
    told = await diff([OLD, NEW, '--out', where, '--format', 'pdf,docx,xlsx,json', '--all'])
    json = JSON.parse(read('json').toString()) as DiffJson
  }, 120_000)

  it('三つの文書を三つの形式で、JSON を一つ書き、その名前を標準出力に出す', () => {
    const names = ['taishohyo', 'miekeshi', 'summary'].flatMap((report) =>
      ['pdf', 'docx', 'xlsx'].map((format) => `${STEM}.${report}.${format}`),
    )
    expect(told.status).toBe(0)
    expect(told.out.map((path) => basename(path))).toEqual([...names, `${STEM}.json`])
    expect(readdirSync(where).toSorted()).toEqual([...names, `${STEM}.json`].toSorted())
  })

  it('実績未記載を先に、件数とともに標準エラーに出す', () => {
    const lines = told.err.split('\n')
    expect(lines[0]).toBe('実績未記載 4件（前の版の予定 23件のうち、実績も継続も書かれていないもの）')
    expect(lines).toContain('  ②2行目 具体的な取組み: ・歯科医師と介護事業所との連携推進（Ｈ30年度）')
    expect(told.err).toContain(`変更 ${json.changes.length}件（旧 153 項目、新 157 項目、`)
    for (const [label, count] of [
      ['行の追加', 2],
      ['実績未記載（行は残る）', 2],
      ['予定 23件のその後: 実施 7件、継続予定 12件、実績未記載', 4],
      ['新規', 6],
    ]) {
      expect(told.err).toContain(`${label} ${count}件`)
    }
  })

  it('対照表の PDF に、どの変更の文も欠けずに立つ', async () => {
    const pdf = await readPdf(read('taishohyo.pdf'))
    const text = pdf.pages.flatMap((page) => page.texts.map((each) => each.text)).join('')
    for (const place of json.changes.flatMap((change) => [...change.old, ...change.new])) {
      expect(text).toContain(bare(place.text))
    }
    expect(pdf.info).toMatchObject({ Title: expect.stringContaining('新旧対照表（平成30年度→令和元年度）') })
  })

  it('対照表の Word に、どの変更の文も、その側の列に立つ', () => {
    const cells = readTables(read('taishohyo.docx')).flat()
    const column = (index: number) => cells.map((row) => row.cells[index]?.paragraphs.join('')).join('\n')
    const [now, old] = [column(2), column(3)]
    for (const change of json.changes) {
      // A row that moved along word for word stands once.
      const isMoved = change.kinds[0] === 'row-moved'
      for (const { text } of change.old) expect(isMoved ? now : old).toContain(bare(text))
      for (const { text } of change.new) expect(now).toContain(bare(text))
    }
  })

  it('Excel は一行一変更の一覧で、絞り込みができ、変わった語に下線が付く', () => {
    const sheet = readSheet(read('taishohyo.xlsx'))
    const head = [...sheet.cells].find(([, cell]) => cell.text === '番号')![0]
    const top = Number(head.slice(1))
    const texts = (row: number) =>
      Array.from({ length: 10 }, (_, at) => sheet.cells.get(address(row, at + 1))?.text ?? '')
    expect(texts(top)).toEqual([
      '番号',
      '区分',
      '行',
      '欄',
      '種類',
      '新（令和元年度）',
      '旧（平成30年度）',
      '備考',
      '担当',
      '確認',
    ])
    const last = top + json.changes.length
    expect(attribute(sheet, 'xl/worksheets/sheet1.xml', 'autoFilter', 'ref')).toBe(`A${top}:J${last}`)
    expect(attribute(sheet, 'xl/worksheets/sheet1.xml', 'pane', 'ySplit')).toBe(String(top))
    expect(sheet.merges.every((range) => range.bottom < top)).toBe(true)
    expect(sheet.heights).toHaveLength(last)
    const rows = json.changes.map((_, index) => texts(top + 1 + index))
    expect(rows.map(([number]) => number)).toEqual(json.changes.map((_, index) => String(index + 1)))
    expect(sheet.cells.get(`A${last}`)?.type).toBe('')
    for (const change of json.changes.filter(({ segments }) => segments.length > 0)) {
      const side = (edition: 'old' | 'new') => change[edition].map((place) => place.text).join('\n')
      const sides = [side('new'), side('old')]
      expect(rows.some((row) => sides.every((text, at) => text === '' || row[5 + at] === text))).toBe(true)
    }
    const reworded = [...sheet.cells.values()].find(({ text }) => text.startsWith('地域で共通の入退院調整ルール'))
    expect(reworded?.runs.filter(({ marks }) => marks.startsWith('u ')).map(({ text }) => text)).toEqual([
      '入退院調整',
      'の運用及び',
      '活用促進',
    ])
  })

  it('概要の数は Excel でも数で、合計は項目数になる', () => {
    const sheet = readSheet(read('summary.xlsx'))
    const row = [...sheet.cells].find(([, cell]) => cell.text === '合計')![0].slice(1)
    const numbers = [...sheet.cells].filter(([at, cell]) => at.slice(1) === row && cell.type === '' && cell.text !== '')
    expect(numbers.slice(-2).map(([, cell]) => cell.text)).toEqual(['153', '157'])
  })

  it('同じ入力からは同じバイト列になる', async () => {
    const again = folder()
    await diff([OLD, NEW, '--all', '--out', again, '--format', 'pdf,docx,xlsx,json'])
    for (const name of readdirSync(where)) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(where, name))), name).toBe(true)
    }
  }, 120_000)
})

describe('オプション', () => {
  it('--report と --format で、作る文書を選ぶ', async () => {
    const { status, out } = await diff([OLD, NEW, '--out', folder(), '--report', 'summary', '--format', 'docx'])
    expect([status, out.map((path) => basename(path))]).toEqual([0, [`${STEM}.summary.docx`]])
  })

  it('--exit-code は、変更があれば 1、なければ 0', async () => {
    const options = ['--out', folder(), '--format', 'json', '--exit-code']
    expect((await diff([OLD, NEW, ...options])).status).toBe(1)
    const same = await diff([OLD, OLD, ...options])
    expect(same.status).toBe(0)
    expect(same.err).toContain('変更なし（旧 153 項目、新 153 項目）。\n1 つの文書を作りました。')
  })

  it('同じ版どうしの文書は、どれも変更なしと書く', async () => {
    const where = folder()
    const { out } = await diff([OLD, OLD, '--out', where, '--format', 'pdf'])
    for (const path of out) {
      const { pages } = await readPdf(readFileSync(path))
      expect(pages[0]!.texts.map(({ text }) => text).join(''), basename(path)).toContain('変更なし')
    }
    expect(out).toHaveLength(3)
  })

  it('--ignore 表記 は、表記だけの違いを変更に数えない', async () => {
    const where = folder()
    await diff([OLD, NEW, '--out', where, '--format', 'json', '--ignore', '表記'])
    const json = JSON.parse(readFileSync(join(where, `${STEM}.json`), 'utf8')) as DiffJson
    expect(json.changes.flatMap(({ kinds }) => kinds)).not.toContain('notation-only')
    expect(json.counts.total['notation-only']).toBeUndefined()
  })

  it('--author と --date が Word の変更履歴に残り、--revisions plain なら履歴にならない', async () => {
    const where = folder()
    const options = ['--out', where, '--report', 'miekeshi', '--format', 'docx']
    await diff([OLD, NEW, ...options, '--author', '○○保健所', '--date', '2019-08-01'])
    const file = join(where, `${STEM}.miekeshi.docx`)
    const marks = () => [...readPart(readFileSync(file), 'word/document.xml').getElementsByTagName('w:ins')]
    expect(marks().length).toBeGreaterThan(0)
    for (const mark of marks()) {
      expect([mark.getAttribute('w:author'), mark.getAttribute('w:date')]).toEqual([
        '○○保健所',
        '2019-08-01T00:00:00.000Z',
      ])
    }
    await diff([OLD, NEW, ...options, '--revisions', 'plain'])
    expect(marks()).toEqual([])
  })

  it('--style で書き方を名前でもファイルでも選べる', async () => {
    const where = folder()
    const own = join(where, 'own.yaml')
    const standard = readFileSync(new URL('templates/taishohyo/standard.yaml', ROOT), 'utf8')
    writeFileSync(own, standard.replace('"新（{{新年度}}）"', '新しい版'))
    for (const [style, heading] of [
      ['改正案', '現行'],
      ['zenbun', '改正後（令和元年度）'],
      [own, '新しい版'],
    ]) {
      const options = ['--out', where, '--report', 'taishohyo', '--format', 'docx', '--style', style!]
      const { out } = await diff([OLD, NEW, ...options])
      const [head] = readTables(readFileSync(out[0]!))[0]!
      expect(head!.cells.flatMap((cell) => cell.paragraphs)).toContain(heading)
    }
  })
})

describe('うまくいかないとき', () => {
  it.each([
    [['--report', 'taishohyou'], '「taishohyou」という文書はありません。'],
    [['--format', 'odt'], '「odt」という形式はありません。'],
    [['--ignore', '空白'], '使える値: 表記'],
    [['--revisions', 'both'], '使える値: tracked＝変更履歴、plain＝飾り'],
    [['--date', '来週'], '2019-02-01、H31.2.1、平成31年2月1日 のように'],
    [['--date', '2019-02-31'], 'この日は暦にありません'],
    [['--date', '2019-08-01T9時'], '2019-08-01T09:00:00+09:00 の形'],
    [['--author', 'a\u000bb'], '「--author <名前>」の値「a<U+000B>b」は使えません'],
    [['--author', ' '], '名前を書くか'],
  ])('%j は終了コード 2 で、使える値を言う', async (options, message) => {
    const { status, err } = await diff([OLD, NEW, '--out', folder(), ...options])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })

  it('読めないファイルが一つでもあれば、何も書かない', async () => {
    const where = join(folder(), 'out')
    const { status, out, err } = await diff([OLD, 'nai.yaml', '--out', where])
    expect([status, out]).toEqual([1, []])
    expect(err).toContain('nai.yaml: ファイルが見つかりません。')
    expect(existsSync(where)).toBe(false)
  })

  it('知らない書き方には近いものを言い、壊れた書き方では何も書かない', async () => {
    const where = folder()
    const unknown = await diff([OLD, NEW, '--out', where, '--style', '改正'])
    expect([unknown.status, unknown.out]).toEqual([1, []])
    expect(unknown.err).toContain('「改正案」ではありませんか。')

    const broken = join(where, 'broken.yaml')
    const standard = readFileSync(new URL('templates/taishohyo/standard.yaml', ROOT), 'utf8')
    writeFileSync(broken, standard.replace('{{旧年度}}', '{{去年}}'))
    const { status, out, err } = await diff([OLD, NEW, '--out', where, '--style', broken])
    expect([status, out]).toEqual([1, []])
    expect(err).toMatch(/broken\.yaml: 「標準」の「文章」を組み立てられません（[\s\S]*去年[\s\S]*）/)
    expect(readdirSync(where)).toEqual(['broken.yaml'])
  })
})
