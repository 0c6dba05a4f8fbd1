/** Compares two editions of a plan. */

import type { Diagnostic } from '../domain/diagnostic.js'
import type { Plan } from '../domain/plan.js'
import { type ComparedColumn, matchColumns } from './compared-columns.js'
import type { Comparison } from './comparison.js'
import { assemble } from './drafts/assemble.js'
import { layTable } from './drafts/both-tables.js'
import { countTold, draftChanges } from './drafts/draft-changes.js'
import { type Editions, readEdition, TextReader } from './edition.js'
import { createMeasure, type Measure } from './match/likeness.js'
import { matchEditions } from './matches.js'
import { foldNotation } from './words/normalise.js'

export interface CompareOptions {
  /** The columns of either edition's form, see `comparedColumns`. What only one of them has is not compared, and said. */
  readonly columns: { readonly old: readonly ComparedColumn[]; readonly new: readonly ComparedColumn[] }
  /** 表記のみ counts as 変更なし. */
  readonly ignoreNotation?: boolean
}

/** Everything that is the same and that differs. The same plans give the same result, whatever has been compared before. */
export function compare(old: Plan, now: Plan, { columns, ignoreNotation = false }: CompareOptions): Comparison {
  const matched = matchColumns(columns.old, columns.new)
  const reader = new TextReader()
  const editions = { old: readEdition(old, matched.common, reader), new: readEdition(now, matched.common, reader) }
  const measure = measureOf(editions)
  const matches = matchEditions(editions, measure)
  const table = layTable(editions, matches, measure)
  const { categoryKey } = matched
  const drafts = draftChanges(editions, matches, table, { categoryKey, ignoreNotation })
  const ignored = ignoreNotation
    ? countTold(draftChanges(editions, matches, table, { categoryKey, ignoreNotation: false })) - countTold(drafts)
    : 0
  const notes = [
    ...matched.onlyOld.map((column) => columnNote('only-old', column, old)),
    ...matched.onlyNew.map((column) => columnNote('only-new', column, now)),
    ...(matches.bounded ? [BOUNDED] : []),
    ...(ignored > 0 ? [ignoredNote(ignored)] : []),
  ]
  return { ...assemble(editions, matches, table, drafts, measure), notes, bounded: matches.bounded }
}

/** What is common and what is rare is judged over all texts of both editions. */
function measureOf({ old, new: now }: Editions): Measure {
  const rows = [...old.rows, ...now.rows]
  const fundings = rows.flatMap((row) =>
    [...row.cells.values()].flatMap((cell) => cell.lines.filter((line) => line.tag === 'funding')),
  )
  const words = [...old.items, ...now.items].map(({ said }) => said.words)
  return createMeasure([...words, ...fundings.map(({ text }) => foldNotation(text))])
}

function columnNote(side: 'only-old' | 'only-new', { key }: ComparedColumn, plan: Plan): Diagnostic {
  const filled = plan.categories.flatMap((category) =>
    category.rows.filter(({ cells }) => cells[key]?.tag === 'text' && cells[key].text.trim() !== ''),
  )
  const [here, there] = side === 'only-old' ? ['旧', '新'] : ['新', '旧']
  return {
    severity: 'warning',
    code: `column-${side}`,
    message: `欄「${key}」は${there}しい年度の様式にないため、比べていません（${here}：${filled.length} 行に記載があります）。`,
    hint: '欄の名前が変わったときは、どちらかの計画ファイルと様式で名前をそろえてください。',
  }
}

/** The note that says how many changes were left out. */
export const NOTATION_IGNORED = 'notation-ignored'

function ignoredNote(count: number): Diagnostic {
  return {
    severity: 'warning',
    code: NOTATION_IGNORED,
    message: `表記だけの違い ${count}件は、変更に数えていません（Word の変更履歴には残ります）。`,
  }
}

const BOUNDED: Diagnostic = {
  severity: 'warning',
  code: 'work-bounded',
  message: '似た文章が非常に多いため、離れた行どうしの対応を途中までしか調べていません。',
  hint: '移動した項目が「新規」と「削除」になっていることがあります。行に id を付けると確実に対応します。',
}
