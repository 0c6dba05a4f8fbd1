/** What changed in the document itself: title, area, form, headings, texts around the table, columns that came or went. */

import type { Kind } from '../change-kinds.js'
import type { ComparedColumn } from '../columns.js'
import { columnName, ownYear } from '../columns.js'
import type { ColumnPair } from '../compared-columns.js'
import type { PartPair, Place } from '../comparison.js'
import type { DocumentText } from '../document-text.js'
import { isSameEmphasis } from '../edition.js'
import type { Draft } from './draft.js'

export function draftDocument(
  olds: readonly DocumentText[],
  news: readonly DocumentText[],
  columns: readonly ColumnPair[],
  parts: readonly PartPair[],
): readonly Draft[] {
  const ofWhole = draftTexts(
    olds.filter(({ part }) => part === undefined),
    news.filter(({ part }) => part === undefined),
  )
  const ofParts = parts.flatMap(({ old, new: now }) =>
    draftTexts(
      olds.filter(({ part }) => part !== undefined && part === old),
      news.filter(({ part }) => part !== undefined && part === now),
    ),
  )
  return [...ofWhole, ...ofParts, ...draftHeadings(columns), ...columns.flatMap(draftColumn)]
}

function draftTexts(olds: readonly DocumentText[], news: readonly DocumentText[]): readonly Draft[] {
  const names = [...new Set([...news, ...olds].map(({ name }) => name))]
  const find = (texts: readonly DocumentText[], name: string) => texts.find((each) => each.name === name)
  return names.flatMap((name) => {
    const [old, now] = [find(olds, name), find(news, name)]
    // What the forms print over their columns is told of the columns.
    const isForms = [old, now].every((text) => text === undefined || text.isForms)
    return isForms ? [] : draftText(old, now)
  })
}

function draftText(old: DocumentText | undefined, now: DocumentText | undefined): readonly Draft[] {
  if (old?.template !== now?.template && (old?.text ?? '') !== (now?.text ?? '')) {
    return [documentDraft('document-changed', placeOf(old), placeOf(now))]
  }
  const isSame = old?.text !== now?.text || isSameEmphasis(old?.emphasis, now?.emphasis)
  return isSame ? [] : [documentDraft('format-only', placeOf(old), placeOf(now))]
}

function placeOf(text: DocumentText | undefined): Place | undefined {
  if (text === undefined || text.text === '') return undefined
  const { name, emphasis, line, part } = text
  return {
    ...documentPlace(name, text.text, line),
    ...(emphasis && { emphasis }),
    ...(part !== undefined && { table: part + 1 }),
  }
}

/** A heading over several columns is said once. */
function draftHeadings(columns: readonly ColumnPair[]): readonly Draft[] {
  const said = new Set<string>()
  return columns.flatMap(({ id, old, new: now }) => {
    // A heading that is a year moves on by itself.
    if (!old || !now || ownYear(old) !== ownYear(now)) return []
    const depth = Math.max(old.upperHeadings?.length ?? 0, now.upperHeadings?.length ?? 0)
    const inAnyYear = [headings(old.inAnyYear, depth), headings(now.inAnyYear, depth)] as const
    const isMadeByYear = (level: number) => old.inAnyYear !== undefined && inAnyYear[0][level] === inAnyYear[1][level]
    const news = headings(now, depth)
    return headings(old, depth).flatMap((before, level) => {
      const after = news[level]!
      const key = level < depth ? `${before}\n${after}` : `${id}\n`
      if (before === after || isMadeByYear(level) || said.has(key)) return []
      said.add(key)
      const place = (text: string, column: ComparedColumn) =>
        text === '' ? undefined : documentPlace(`見出し:${column.key}`, text)
      return [documentDraft('document-changed', place(before, old), place(after, now))]
    })
  })
}

/** Those above to the depth, and the column's own. */
function headings(
  { heading = '', upperHeadings = [] }: Pick<ComparedColumn, 'heading' | 'upperHeadings'> = {},
  depth: number,
): readonly string[] {
  return [...Array.from({ length: depth }, (_, level) => upperHeadings[level] ?? ''), heading]
}

function draftColumn({ old, new: now }: ColumnPair): readonly Draft[] {
  if (old && now) return []
  const place = (column: ComparedColumn | undefined) =>
    column && documentPlace(`欄:${columnName(column)}`, columnName(column))
  return [documentDraft('document-changed', place(old), place(now))]
}

function documentPlace(column: string, text: string, line?: number): Place {
  return { category: 0, row: 0, column, text, ...(line !== undefined && { line }) }
}

function documentDraft(kind: Kind, old: Place | undefined, now: Place | undefined): Draft {
  return {
    kinds: [kind],
    subject: 'document',
    olds: [],
    news: [],
    oldPlaces: old ? [old] : [],
    newPlaces: now ? [now] : [],
  }
}
