/** Compares two editions of a plan. */

import type { Link } from '../domain/link.js'
import { say } from '../domain/messages/say.js'
import type { Plan } from '../domain/plan.js'
import { type ComparedColumn, columnName } from './columns.js'
import { type ColumnPair, matchColumns } from './compared-columns.js'
import { type Comparison, type Confirmation, listChanges } from './comparison.js'
import { listConfirmations } from './confirm/list-confirmations.js'
import { assemble } from './drafts/assemble.js'
import { layTable } from './drafts/both-tables.js'
import { countTold, draftChanges } from './drafts/draft-changes.js'
import { draftDocument } from './drafts/draft-document.js'
import { mergeParts } from './drafts/merge-parts.js'
import { columnsOf, type Editions, readEdition, TextReader } from './edition.js'
import { resolveLinks, staleLink } from './links/resolve-links.js'
import { createMeasure, type Measure } from './match/likeness.js'
import { matchEditions } from './matches.js'
import { type Documents, DRAFT, listWarnings, sharedColumns } from './warnings.js'
import { foldNotation } from './words/normalise.js'
import { areValuesLeftBehind, areYearsTyped } from './years-rolled.js'

export interface CompareOptions {
  /** The columns of either edition's form, see `comparedColumns`. */
  readonly columns: { readonly old: readonly ComparedColumn[]; readonly new: readonly ComparedColumn[] }
  /** The texts of either document that stand in no cell. */
  readonly documents?: Documents
  /** What an official says of the editions: it goes before what is found. */
  readonly links?: readonly Link[]
  /** 表記のみ counts as 変更なし. */
  readonly ignoreNotation?: boolean
}

const NO_TEXTS: Documents = { old: [], new: [] }

/** Everything that is the same and that differs. The same plans give the same result, whatever has been compared before. */
export function compare(
  old: Plan,
  now: Plan,
  { columns, documents = NO_TEXTS, links = [], ignoreNotation = false }: CompareOptions,
): Comparison {
  const byYear = matchColumns(columns.old, columns.new)
  const isLeftBehind = areValuesLeftBehind(old, now, byYear.pairs)
  const { pairs, categoryKey } = isLeftBehind ? matchColumns(columns.old, columns.new, 'place') : byYear
  const reader = new TextReader()
  const editions = {
    old: readEdition(old, columnsOf(pairs, 'old'), reader),
    new: readEdition(now, columnsOf(pairs, 'new'), reader),
  }
  const measure = measureOf(editions)
  const areDrafts = old.year === now.year
  const { links: resolved, stale } = resolveLinks(links, editions)
  const matches = matchEditions(editions, measure, { areDrafts, links: resolved })
  const table = layTable(editions, matches, measure)
  const isCompared = ({ name }: { readonly name: string }) => name !== DRAFT
  const parts = mergeParts(editions, matches.rows)
  const ofDocument = draftDocument(documents.old.filter(isCompared), documents.new.filter(isCompared), pairs, parts)
  const options = { ofDocument, categoryKey }
  const drafts = draftChanges(editions, matches, table, { ...options, ignoreNotation })
  const ignored = ignoreNotation
    ? countTold(draftChanges(editions, matches, table, { ...options, ignoreNotation: false })) - countTold(drafts)
    : 0
  const notes = [
    ...(areDrafts ? [say('drafts', {})] : []),
    ...(sharedColumns(pairs) < 0.5 ? [say('no-redline', {})] : []),
    ...stale.map(staleLink),
    ...(matches.bounded ? [say('work-bounded', {})] : []),
    ...(ignored > 0 ? [say('notation-ignored', { count: ignored })] : []),
  ]
  const found = assemble(editions, matches, table, drafts, measure)
  return {
    ...found,
    same: ignored === 0 && !(isLeftBehind && areYearsTyped(pairs)) && listChanges(found).length === 0,
    areDrafts,
    columns: pairs,
    parts,
    sharedColumns: sharedColumns(pairs),
    toConfirm: [...listConfirmations(editions, matches, found.changes), ...(isLeftBehind ? [leftBehind(pairs)] : [])],
    staleLinks: stale,
    warnings: listWarnings(editions, matches, documents, pairs),
    notes,
    bounded: matches.bounded,
  }
}

function leftBehind(pairs: readonly ColumnPair[]): Confirmation {
  const column = pairs.find(({ year, new: now }) => year !== undefined && now)!.new!
  return {
    code: 'past-value-rewritten',
    side: 'new',
    place: { category: 0, row: 0, column: `欄:${columnName(column)}`, text: columnName(column) },
    message: '年度の欄の値がどれも前の版のままです。欄の年度だけが進んでいないか確かめてください',
  }
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
