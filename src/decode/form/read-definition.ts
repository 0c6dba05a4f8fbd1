/** The tree of a whole, judged form file to a FormDefinition: millimetres become points, Japanese words our names. */

import { fillWidth } from '../../definition/column-widths.js'
import type {
  ColumnDefinition,
  FieldDefinition,
  FormDefinition,
  Paper,
  YearsShown,
} from '../../definition/form-definition.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { Fields } from '../shape/fields.js'
import { toNumber } from '../shape/validate.js'
import type { TreeMap } from '../tree.js'
import {
  ALIGNS,
  CATEGORY_STYLES,
  DIRECTIONS,
  NOTES_STAND,
  ORIENTATIONS,
  PARTS,
  PLAN_BREAKS,
  SHEETS,
  STRICTNESS,
  VERTICAL_ALIGNS,
  WIDTHS,
} from './form-words.js'

export const POINTS_PER_MM = 72 / 25.4

/** `id` is the name of the form's folder, `file` its file. */
export function readForm(tree: TreeMap, id: string, file: string): FormDefinition {
  const top = new Fields(tree)
  const type = top.map('文字')
  const lines = top.map('行組み')
  const pages = top.map('ページ')
  const table = top.map('罫線')
  const around = top.map('表のまわり')
  const texts = top.map('文章')
  const size = type.number('大きさ')
  const sizeOf = (key: string) => (around.has(key) ? around.number(key) : size)
  const columns = top.maps('列').map(readColumn)
  const form: FormDefinition = {
    id,
    name: top.text('名前'),
    ...(top.has('説明') ? { purpose: top.text('説明') } : {}),
    paper: readPaper(top.map('用紙'), file),
    type: {
      fonts: type.texts('書体'),
      officeFont: type.text('文書の書体'),
      size,
      leading: type.number('行送り'),
      titleSize: type.number('題名の大きさ'),
      headSize: type.number('見出しの大きさ'),
      noteSize: type.number('欄外の大きさ'),
      source: { file, at: type.placeOf('大きさ') },
    },
    lines: {
      strictness: lines.choice('禁則', STRICTNESS, 'standard'),
      pushIn: lines.flag('追い込み'),
      hanging: lines.flag('ぶら下げ'),
      justify: lines.flag('両端揃え'),
      markerIndent: lines.flag('字下げ'),
    },
    pages: {
      minLines: pages.number('分割の最少行数'),
      continued: pages.text('続きの印'),
      ...(pages.choice('計画の改ページ', PLAN_BREAKS, 'obeyed') === 'ignored' ? { ignoresBreaks: true } : {}),
    },
    table: {
      padding: { x: table.number('左右のあき'), y: table.number('上下のあき') },
      outerRule: table.number('外枠'),
      innerRule: table.number('内側'),
      headShade: table.number('見出しの地'),
    },
    around: {
      leadSize: sizeOf('前文の大きさ'),
      unitSize: sizeOf('単位の大きさ'),
      unitAlign: around.choice('単位の位置', ALIGNS, 'end'),
      notesSize: sizeOf('注の大きさ'),
      notesStand: around.choice('注の位置', NOTES_STAND, 'below'),
    },
    categories: top.choice('区分の示し方', CATEGORY_STYLES, namesCategories(columns) ? 'column' : 'band'),
    columns,
    texts: {
      title: texts.text('題名'),
      category: texts.text('区分'),
      unit: texts.text('単位') || '（単位：{{単位}}）',
      header: texts.text('上の欄外'),
      footer: texts.text('下の欄外'),
    },
  }
  return top.choice('列幅', WIDTHS, 'fixed') === 'shares' ? fillWidth({ ...form, widths: 'shares' }) : form
}

/** Whether a column says which 区分 a row belongs to. */
export function namesCategories(columns: readonly ColumnDefinition[]): boolean {
  return columns.some(({ fields }) => fields.some(({ part }) => part === 'category'))
}

/** Also read by the style files of reports. */
export function readPaper(paper: Fields, file: string): Paper {
  const size = paper.text('大きさ') as keyof typeof SHEETS
  const [short, long] = SHEETS[size].map((mm) => mm * POINTS_PER_MM) as [number, number]
  const orientation = paper.choice('向き', ORIENTATIONS, 'portrait')
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const margins = paper.map('余白')
  const side = (key: string) => margins.number(key) * POINTS_PER_MM
  return {
    size,
    orientation,
    width,
    height,
    margins: { top: side('上'), right: side('右'), bottom: side('下'), left: side('左') },
    source: { file, at: paper.tree.at },
  }
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

const YEAR_HEADING = '{{略記 年}}'

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
