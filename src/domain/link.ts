/** 対応: what an official says that two editions have to do with each other, in the place of what was found. Data only. */

/** What became of a promise of last year's; `to-confirm` where it cannot be known. */
export type Fate =
  | 'realised'
  | 'partly-realised'
  | 'carried-over'
  | 'postponed'
  | 'cancelled'
  | 'planned-but-missing'
  | 'to-confirm'

export interface Link {
  readonly old: LinkPlace
  /** None where it is not said. */
  readonly new: readonly LinkPlace[]
  /** その後; to-confirm is no decision. */
  readonly fate?: Fate
  /** 理由, 担当 and 説明, which are printed. */
  readonly reason?: string
  readonly assignee?: string
  readonly explanation?: string
  /** Its line in the links file. */
  readonly line?: number
}

/** An item by where it stands and what it says. */
export interface LinkPlace {
  /** 表, where the plan has several: its number among the plan's parts, from 1, or its 見出し. */
  readonly table?: number | string
  /** By its number in order, from 1, or by its name. */
  readonly category: number | string
  /** Within the category, from 1. */
  readonly row: number
  readonly column: string
  readonly text: string
  /** Which of the equal texts of its cell, from 1. */
  readonly nth?: number
}
