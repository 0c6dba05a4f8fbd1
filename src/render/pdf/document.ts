/** pdfmake's PDF document, the writer of the file's objects: only the fonts are embedded without it, see `pdf-embed`. */

import { createRequire } from 'node:module'
import type PDFDocument from 'pdfmake/js/PDFDocument.js'

/**
 * What pdfkit requires as it starts and uses for texts, fonts, pictures and passwords of its own, none of which it is asked
 * for here: fontkit alone takes longer to load than the seed to print.
 */
const DEFERRED = ['fontkit', 'linebreak', 'png-js', '@noble/ciphers/aes', '@noble/hashes/sha2', '@noble/hashes/utils']

// CommonJS modules with a default export, which every loader unwraps in its own way: required, they are what they are.
const require = createRequire(import.meta.url)

/** Loads pdfmake's document class; some of its modules only when somebody uses them. */
export function loadPdfDocument(): typeof PDFDocument {
  const path = require.resolve('pdfmake/js/PDFDocument.js')
  const pdfkit = createRequire(path).resolve('pdfkit')
  const files = DEFERRED.map((name) => createRequire(pdfkit).resolve(name)).filter((file) => !(file in require.cache))
  for (const file of files) {
    require.cache[file] = { id: file, filename: file, loaded: true, exports: defer(file) } as NodeJS.Module
  }
  try {
    return (require(path) as { default: typeof PDFDocument }).default
  } finally {
    for (const file of files) delete require.cache[file]
  }
}

/** Stands for a module, an object or a class, until it is used: other programs in this process may have pdfkit do so. */
function defer(file: string): unknown {
  return new Proxy(class {}, {
    get: (_, name) => Reflect.get(require(file), name),
    construct: (_, args) => Reflect.construct(require(file), args),
  })
}
