/** How a file of the command line is called in messages and in the names of documents. */

/** Stands for standard input, which has no name of its own. */
export const STANDARD_INPUT = '-'

export function nameFile(file: string): string {
  return file === STANDARD_INPUT ? '標準入力' : file
}
