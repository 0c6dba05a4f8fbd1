/** Headings compare without what an office changes for looks: width of characters, blanks, line breaks. */

/** NFKC, all blanks out. */
export function foldHeading(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
