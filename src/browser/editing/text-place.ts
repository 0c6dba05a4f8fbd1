/** A text of the plan that can be written, by where it stands. Indexes count from 0. Data only. */

import type { Handout } from '../../domain/plan.js'

export type TextPlace =
  | { readonly tag: 'cell'; readonly category: number; readonly row: number; readonly column: string }
  | { readonly tag: 'category'; readonly category: number }
  | { readonly tag: 'text'; readonly name: TextName }
  /** What the plan prints over a column in the place of the form's heading; the column by its first field. */
  | { readonly tag: 'heading'; readonly column: string; readonly part?: number }
  /** A text of one of several tables, or of a part that is text only. */
  | { readonly tag: 'part'; readonly part: number; readonly name: PartText }
  | { readonly tag: 'handout'; readonly name: keyof Handout }

/** The plan's texts that stand in no table, as the plan file calls them. */
export type TextName = '計画' | '年度' | '版' | '版の日付' | '期間' | '区域' | '前文' | '単位' | '注'

export type PartText = '見出し' | '本文' | '前文' | '単位' | '注'

export interface RowPlace {
  readonly category: number
  readonly row: number
}

export function isSamePlace(a: TextPlace | undefined, b: TextPlace | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
