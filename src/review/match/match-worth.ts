/** What a match is worth to the assignment. */

/** Of matches that are worth the same, those that keep their order win; more than this it never decides. */
const ORDER_WORTH = 1e-3

/**
 * The square of the likeness: one match of 0.9 is worth more than two of 0.5, though their sum is less. `apart` is the
 * distance of the two places, −1 to 1 of the way through the edition or cell. Its square makes twins match in their
 * order: two that cross would stand further apart together than two that do not.
 */
export function gainOf(likeness: number, apart: number): number {
  return Math.max(likeness * likeness - ORDER_WORTH * apart * apart, Number.EPSILON)
}
