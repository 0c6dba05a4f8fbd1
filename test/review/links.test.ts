/** The official has the last word: links go before what is found, and touch nothing else. */

import { describe, expect, it } from 'vitest'
import { decodeLinks } from '../../src/decode/plan/links-file.js'
import type { Link } from '../../src/domain/link.js'
import { writeLinks } from '../../src/encode/write-links.js'
import { compareEditions } from '../../src/print/print-comparison.js'
import { listFoundLinks } from '../../src/review/links/found-links.js'
import { toJson } from '../../src/review/to-json.js'
import { editionOf, type SampleEdition } from '../support/editions.js'
import { bundledForm, expectValue, seedPlan } from '../support/forms.js'

const OLD = editionOf(
  '計画: 福祉計画\n年度: R7',
  `
  - 名称: 支え合い
    行:
      - 現状と課題: 担い手不足
        施策: 育成
        取組み: ○研修会の開催（R5～R7年度）
        具体的な取組み: |
          ○[社協]世話人交流会の開催（R8年度）
          ○金融機関及びスーパーマーケットとの協定締結（R8年度）`,
)
const NOW = editionOf(
  '計画: 福祉計画\n年度: R8',
  `
  - 名称: 支え合い
    行:
      - 現状と課題: 担い手不足
        施策: 育成
        取組み: |
          ○研修会の開催（R5～R8年度）
          ○[社協]サロンの世話人どうしの交流会を２回開催（R8年度）
          ○銀行・信用金庫・スーパーと協定を結んだ（R8年度）`,
)

function linksFrom(text: string): readonly Link[] {
  return expectValue(decodeLinks('links.yaml', new TextEncoder().encode(text)))
}

function follow(links: readonly Link[], old: SampleEdition = OLD, now: SampleEdition = NOW) {
  return toJson(compareEditions({ old, new: now }, { links }))
}

const PLACE = '区分: 1, 行: 1, 欄'

describe('対応のファイル', () => {
  it('判断と理由が、見つけたものに代わる', () => {
    const json = follow(
      linksFrom(`対応:
  - 旧: { 区分: 支え合い, 行: 1, 欄: 具体的な取組み, 文: "○[社協]世話人交流会の開催（R8年度）" }
    新: { ${PLACE}: 取組み, 文: "○[社協]サロンの世話人どうしの交流会を２回開催（R8年度）" }
    その後: 実施
    理由: サロンの世話人が集まった。
  - 旧:
      区分: 1
      行: 1
      欄: 具体的な取組み
      文: |
        ○金融機関及びスーパーマーケットとの協定締結（R8年度）
    その後: 中止
`),
    )
    expect(json.promises.map(({ fate, evidence, reason }) => [fate, evidence, reason])).toEqual([
      ['realised', 'link', 'サロンの世話人が集まった。'],
      ['cancelled', 'link', '事務局の判断'],
    ])
    expect(json.toConfirm).toEqual([])
    expect(json.changes.map(({ kinds }) => kinds[0])).toEqual(['years-only', 'realised', 'added', 'cancelled'])
  })

  it('予定でない項目の対応も', () => {
    const json = follow(
      linksFrom(`対応:
  - 旧: { ${PLACE}: 取組み, 文: ○研修会の開催（R5～R7年度） }
    新:
      - { ${PLACE}: 取組み, 文: ○研修会の開催（R5～R8年度） }
      - { ${PLACE}: 取組み, 文: ○銀行・信用金庫・スーパーと協定を結んだ（R8年度） }
`),
    )
    expect(json.changes[0]).toMatchObject({ kinds: ['split', 'reworded'], new: [{}, {}] })
  })

  it('合わなくなった対応は警告し、ほかは変えない', () => {
    const stale = linksFrom(
      `対応:\n  - 旧: { ${PLACE}: 取組み, 文: ○ない }\n    新: { ${PLACE}: 取組み, 文: ○研修会の開催（R5～R8年度） }\n`,
    )
    const comparison = compareEditions({ old: OLD, new: NOW }, { links: stale })
    expect(comparison.notes.map(({ code }) => code)).toEqual(['stale-link'])
    expect({ ...toJson(comparison), notes: [] }).toEqual(follow([]))
  })

  it('知らない「その後」は誤り', () => {
    const text = `対応:\n  - 旧: { ${PLACE}: 取組み, 文: ○研修会 }\n    その後: 完了\n`
    const read = decodeLinks('links.yaml', new TextEncoder().encode(text))
    expect([read.ok, read.diagnostics.map(({ place }) => place?.kind === 'text' && place.line)]).toEqual([false, [3]])
  })
})

describe('書き出し', () => {
  const seeds = (['mogami-h30', 'mogami-r1'] as const).map((name) => ({
    plan: seedPlan(name),
    definition: bundledForm('official'),
  }))
  const written = (old: SampleEdition, now: SampleEdition, known: readonly Link[] = []) => {
    const comparison = compareEditions({ old, new: now }, { links: known })
    const found = listFoundLinks(comparison, known, (link) => comparison.staleLinks.includes(link))
    return { text: writeLinks(found.map(({ link }) => ({ link }))), found }
  }

  it.each([
    ['見本', seeds[0]!, seeds[1]!],
    ['要確認のある版', OLD, NOW],
  ])('そのまま渡せば、何も変わらない: %s', (_, old, now) => {
    const { text } = written(old, now)
    expect(follow(linksFrom(text), old, now)).toEqual(follow([], old, now))
  })

  it('要確認が先で、直した対応は書き出しなおしても残り、合わないものも残る', () => {
    const known = linksFrom(`対応:
  - 旧: { ${PLACE}: 具体的な取組み, 文: "○[社協]世話人交流会の開催（R8年度）" }
    その後: 延期
    理由: 会場の都合
  - 旧: { ${PLACE}: 取組み, 文: ○ない }
    その後: 中止
`)
    const { text, found } = written(OLD, NOW, known)
    expect(found.map(({ link, isStale }) => [link.fate, isStale])).toEqual([
      ['to-confirm', false],
      ['postponed', false],
      ['cancelled', true],
    ])
    expect(linksFrom(text).map(({ line: _, ...link }) => link)).toEqual(
      found.map(({ link: { line: _, ...link } }) => link),
    )
  })
})
