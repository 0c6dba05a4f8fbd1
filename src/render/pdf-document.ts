/** pdfmake's PDF document, the writer of the file's objects: only the fonts are embedded without it, see `pdf-embed`. */

import { createRequire } from 'node:module'
import type PDFDocument from 'pdfmake/js/PDFDocument.js'

/**
 * What pdfkit requires as it starts and uses for texts, fonts, pictures and passwords of its own, none of which it is asked
 * for here: fontkit alone takes longer to load than the seed to print.
 */
const UNUSED = ['fontkit', 'linebreak', 'png-js', '@noble/ciphers/aes', '@noble/hashes/sha2', '@noble/hashes/utils']

// CommonJS modules with a default export, which every loader unwraps in its own way: required, they are what they are.
const require = createRequire(import.meta.url)

/** Loads pdfmake's document class without the modules that are not used. */
export function loadPdfDocument(): typeof PDFDocument {
  const path = require.resolve('pdfmake/js/PDFDocument.js')
  const pdfkit = createRequire(path).resolve('pdfkit')
  const absent = UNUSED.map((name) => createRequire(pdfkit).resolve(name)).filter((file) => !(file in require.cache))
  for (const file of absent)
    require.cache[file] = { id: file, filename: file, loaded: true, exports: {} } as NodeJS.Module
  try {
    return (require(path) as { default: typeof PDFDocument }).default
  } finally {
    for (const file of absent) delete require.cache[file]
  }
}
