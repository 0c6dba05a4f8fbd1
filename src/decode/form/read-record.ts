/** The boxes of a 個票 in a judged form file, and the columns that their fields are. */

import type { BoxDefinition, ColumnDefinition, RecordDefinition } from '../../definition/form-definition.js'
import { Fields } from '../shape/fields.js'
import { ALIGNS, DIRECTIONS, PARTS, VERTICAL_ALIGNS } from './form-words.js'
import { BOXES } from './record-shape.js'

/** Of a box's heading beside its text, in em. */
const HEAD_WIDTH = 8

/** `columns` have no width yet: it is what the boxes leave them. */
export function readRecord(top: Fields): { readonly record: RecordDefinition; readonly columns: ColumnDefinition[] } {
  const headWidth = top.has('見出しの幅') ? top.number('見出しの幅') : HEAD_WIDTH
  const tiers = boxesOf(top)
  return {
    record: {
      tiers: tiers.map((boxes) => boxes.map((box) => readBox(box, headWidth))),
      repeated: repeatedOf(tiers, top.has('繰り返す段') ? top.number('繰り返す段') : 1),
    },
    columns: tiers
      .flat()
      .filter((box) => box.has('欄'))
      .map(readField),
  }
}

/** Tier by tier. */
export function boxesOf(top: Fields): readonly (readonly Fields[])[] {
  const tiers = top.value(BOXES)
  if (tiers?.tag !== 'list') return []
  return tiers.items.map((boxes) =>
    boxes.tag === 'list' ? boxes.items.flatMap((box) => (box.tag === 'map' ? [new Fields(box)] : [])) : [],
  )
}

/** As many as are asked for, but no box is parted, and not all of them. */
function repeatedOf(tiers: readonly (readonly Fields[])[], asked: number): number {
  const reaches = (count: number) =>
    tiers.slice(0, count).some((boxes, index) => boxes.some((box) => index + tiersOf(box) > count))
  let count = Math.min(asked, tiers.length - 1)
  while (count > 0 && reaches(count)) count--
  return count
}

function tiersOf(box: Fields): number {
  return box.has('段数') ? box.number('段数') : 1
}

function readBox(box: Fields, headWidth: number): BoxDefinition {
  const look = box.has('欄')
    ? { field: box.text('欄') }
    : {
        ...(box.has('文字の大きさ') && { size: box.number('文字の大きさ') }),
        ...(box.has('地') && { shade: box.number('地') }),
        align: box.choice('左右', ALIGNS, 'center'),
      }
  return {
    heading: box.text('見出し'),
    headDirection: box.choice('見出しの向き', DIRECTIONS, 'horizontal'),
    headWidth: box.has('見出しの幅') ? box.number('見出しの幅') : headWidth,
    ...(box.has('幅') && { share: box.number('幅') }),
    tiers: tiersOf(box),
    leastLines: box.has('行数') ? box.number('行数') : 1,
    ...look,
  }
}

function readField(box: Fields): ColumnDefinition {
  return {
    heading: box.text('見出し'),
    upperHeadings: [],
    headDirection: box.choice('見出しの向き', DIRECTIONS, 'horizontal'),
    fields: [{ key: box.text('欄'), part: box.choice('役割', PARTS, 'plain') }],
    width: 0,
    ...(box.has('文字の大きさ') && { size: box.number('文字の大きさ') }),
    ...(box.has('地') && { shade: box.number('地') }),
    merges: false,
    direction: box.choice('向き', DIRECTIONS, 'horizontal'),
    align: box.choice('左右', ALIGNS, 'start'),
    valign: box.choice('上下', VERTICAL_ALIGNS, 'top'),
  }
}
