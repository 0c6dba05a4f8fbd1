/** A change before it has its number. */

import type { Kind } from '../change-kinds.js'
import type { Place, Subject } from '../comparison.js'
import type { EditionItem } from '../edition.js'

export interface Draft {
  readonly kinds: readonly Kind[]
  readonly subject: Subject
  /** The items that are counted with it. */
  readonly olds: readonly EditionItem[]
  readonly news: readonly EditionItem[]
  /** Places of what is no item. */
  readonly oldPlace?: Place
  readonly newPlace?: Place
  readonly realisedIn?: EditionItem
}
