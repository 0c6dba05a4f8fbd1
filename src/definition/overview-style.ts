/** What the form file of the overview says (templates/overview/form.yaml). Data only; lengths in points. */

import type { ReportStyle } from './report-style.js'

export type SheetCount = 'one' | 'as-many'

export interface OverviewStyle extends ReportStyle {
  /** Distance of base lines in em. */
  readonly leading: number
  /** Leading and size down to which type is set closer before items are left out. */
  readonly least: { readonly leading: number; readonly size: number }
  /** one: what finds no room on the sheet is counted. as-many: every item stands on as many sheets as they take. */
  readonly sheets: SheetCount
  /** Of the bars, RRGGBB. */
  readonly color: string
  /** So many are listed by name, the others are counted. */
  readonly most: {
    readonly categories: number
    readonly actors: number
    readonly funding: number
    readonly years: number
  }
  readonly keys: RowKeys
  readonly texts: OverviewTexts
}

/** Columns that tell of a row what the notation in its cells does not, by their keys. */
export interface RowKeys {
  readonly actor: readonly string[]
  readonly funding: readonly string[]
  readonly years: readonly string[]
}

/** What is counted of a plan, each in a column of its own. */
export type Measure = 'initiatives' | 'achievements' | 'issues' | 'responses' | 'plans'

/** Handlebars texts; `OVERVIEW_NAMES` tells what they can name. */
export interface OverviewTexts {
  readonly title: string
  readonly header: string
  readonly footer: string
  readonly sections: {
    readonly counts: string
    readonly actors: string
    readonly funding: string
    readonly timeline: string
  }
  readonly measures: Readonly<Record<Measure, string>>
  readonly category: string
  readonly item: string
  readonly total: string
  readonly actor: string
  readonly fund: string
  /** Where no actor or fund is named. */
  readonly unnamed: string
  /** For those that are not listed. */
  readonly otherCategories: string
  readonly otherActors: string
  readonly otherFunding: string
  readonly otherItems: string
  /** Of years before the first column, and from the last one on. */
  readonly until: string
  readonly since: string
  readonly legend: {
    readonly done: string
    readonly planned: string
    readonly open: string
    readonly thisYear: string
  }
  readonly notes: {
    readonly undated: string
    readonly noActors: string
    readonly noFunding: string
    readonly shared: string
    readonly unmarked: string
    readonly absent: string
    readonly noTimeline: string
    readonly counting: string
  }
}
