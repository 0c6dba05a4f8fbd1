/** A plan file (YAML or JSON) to a Plan. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { expandYears } from '../../definition/year-columns.js'
import { type Diagnostic, fail, isError, type Outcome, type Position } from '../../domain/diagnostic.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { say, sayAt } from '../../domain/messages/say.js'
import type { Category, Cell, Handout, MarkedText, Plan, Row } from '../../domain/plan.js'
import { findWidthSlip } from '../form/form-slips.js'
import { YES } from '../shape/shape.js'
import { toNumber, validate } from '../shape/validate.js'
import type { Tree, TreeMap } from '../tree.js'
import { readText } from '../yaml/read-text.js'
import { readYaml } from '../yaml/yaml-tree.js'
import { findMisplacedJoins } from './misplaced-joins.js'
import { findOtherForm } from './other-forms.js'
import { isRowKey, planShape } from './plan-shape.js'
import { readEmphasis } from './read-emphasis.js'
import { readEntry, type YearFields, yearFields } from './year-cells.js'
import { findNoPeriod, findNotShown, findYearSlips } from './year-slips.js'

/** The texts alone in a cell that join it with another. */
const JOINS: Readonly<Record<string, 'joined' | 'joined-left'>> = { '↑': 'joined', '←': 'joined-left' }

/** The sign itself, alone in a cell: `\\↑`. One backslash is not printed. */
const SIGN_ITSELF = /^\s*\\+[↑←]\s*$/

/** A plan file read but not yet judged: which form it asks for decides what its rows may hold. */
export interface PlanSource {
  readonly file: string
  readonly tree: Tree
  /** 様式, where the file names one, or holds the form itself. */
  readonly form?: string | TreeMap
}

/** Reads the bytes of a plan file. `file` is only for messages. */
export function openPlanFile(file: string, bytes: Uint8Array): Outcome<PlanSource> {
  const text = readText(file, bytes)
  if (!text.ok) return text
  const tree = readYaml(file, text.value, 'refused')
  if (!tree.ok) return tree
  const named = tree.value.tag === 'map' ? valueAt(tree.value, '様式') : undefined
  const form = named?.tag === 'text' ? named.text : named?.tag === 'map' ? named : undefined
  return { ok: true, value: { file, tree: tree.value, ...(form === undefined ? {} : { form }) }, diagnostics: [] }
}

/**
 * Judges the source by the columns of `form` and makes the Plan. All slips of the file are reported at once; where it is
 * written for one of the forms that `others` lists, that alone.
 */
export function decodePlan(
  source: PlanSource,
  form: FormDefinition,
  others: () => readonly FormDefinition[] = () => [],
): Outcome<Plan> {
  const diagnostics = validate(source.file, source.tree, planShape(form))
  if (source.tree.tag !== 'map' || diagnostics.some(isError)) {
    const unknown = diagnostics.some(({ code }) => code === 'unknown-key')
    const other = unknown ? findOtherForm(source.file, source.tree, form, others()) : undefined
    return { ok: false, diagnostics: other === undefined ? diagnostics : [other] }
  }
  const top = source.tree
  const read: TextReader = isYes(top, '装飾') ? readEmphasis : (text) => ({ text })
  const yearText = textAt(top, '年度')!
  const when = { year: parseFiscalYear(yearText)!, ...optional('period', textAt(top, '期間')) }
  const noPeriod = findNoPeriod(source.file, form, when)
  if (noPeriod.length > 0) return { ok: false, diagnostics: noPeriod }
  const shown = expandYears(form, when)
  const years = yearFields(form, when)
  const readCells: RowReader = (row) => readRow(row, years, read)
  const categories = valueAt(top, '行')
    ? [{ name: '', number: 1, rows: readRows(top, readCells), at: top.at }]
    : listAt(top, '区分').map((each, index) => readCategory(each as TreeMap, index, readCells))
  const rows = top.entries.find(({ key }) => key === '行')
  if (rows !== undefined && form.categories === 'column') {
    return fail(say('rows-alone', { form: form.name }, { kind: 'text', file: source.file, ...rows.keyAt, length: 1 }))
  }
  const slips = findYearSlips(source.file, rowsOf(top), years)
  const misplaced = [
    ...slips.filter(isError),
    ...categories.flatMap((category) => findMisplacedJoins(source.file, category, shown.columns)),
    ...findDoubleIds(source.file, top),
  ]
  if (misplaced.length > 0) return { ok: false, diagnostics: misplaced }
  const tooMany = form === shown ? undefined : findWidthSlip(shown)
  if (tooMany !== undefined) return fail(sayAt(tooMany, { kind: 'file', file: source.file }))
  const lead = optionally(read, linesAt(top, '前文'))
  const notes = optionally(read, linesAt(top, '注'))
  const emphasis = { ...optional('lead', lead?.emphasis), ...optional('notes', notes?.emphasis) }
  const plan: Plan = {
    title: textAt(top, '計画')!,
    ...optional('titleAt', valueAt(top, '計画')?.at),
    year: when.year,
    yearText,
    ...optional('draft', textAt(top, '版')),
    ...optional('draftDate', textAt(top, '版の日付')),
    ...optional('period', when.period),
    ...optional('area', textAt(top, '区域')),
    ...optional('form', textAt(top, '様式')),
    ...(isYes(top, '装飾') && { isMarked: true as const }),
    ...optional('headings', readHeadings(valueAt(top, '列の見出し'))),
    handout: readHandout(valueAt(top, '資料')),
    ...optional('lead', lead?.text),
    ...optional('unit', textAt(top, '単位')),
    categories,
    ...optional('notes', notes?.text),
    ...(Object.keys(emphasis).length === 0 ? {} : { emphasis }),
  }
  const told = findNotShown(
    source.file,
    categories.flatMap(({ rows: own }) => own),
    years,
    form,
  )
  return { ok: true, value: plan, diagnostics: [...diagnostics, ...slips, ...told] }
}

/** What is printed of a text as it was typed. */
type TextReader = (typed: string) => MarkedText

function optionally(read: TextReader, typed: string | undefined): MarkedText | undefined {
  return typed === undefined ? undefined : read(typed)
}

function readHeadings(tree: Tree | undefined): Plan['headings'] {
  if (tree?.tag !== 'map') return undefined
  return Object.fromEntries(tree.entries.map(({ key }) => [key, linesAt(tree, key) ?? '']))
}

function readHandout(tree: Tree | undefined): Handout {
  if (tree?.tag !== 'map') return {}
  return {
    ...optional('number', textAt(tree, '番号')),
    ...optional('meeting', textAt(tree, '会議')),
    ...optional('date', textAt(tree, '日付')),
    ...optional('author', textAt(tree, '作成')),
  }
}

function readCategory(tree: TreeMap, index: number, read: RowReader): Category {
  const number = textAt(tree, '番号')
  return {
    name: textAt(tree, '名称')!,
    number: number === undefined ? index + 1 : toNumber(number),
    rows: readRows(tree, read),
    at: tree.at,
  }
}

type RowReader = (row: TreeMap) => Row

function readRows(tree: TreeMap, read: RowReader): readonly Row[] {
  return listAt(tree, '行').map((row) => read(row as TreeMap))
}

function readRow(tree: TreeMap, years: YearFields, read: TextReader): Row {
  const own = tree.entries.filter(({ key }) => !isRowKey(key))
  const cells = Object.fromEntries(own.flatMap((entry) => readEntry(entry, years, (value) => readCell(value, read))))
  return {
    ...optional('id', textAt(tree, 'id')),
    startsPage: isYes(tree, '改ページ'),
    cells,
    at: tree.at,
  }
}

function readCell(tree: Tree, read: TextReader): Cell {
  const parts = tree.tag === 'list' ? tree.items : [tree]
  const texts = parts.map((part) => (part.tag === 'text' ? part.text : ''))
  const typed = texts.join('\n')
  const at = parts.find((part) => part.tag === 'text')?.at ?? tree.at
  const joins = JOINS[typed.trim()]
  if (joins !== undefined) return { tag: joins, at }
  const said = SIGN_ITSELF.test(typed) ? { text: typed.replace('\\', '') } : read(typed)
  const consecutive = parts.length === 1 && parts[0]?.tag === 'text' && parts[0].lineByLine
  if (consecutive) return { tag: 'text', ...said, at }
  return { tag: 'text', ...said, at, lines: parts.flatMap((part, index) => linesOf(part, texts[index]!)) }
}

/** The file's line of each line of a text; where the reader cannot tell, that of the text's beginning. */
function linesOf(part: Tree, text: string): number[] {
  const lineByLine = part.tag === 'text' && part.lineByLine
  return text.split('\n').map((_, index) => part.at.line + (lineByLine ? index : 0))
}

/** The comparison of two years goes by a row's id: it must name one row. */
function findDoubleIds(file: string, top: TreeMap): Diagnostic[] {
  const seen = new Map<string, Position>()
  return rowsOf(top).flatMap((row): Diagnostic[] => {
    const id = valueAt(row, 'id')
    if (id?.tag !== 'text') return []
    const first = seen.get(id.text)
    if (first === undefined) {
      seen.set(id.text, id.at)
      return []
    }
    const place = { kind: 'text' as const, file, ...id.at, length: id.text.length }
    return [say('double-id', { id: id.text, first: first.line }, place)]
  })
}

/** All rows, of whatever 区分. */
function rowsOf(top: TreeMap): readonly TreeMap[] {
  return [top, ...listAt(top, '区分')].flatMap((category) => listAt(category as TreeMap, '行')) as readonly TreeMap[]
}

function valueAt(map: TreeMap, key: string): Tree | undefined {
  return map.entries.find((entry) => entry.key === key)?.value
}

function isYes(map: TreeMap, key: string): boolean {
  return YES.includes(textAt(map, key) ?? '')
}

function textAt(map: TreeMap, key: string): string | undefined {
  const value = valueAt(map, key)
  return value?.tag === 'text' ? value.text : undefined
}

/** A text of any number of lines, or a list of them. */
function linesAt(map: TreeMap, key: string): string | undefined {
  const value = valueAt(map, key)
  return value?.tag === 'list'
    ? value.items.map((item) => (item.tag === 'text' ? item.text : '')).join('\n')
    : textAt(map, key)
}

function listAt(map: TreeMap, key: string): readonly Tree[] {
  const value = valueAt(map, key)
  return value?.tag === 'list' ? value.items : []
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V })
}
