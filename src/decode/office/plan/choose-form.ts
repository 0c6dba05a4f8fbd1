/** The form that prints a document's table: one of ours, one of ours with columns more, or one made of the table. */

import type { ColumnDefinition, FormDefinition, FormFileMap } from '../../../definition/form-definition.js'
import { planKey } from '../../../definition/year-columns.js'
import type { OfficePaper } from '../office-document.js'
import { foldHeading } from '../table/fold-heading.js'
import type { FoundTable } from '../table/found-table.js'
import type { CategoryNames } from './category-names.js'
import { type ColumnRole, roleOf } from './column-roles.js'
import { filesOf, MADE_NAME, type MadeColumn, makeColumns, makeForm } from './made-form.js'
import { type FormMatch, isCategory, matchForm } from './match-form.js'

export type ChosenForm =
  | {
      readonly tag: 'known'
      readonly definition: FormDefinition
      readonly roles: readonly ColumnRole[]
      readonly missing: FormMatch['missing']
    }
  | {
      readonly tag: 'derived'
      readonly base: FormDefinition
      readonly file: FormFileMap
      readonly roles: readonly ColumnRole[]
      /** Indexes of the document's columns that the base does not have. */
      readonly added: readonly number[]
      readonly missing: FormMatch['missing']
    }
  | { readonly tag: 'made'; readonly file: FormFileMap; readonly roles: readonly ColumnRole[] }

/**
 * `asked` is the form that the user names; without it the first of `forms` all of whose columns the table has is taken.
 * `category` is the text with which a form made of the table prints a 区分.
 */
export function chooseForm(
  table: FoundTable,
  forms: readonly FormDefinition[],
  asked: FormDefinition | undefined,
  paper: OfficePaper | undefined,
  names: CategoryNames,
  category: string,
): ChosenForm {
  const fitting = asked ?? forms.find((form) => form.record === undefined && isWhole(matchForm(table.columns, form)))
  if (fitting === undefined) {
    const { columns, file } = makeForm(table, names, paper, category)
    return { tag: 'made', file, roles: columns.map(madeRole) }
  }
  const match = matchForm(table.columns, fitting)
  const added = match.columns.flatMap((column, index) => (column === undefined ? [index] : []))
  const made = added.length === 0 ? [] : makeColumns(table, names)
  const roles = match.columns.map((column, index) => (column === undefined ? madeRole(made[index]!) : roleOf(column)))
  const { missing } = match
  if (added.length === 0) return { tag: 'known', definition: fitting, roles, missing }
  return { tag: 'derived', base: fitting, file: derivedFile(fitting, match, made), roles, added, missing }
}

function isWhole({ missing, columns }: FormMatch): boolean {
  return missing.length === 0 && columns.some((column) => column !== undefined && !isCategory(column))
}

function madeRole({ key, merges, isLabel }: MadeColumn): ColumnRole {
  return key === undefined ? { tag: 'category' } : { tag: 'fields', fields: [{ key }], merges, isLabel }
}

/** The base's columns in its own order, each followed by those that stand behind it in the document. */
function derivedFile(base: FormDefinition, { columns }: FormMatch, made: readonly MadeColumn[]): FormFileMap {
  const behind = new Map<ColumnDefinition | undefined, FormFileMap[]>()
  let last: ColumnDefinition | undefined
  columns.forEach((column, index) => {
    if (column !== undefined) last = base.columns.find(({ fields }) => fields[0]!.key === planKey(column.fields[0]!))
    else behind.set(last, [...(behind.get(last) ?? []), ...filesOf([made[index]!])])
  })
  const taken = (column: ColumnDefinition): FormFileMap => ({ 元の列: column.fields[0]!.key })
  return {
    元の様式: base.name,
    名前: MADE_NAME,
    列幅: '用紙いっぱい',
    列: [
      ...(behind.get(undefined) ?? []),
      ...base.columns.flatMap((column) => [taken(column), ...(behind.get(column) ?? [])]),
    ],
  }
}

/** Heading texts that a form made of the table prints, once each. */
export function headingsOfColumns(table: FoundTable, indexes: readonly number[]): string[] {
  const own = indexes.flatMap((index) => table.columns[index]!.headings.map(foldHeading))
  return table.headings.map(({ text }) => text).filter((text) => own.includes(foldHeading(text)))
}
