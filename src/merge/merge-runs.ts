/** What two sides put into one place, one behind the other: in the same order whichever comes first, and once where it is the same. */

/**
 * Of both runs the things keep their order. Of the two next ones the lesser text goes first: so any number of runs make
 * one, in whatever order they are put together.
 */
export function mergeRuns<T>(one: readonly T[], other: readonly T[], textOf: (thing: T) => string): readonly T[] {
  const merged: T[] = []
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [textOf(one[i]!), textOf(other[j]!)]
    if (a === b) j++
    merged.push(a <= b ? one[i++]! : other[j++]!)
  }
  return [...merged, ...one.slice(i), ...other.slice(j)]
}
