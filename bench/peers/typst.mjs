/** Typst, from its source to the PDF. `node typst.mjs SOURCE.typ FONT.ttf OUT.pdf` */

import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [, , source, font, output] = process.argv
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] })
writeFileSync(output, compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }))
