/** A plan to a plan file as a person would write it: the keys in their order, block texts, no key that says nothing. */

import type { Category, Cell, MarkedText, Plan, Row } from '../domain/plan.js'
import { hasEmphasis, type TextWriter, writeEmphasis } from './write-emphasis.js'
import { writeEntry, writeKey, writeMap, writeText, type YamlMap } from './yaml-text.js'

export interface PlanFileStyle {
  /** Keys of a row's cells in the order in which they are written. */
  readonly columns: readonly string[]
  /** What goes before the plan, a line each; written as remarks. */
  readonly remarks?: readonly string[]
  /** 様式: the form itself, in the place of its name. */
  readonly form?: YamlMap
}

const HANDOUT = { 番号: 'number', 会議: 'meeting', 日付: 'date', 作成: 'author' } as const

export function writePlan(plan: Plan, { columns, remarks = [], form }: PlanFileStyle): string {
  const isMarked = hasEmphasis(plan)
  const write: TextWriter = isMarked ? writeEmphasis : ({ text }) => text
  const textOf = (text: string | undefined, emphasis: MarkedText['emphasis']) =>
    text === undefined ? undefined : write({ text, ...(emphasis && { emphasis }) })
  const lines = [
    ...remarks.map((remark) => `# ${remark.replace(/\s*\n\s*/g, ' ／ ')}`),
    ...entry('計画', plan.title),
    ...entry('年度', plan.yearText),
    ...entry('版', plan.draft),
    ...entry('版の日付', plan.draftDate),
    ...entry('期間', plan.period),
    ...entry('区域', plan.area),
    ...(form === undefined ? entry('様式', plan.form) : ['様式:', ...writeMap(form, '  ')]),
    ...(isMarked ? ['装飾: true'] : []),
    ...handoutLines(plan),
    ...entry('前文', textOf(plan.lead, plan.emphasis?.lead)),
    ...entry('単位', plan.unit),
    ...tableLines(plan.categories, columns, write),
    ...entry('注', textOf(plan.notes, plan.emphasis?.notes)),
  ]
  return `${lines.join('\n')}\n`
}

function entry(key: string, text: string | undefined): string[] {
  return text === undefined ? [] : writeEntry(key, text, '')
}

function handoutLines({ handout }: Plan): string[] {
  const lines = Object.entries(HANDOUT).flatMap(([key, name]) => {
    const text = handout[name]
    return text === undefined ? [] : [`  ${key}: ${writeText(text)}`]
  })
  return lines.length === 0 ? [] : ['資料:', ...lines]
}

/** Rows that belong to no 区分 stand alone, as far out as a list of 区分 would. */
function tableLines(categories: readonly Category[], columns: readonly string[], write: TextWriter): string[] {
  const [only, ...others] = categories
  if (only?.name !== '' || others.length > 0) {
    return ['区分:', ...categories.flatMap((category, index) => categoryLines(category, index, columns, write))]
  }
  const rows = only.rows
    .flatMap((row) => rowLines(row, columns, write))
    .join('\n')
    .split('\n')
  return ['行:', ...rows.map((line) => line.replace(/^ {4}/, ''))]
}

function categoryLines(
  { name, number, rows }: Category,
  index: number,
  columns: readonly string[],
  write: TextWriter,
): string[] {
  return [
    `  - 名称: ${writeText(name)}`,
    ...(number === index + 1 ? [] : [`    番号: ${number}`]),
    '    行:',
    ...rows.flatMap((row) => rowLines(row, columns, write)),
  ]
}

const ROW = '        '

/** A row that says nothing still is a row: its first column says that it is empty. */
function rowLines(row: Row, columns: readonly string[], write: TextWriter): string[] {
  const keys = Object.keys(row.cells)
  const ordered = [...columns.filter((key) => keys.includes(key)), ...keys.filter((key) => !columns.includes(key))]
  const lines = [
    ...(row.id === undefined ? [] : [`id: ${writeText(row.id)}`]),
    ...(row.startsPage ? ['改ページ: true'] : []),
    ...ordered.flatMap((key) => cellLines(key, row.cells[key]!, write)),
  ]
  const [first = `${writeKey(columns[0] ?? '')}: ""`, ...rest] = lines
  return [`      - ${first}`, ...rest.map((line) => (isBlockLine(line) ? line : `${ROW}${line}`))]
}

/** Lines of a block carry their indent already. */
function isBlockLine(line: string): boolean {
  return line === '' || line.startsWith(ROW)
}

/** Signs that join cells; a backslash makes them the text that they are. */
const JOINS = /^\s*(?:\\*)[↑←]\s*$/

function cellLines(key: string, cell: Cell, write: TextWriter): string[] {
  if (cell.tag !== 'text') return [`${writeKey(key)}: ${cell.tag === 'joined' ? '↑' : '←'}`]
  const typed = write(cell)
  return writeEntry(key, JOINS.test(typed) ? typed.replace(/\S/, '\\$&') : typed, ROW)
}
