/** What a plan is: one edition of one official plan, row by row as its table is printed. Data only. */

import type { Alignment } from './alignment.js'
import type { Position } from './diagnostic.js'

export interface Plan {
  /** The title of the table, 計画. */
  readonly title: string
  readonly titleAt?: Position
  /** The fiscal year of this edition as a western year (April to March): 2018 for 平成30年度. */
  readonly year: number
  /** The fiscal year as it is written in the source: `H30`. */
  readonly yearText: string
  /** 版: a draft of this year's edition, 案２; and its date, 版の日付. */
  readonly draft?: string
  readonly draftDate?: string
  /** 期間 of the plan: H30～R5. */
  readonly period?: string
  /** 区域. */
  readonly area?: string
  /** 様式: folder under templates/, Japanese name or path of the form to print. */
  readonly form?: string
  /** 装飾: texts of the file are typed with the marks of emphasis. */
  readonly isMarked?: true
  /** 列の見出し: what this plan prints over a column in the place of the form's heading, by the column's first field. */
  readonly headings?: Readonly<Record<string, string>>
  /** 資料: what a meeting handout prints. */
  readonly handout: Handout
  /** 前文: the text before the table, a paragraph a line. */
  readonly lead?: string
  /** 単位: what the table counts in, 千円. */
  readonly unit?: string
  /** Of all tables, in order. */
  readonly categories: readonly Category[]
  /** 表: the tables of a plan that has several, and the texts between them; left out, all categories are one table. */
  readonly parts?: readonly PlanPart[]
  /** 注: the text behind the table, a paragraph a line. */
  readonly notes?: string
  /** What is emphasised in the texts that stand in no cell. */
  readonly emphasis?: { readonly lead?: readonly EmphasisRange[]; readonly notes?: readonly EmphasisRange[] }
}

export type PlanPart = TablePart | TextPart

interface AnyPart {
  /** 見出し: over the part, in one line or several. */
  readonly heading?: string
  readonly headingAt?: Position
  /** 改ページ: the part starts a page. */
  readonly startsPage: boolean
  readonly at?: Position
}

/** A table of its own, with its texts around it. */
export interface TablePart extends AnyPart {
  readonly tag: 'table'
  /** 前文, 単位, 列の見出し and 注: as those of a plan that is one table. */
  readonly lead?: string
  readonly unit?: string
  readonly headings?: Readonly<Record<string, string>>
  readonly notes?: string
  readonly emphasis?: { readonly lead?: readonly EmphasisRange[]; readonly notes?: readonly EmphasisRange[] }
  /** 様式の表: the form's table that prints it, by its name. */
  readonly formTable?: string
  /** How many of the plan's categories are its own, one at least; they follow those of the table before. */
  readonly categories: number
}

/** 本文: text only. */
export interface TextPart extends AnyPart, MarkedText {
  readonly tag: 'text'
}

/** A text without the marks that a plan with 装飾 is typed with, and what these emphasise in it. */
export interface MarkedText {
  readonly text: string
  readonly emphasis?: readonly EmphasisRange[]
}

/** Part of a text, in UTF-16 units, within one line of it. Ranges may lie within each other. */
export interface EmphasisRange {
  readonly start: number
  readonly end: number
  readonly emphasis: PlanEmphasis
}

/** **太字**, __下線__, ~~取消線~~, ^^上付き^^ and ,,下付き,,. */
export type PlanEmphasis = 'bold' | 'underline' | 'strike' | 'superscript' | 'subscript'

export interface Handout {
  /** 番号: 資料３. */
  readonly number?: string
  /** 会議. */
  readonly meeting?: string
  /** 日付. */
  readonly date?: string
  /** 作成. */
  readonly author?: string
}

/** One 区分 with its rows. */
export interface Category {
  /** Empty where the rows stand directly in the table, without a 区分. */
  readonly name: string
  readonly number: number
  readonly rows: readonly Row[]
  readonly at?: Position
}

export interface Row {
  /** A name that stays the same from year to year. */
  readonly id?: string
  /** 改ページ: this row starts a page. */
  readonly startsPage: boolean
  /** 揃え: how texts stand in this row where it is otherwise than the form says, by the first fields of their columns. */
  readonly aligned?: Readonly<Record<string, Aligned>>
  /** By column key, only the columns that the source names. */
  readonly cells: Readonly<Record<string, Cell>>
  readonly at?: Position
}

export interface Aligned {
  readonly alignment: Alignment
  readonly at?: Position
}

export type Cell =
  /** A text, kept to the letter. Line feeds part its paragraphs; an empty line is a gap. */
  | {
      readonly tag: 'text'
      readonly text: string
      readonly emphasis?: readonly EmphasisRange[]
      readonly at?: Position
      /** The source's line of each line of the text, where they do not simply follow one another from `at`. */
      readonly lines?: readonly number[]
    }
  /** `↑`: the cell is one with the cell above. */
  | { readonly tag: 'joined'; readonly at?: Position }
  /** `←`: the cell is one with the cell at its left, as the form orders them. */
  | { readonly tag: 'joined-left'; readonly at?: Position }
