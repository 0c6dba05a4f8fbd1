/**
 * What a Word or Excel document carries of the plan that it was made from, so that it is read back by keys and not by
 * guessing: the plan file of all that it prints, the form, and which row of the document is which of the plan. Data only.
 */

import type { FormFileMap } from './form-definition.js'

export interface Skeleton {
  /** Counts up where a reader of before could not read it. */
  readonly version: 1
  /** The plan file of what the document prints: every key of the plan, the texts of the printed cells and of no other. */
  readonly plan: string
  readonly form?: FormFileMap
  /** Of each printed column the key of its first field, where not all columns are printed. */
  readonly columns?: readonly string[]
  /** What is printed that is more than the plan's own texts, or is made of them: to tell it from what somebody wrote. */
  readonly printed: PrintedTexts
  /** One for each row of the plan above: the name of its row in the document. */
  readonly rows: readonly string[]
}

/** Of each a line a paragraph. */
export interface PrintedTexts {
  /** Over the table. */
  readonly title: string
  /** （単位：千円） */
  readonly unit: string
  /** What opens a meeting's paper, and its cover. */
  readonly front: string
  /** Of each column, as its lowest heading says it. */
  readonly headings: readonly string[]
}

/** A row of the plan as documents name it, by bookmarks or defined names; 区分 and row count from 1 in the whole plan. */
export function nameOfRow({ category, row }: { readonly category: number; readonly row: number }): string {
  return `keikaku_row_${category}_${row}`
}

/** The name in a bookmark's or defined name's: hidden ones begin with a low line in Word. */
export const ROW_NAME = /^_?(keikaku_row_\d+_\d+)$/

/** The namespace of the part's one element, which holds the skeleton as JSON. */
export const SKELETON_NAMESPACE = 'urn:keikaku:skeleton'
