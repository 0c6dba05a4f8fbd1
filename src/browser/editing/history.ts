/** The texts that a plan file has had, to go back and forth over. Data only. */

export interface History {
  readonly past: readonly string[]
  readonly now: string
  readonly future: readonly string[]
}

/** So many characters of older texts are kept: of a usual plan hundreds, of the largest a few. */
const MOST = 40_000_000

export function startHistory(text: string): History {
  return { past: [], now: text, future: [] }
}

export function takeText({ past, now }: History, text: string): History {
  if (text === now) return { past, now, future: [] }
  const all = [...past, now]
  while (all.length > 1 && all.length * text.length > MOST) all.shift()
  return { past: all, now: text, future: [] }
}

export function undo({ past, now, future }: History): History {
  const text = past.at(-1)
  return text === undefined ? { past, now, future } : { past: past.slice(0, -1), now: text, future: [now, ...future] }
}

export function redo({ past, now, future }: History): History {
  const [text, ...rest] = future
  return text === undefined ? { past, now, future } : { past: [...past, now], now: text, future: rest }
}
