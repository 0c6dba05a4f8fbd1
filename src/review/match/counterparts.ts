/** Who is whose counterpart, one to one, by number. */

export class Mates {
  private readonly news: (number | undefined)[] = []
  private readonly olds: (number | undefined)[] = []

  join(old: number, now: number): void {
    put(this.news, old, now)
    put(this.olds, now, old)
  }

  separate(old: number, now: number): void {
    put(this.news, old, undefined)
    put(this.olds, now, undefined)
  }

  newOf(old: number): number | undefined {
    return this.news[old]
  }

  oldOf(now: number): number | undefined {
    return this.olds[now]
  }

  areMates(old: number, now: number): boolean {
    return this.news[old] === now
  }

  /** Pairs by rising old number. */
  pairs(): readonly (readonly [old: number, new: number])[] {
    return this.news.flatMap((now, old) => (now === undefined ? [] : [[old, now] as const]))
  }
}

/** Without leaving holes: an array with large ones is slow. */
function put(list: (number | undefined)[], at: number, value: number | undefined): void {
  while (list.length < at) list.push(undefined)
  list[at] = value
}

/** Joins those that alone on their side have a key. A key that is undefined is nobody's. */
export function joinUnique<T extends { readonly index: number }>(
  mates: Mates,
  olds: readonly T[],
  news: readonly T[],
  keyOf: (each: T) => string | undefined,
): void {
  const free = olds.filter(({ index }) => mates.newOf(index) === undefined)
  if (free.length === 0) return
  const only = onlyByKey(
    news.filter(({ index }) => mates.oldOf(index) === undefined),
    keyOf,
  )
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
