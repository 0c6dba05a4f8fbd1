/** One slip in a plan file gives one message, at its place, that names what is there and what belongs there. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledForm, planFrom, ROOT } from '../support/forms.js'

const OFFICIAL = bundledForm('official')
const PLAN = `計画: 題
年度: H30
区分:
  - 名称: 区
    行:
      - 現状と課題: 上
        施策: 上
        取組み: |
          ○a
          ○b
        成果と課題: □c
      - 施策: 下
        取組み: ○d
`

function said(text: string): string[] {
  return planFrom(text, OFFICIAL).diagnostics.map(({ code, place, message, hint }) => {
    const at = place?.kind === 'text' ? `${place.line}:${place.column}` : place?.kind
    return `${code} ${at} ${message} ${hint}`
  })
}

describe('一つの誤りに一つの言葉', () => {
  it.each([
    ['全角のコロン', '施策: 上', '施策：上', 'full-width 7:11', ['「：」', '「:」']],
    ['全角のコロンの後に空白', '施策: 上', '施策： 上', 'full-width 7:11', ['「：」', '「:」']],
    ['一行目の全角のコロン', '計画: 題', '計画：題', 'full-width 1:3', ['「：」', '「:」']],
    ['区分の全角のコロン', '区分:', '区分：', 'full-width 3:3', ['「：」', '「:」']],
    ['「|」の前の全角のコロン', '取組み: |', '取組み：|', 'full-width 8:12', ['「：」', '「:」']],
    ['名称の全角のコロン', '- 名称: 区', '- 名称：区', 'full-width 4:5', ['「：」', '「:」']],
    ['最後の行の全角のコロン', '取組み: ○d', '取組み：○d', 'full-width 13:12', ['「：」', '「:」']],
    ['全角のハイフン', '      - 施策', '      － 施策', 'full-width 12:7', ['「－」', '「-」']],
    ['初めの全角のハイフン', '      - 現状', '      － 現状', 'full-width 6:7', ['「－」', '「-」']],
    ['長音のハイフン', '      - 施策', '      ー 施策', 'full-width 12:7', ['「ー」', '「-」']],
    ['全角空白の字下げ', '        施策: 上', '　　　　施策: 上', 'full-width 7:1', ['全角空白', '半角空白']],
    ['半分だけ全角空白の字下げ', '        施策: 上', '    　　施策: 上', 'full-width 7:5', ['全角空白', '半角空白']],
    ['文章の行の全角空白の字下げ', '          ○b', '　　　　　○b', 'full-width 10:1', ['全角空白', '半角空白']],
    ['「:」の後の全角空白', '施策: 上', '施策:　上', 'full-width 7:12', ['全角空白', '半角空白']],
    ['「-」の後の全角空白', '- 施策: 下', '-　施策: 下', 'full-width 12:7', ['全角空白', '半角空白']],
    ['全角の縦線', '取組み: |', '取組み: ｜', 'full-width 8:14', ['「｜」', '「|」']],
    ['全角の番号記号', '区分:', '＃ 覚え\n区分:', 'full-width 3:1', ['「＃」', '「#」']],
    [
      'NBSP の字下げ',
      '        施策: 上',
      '    \u00a0\u00a0\u00a0\u00a0施策: 上',
      'full-width 7:5',
      ['U+00A0', '半角空白'],
    ],
    ['「:」の後の空白なし', '施策: 上', '施策:上', 'missing-blank 7:11', ['「施策:」', '半角空白']],
    ['名称の「:」の後の空白なし', '- 名称: 区', '- 名称:区', 'missing-blank 4:5', ['「名称:」', '半角空白']],
    ['「-」の後の空白なし', '- 施策: 下', '-施策: 下', 'missing-blank 12:7', ['「-」', '半角空白']],
    ['字下げのタブ', '        施策: 上', '\t施策: 上', 'tab-indent 7:1', ['タブ', '半角空白']],
    ['文章の字下げのタブ', '          ○b', '\t\t○b', 'tab-indent 10:1', ['タブ', '半角空白']],
    ['浅い字下げ', '        施策: 上', '       施策: 上', 'bad-indent 7:8', ['7 個', '8 個']],
    ['深い字下げ', '        施策: 上', '         施策: 上', 'bad-indent 7:10', ['9 個', '8 個']],
    ['「-」のずれ', '      - 施策', '     - 施策', 'bad-indent 12:6', ['5 個', '6 個']],
    ['字下げの足りない文章', '          ○b', '        ○b', 'bad-indent 10:9', ['「|」', '取組み']],
    ['「|」の行の文章', '取組み: |', '取組み: | ○z', 'text-behind-pipe 8:14', ['○z', '次の行']],
    ['値の中の「: 」', '施策: 上', '施策: 注意: 火', 'colon-in-value 7:15', ['「:」', '"…"']],
    ['値の終わりの「:」', '施策: 上', '施策: 次のとおり:', 'colon-in-value 7:18', ['「:」', '"…"']],
    ['括弧で始まる値', '施策: 上', '施策: [県]研修', 'sign-at-start 7:13', ['「[」', '"…"']],
    ['波括弧で始まる値', '施策: 上', '施策: {県}研修', 'sign-at-start 7:13', ['「{」', '"…"']],
    ['閉じない括弧', '施策: 上', '施策: [県', 'open-mark 7:13', ['「[」', '「]」']],
    ['閉じない引用符', '施策: 上', '施策: "上', 'open-mark 7:13', ['「"」', '閉じ']],
    [
      '閉じない引用符の後に引用符',
      '施策: 上\n',
      '施策: "上\n        今後の対応: "い"\n',
      'open-mark 7:13',
      ['「"」', '閉じ'],
    ],
    ['引用符の後の文章', '施策: 上', '施策: "上"の件', 'text-behind-quote 7:13', ['"上"', "'…'"]],
    ['「@」で始まる値', '施策: 上', '施策: @上', 'sign-at-start 7:13', ['「@」', '"…"']],
    ['「`」で始まる値', '施策: 上', '施策: `上`', 'sign-at-start 7:13', ['「`」', '"…"']],
    ['「%」で始まる値', '施策: 上', '施策: %上', 'sign-at-start 7:13', ['「%」', '"…"']],
    ['「- 」で始まる値', '施策: 上', '施策: - 上', 'sign-at-start 7:13', ['「-」', '"…"']],
    ['キーのない行', '施策: 上', '施策', 'no-colon 7:9', ['「:」', 'キー: 値']],
    ['表計算から貼った文章', '施策: 上', '施策: "上\n中\n下"', 'several-lines 7:13', ['「"」', '施策: |']],
    ['二つのセルを貼った文章', '施策: 上', '施策: "上\n中"\t"下"', 'several-lines 7:13', ['「"」', '施策: |']],
    ['途中で終わったキー', '        取組み: ○d\n', '        取', 'no-colon 13:9', ['途中で終わ', '「:」']],
    ['途中で終わった引用符', '○d\n', '"○', 'open-mark 13:14', ['「"」', '閉じ']],
    ['空白のない全角のハイフン', '      - 施策', '      －施策', 'full-width 12:7', ['「－」', '「-」']],
    ['中黒の並び', '      - 施策', '      ・施策', 'full-width 12:7', ['「・」', '「-」']],
    ['文章のある全角の縦線', '取組み: |', '取組み: ｜○z', 'full-width 8:14', ['「｜」', '「|」']],
    ['キーの後の全角空白', '施策: 上', '施策　: 上', 'full-width 7:9', ['全角空白', '半角空白']],
    ['キーの前の BOM', '施策: 上', '\ufeff施策: 上', 'full-width 7:9', ['U+FEFF', '半角空白']],
    ['文章の深さに届かない「- 」', '          ○b', '        - b', 'bad-indent 10:9', ['「- 」', '「|」']],
    ['「- 」のない次の行', '      - 施策', '      施策', 'bad-indent 12:7', ['「- 」', '施策']],
    ['「- 」が一つもない行', '      - 現状', '        現状', 'bad-indent 12:7', ['施策', '8 個']],
    ['貼ったいくつものセル', '施策: 上', '施策: "上\n中"\t"下\n"\t右', 'several-lines 7:13', ['「"」', '施策: |']],
    [
      '括弧の中の「,」',
      '成果と課題: □c\n',
      '成果と課題: □c\n      - { 取組み: 1,234 }\n',
      'comma-in-figure 12:18',
      ['「,」', '"…"'],
    ],
    ['「:」のない JSON', PLAN, '{"計画": "題", "年度" "H30"}', 'yaml 1:18', ['「,」', '「:」']],
    ['二度目の文書', '区分:', '---\n区分:', 'yaml 3:1', ['---', '一つ']],
    ['「%」で始まる行', '計画: 題', '%覚え\n---\n計画: 題', 'yaml 1:1', ['%', '"…"']],
  ])('%s', (_, from, to, where, words) => {
    expect(PLAN).toContain(from)
    for (const newline of ['\n', '\r\n']) {
      const found = said(PLAN.replace(from, to).replaceAll('\n', newline))
      expect(found.map((each) => each.split(' ', 2).join(' '))).toEqual([where])
      for (const word of words) expect(found[0]).toContain(word)
    }
  })

  it('離れた二つの誤りは、一度に二つとも伝える', () => {
    const found = said(PLAN.replace('施策: 上', '施策：上').replace('      - 施策', '      － 施策'))
    expect(found.map((each) => each.split(' ', 2).join(' '))).toEqual(['full-width 7:11', 'full-width 12:7'])
  })

  it('全角の「：」だけの計画は、どの行も伝える', () => {
    const found = said(PLAN.replaceAll(':', '：'))
    expect(found.map((each) => each.split(' ', 1)[0])).toEqual(PLAN.match(/:/g)!.map(() => 'full-width'))
  })

  const nested = (depth: number) => Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n')

  it.each([
    ['長いキー', `計画: 題\n年度: H30\n${'a'.repeat(2_000_000)}: x\n`, 'long-key 3:1'],
    ['長い行', `計画: 題\n年度: H30\n${'あ'.repeat(2_000_000)}\n`, 'no-colon 3:1'],
    ['深い括弧', `計画: ${'['.repeat(50_000)}\n年度: H30\n`, 'open-mark 1:5'],
    ['閉じた深い括弧', `計画: ${'['.repeat(40)}${']'.repeat(40)}\n年度: H30\n`, 'too-deep 1:35'],
    ['とても深い括弧', `計画: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n年度: H30\n`, undefined],
    ['深い並び', `計画: 題\n区分:\n${'- '.repeat(50_000)}a\n`, 'too-deep 3:1'],
    ['四十段の並び', `${'- '.repeat(40)}a\n`, 'too-deep 1:63'],
    ['四十段の字下げ', `${nested(40)} b\n`, 'too-deep 32:32'],
    ['千段の字下げ', `${nested(1000)} b\n`, 'too-deep 501:1'],
  ])('%s も、一つの言葉で断る', (_, text, where) => {
    const found = said(text).map((each) => each.split(' ', 2).join(' '))
    expect(found).toHaveLength(1)
    if (where !== undefined) expect(found).toEqual([where])
  })

  const seed = readFileSync(new URL('seeds/mogami-h30.yaml', ROOT), 'utf8').split('\n')
  const ends = seed.findLastIndex((line) => line.startsWith('  - '))
  const keyLines = seed.flatMap((line, index) => (/^[ -]*[^\s#:]+:(?: |$)/.test(line) && index < ends ? [index] : []))

  it.each([
    ['全角のコロン', /:(?= |$)/, '：'],
    ['空白のないコロン', /: (?!\|)/, ':'],
    ['全角のハイフン', /^( *)- /, '$1－ '],
    ['空白のないハイフン', /^( *)- /, '$1-'],
    ['全角の縦線', /\|$/, '｜'],
    ['全角空白の字下げ', /^( *) {2}(?=[^ -])/, '$1　'],
    ['一つ浅い字下げ', /^ ( *)(?=[^ -])/, '$1'],
    ['一つ深い字下げ', /^( +)(?=[^ -])/, '$1 '],
    ['字下げのタブ', /^( *) {4}(?=[^ ])/, '$1\t'],
    ['閉じない引用符', /: (?!\|)(?=.)/, ': "'],
  ])('最上の計画のどの行の%sも、その行の一つの誤り', (_, from, to) => {
    const changed = keyLines.filter((index) => from.test(seed[index]!))
    expect(changed.length).toBeGreaterThan(5)
    for (const index of changed) {
      const text = seed.with(index, seed[index]!.replace(from, to)).join('\n')
      const lines = said(text).map((each) => Number(/ (\d+):/.exec(each)?.[1]))
      expect([seed[index], said(text), lines]).toEqual([seed[index], said(text), [index + 1]])
    }
  })
})
