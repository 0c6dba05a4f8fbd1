/** Nothing that was typed disappears: a text is in the plan to the letter, or its file is refused at its line. */

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listForms } from '../../src/cli/files/find-form.js'
import { openPlan } from '../../src/cli/files/open-plan.js'
import type { Diagnostic, Outcome } from '../../src/domain/diagnostic.js'
import type { Plan } from '../../src/domain/plan.js'
import { firstPlan } from '../../src/encode/first-plan.js'
import { bundledForm, planFrom, ROOT } from '../support/forms.js'

const HEAD = '計画: 題\n年度: H30\n区分:\n  - 名称: 区\n    行:\n      - 現状と課題: 上\n        施策: 上\n'
const TAIL = '        成果と課題: 次\n'
const OFFICIAL = bundledForm('official')
/** The line that `typed` begins on. */
const LINE = 8

function withCell(typed: string): string {
  return `${HEAD}        取組み: ${typed}\n${TAIL}`
}

const cellOf = (plan: Outcome<Plan>) => (plan.ok ? plan.value.categories[0]!.rows[0]!.cells.取組み : undefined)

function lineOf({ place }: Diagnostic): number | undefined {
  return place?.kind === 'text' ? place.line : undefined
}

describe('打ったものは消えない', () => {
  it.each([
    ['○研修 # 別紙参照', 'remark', '別紙参照', '"…"'],
    ['"○研修" # 別紙参照', 'remark', '別紙参照', '"…"'],
    ['#研修', 'remark', '#研修', '"…"'],
    ['# 二件\n          - ○a', 'remark', '二件', '"…"'],
    ['○a\n          # 別紙参照', 'remark', '別紙参照', '字下げ'],
    ['|\n          ○a\n         # 別紙参照', 'remark', '別紙参照', '字下げ'],
    ['&連携', 'yaml-mark', '&連携', '"…"'],
    ['&連携 強化', 'yaml-mark', '&連携', '"…"'],
    ['*連携', 'yaml-mark', '*連携', '"…"'],
    ['!注意', 'yaml-mark', '!注意', '"…"'],
    ['!!str 注意', 'yaml-mark', '!!str', '"…"'],
    ['&a [い]', 'yaml-mark', '&a', '"…"'],
    ['~', 'yaml-null', '~', '"…"'],
    ['null', 'yaml-null', 'null', '""'],
    ['Null', 'yaml-null', 'Null', '""'],
    ['NULL', 'yaml-null', 'NULL', '""'],
    ['', 'no-value', '取組み', '↑'],
    ['"C:\\temp"', 'yaml-escape', '\\t', '\\\\'],
    ['"\\x41"', 'yaml-escape', '\\x', '\\\\'],
    ['"a\\/b"', 'yaml-escape', '\\/', '\\\\'],
    ['[健康福祉課]', 'yaml-brackets', '[ ]', '"…"'],
    ['[A, B]', 'yaml-brackets', '[ ]', '- '],
    ['[]', 'yaml-brackets', '[ ]', '"…"'],
    ['{A}', 'yaml-brackets', '{ }', '"…"'],
    ['{A: B}', 'yaml-brackets', '{ }', '"…"'],
    ['○a\n          ○b', 'several-lines', '取組み', '|'],
    ['"○a\n          ○b"', 'several-lines', '取組み', '|'],
    ["'○a\n          ○b'", 'several-lines', '取組み', '|'],
    ['>\n          ○a', 'several-lines', '>', '|'],
    ['>-\n          ○a\n          ○b', 'several-lines', '>', '|'],
    ['>2\n          ○a', 'several-lines', '>', '|'],
    ['｜\n          ○a', 'full-width', '｜', '|'],
    ['|\n          ○a\tb', 'unprintable', 'タブ', '空白'],
    ['○a\u0085b', 'unprintable', 'U+0085', '消す'],
    ['○a\u2028b', 'unprintable', 'U+2028', '消す'],
  ])('セルの「%s」は断る', (typed, code, message, hint) => {
    const { ok, diagnostics } = planFrom(withCell(typed))
    expect([ok, diagnostics.map((each) => each.code)]).toEqual([false, [code]])
    expect(`${diagnostics[0]!.message}`).toContain(message)
    expect(diagnostics[0]!.hint).toContain(hint)
    const line = lineOf(diagnostics[0]!)!
    expect(line).toBeGreaterThanOrEqual(LINE)
    expect(line).toBeLessThan(LINE + typed.split('\n').length)
  })

  it('空の「- 」は断る', () => {
    const { diagnostics } = planFrom(withCell('\n          - ○a\n          -\n          - ○b'))
    expect(diagnostics.map((each) => [each.code, lineOf(each)])).toEqual([['no-value', LINE + 2]])
  })

  it.each([
    ['"a\\nb"', 'a\nb'],
    ['"\\"a\\" \\\\ \\u3042"', '"a" \\ あ'],
    ["'C:\\temp'", 'C:\\temp'],
    ["'a''b'", "a'b"],
    ['"# あ"', '# あ'],
    ['あ#い', 'あ#い'],
    ['C:\\temp', 'C:\\temp'],
    ['a:b', 'a:b'],
    ['|-\n          ○a', '○a'],
    ['|2\n            ○a\n             ○b', '  ○a\n   ○b'],
    ['|\n          # あ\n          - い: う', '# あ\n- い: う'],
    ['""', ''],
    ['|', ''],
    ['あ\u202eい', 'あ\u202eい'],
    ['あ   ', 'あ'],
    ['　あ　', '　あ　'],
  ])('セルの「%s」は「%s」', (typed, text) => {
    const read = planFrom(withCell(typed))
    expect([read.diagnostics, cellOf(read)]).toMatchObject([[], { tag: 'text', text }])
  })

  it('「|」の後の覚え書きは、文が損なわれないので注意だけ', () => {
    const read = planFrom(withCell('| # 別紙参照\n          ○a'))
    expect(cellOf(read)).toMatchObject({ text: '○a' })
    expect(read.diagnostics.map((each) => [each.severity, each.code, lineOf(each)])).toEqual([
      ['warning', 'remark', LINE],
    ])
  })

  it('覚え書きは、年度・様式・番号・id・改ページの後と、キーの深さの行に書ける', () => {
    const row =
      '      # 行\n      - id: a # 覚え\n        改ページ: true # 覚え\n        # 覚え\n        取組み: |\n          ○a\n        # 覚え\n'
    const text = `# 覚え\n計画: 題\n# 覚え\n年度: H30 # 覚え\n様式: 公式 # 覚え\n区分: # 覚え\n  # 覚え\n  - 名称: 区\n    番号: 3 # 覚え\n    行: # 覚え\n${row}`
    const read = planFrom(text)
    expect([read.diagnostics, cellOf(read)]).toMatchObject([[], { text: '○a' }])
  })

  it.each([
    ['計画', '計画: 題 # 案\n年度: H30\n区分: [{名称: あ, 行: [{取組み: い}]}]\n', 1],
    ['名称', '計画: 題\n年度: H30\n区分:\n  - 名称: あ #2\n    行: [{取組み: い}]\n', 4],
    ['区域', '計画: 題\n年度: H30\n区域: あ # い\n区分: [{名称: あ, 行: [{取組み: い}]}]\n', 3],
    ['会議', '計画: 題\n年度: H30\n資料:\n  会議: あ # い\n区分: [{名称: あ, 行: [{取組み: い}]}]\n', 4],
    ['括弧の中', '計画: 題\n年度: H30\n区分: [{名称: あ, 行: [{取組み: い # う\n  }]}]\n', 3],
  ])('%s の後の覚え書きは断る', (_, text, line) => {
    expect(planFrom(text).diagnostics.map((each) => [each.code, lineOf(each)])).toEqual([['remark', line]])
  })

  it('JSON の括弧・null・逆斜線は JSON のとおり', () => {
    const text =
      '{"計画": "題", "年度": 2018, "区分": [{"名称": "あ", "行": [{"取組み": ["a\\/b", "\\u3042"], "施策": null}]}]}'
    const read = planFrom(text)
    expect([read.diagnostics, cellOf(read)]).toMatchObject([[], { text: 'a/b\nあ' }])
  })

  it('目印「<<」や文の外の「&」も断る', () => {
    const text = '計画: 題\n年度: H30\n区分: &区分\n  - &行\n    名称: あ\n    <<: *行\n    行: [{取組み: い}]\n'
    expect(planFrom(text).diagnostics.map((each) => [each.code, lineOf(each)])).toEqual([
      ['yaml-mark', 3],
      ['yaml-mark', 4],
      ['yaml-mark', 6],
    ])
  })

  it.each([
    ...readdirSync(new URL('seeds/', ROOT)).flatMap((name) => (name.endsWith('.yaml') ? [`seeds/${name}`] : [])),
    'docs/manual.md',
  ])('%s の見本はこの決まりに従う', (file) => {
    const text = readFileSync(new URL(file, ROOT), 'utf8')
    const samples = file.endsWith('.md')
      ? [...text.matchAll(/```yaml\n(計画:[^`]*)```/g)].map((match) => match[1]!)
      : [text]
    expect(samples).not.toEqual([])
    const path = join(mkdtempSync(join(tmpdir(), 'keikaku-')), 'plan.yaml')
    for (const sample of samples) {
      writeFileSync(path, sample)
      // By the form that it names or brings along; what names none may be written for any.
      const found = [openPlan(path), ...listForms().map((form) => planFrom(sample, form.definition))]
      expect(found.some((read) => read.ok && read.diagnostics.length === 0)).toBe(true)
    }
  })

  it.each(listForms().map(({ definition }) => [definition.name, definition] as const))(
    '`keikaku new` の%sの見本はこの決まりに従う',
    (_, definition) => {
      expect(planFrom(firstPlan(definition, definition.name, [definition]), definition)).toMatchObject({
        ok: true,
        diagnostics: [],
      })
    },
  )
})

const SIGNS = [
  ...['#', ' #', '# ', '&', '*', '!', '~', '[', ']', '{', '}', '|', '>', '%', '@', '`', '"', "'", '\\', '\\n', '\\t'],
  ...[':', ': ', '- ', '-', '--- ', '...', '? ', '?', ',', ', ', '<<', '=', 'null', 'true', '|-', '>-', '|2', '""'],
  ...['：', '－', '＃', '｜', '　', '＆', '［', '］', '【新規】', '[健康福祉課]', '（Ｈ30年度）', '↑', '←', '〃'],
  ...[' ', '  ', '\t', '\u00a0', '\u200b', '\u202e', '\ufeff', '\u0085', '\u2028', '\u0007'],
  ...[
    '○',
    '研修',
    '連携',
    '10',
    '1,234',
    '0.5',
    '-1',
    '1.',
    '2018-04-01',
    '施策',
    'C:',
    'https://example.jp/#a',
    '👍',
    '𠮷',
    '葛󠄀',
  ],
]
const typedLines = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))

/** What a line of its own stands for; its quotes and the blanks at its ends are YAML's. */
function meant(line: string): string {
  const typed = line.replace(/^[ \t]+|[ \t]+$/g, '')
  if (/^"(?:[^"\\]|\\[n"\\])*"$/.test(typed)) return JSON.parse(typed)
  if (/^'(?:[^']|'')*'$/.test(typed)) return typed.slice(1, -1).replaceAll("''", "'")
  return /^[|>][-+1-9]*$/.test(typed) ? '' : typed
}

/** The text is to the letter what was meant, or an error stands on one of the lines from `first` to `last`. */
function expectKept(text: string, expected: string, first: number, last: number): boolean {
  const read = planFrom(text, OFFICIAL)
  const errors = read.diagnostics.filter((each) => each.severity === 'error')
  const lines = errors.map(lineOf)
  expect([text, lines, lines.every((line) => line! >= first && line! <= last)]).toEqual([text, lines, true])
  expect([text, read.ok]).toEqual([text, errors.length === 0])
  if (!read.ok) return false
  const cell = cellOf(read)!
  const kept = { text: () => (cell.tag === 'text' ? cell.text : ''), joined: () => '↑', 'joined-left': () => '←' }
  // An arrow alone joins the cell, with blanks around it too; behind a backslash it is the sign.
  const arrow = /^\s*\\?([↑←])\s*$/.exec(expected)?.[1]
  expect([text, kept[cell.tag]()]).toEqual([text, arrow ?? expected])
  return true
}

describe('打てるどんな文も、一字も変わらずに計画に入るか、その行で断られる', () => {
  it('キーの後の一行', () => {
    let kept = 0
    fc.assert(
      fc.property(typedLines, (line) => {
        if (expectKept(withCell(line), meant(line), LINE, LINE)) kept++
      }),
      { numRuns: 3_000 },
    )
    expect(kept).toBeGreaterThan(300)
  })

  it('「- 」の一行', () => {
    let kept = 0
    fc.assert(
      fc.property(typedLines, (line) => {
        if (expectKept(withCell(`\n          - ${line}\n          - ○`), `${meant(line)}\n○`, LINE + 1, LINE + 1))
          kept++
      }),
      { numRuns: 2_000 },
    )
    expect(kept).toBeGreaterThan(100)
  })

  it('「|」の下の何行か', () => {
    let kept = 0
    fc.assert(
      fc.property(fc.array(typedLines, { minLength: 1, maxLength: 4 }), (all) => {
        fc.pre(!/^[ \t]|^$/.test(all[0]!))
        const text = withCell(`|\n${all.map((line) => `          ${line}`).join('\n')}`)
        if (expectKept(text, all.join('\n'), LINE, LINE + all.length)) kept++
      }),
      { numRuns: 2_000 },
    )
    expect(kept).toBeGreaterThan(300)
  })

  it('「|」のない何行か', () => {
    fc.assert(
      fc.property(fc.array(typedLines, { minLength: 2, maxLength: 3 }), (all) => {
        fc.pre(all.every((line) => line.trim() !== ''))
        const read = planFrom(
          withCell(all.map((line, index) => (index === 0 ? line : `          ${line}`)).join('\n')),
          OFFICIAL,
        )
        fc.pre(!/^\s*\|/.test(all[0]!))
        expect([all, read.ok]).toEqual([all, false])
        for (const each of read.diagnostics) expect(lineOf(each)).toBeGreaterThanOrEqual(LINE)
      }),
      { numRuns: 2_000 },
    )
  })
})
