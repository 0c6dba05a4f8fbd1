/** Values of style sheets, and classes for what many elements look like. */

/** At most two decimals. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** A string that cannot end its quotes or the style sheet around it: what is neither letter nor figure goes by its code (CSS Syntax 4.3.7). */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}

/** Grey from 0 (black) to 1 (white). */
export function grey(shade: number): string {
  const level = Math.round(shade * 255)
    .toString(16)
    .padStart(2, '0')
  return `#${level}${level}${level}`
}

/** Each look has a class of its own, in the order in which they are first asked for. */
export class Looks {
  private readonly names = new Map<string, string>()

  /** The class with these declarations; none for what looks like all around it. */
  classOf(declarations: readonly string[]): string {
    const look = declarations.join(';')
    if (look === '') return ''
    const name = this.names.get(look) ?? `look${this.names.size + 1}`
    this.names.set(look, name)
    return name
  }

  /** As rules of a style sheet. */
  rules(): string {
    return [...this.names].map(([look, name]) => `.${name}{${look}}`).join('\n')
  }
}
