/** What names the 区分 of a foreign table: a column, rows that reach over all columns, or the sheets and the lines above its pieces. */

import { linesOf } from '../office-document.js'
import { foldHeading } from '../table/fold-heading.js'
import type { FoundRow, FoundTable, FoundText } from '../table/found-table.js'

const WORDS =
  /^(?:区分|分野|領域|大項目|大柱|柱|基本目標|基本方針|基本施策|基本方向|施策の柱|政策|章|テーマ|部門|カテゴリー?)$/

export type CategoryNames =
  | { readonly tag: 'column'; readonly index: number; readonly texts: readonly string[] }
  | { readonly tag: 'bands'; readonly texts: readonly string[] }
  /** One for each piece. */
  | { readonly tag: 'pieces'; readonly names: readonly FoundText[]; readonly texts: readonly string[] }
  | { readonly tag: 'none'; readonly texts: readonly string[] }

export function findCategoryNames(table: FoundTable): CategoryNames {
  const index = findCategoryColumn(table)
  if (index >= 0) return { tag: 'column', index, texts: table.rows.flatMap((row) => columnText(row, index)) }
  const bands = table.rows.flatMap((row) => bandOf(row)?.text ?? [])
  if (bands.length > 0) return { tag: 'bands', texts: bands }
  const names = namesOfPieces(table)
  return names === undefined
    ? { tag: 'none', texts: [] }
    : { tag: 'pieces', names, texts: names.map(({ text }) => text) }
}

function columnText({ cells }: FoundRow, index: number): string[] {
  const cell = cells[index]
  if (cell?.tag !== 'text' || cells[index + 1]?.tag === 'left') return []
  const text = linesOf(cell.paragraphs).join('')
  return text === '' || /続き/.test(text) ? [] : [text]
}

/** One text over all columns. */
export function bandOf({ cells }: FoundRow): FoundText | undefined {
  const [first, ...rest] = cells
  if (first?.tag !== 'text' || rest.length === 0 || rest.some(({ tag }) => tag !== 'left')) return undefined
  const text = linesOf(first.paragraphs).join('').replace(/\n/g, '').trim()
  return text === '' ? undefined : { text, place: first.place }
}

/** A name that a program gave the sheet, or that only counts. */
const NAMELESS = /^(?:sheet|シート|表|table|page|ページ)?\s*[(（]?\d*[)）]?$/i

/** The lines above all pieces; else the names of their sheets, where these tell them apart by more than a number. */
function namesOfPieces({ pieces }: FoundTable): readonly FoundText[] | undefined {
  if (pieces.length < 2) return undefined
  const captions = pieces.flatMap(({ caption }) => caption ?? [])
  if (captions.length === pieces.length) return captions
  const stems = pieces.map(({ place }) => place.normalize('NFKC').replace(/[\d()\s]/g, ''))
  const isNamed =
    new Set(stems).size === pieces.length && !pieces.some(({ place }) => NAMELESS.test(place.normalize('NFKC')))
  return isNamed ? pieces.map(({ place }) => ({ text: place, place })) : undefined
}

function findCategoryColumn(table: FoundTable): number {
  const named = table.columns.findIndex(
    ({ headings }) => headings.length === 1 && WORDS.test(foldHeading(headings[0]!)),
  )
  if (named >= 0) return named
  return table.columns.slice(0, 2).findIndex(({ headings }, index) => {
    const cells = table.rows.map(({ cells: own }) => own[index]!)
    const texts = cells.flatMap((cell) => (cell.tag === 'text' && cell.paragraphs.length > 0 ? [cell] : []))
    const isVertical = texts.length > 0 && texts.every(({ direction }) => direction === 'vertical')
    const isNameless = headings.every((heading) => heading.trim() === '')
    return texts.length > 0 && (isVertical || (isNameless && cells.some(({ tag }) => tag === 'above')))
  })
}
