/** Who is whose counterpart, one to one, by number. */

export class Mates {
  private readonly news = new Map<number, number>()
  private readonly olds = new Map<number, number>()

  join(old: number, now: number): void {
    this.news.set(old, now)
    this.olds.set(now, old)
  }

  separate(old: number, now: number): void {
    this.news.delete(old)
    this.olds.delete(now)
  }

  newOf(old: number): number | undefined {
    return this.news.get(old)
  }

  oldOf(now: number): number | undefined {
    return this.olds.get(now)
  }

  areMates(old: number, now: number): boolean {
    return this.news.get(old) === now
  }

  /** Pairs by rising old number. */
  pairs(): readonly (readonly [old: number, new: number])[] {
    return [...this.news].sort(([a], [b]) => a - b)
  }
}

/** Joins those that alone on their side have a key. A key that is undefined is nobody's. */
export function joinUnique<T extends { readonly index: number }>(
  mates: Mates,
  olds: readonly T[],
  news: readonly T[],
  keyOf: (each: T) => string | undefined,
): void {
  const only = onlyByKey(
    news.filter(({ index }) => mates.oldOf(index) === undefined),
    keyOf,
  )
  const free = olds.filter(({ index }) => mates.newOf(index) === undefined)
  for (const [key, old] of onlyByKey(free, keyOf)) {
    const now = only.get(key)
    if (old && now) mates.join(old.index, now.index)
  }
}

/** Whoever shares a key with another is undefined. */
function onlyByKey<T>(all: readonly T[], keyOf: (each: T) => string | undefined): ReadonlyMap<string, T | undefined> {
  const byKey = new Map<string, T | undefined>()
  for (const each of all) {
    const key = keyOf(each)
    if (key !== undefined) byKey.set(key, byKey.has(key) ? undefined : each)
  }
  return byKey
}
