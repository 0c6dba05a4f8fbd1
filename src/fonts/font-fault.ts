/** Why a font file is not used. */

export type FontFault =
  /** Something else that is named like a font, or nothing at all. */
  | { readonly tag: 'no-font' }
  /** WOFF: fonts as web pages carry them. */
  | { readonly tag: 'web-font' }
  /** The file ends before its tables do. */
  | { readonly tag: 'cut' }
  | { readonly tag: 'damaged'; readonly table: string }
  /** No table of Unicode characters. */
  | { readonly tag: 'no-unicode' }
  /** Its glyphs are drawn for many weights at once; what stands in the file plainly is often the thinnest. */
  | { readonly tag: 'variable' }
  /** Its maker forbids to embed it, or to embed a part of it, in documents. */
  | { readonly tag: 'not-embeddable' }

/** How the readers of a font's tables say that it cannot be used; `openTypeface` makes a value of it. */
export class FontError extends RangeError {
  constructor(readonly fault: FontFault) {
    super(`the font cannot be used: ${fault.tag}${fault.tag === 'damaged' ? ` (${fault.table})` : ''}`)
  }
}

/** What `read` makes of a table; where it reads beyond the file's end, the table is damaged. */
export function readTable<T>(table: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError && !(error instanceof FontError)) throw new FontError({ tag: 'damaged', table })
    throw error
  }
}
