/** The tags and texts of an HTML fragment as Word and Excel put it on the clipboard: no well-formed XML, and no page of anybody's. */

export type HtmlToken =
  | { readonly tag: 'text'; readonly text: string }
  | { readonly tag: 'start'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly tag: 'end'; readonly name: string }

/** Longer fragments are no table that anybody copied. In characters. */
const LONGEST = 32 * 1024 * 1024

const PIECE = /<!--[\s\S]*?-->|<!\[[^>]*>|<[!?][^>]*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+|<)/gi
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
/** What stands in these is said to nobody. */
const UNSEEN = /<(head|style|script|title|xml)\b[\s\S]*?<\/\1\s*>/gi

export function* readHtml(html: string): Generator<HtmlToken> {
  const seen = html.slice(0, LONGEST).replace(UNSEEN, '')
  for (const [, slash, name, rest, text] of seen.matchAll(PIECE)) {
    if (text !== undefined) yield { tag: 'text', text: decodeEntities(text) }
    else if (name === undefined) continue
    else if (slash === '/') yield { tag: 'end', name: name.toLowerCase() }
    else yield { tag: 'start', name: name.toLowerCase(), attributes: readAttributes(rest ?? '') }
  }
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    found[name!.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '')
  }
  return found
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (name !== undefined) return ENTITIES[name] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
