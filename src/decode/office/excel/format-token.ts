/** A stretch of a number format: a sign that means something, or a text that is shown as it is. */

export type Token = { readonly tag: 'literal'; readonly text: string } | { readonly tag: 'sign'; readonly text: string }

export function isSign(token: Token, text: string): boolean {
  return token.tag === 'sign' && token.text === text
}

export const FIGURE = /^[0#?]$/
