/** The texts of a document that stand in no cell: its title, what is printed over, under and beside the table. */

import type { EmphasisRange } from '../domain/plan.js'

export interface DocumentText {
  /** What it is: 題名, 区域, 欄外:上. */
  readonly name: string
  /** As it was typed; a form's text before the year and the like are filled in. Where this is the same, so is the text. */
  readonly template: string
  /** As it is printed. */
  readonly text: string
  readonly emphasis?: readonly EmphasisRange[]
  /** Index of the plan's part that it is of, where the plan has several. */
  readonly part?: number
  /** What the form prints where the plan says nothing of its own: it counts beside what the other edition says. */
  readonly isForms?: boolean
  /** Line in the plan file. */
  readonly line?: number
}
