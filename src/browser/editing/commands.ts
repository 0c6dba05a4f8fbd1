/** What can be done with rows and 区分, each by a button and by a key. */

import type { SpotRow } from '../pages/drawing.js'
import type { PlanEdit } from './edit-plan.js'
import type { RowPlace, TextPlace } from './text-place.js'

export interface Command {
  readonly name: string
  /** For `aria-label` and help. */
  readonly says: string
  readonly group: '行' | '欄' | '区分'
  /** As people read it: Alt+↓. */
  readonly shown: string
  /** As the browser tells it, with Alt. */
  readonly key: string
  readonly shift: boolean
  /** What it does at a place, in that row; nothing where it does not apply. */
  readonly edit: (place: TextPlace, row?: SpotRow) => PlanEdit | undefined
  /** How many rows, or 区分, the cursor goes down: with what moves, to what is new. */
  readonly follows?: 1 | -1
}

const ofRow = (make: (at: RowPlace, column: string, row?: SpotRow) => PlanEdit) => (place: TextPlace, row?: SpotRow) =>
  place.tag === 'cell' ? make({ category: place.category, row: place.row }, place.column, row) : undefined
const ofCategory = (make: (category: number) => PlanEdit) => (place: TextPlace) =>
  place.tag === 'cell' || place.tag === 'category' ? make(place.category) : undefined

const SHOWN: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' }

export const COMMANDS: readonly Command[] = [
  command(
    '行',
    '足す',
    '下に行を足す',
    'Insert',
    ofRow((at) => ({ tag: 'add-row', at })),
    1,
  ),
  command(
    '行',
    '消す',
    '行を消す',
    'Delete',
    ofRow((at) => ({ tag: 'remove-row', at })),
  ),
  command(
    '行',
    '上へ',
    '行を上へ動かす',
    'ArrowUp',
    ofRow((at) => ({ tag: 'move-row', at, by: -1 })),
    -1,
  ),
  command(
    '行',
    '下へ',
    '行を下へ動かす',
    'ArrowDown',
    ofRow((at) => ({ tag: 'move-row', at, by: 1 })),
    1,
  ),
  command(
    '行',
    '改ページ',
    'この行の前で改ページする・やめる',
    'p',
    ofRow((at, _, row) => ({ tag: 'start-page', at, starts: row?.startsPage !== true })),
  ),
  command(
    '欄',
    '上と結合',
    'セルを上と結合する',
    'u',
    ofRow((at, column) => ({ tag: 'join', at, column, with: 'above' })),
  ),
  command(
    '欄',
    '左と結合',
    'セルを左と結合する',
    'l',
    ofRow((at, column) => ({ tag: 'join', at, column, with: 'left' })),
  ),
  command(
    '欄',
    '結合を解く',
    'セルの結合を解く',
    'k',
    ofRow((at, column) => ({ tag: 'part', at, column })),
  ),
  category('足す', '後に区分を足す', 'Insert', (at) => ({ tag: 'add-category', category: at, name: '新しい区分' }), 1),
  category('消す', '区分を行ごと消す', 'Delete', (at) => ({ tag: 'remove-category', category: at })),
  category('上へ', '区分を上へ動かす', 'ArrowUp', (at) => ({ tag: 'move-category', category: at, by: -1 }), -1),
  category('下へ', '区分を下へ動かす', 'ArrowDown', (at) => ({ tag: 'move-category', category: at, by: 1 }), 1),
]

function command(
  group: Command['group'],
  name: string,
  says: string,
  key: string,
  edit: Command['edit'],
  follows?: 1 | -1,
): Command {
  const shown = `Alt+${SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key)}`
  return { group, name, says, key, shown, shift: false, edit, ...(follows && { follows }) }
}

function category(
  name: string,
  says: string,
  key: string,
  make: (category: number) => PlanEdit,
  follows?: 1 | -1,
): Command {
  const plain = command('区分', name, says, key, ofCategory(make), follows)
  return { ...plain, shift: true, shown: plain.shown.replace('Alt+', 'Alt+Shift+') }
}

/** The command of a key that was pressed. */
export function commandOf({ key, altKey, shiftKey }: KeyboardEvent): Command | undefined {
  if (!altKey) return undefined
  return COMMANDS.find((each) => each.shift === shiftKey && each.key.toLowerCase() === key.toLowerCase())
}

/** Where the text at a place stands when its row or 区分 has moved. */
export function follow(place: TextPlace, { group, follows }: Command): TextPlace {
  if (follows === undefined) return place
  if (place.tag === 'cell' && group === '行') return { ...place, row: place.row + follows }
  if ((place.tag === 'cell' || place.tag === 'category') && group === '区分')
    return { ...place, category: place.category + follows }
  return place
}
