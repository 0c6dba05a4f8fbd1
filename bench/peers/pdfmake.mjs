/** pdfmake as anyone would use it: the table with one text node a cell. `node pdfmake.mjs TABLE.json OUT.pdf` */

import { readFileSync } from 'node:fs'
import pdfmake from 'pdfmake'

const [, , input, output] = process.argv
/** @type {import('../table.mjs').Table} */
const table = JSON.parse(readFileSync(input, 'utf8'))
const { paper, font, padding, rules } = table
const { top, right, bottom, left } = paper.margins

const cell = (each) =>
  each === null
    ? {}
    : {
        text: each.text,
        fontSize: each.size,
        rowSpan: each.rowSpan,
        colSpan: each.colSpan,
        ...(each.centered ? { alignment: 'center' } : {}),
      }

pdfmake.setFonts({ [font.family]: { normal: font.path } })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => true)
await pdfmake
  .createPdf({
    pageSize: { width: paper.width, height: paper.height },
    pageMargins: [left, top, right, bottom],
    defaultStyle: { font: font.family, lineHeight: table.leading / font.lineHeight },
    content: [
      { text: table.title, fontSize: table.titleSize },
      {
        layout: {
          hLineWidth: (line, { table: { body } }) => (line === 0 || line === body.length ? rules.outer : rules.inner),
          vLineWidth: (line, { table: { widths } }) =>
            line === 0 || line === widths.length ? rules.outer : rules.inner,
          paddingLeft: () => padding.x,
          paddingRight: () => padding.x,
          paddingTop: () => padding.y,
          paddingBottom: () => padding.y,
        },
        table: {
          headerRows: table.head.length,
          widths: table.columns.map((width) => width - 2 * padding.x),
          body: [...table.head, ...table.body].map((row) => row.map(cell)),
        },
      },
    ],
  })
  .write(output)
