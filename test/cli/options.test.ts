/** The words of options: those that people use, and one judge of all text that reaches a document. */

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLine, parseName, parseStamp } from '../../src/cli/options/judge-text.js'
import { parseMeetingDay, parseMoment } from '../../src/cli/options/parse-days.js'
import { choiceOption, listOption } from '../../src/cli/options/parse-words.js'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { attributeOf, readPart } from '../support/read-word.js'

const seed = (name: string) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))
const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-options-'))
const listed = listOption('--format <形式>', '文書の形式', '形式', ['pdf', 'docx', 'xlsx', 'taishohyo'])

/** What a list option holds after these words, one for each time that it was given. */
function list(...words: readonly string[]): unknown {
  return words.reduce<unknown>((before, text) => listed.parseArg!(text, before), listed.defaultValue)
}

describe('言葉', () => {
  it.each([
    ['word', ['docx']],
    ['PDF', ['pdf']],
    ['Ｗｏｒｄ、エクセル', ['docx', 'xlsx']],
    ['.pdf，.docx', ['pdf', 'docx']],
    [' pdf , word ,', ['pdf', 'docx']],
    ['ワード excel', ['docx', 'xlsx']],
    ['新旧対照表,PDF,pdf', ['taishohyo', 'pdf']],
  ])('%s', (text, words) => {
    expect(list(text)).toEqual(words)
  })

  it('二度書けば、両方', () => {
    expect(list('pdf', 'ワード', 'pdf')).toEqual(['pdf', 'docx'])
    expect(list()).toEqual(['pdf', 'docx', 'xlsx', 'taishohyo'])
  })

  it.each([
    ['wrod', '「wrod」という形式はありません。「word」ではありませんか。使える形式: pdf、docx＝word、xlsx＝excel'],
    ['pdf,odt', '「odt」という形式はありません'],
    ['', '使える形式: pdf、'],
    ['、', '使える形式: pdf、'],
  ])('%j は断る', (text, message) => {
    expect(() => list(text)).toThrow(message)
  })

  it('一つを選ぶ言葉も', () => {
    const option = choiceOption('--revisions <方法>', '示し方', ['tracked', 'plain'])
    expect(['変更履歴', 'Tracked', 'ｐｌａｉｎ'].map((text) => option.parseArg!(text, undefined))).toEqual([
      'tracked',
      'tracked',
      'plain',
    ])
  })

  it('diff --report 新旧対照表 --format word', async () => {
    const args = ['diff', seed('mogami-h30'), seed('mogami-r1'), '--report', '新旧対照表', '--format', 'word']
    const { out, status } = await runInProcess([...args, '--out', folder()])
    expect([status, out.map((path) => basename(path))]).toEqual([0, ['mogami-h30_mogami-r1.taishohyo.docx']])
  })

  it.each(['1、3', '１，３', '1,3', '①、③'])('handout --categories %s', async (words) => {
    const one = await runInProcess([
      'handout',
      seed('mogami-h30'),
      '--categories',
      words,
      '--format',
      'pdf',
      '--out',
      folder(),
    ])
    const two = await runInProcess([
      'handout',
      seed('mogami-h30'),
      '--categories',
      '1,3',
      '--format',
      'pdf',
      '--out',
      folder(),
    ])
    expect(readFileSync(one.out[0]!).equals(readFileSync(two.out[0]!))).toBe(true)
  })

  it.each([
    ['2ー4', 0],
    ['急変時の対応、1', 0],
    ['7、1', 2],
  ])('handout --categories %s は終了コード %d', async (words, status) => {
    const told = await runInProcess([
      'handout',
      seed('mogami-h30'),
      '--categories',
      words,
      '--format',
      'pdf',
      '--out',
      folder(),
    ])
    expect(told.status).toBe(status)
  })
})

describe('文書に入る文', () => {
  it.each([['\u0000'], ['\t'], ['\n'], ['\r'], ['\u001b[2J'], ['\u0085'], ['\u2028'], ['\ufffe'], ['\ud800']])(
    '%j はどのオプションでも断る',
    (bad) => {
      for (const parse of [parseLine, parseName, parseStamp]) expect(() => parse(`あ${bad}い`)).toThrow('一行で')
    },
  )

  it('長さは字で数える', () => {
    expect(parseLine('𠮷'.repeat(255))).toBe('𠮷'.repeat(255))
    expect(() => parseLine('𠮷'.repeat(256))).toThrow('255字まで')
    expect(() => parseStamp('案'.repeat(21))).toThrow('20字まで')
    expect(parseLine('')).toBe('')
    expect(() => parseName(' ')).toThrow('名前を')
  })

  it('断らないものは一字も変えない', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((each) => each.trim() === each)
    fc.assert(
      fc.property(text, (each) => {
        try {
          expect(parseLine(each)).toBe(each)
        } catch (error) {
          expect(String(error)).toContain('一行で')
        }
      }),
    )
  })

  const LINES = ['--number', '--meeting', '--author', '--agenda', '--stamp']
  it.each([...LINES.map((option) => ['handout', option]), ['diff', '--author']])(
    '%s %s は制御文字と長すぎる文を断り、何も書かない',
    async (command, option) => {
      const files = command === 'diff' ? [seed('mogami-h30'), seed('mogami-r1')] : [seed('mogami-h30')]
      for (const text of ['a\u000bb', 'a\nb', '長'.repeat(300)]) {
        const out = folder()
        const told = await runInProcess([command!, ...files, option!, text, '--out', out])
        expect([told.status, told.out, readdirSync(out)]).toEqual([2, [], []])
        expect(told.err).toContain(`「${option} <`)
      }
    },
  )

  it('Word の変更履歴の名前と日付になる', async () => {
    const args = ['diff', seed('mogami-h30'), seed('mogami-r1'), '--report', '見え消し', '--format', 'word']
    const words = ['--author', '福祉課 "A&B"', '--date', '平成31年4月1日']
    const { out } = await runInProcess([...args, ...words, '--out', folder()])
    const document = readPart(readFileSync(out[0]!), 'word/document.xml')
    expect(attributeOf(document, 'w:ins', 'w:author')).toBe('福祉課 "A&B"')
    expect(attributeOf(document, 'w:ins', 'w:date')).toBe('2019-04-01T00:00:00.000Z')
  })
})

describe('日付', () => {
  it.each([
    ['2019-08-01', '2019-08-01T00:00:00.000Z'],
    ['2019-08-01T09:00:00+09:00', '2019-08-01T00:00:00.000Z'],
    ['令和元年８月１日', '2019-08-01T00:00:00.000Z'],
    ['R1.8.1', '2019-08-01T00:00:00.000Z'],
  ])('%s', (text, moment) => {
    expect(parseMoment(text)).toBe(moment)
  })

  it.each([
    '2019-02-31',
    '2019-13-01',
    '平成31年8月1日',
    '2019-08-01T25:00Z',
    '2019-08-01T09:00',
    '0000-01-01',
    '',
    'x',
  ])('%j は断る', (text) => {
    expect(() => parseMoment(text)).toThrow(/。$/)
  })

  it('会議の日付は空でもよい', () => {
    expect([parseMeetingDay(''), parseMeetingDay('2019-02-01')]).toEqual(['', '平成31年2月1日'])
  })
})

describe('引数', () => {
  it.each([
    [['build', seed('mogami-h30'), '--out', ''], 2, '今のフォルダーは . です'],
    [['diff', 'a', 'b', 'c'], 2, '引数が多すぎます'],
    [['build', seed('mogami-h30'), '--format', "a' is invalid. b"], 2, "「a' is invalid. b」は使えません"],
    [['build', seed('mogami-h30'), '--form', ''], 1, '様式「」が見つかりません'],
    [['build', ''], 1, 'ファイルが見つかりません'],
    [['new', `${seed('mogami-h30')}/あ.yaml`], 3, '同じ名前のファイルやフォルダー'],
    [['new', ''], 2, '「ファイル名」の値「」は使えません'],
    [['new', '計画.pdf'], 2, '.yaml で終わるように'],
    [['schema', '--form', 'ない'], 1, 'エラー: 様式「ない」が見つかりません'],
    [['new', 'ない/計画.yaml', '--form', '概要'], 1, 'エラー: 様式「概要」は'],
  ])('%j', async (words, status, message) => {
    const told = await runInProcess(words)
    expect([told.status, told.out]).toEqual([status, []])
    expect(told.err).toContain(message)
  })
})
