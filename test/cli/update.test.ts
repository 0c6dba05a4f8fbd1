/** `keikaku update`: what is of an older make is written anew, all else keeps its bytes. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runInProcess } from '../support/in-process.js'

const HEAD = '# 覚え書き\n計画: 題\n年度: R6\n様式: "進捗管理表"\n'
const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-update-'))

async function updated(text: string, name = 'plan.yaml'): Promise<string> {
  const file = join(folder(), name)
  writeFileSync(file, text)
  const told = await runInProcess(['update', file])
  expect(told).toMatchObject({ status: 0, out: [file] })
  return readFileSync(file, 'utf8')
}

describe('今の書き方に直す', () => {
  const rows = (lines: string) => `${HEAD}区分:\n  - 名称: '甲'\n    行:\n${lines}`

  it('年度ごとのキーは年度の下へ、覚え書き、引用符、順はそのまま', async () => {
    const text = rows(
      '      - 番号: \'01\'\n        指標: 率\n        # 速報値\n        前々年度: 38.9\n        前年度: "***"\n        評価: "Ａ"\n        達成: △\n      # 次の行\n      - 評価: Ｂ\n',
    )
    expect(await updated(text)).toBe(
      rows(
        '      - 番号: \'01\'\n        指標: 率\n        実績値:\n          R4: 38.9\n          R5: "***"\n        # 速報値\n        評価: "Ａ"\n        達成: △\n      # 次の行\n      - 評価: Ｂ\n',
      ),
    )
  })

  it('CRLF と BOM も残る', async () => {
    const text = `\ufeff${rows('      - 指標: 率\n        今年度: |\n          5\n          （見込）\n')}`.replaceAll(
      '\n',
      '\r\n',
    )
    expect(await updated(text)).toBe(
      `\ufeff${rows('      - 指標: 率\n        実績値:\n          R6: |\n            5\n            （見込）\n')}`.replaceAll(
        '\n',
        '\r\n',
      ),
    )
  })

  it('行の頭のキーも、その下の覚え書きも', async () => {
    expect(await updated(rows('      - 前々年度: 0\n        # 確定値\n        前年度: 1\n        指標: 率\n'))).toBe(
      rows('      # 確定値\n      - 指標: 率\n        実績値:\n          R4: 0\n          R5: 1\n'),
    )
  })

  it('年度の下に書いた値に加わる', async () => {
    expect(await updated(rows('      - 指標: 率\n        実績値:\n          令和5年度: 1\n        今年度: 2\n'))).toBe(
      rows('      - 指標: 率\n        実績値:\n          令和5年度: 1\n          R6: 2\n'),
    )
  })

  it('JSON は JSON のまま', async () => {
    const text =
      '{"計画":"題","年度":"R6","様式":"進捗管理表","区分":[{"名称":"甲","行":[{"指標":"率","前年度":"34.0"}]}]}\n'
    const written = await updated(text, 'plan.json')
    expect(JSON.parse(written).区分[0].行).toEqual([{ 指標: '率', 実績値: { R5: '34.0' } }])
  })
})

describe('書き直すもの', () => {
  it('今の書き方なら、何も書かない', async () => {
    const file = join(folder(), 'plan.yaml')
    writeFileSync(file, `${HEAD}区分:\n  - 名称: 甲\n    行:\n      - 指標: 率\n`)
    const told = await runInProcess(['update', file])
    expect(told).toMatchObject({ status: 0, out: [] })
    expect(told.err).toContain('書き直すところはありません')
  })

  it('--out なら、もとのファイルは残る', async () => {
    const where = folder()
    const [file, out] = [join(where, 'plan.yaml'), join(where, 'new.yaml')]
    const text = `${HEAD}区分:\n  - 名称: 甲\n    行:\n      - 指標: 率\n        今年度: 5\n`
    writeFileSync(file, text)
    expect(await runInProcess(['update', file, '--out', out])).toMatchObject({ status: 0, out: [out] })
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(readFileSync(out, 'utf8')).toContain('        実績値:\n          R6: 5\n')
  })

  it('誤りのある計画は書き直さない', async () => {
    const file = join(folder(), 'plan.yaml')
    const text = `${HEAD}区分:\n  - 名称: 甲\n    行:\n      - 指標: 率\n        今年度: 5\n        知らない: 一\n`
    writeFileSync(file, text)
    const told = await runInProcess(['update', file])
    expect(told.status).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('標準入力には --out が要る', async () => {
    expect((await runInProcess(['update', '-'])).status).toBe(2)
  })
})
