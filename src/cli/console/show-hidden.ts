/** Characters that a terminal obeys or hides instead of showing them, by their names. */

/** C0 and C1 controls (line feeds too), line and paragraph separators, and what turns the direction of text (UAX #9, 2). */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** The text with `<U+202E>` in the place of such a character: nothing of it moves, colours or forges a line. */
export function showHidden(text: string): string {
  return text.replace(HIDDEN, (character) => `<U+${hexOf(character)}>`)
}

/** The same in JSON, whose texts keep their meaning. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (character) => `\\u${hexOf(character)}`)
}

/** All of them lie in the basic plane. */
function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
