/** Links to a links file, for an official to correct and to give back. */

import type { Fate, Link, LinkPlace } from '../domain/link.js'
import { writeEntry, writeText } from './yaml-text.js'

const FATES: Readonly<Record<Fate, string>> = {
  realised: '実施',
  'partly-realised': '一部実施',
  'carried-over': '継続予定',
  postponed: '延期',
  cancelled: '中止',
  'planned-but-missing': '実績未記載',
  'to-confirm': '要確認',
}

const HEAD = [
  '# 対応: 旧い版の予定が新しい版のどれに当たり、どうなったか。直して keikaku diff の --links に渡すと、この判断が優先されます。',
  `# その後: ${Object.values(FATES).join('、')}（要確認は、判断しないこと）。理由、担当、説明は印刷されます。`,
]

export interface WrittenLink {
  readonly link: Link
  /** What is to be said of it; written as a remark over it. */
  readonly remark?: string
}

export function writeLinks(links: readonly WrittenLink[]): string {
  const lines = links.flatMap(({ link, remark }) => [
    ...(remark === undefined ? [] : [`  # ${remark}`]),
    ...linkLines(link),
  ])
  return `${[...HEAD, links.length === 0 ? '対応: []' : '対応:', ...lines].join('\n')}\n`
}

function linkLines({ old, new: news, fate, reason, assignee, explanation }: Link): string[] {
  const text = (key: string, value: string | undefined) =>
    value === undefined ? [] : indent(writeEntry(key, value, '    '), '    ')
  return [
    '  - 旧:',
    ...placeLines(old, '      '),
    ...(news.length === 0 ? [] : ['    新:', ...news.flatMap((place) => itemLines(placeLines(place, '        ')))]),
    ...(fate === undefined ? [] : [`    その後: ${FATES[fate]}`]),
    ...text('理由', reason),
    ...text('担当', assignee),
    ...text('説明', explanation),
  ]
}

function placeLines({ table, category, row, column, text, nth }: LinkPlace, blanks: string): string[] {
  return [
    ...(table === undefined ? [] : [`${blanks}表: ${typeof table === 'number' ? table : writeText(table)}`]),
    `${blanks}区分: ${typeof category === 'number' ? category : writeText(category)}`,
    `${blanks}行: ${row}`,
    `${blanks}欄: ${writeText(column)}`,
    ...indent(writeEntry('文', text, blanks), blanks),
    ...(nth === undefined ? [] : [`${blanks}番目: ${nth}`]),
  ]
}

/** The first line gets the dash of a list's item. */
function itemLines([first = '', ...rest]: readonly string[]): string[] {
  return [first.replace(/^( *) {2}(?=\S)/, '$1- '), ...rest]
}

/** `writeEntry` leaves the first line without its indent. */
function indent([first = '', ...rest]: readonly string[], blanks: string): string[] {
  return [`${blanks}${first}`, ...rest]
}
