/** The texts of a row that are compared: which keys, what part each plays, which join the cell above. */

import type { FormDefinition, Part } from '../definition/form-definition.js'

export interface ComparedColumn {
  /** The key in the plan file. */
  readonly key: string
  readonly part: Part
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
}

/** The columns of a form, those that are stacked in one column one by one. */
export function comparedColumns(form: FormDefinition): readonly ComparedColumn[] {
  return form.columns.flatMap(({ fields, merges }) => fields.map(({ key, part }) => ({ key, part, merges })))
}

export interface MatchedColumns {
  /** Of both editions, as the new form orders and understands them; without that of the categories. */
  readonly common: readonly ComparedColumn[]
  readonly onlyOld: readonly ComparedColumn[]
  readonly onlyNew: readonly ComparedColumn[]
  /** What places of category labels give as their column. */
  readonly categoryKey: string
}

export function matchColumns(olds: readonly ComparedColumn[], news: readonly ComparedColumn[]): MatchedColumns {
  const isText = ({ part }: ComparedColumn) => part !== 'category'
  const keysOf = (columns: readonly ComparedColumn[]) => new Set(columns.filter(isText).map(({ key }) => key))
  const [oldKeys, newKeys] = [keysOf(olds), keysOf(news)]
  return {
    common: news.filter((column) => isText(column) && oldKeys.has(column.key)),
    onlyOld: olds.filter((column) => isText(column) && !newKeys.has(column.key)),
    onlyNew: news.filter((column) => isText(column) && !oldKeys.has(column.key)),
    categoryKey: [...news, ...olds].find((column) => !isText(column))?.key ?? '区分',
  }
}
