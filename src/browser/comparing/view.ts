/** A comparison as the page shows it. Data only. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Fate, Link } from '../../domain/link.js'
import type { Segment } from '../../review/words/segments.js'
import type { Located } from '../pages/locate.js'

export interface ComparisonView {
  readonly old: EditionView
  readonly new: EditionView
  /** Which of them is the plan on the desk. */
  readonly own: 'old' | 'new'
  readonly count: number
  /** 修正 3件、… */
  readonly kinds: readonly { readonly name: string; readonly count: number }[]
  readonly changes: readonly ChangeView[]
  readonly promises: readonly PromiseView[]
  /** 要確認. */
  readonly toConfirm: readonly { readonly message: string; readonly located?: Located }[]
  readonly diagnostics: readonly Diagnostic[]
  /** The links as a file: what was found, and what the official said. */
  readonly linksText: string
}

export interface EditionView {
  readonly file: string
  readonly title: string
  readonly yearText: string
  readonly items: number
}

export interface ChangeView {
  readonly kinds: readonly string[]
  /** ②3行目 取組み. */
  readonly where: string
  readonly old: string
  readonly new: string
  readonly segments: readonly Segment[]
  /** In the plan on the desk, where it stands there. */
  readonly located?: Located
}

export interface PromiseView {
  readonly where: string
  readonly text: string
  readonly fate: Fate
  readonly reason: string
  /** As it is given back; what the official says is put into it. */
  readonly link: Link
  readonly located?: Located
}
