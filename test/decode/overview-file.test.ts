import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeOverviewStyle, isOverviewFile } from '../../src/decode/styles/overview-file.js'
import { expectValue, ROOT } from '../support/forms.js'

const FILE = 'templates/overview/form.yaml'
const TEXT = readFileSync(new URL(FILE, ROOT), 'utf8')

function decode(text: string) {
  return decodeOverviewStyle('my/form.yaml', new TextEncoder().encode(text), 'my')
}

/** The messages for the bundled file with one text in the place of another. */
function slips(old: string, now: string): string[] {
  expect(TEXT).toContain(old)
  return decode(TEXT.replace(old, now)).diagnostics.map(({ message, place }) => {
    return `${place?.kind === 'text' ? place.line : ''} ${message}`
  })
}

const lineOf = (text: string) => TEXT.slice(0, TEXT.indexOf(text)).split('\n').length

describe('概要の様式ファイル', () => {
  it('同梱のものを読む', () => {
    const style = expectValue(decode(TEXT))
    expect(style).toMatchObject({
      id: 'my',
      name: '概要',
      size: 12,
      leading: 1.45,
      least: { size: 10.5, leading: 1.15 },
      sheets: 'one',
    })
    expect(style.paper).toMatchObject({ size: 'A3', orientation: 'portrait' })
    expect(style.keys.actor).toContain('実施主体')
    const empty = JSON.stringify(style.texts).match(/"\w+":""/g)
    expect(empty).toEqual(['"header":""'])
  })

  it('種類のある様式ファイルが概要のもの', () => {
    expect(isOverviewFile(TEXT)).toBe(true)
    expect(isOverviewFile(readFileSync(new URL('templates/official/form.yaml', ROOT), 'utf8'))).toBe(false)
    expect(isOverviewFile('名前: 公式 # 種類: 概要\n  種類: 概要')).toBe(false)
  })

  it.each([
    ['棒の色: 34557F', '棒の色: 青', '棒の色「青」を読めません。'],
    ['種類: 概要', '種類: 表', '「種類」の値が正しくありません（「表」）。'],
    ['実施主体: 6', '実施主体: 1', '「実施主体」の値が正しくありません（「1」）。'],
    ['  合計: 全体', '  合計:', '「合計」に値がありません。'],
    ['{{計画}}', '{{計劃}}', '「題名」の「{{計劃}}」という名前はありません。'],
    ['ほか{{数}}区分', 'ほか{{件}}区分', '「ほかの区分」の「{{件}}」という名前はありません。'],
    ['取組み・予定{{数}}件', '取組み・予定{{数}件', '「年度なし」の{{ }} の書き方を読めません。'],
    ['件数: 区分ごとの件数', '件数: "{{数}}"', '「件数」の「{{数}}」という名前はありません。'],
  ])('%s を %s と書けば、その行で知らせる', (old, now, message) => {
    expect(slips(old, now)).toEqual([`${lineOf(old)} ${message}`])
  })

  it('誤りは一度に全部知らせる', () => {
    const text = TEXT.replace('棒の色: 34557F', '棒の色: 3455')
      .replace('行送り: 1.45', '行送り: 9')
      .replace('  資金の欄: 資金\n', '')
    expect(
      decode(text)
        .diagnostics.map(({ code }) => code)
        .sort(),
    ).toEqual(['bad-color', 'missing-key', 'wrong-type'])
  })
})
