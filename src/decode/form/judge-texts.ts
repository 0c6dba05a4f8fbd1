/** Judges the Handlebars texts of a form before any is filled in: what they are written like and what they name. */

import { parseText } from '../../definition/parse-text.js'
import { CATEGORY_NAMES, PAGE_NAMES, PLAN_NAMES, UNIT_NAMES, YEAR_NAMES } from '../../definition/text-names.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import type { TreeMap, TreeText } from '../tree.js'
import { columnsOf } from './merge-forms.js'
import { judgeNames, type TextSlip } from './names-in-texts.js'
import { boxesOf } from './read-record.js'

/** What a text may name, by its key under 文章. */
const NAMES_IN_TEXTS: Readonly<Record<string, readonly string[]>> = {
  題名: PLAN_NAMES,
  区分: [...PLAN_NAMES, ...CATEGORY_NAMES],
  単位: [...PLAN_NAMES, ...UNIT_NAMES],
  上の欄外: [...PLAN_NAMES, ...PAGE_NAMES],
  下の欄外: [...PLAN_NAMES, ...PAGE_NAMES],
}

/** All that is wrong with the texts of a form file: under 文章, and in the headings of columns and fields. */
export function findTextSlips(file: string, tree: TreeMap): Diagnostic[] {
  const top = new Fields(tree)
  const headings = columnsOf(top).flatMap((column) => [
    ...textsAt(column, '見出し', PLAN_NAMES),
    ...textsAt(column, '上の見出し', PLAN_NAMES),
    ...textsAt(column, '年の見出し', [...PLAN_NAMES, ...YEAR_NAMES]),
    ...column.maps('欄').flatMap((field) => textsAt(field, '小見出し', PLAN_NAMES)),
  ])
  const boxes = boxesOf(top).flatMap((tier) => tier.flatMap((box) => textsAt(box, '見出し', PLAN_NAMES)))
  const texts = findSlipsByKey(file, top.map('文章'), NAMES_IN_TEXTS)
  return [...texts, ...[...headings, ...boxes].flatMap((text) => judgeText(file, text))]
}

/** What is wrong with the texts behind these keys of a map; each with the names that it can name. */
export function findSlipsByKey(
  file: string,
  fields: Fields,
  namesByKey: Readonly<Record<string, readonly string[]>>,
): Diagnostic[] {
  return Object.entries(namesByKey)
    .flatMap(([key, names]) => textsAt(fields, key, names))
    .flatMap((text) => judgeText(file, text))
}

interface FormText {
  readonly key: string
  readonly tree: TreeText
  readonly names: readonly string[]
}

function textsAt(fields: Fields, key: string, names: readonly string[]): FormText[] {
  const value = fields.value(key)
  const trees = value?.tag === 'list' ? value.items : [value]
  return trees.flatMap((tree) => (tree?.tag === 'text' ? [{ key, tree, names }] : []))
}

function judgeText(file: string, { key, tree, names }: FormText): Diagnostic[] {
  // Stands on paper as it is written.
  if (!tree.text.includes('{{')) return []
  const program = tryParse(tree.text)
  const slips = 'fault' in program ? [program] : judgeNames(program, names)
  return slips.map(({ fault, line, column, length }) =>
    say('bad-form-text', { key, ...fault }, { kind: 'text', file, ...placeIn(tree, line, column), length }),
  )
}

function placeIn(tree: TreeText, line: number, column: number): Position {
  if (!tree.lineByLine) return tree.at
  return { line: tree.at.line + line - 1, column: tree.at.column + column }
}

function tryParse(text: string): hbs.AST.Program | TextSlip {
  try {
    return parseText(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const line = Number(/line (\d+)|- (\d+):\d+/.exec(message)?.slice(1).find(Boolean) ?? 1)
    const written = text.split('\n')[line - 1] ?? ''
    const column = Math.max(0, written.lastIndexOf('{{'))
    return { fault: { fault: 'unreadable' }, line, column, length: written.length - column }
  }
}
