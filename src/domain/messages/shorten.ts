/** What a message shows of a long text. */

/** Its beginning, on one line. */
export function shorten(text: string, most = 20): string {
  const line = text.slice(0, 100).trim().replace(/\s+/g, ' ')
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** 「見出し」の, where the value stands behind a key. */
export function ofKey(key: string | undefined): string {
  return key === undefined ? '' : `「${shorten(key)}」の`
}

/** A guess at what was meant, where one is near. */
export function guess(nearest: string | undefined): string {
  return nearest === undefined ? '' : `「${nearest}」の書き間違いではありませんか。`
}
