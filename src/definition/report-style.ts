/** What a style file says of a report on two editions (templates/taishohyo/, templates/summary/). Data only. */

import type { DefinitionSource, Paper } from './form-definition.js'

/** What every report is told. Fonts, line breaking and rules it takes over from the plan's own form. */
export interface ReportStyle {
  /** The file's name without its ending, `standard`. */
  readonly id: string
  /** The Japanese name, 標準. */
  readonly name: string
  readonly paper: Paper
  /** Sizes of type in points: of the body, of the title, of header and footer. */
  readonly size: number
  readonly titleSize: number
  readonly noteSize: number
  /** Of the sizes. */
  readonly source?: DefinitionSource
}

/** What a report calls a kind of change, by its code, where that is not the common name. `{{欄}}` is the column. */
export type KindNames = Readonly<Record<string, string | undefined>>

/** How changed words are told from the others: by shape, for colours do not survive the copier. */
export type Mark = 'underline' | 'bold' | 'strike' | 'double-strike'

/** What becomes of items that did not change: left out, one 略 for as many as follow one another, or said in full. */
export type UnchangedItems = 'left-out' | 'abridged' | 'in-full'

/** The house style of a 新旧対照表. */
export interface TaishohyoStyle extends ReportStyle {
  /** On which side the new edition stands. */
  readonly newSide: 'left' | 'right'
  readonly marks: { readonly old: Mark; readonly new: Mark }
  readonly unchanged: UnchangedItems
  /** Whether a column names the kind of each change. */
  readonly remarks: boolean
  /** In proportion to each other; together the columns are as wide as the paper allows. */
  readonly widths: {
    readonly category: number
    readonly field: number
    /** Of the new and of the old side. */
    readonly side: number
    readonly remarks: number
  }
  readonly texts: TaishohyoTexts
  readonly kindNames: KindNames
}

/** Handlebars texts. */
export interface TaishohyoTexts {
  readonly title: string
  readonly newHeading: string
  readonly oldHeading: string
  /** On the other side of what is new, and of what was dropped. */
  readonly added: string
  readonly removed: string
  /** In the place of items that did not change. */
  readonly abridged: string
  readonly noChange: string
  readonly header: string
  readonly footer: string
}

/** The style of a 変更の概要. */
export interface SummaryStyle extends ReportStyle {
  readonly texts: SummaryTexts
}

/** Handlebars texts. */
export interface SummaryTexts {
  readonly title: string
  /** What the numbers amount to, in sentences. */
  readonly digest: string
  readonly header: string
  readonly footer: string
}
