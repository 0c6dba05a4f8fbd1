/** Full-width ASCII as half-width, and back, one UTF-16 unit for one, so that places found in the folded text hold in the text. */

/** Distance of the full-width forms U+FF01–FF5E from ASCII U+0021–007E (Unicode, Halfwidth and Fullwidth Forms). */
const DISTANCE = 0xfee0

/** `Ｈ２９（年度）　～` → `H29(年度) ~`. Kana and everything else stays as it is. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～\u3000]/g, (c) => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - DISTANCE)))
}

/** `R4(2022)` → `Ｒ４（２０２２）`; blanks stay. */
export function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + DISTANCE))
}
