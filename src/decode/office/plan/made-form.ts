/** A form made of a table that no form of ours prints: headings, widths, paper, and the part that each column seems to play. */

import type { FormFileMap } from '../../../definition/form-definition.js'
import { formatFiscalYear, yearKey } from '../../../domain/fiscal-year.js'
import { YEAR_HEADING } from '../../form/read-columns.js'
import type { OfficePaper } from '../office-document.js'
import type { FoundColumn, FoundTable } from '../table/found-table.js'
import type { CategoryNames } from './category-names.js'
import { findYearRuns, type YearRun } from './year-headings.js'

export interface MadeColumn {
  /** The name of its field; undefined for the 区分. */
  readonly key: string | undefined
  /** What the form file says of it; nothing for a year that the column before it spreads over as well. */
  readonly file: FormFileMap | undefined
  readonly merges: boolean
  readonly isLabel: boolean
}

export interface MadeForm {
  readonly columns: readonly MadeColumn[]
  readonly file: FormFileMap
}

export const MADE_NAME = '読み取った様式'

/** `category` is the text that prints a 区分. */
export function makeForm(
  table: FoundTable,
  names: CategoryNames,
  paper: OfficePaper | undefined,
  category: string,
): MadeForm {
  const columns = makeColumns(table, names)
  return {
    columns,
    file: {
      名前: MADE_NAME,
      用紙: paperFile(paper, columns.length),
      文字: {
        書体: ['BIZ UDPGothic'],
        文書の書体: 'BIZ UDPゴシック',
        大きさ: 10,
        行送り: 1.35,
        題名の大きさ: 14,
        見出しの大きさ: 10,
        欄外の大きさ: 9,
      },
      行組み: { 禁則: '標準', 追い込み: true, ぶら下げ: false, 両端揃え: false, 字下げ: true },
      ページ: { 分割の最少行数: 2, 続きの印: '（続き）' },
      罫線: { 左右のあき: 3, 上下のあき: 3, 外枠: 1, 内側: 0.5, 見出しの地: 0.9 },
      文章: { 題名: '{{計画}}', 区分: category, 上の欄外: '', 下の欄外: '{{ページ番号}}／{{総ページ数}}' },
      列幅: '用紙いっぱい',
      列: [...(names.tag === 'bands' || names.tag === 'pieces' ? [CATEGORY] : []), ...filesOf(columns)],
    },
  }
}

/** For a table whose 区分 have no column of their own. */
const CATEGORY: FormFileMap = {
  見出し: '区分',
  欄: [{ 名前: '区分', 役割: '区分' }],
  幅: 2.4,
  向き: '縦',
  左右: '中央',
  上下: '中央',
}

/** The columns of a table as a form file writes them. */
export function makeColumns(table: FoundTable, names: CategoryNames): MadeColumn[] {
  const category = names.tag === 'column' ? names.index : -1
  const keys = keysOf(table.columns, category)
  const columns = table.columns.map((column, index) =>
    makeColumn(table, column, index, index === category ? undefined : keys[index]!),
  )
  for (const run of findYearRuns(table.columns)) putTogether(run, columns, keys)
  return columns
}

/** What a form file says of the columns. */
export function filesOf(columns: readonly MadeColumn[]): readonly FormFileMap[] {
  return columns.flatMap(({ file }) => (file === undefined ? [] : [file]))
}

/** The columns of a run as one that spreads over its years, where all of them are alike. */
function putTogether(
  { start, years, uppers, template }: YearRun,
  columns: MadeColumn[],
  keys: readonly string[],
): void {
  const own = columns.slice(start, start + years.length)
  if (own.some(({ key, merges, isLabel }) => key === undefined || merges || isLabel)) return
  const field = freeName(oneLine(uppers.at(-1)!).replace(/\s/g, ''), keys)
  const figures = own.find(({ file }) => file?.左右 === '右') ?? own[0]!
  const { 上の見出し: _, 欄: fields, 見出し: _own, ...look } = figures.file!
  const above = uppers.slice(0, -1).map(oneLine)
  own.forEach((column, at) => {
    const file: FormFileMap = {
      ...(above.length === 0 ? {} : { 上の見出し: above.length === 1 ? above[0]! : above }),
      見出し: uppers.at(-1)!,
      欄: [{ ...(fields as readonly FormFileMap[])[0]!, 名前: field }],
      年: years.map((year) => formatFiscalYear(year, 'letter')),
      ...(template === YEAR_HEADING ? {} : { 年の見出し: template }),
      ...look,
    }
    columns[start + at] = { ...column, key: yearKey({ field, year: years[at]! }), file: at === 0 ? file : undefined }
  })
}

/** Names of fields that no two columns share: the heading, with the one above where that alone tells them apart. */
function keysOf(columns: readonly FoundColumn[], category: number): string[] {
  const names = columns.map(({ headings }) =>
    headings.map((heading) => heading.replace(/\s/g, '')).filter((each) => each !== ''),
  )
  const keys: string[] = []
  names.forEach((name, index) => {
    if (index === category) {
      keys.push('')
      return
    }
    const own = name.at(-1) ?? `欄${index + 1}`
    const isShared = names.some((other, at) => at !== index && at !== category && other.at(-1) === name.at(-1))
    const long = isShared && name.length > 1 ? name.join('／') : own
    keys.push(freeName(RESERVED.has(long) || long in {} ? `${long}の欄` : long, keys))
  })
  return keys
}

/** What a row of a plan file calls its own. */
const RESERVED: ReadonlySet<string> = new Set(['id', '改ページ', '揃え', '区分', '行'])

function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  for (let count = 2; ; count++) if (!taken.includes(`${name}${count}`)) return `${name}${count}`
}

function makeColumn(table: FoundTable, column: FoundColumn, index: number, key: string | undefined): MadeColumn {
  const cells = table.rows.map(({ cells: own }) => own[index]!)
  const texts = cells.flatMap((cell) => (cell.tag === 'text' && cell.paragraphs.length > 0 ? [cell] : []))
  const most = (test: (cell: (typeof texts)[number]) => boolean) => texts.filter(test).length * 2 > texts.length
  const isVertical = most(({ direction }) => direction === 'vertical')
  const isFigures = most(({ paragraphs }) =>
    isFigure(paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('')),
  )
  const joins = cells.some(({ tag }) => tag === 'above')
  const isShared = [index - 1, index + 1].some((at) => isSameHeading(table.columns[at], column))
  const headings = isShared ? [...column.headings, ''] : column.headings
  const own = headings.at(-1) ?? ''
  const uppers = headings
    .slice(0, -1)
    .map(oneLine)
    .filter((each) => each !== '')
  const part = key === undefined ? '区分' : guessPart(column.headings, joins, isFigures)
  const merges = joins && part === '見出し'
  const width = isVertical ? 2.4 : Math.min(60, Math.max(2.5, Math.round((column.width / 10.5) * 10) / 10))
  return {
    key,
    merges,
    isLabel: part === '見出し',
    file: {
      ...(uppers.length === 0 ? {} : { 上の見出し: uppers.length === 1 ? uppers[0]! : uppers }),
      見出し: own,
      欄: [{ 名前: key ?? '区分', 役割: part }],
      幅: width,
      ...(merges ? { 結合: true } : {}),
      ...(isVertical ? { 向き: '縦', 左右: '中央', 上下: '中央' } : {}),
      ...(!isVertical && isFigures ? { 左右: '右' } : {}),
      ...(!isVertical && !isFigures && most(({ align }) => align === 'center') ? { 左右: '中央' } : {}),
    },
  }
}

/** A heading over both columns, with nothing below it. */
function isSameHeading(neighbour: FoundColumn | undefined, { headings }: FoundColumn): boolean {
  return headings.at(-1) !== '' && neighbour?.headings.join('\n') === headings.join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\n/g, '')
}

function isFigure(text: string): boolean {
  return /^[△▲−-]?[\d,.]+[%％]?$/.test(text.normalize('NFKC').trim())
}

/** By the heading's words, its own before those above it. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/予定|今後の取組|今後の取り組み|次年度|来年度|計画$/, '予定'],
  [/対応|改善|今後の方針|方向性/, '対応'],
  [/成果|実績|評価.*課題|課題.*評価/, '成果と課題'],
  [/取組|取り組み|事業内容|実施内容|実施状況|活動内容/, '取組み'],
  [/現状|課題|施策|目標|方針|指標|柱|番号|^no\.?$|項目|事業名|名称/i, '見出し'],
]

function guessPart(headings: readonly string[], joins: boolean, isFigures: boolean): string {
  if (isFigures) return 'その他'
  for (const heading of headings.toReversed()) {
    const part = PARTS.find(([pattern]) => pattern.test(heading.replace(/\s/g, '')))?.[1]
    if (part !== undefined) return part
  }
  return joins ? '見出し' : 'その他'
}

/** Sheets of paper in millimetres, upright. */
const SHEETS: Readonly<Record<string, readonly [number, number]>> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  B4: [257, 364],
  B5: [182, 257],
}

/** The document's sheet; a broad table on a sheet that no Japanese printer holds lies on A4 or A3. */
function paperFile(paper: OfficePaper | undefined, columns: number): FormFileMap {
  const mm = (points: number) => (points / 72) * 25.4
  const known = Object.entries(SHEETS).find(([, [short, long]]) => {
    if (paper === undefined) return false
    const sides = [mm(paper.width), mm(paper.height)].toSorted((a, b) => a - b) as [number, number]
    return Math.abs(sides[0] - short) < 3 && Math.abs(sides[1] - long) < 3
  })
  const isLandscape = known === undefined || paper === undefined ? columns > 4 : paper.width > paper.height
  return {
    大きさ: known?.[0] ?? (columns > 8 ? 'A3' : 'A4'),
    向き: isLandscape ? '横' : '縦',
    余白: { 上: 15, 右: 12, 下: 15, 左: 12 },
  }
}
