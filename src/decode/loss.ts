/** What YAML keeps for itself of the text that was typed, and what is said of it where the text is to be printed. */

import type { Position } from '../domain/diagnostic.js'
import type { Said } from '../domain/messages/say.js'
import { wide } from './key-slips.js'

/**
 * What a person typed and YAML keeps for itself, so that the value is not what stands in the file. Whether that is a slip
 * goes by what the value is for: see the shapes.
 */
export interface Loss {
  readonly kind: LossKind
  readonly at: Position
  /** What is lost or changed, as it is typed. */
  readonly typed: string
}

export type LossKind =
  /** `# …` behind the value. */
  | 'remark'
  /** `# …` behind a `|`: the text below it is whole. */
  | 'block-remark'
  /** A line of its own that begins with `#`, set in as far as the value's text. */
  | 'remark-line'
  /** `&name`, `*name`, `!name`. */
  | 'mark'
  /** `null` or `~`. */
  | 'null'
  /** `[ ]` or `{ }` around the value, in a file that is not JSON. */
  | 'brackets'
  /** A backslash in `"…"` that becomes another character. */
  | 'escape'
  /** Line feeds of a text without `|`, which become blanks. */
  | 'lines'
  /** `｜`, which is no `|`, with lines below it. */
  | 'wide-pipe'
  /** `>`, which makes blanks of line feeds. */
  | 'folded'

/** What is said of a loss; `key` is the key that the value stands behind, where there is one. */
export function explainLoss({ kind, typed }: Loss, key: string | undefined): Said {
  switch (kind) {
    case 'remark':
    case 'block-remark':
      return { code: 'remark', values: { where: 'behind', key, typed } }
    case 'remark-line':
      return { code: 'remark', values: { where: 'line', key, typed } }
    case 'mark':
      return { code: 'yaml-mark', values: { typed } }
    case 'null':
      return { code: 'yaml-null', values: { key, typed } }
    case 'brackets':
      return { code: 'yaml-brackets', values: { key, typed } }
    case 'escape':
      return { code: 'yaml-escape', values: { key, typed } }
    case 'lines':
    case 'folded':
      return { code: 'several-lines', values: { by: kind, key, typed } }
    case 'wide-pipe':
      return wide(typed, 'pipe')
  }
}
