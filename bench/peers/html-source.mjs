/** The table in HTML, for printing. */

import { pathToFileURL } from 'node:url'

/** @param {import('../table.mjs').Table} table */
export function htmlSource(table) {
  const { paper, font, padding, rules, leading } = table
  const { top, right, bottom, left } = paper.margins
  // Where rules are collapsed, a column's width takes in half of each.
  const columns = table.columns.map((width) => `<col style="width:${width + rules.inner}pt">`).join('')
  const sum = table.columns.reduce((total, width) => total + width + rules.inner, 0)
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
@font-face { font-family: table; src: url(${JSON.stringify(pathToFileURL(font.path).href)}) }
@page { size: ${paper.width}pt ${paper.height}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt }
body { margin: 0; font-family: table; line-height: ${leading}; text-autospace: no-autospace }
h1 { margin: 0; font-size: ${table.titleSize}pt; font-weight: normal }
table { border-collapse: collapse; table-layout: fixed; width: ${sum}pt; border: ${rules.outer}pt solid }
td { border: ${rules.inner}pt solid; padding: ${padding.y}pt ${padding.x}pt; vertical-align: top; white-space: pre-line }
.c { text-align: center; vertical-align: middle }
</style><h1>${escapeHtml(table.title)}</h1>
<table><colgroup>${columns}</colgroup>
<thead>
${rows(table.head)}</thead>
<tbody>
${rows(table.body)}</tbody></table></html>
`
}

function rows(all) {
  return all.map((row) => `<tr>${row.map((cell) => (cell === null ? '' : cellSource(cell))).join('')}</tr>\n`).join('')
}

/** @param {import('../table.mjs').TableCell} cell */
function cellSource({ text, size, rowSpan, colSpan, centered }) {
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
  return `<td${spans}${centered ? ' class="c"' : ''} style="font-size:${size}pt">${escapeHtml(text)}</td>`
}

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
