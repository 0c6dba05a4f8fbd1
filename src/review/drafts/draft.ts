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
  /** All places where they are not just those of the items. */
  readonly oldPlaces?: readonly Place[]
  readonly newPlaces?: readonly Place[]
  readonly realisedIn?: EditionItem
}
