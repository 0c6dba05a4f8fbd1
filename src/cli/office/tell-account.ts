/** The account of an import on the console: what was read, what was not, each with its place, and the sum. */

import type { ImportedPlan } from '../../decode/office/import-plan.js'
import type { Listed } from '../../decode/office/office-document.js'
import { groupEntries, KINDS, tellForm, tellOrigin, tellSum } from '../../decode/office/tell-reading.js'
import type { Console } from '../console/console.js'

/** More places of one kind than these help nobody at a terminal; --account json has all. */
const MOST = 20

export function tellAccount(file: string, imported: ImportedPlan, console: Console): void {
  const { plan, account, revisions } = imported
  const rows = plan.categories.reduce((sum, category) => sum + category.rows.length, 0)
  const parts = plan.categories[0]?.name === '' ? '' : ` ${plan.categories.length} 区分`
  console.err(`${file}: 「${plan.title.replace(/\n/g, '')}」（${plan.yearText}）の${parts} ${rows} 行を読みました。`)
  console.err(`  ${tellForm(imported)}`)
  if (imported.origin !== undefined) console.err(`  ${tellOrigin(imported.origin)}`)
  if (imported.pieces.length > 1) {
    console.err(
      `  見出しの同じ ${imported.pieces.length} つの表を一つにつなぎました（${imported.pieces.join('、')}）。`,
    )
  }
  for (const [author, count] of revisions) console.err(`  変更履歴 ${count} 件（${author || '名前なし'}）`)
  for (const [kind, entries] of groupEntries(account.entries)) {
    console.err(`  ${KINDS[kind]}: ${entries.length} 件`)
    for (const entry of entries.slice(0, MOST)) console.err(`    ${tellEntry(entry)}`)
    if (entries.length > MOST)
      console.err(`    ほかに ${entries.length - MOST} 件（--account json ですべて見られます）`)
  }
  console.err(tellSum(account))
}

/** 進捗１!I5（係員乙） 日取りを確かめること */
export function tellEntry({ place, text, author }: Listed): string {
  const words = text.replace(/\s*\n\s*/g, '／')
  return `${place}${author === undefined ? '' : `（${author}）`}${words === '' ? '' : ` ${words}`}`
}

/** The account for programs, one object a document. */
export function accountJson(
  file: string,
  { plan, definition, formFile, account, revisions, pieces, origin }: ImportedPlan,
): object {
  return {
    file,
    title: plan.title,
    year: plan.yearText,
    form: formFile === undefined ? definition.name : formFile,
    tables: pieces,
    ...(origin && { edited: origin.state === 'edited' }),
    revisions: [...revisions].map(([author, count]) => ({ author, count })),
    characters: { read: account.read, planned: account.planned, listed: account.listed },
    entries: account.entries.map((entry) => ({ ...entry, meaning: KINDS[entry.kind] })),
  }
}
