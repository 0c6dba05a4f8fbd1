/** The Japanese words of a form file and what they stand for. */

import { ALIGNMENTS } from '../../domain/alignment.js'

export const PARTS = {
  区分: 'category',
  見出し: 'heading',
  取組み: 'initiatives',
  成果と課題: 'results',
  対応: 'responses',
  予定: 'plans',
  その他: 'plain',
} as const

export const STRICTNESS = { 緩い: 'loose', 標準: 'standard', 厳しい: 'strict' } as const
export const DIRECTIONS = { 横: 'horizontal', 縦: 'vertical' } as const
export const ALIGNS = ALIGNMENTS
export const VERTICAL_ALIGNS = { 上: 'top', 中央: 'middle' } as const
export const ORIENTATIONS = { 横: 'landscape', 縦: 'portrait' } as const

/** Whether a row of the plan that asks for it starts a page. */
export const PLAN_BREAKS = { 従う: 'obeyed', 従わない: 'ignored' } as const

/** How a table shows its 区分. */
export const CATEGORY_STYLES = { 列: 'column', 帯: 'band', 見出し: 'heading' } as const

/** Whether the tables of a plan follow one another, or each starts a page and, in Excel, a sheet. */
export const TABLES_STAND = { 続ける: 'on', 表ごと: 'apart' } as const

/** Where the plan's 注 stand. */
export const NOTES_STAND = { 表の後: 'below', 表の前: 'above' } as const

/** How the widths of the columns are meant: as they are, or as shares of the paper's width between the margins. */
export const WIDTHS = { 文字数: 'fixed', 用紙いっぱい: 'shares' } as const

/** Width and height of the sheets in millimetres, upright (ISO 216; B sizes JIS P 0138). */
export const SHEETS = { A3: [297, 420], A4: [210, 297], A5: [148, 210], B4: [257, 364], B5: [182, 257] } as const
