/** What a document says as a plan, before a plan file or a Plan is made of it. Data only. */

import type { RunMark } from '../office-document.js'

export interface ReadPlan {
  readonly title: string
  /** As it is written in a plan file: R6. */
  readonly year: string
  /** Where the form shows its years. */
  readonly period?: string
  readonly area?: string
  readonly handout: Readonly<Partial<Record<'number' | 'meeting' | 'date' | 'author', string>>>
  readonly lead: readonly ReadText[]
  readonly unit?: string
  readonly tables: readonly ReadTable[]
  readonly notes: readonly ReadText[]
}

export interface ReadTable {
  readonly place: string
  readonly heading?: string
  readonly lead: readonly ReadText[]
  readonly unit?: string
  readonly notes: readonly ReadText[]
  /** One without a name where the table has no 区分. */
  readonly categories: readonly ReadCategory[]
}

export interface ReadCategory {
  readonly name: string | undefined
  /** Where the document counts otherwise than from one on. */
  readonly number: number | undefined
  readonly rows: readonly ReadRow[]
}

export interface ReadRow {
  readonly anchor?: string
  /** By column key. A key that is not there joins the cell above, or is empty where the column joins none. */
  readonly cells: Readonly<Record<string, ReadCell>>
}

export type ReadCell =
  | { readonly tag: 'text'; readonly lines: readonly ReadText[]; readonly place: string }
  | { readonly tag: 'above' }
  | { readonly tag: 'left' }

/** A line with the marks of its stretches. */
export interface ReadText {
  readonly pieces: readonly { readonly text: string; readonly marks: readonly RunMark[] }[]
}

export function plainText(lines: readonly ReadText[]): string {
  return lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')
}
