/** The columns of a judged form file, or of one of its tables. */

import { fillWidth } from '../../definition/column-widths.js'
import type { ColumnDefinition, FieldDefinition, FormDefinition, YearsShown } from '../../definition/form-definition.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import type { Fields } from '../shape/fields.js'
import { toNumber } from '../shape/validate.js'
import { ALIGNS, CATEGORY_STYLES, DIRECTIONS, PARTS, VERTICAL_ALIGNS, WIDTHS } from './form-words.js'
import { readRecord } from './read-record.js'
import { BOXES } from './record-shape.js'

/** The columns of a table, and how it shows its 区分: as the table says, else as the form does; or those of boxes, which have no width yet. */
export function readColumns(
  table: Fields,
  top: Fields,
  look: Pick<FormDefinition, 'paper' | 'type' | 'table'>,
): Pick<FormDefinition, 'categories' | 'columns' | 'widths' | 'record'> {
  if (top.has(BOXES)) return { categories: 'band', ...readRecord(top) }
  const columns = table.maps('列').map(readColumn)
  const said = (key: string) => (table.has(key) ? table : top)
  const otherwise = namesCategories(columns) ? 'column' : 'band'
  const categories = said('区分の示し方').choice('区分の示し方', CATEGORY_STYLES, otherwise)
  const shares = said('列幅').choice('列幅', WIDTHS, 'fixed') === 'shares'
  if (!shares) return { categories, columns }
  return { categories, columns: fillWidth({ ...look, columns }).columns, widths: 'shares' }
}

/** Whether a column says which 区分 a row belongs to. */
export function namesCategories(columns: readonly ColumnDefinition[]): boolean {
  return columns.some(({ fields }) => fields.some(({ part }) => part === 'category'))
}

function readColumn(column: Fields): ColumnDefinition {
  return {
    heading: column.text('見出し'),
    upperHeadings: column.texts('上の見出し').filter((text) => text !== ''),
    headDirection: column.choice('見出しの向き', DIRECTIONS, 'horizontal'),
    fields: column.maps('欄').map(readField),
    width: column.number('幅'),
    ...(column.has('文字の大きさ') ? { size: column.number('文字の大きさ') } : {}),
    ...(column.has('地') ? { shade: column.number('地') } : {}),
    merges: column.flag('結合'),
    direction: column.choice('向き', DIRECTIONS, 'horizontal'),
    align: column.choice('左右', ALIGNS, 'start'),
    valign: column.choice('上下', VERTICAL_ALIGNS, 'top'),
    ...(column.has('年') ? { years: readYears(column), yearHeading: column.text('年の見出し') || YEAR_HEADING } : {}),
  }
}

/** Over a column of a year, where the form says nothing else: R6. */
export const YEAR_HEADING = '{{略記 年}}'

/** 期間, or a list of years (R4) and of distances from the plan's year (-1). */
function readYears(column: Fields): YearsShown {
  if (column.value('年')?.tag !== 'list') return 'period'
  return column.texts('年').map((text) => {
    const offset = readOffset(text)
    return offset === undefined ? { year: parseFiscalYear(text)! } : { offset }
  })
}

/** A year has four digits. */
const FARTHEST = 100

/** -1, 0, +1; undefined for anything else. */
export function readOffset(text: string): number | undefined {
  const number = toNumber(text)
  return Number.isInteger(number) && Math.abs(number) <= FARTHEST ? number : undefined
}

function readField(field: Fields): FieldDefinition {
  const label = field.text('小見出し')
  return {
    key: field.text('名前'),
    part: field.choice('役割', PARTS, 'plain'),
    ...(label === '' ? {} : { label }),
  }
}
