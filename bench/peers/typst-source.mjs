/** The table in Typst's language. */

/** @param {import('../table.mjs').Table} table */
export function typstSource(table) {
  const { paper, font, padding, rules, leading } = table
  const { top, right, bottom, left } = paper.margins
  // The em box is the line's height, and what leading adds to it stands half over and half under the line, as in ours.
  const between = leading - 1
  const size = sizeOf(table.body)
  return `#set page(width: ${paper.width}pt, height: ${paper.height}pt,
  margin: (top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt, left: ${left}pt))
#set text(font: ${quote(font.family)}, lang: "ja", cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: ${between}em, spacing: ${between}em)
#text(size: ${table.titleSize}pt, ${quote(table.title)})

#set text(size: ${size}pt)
#table(
  columns: (${table.columns.map((width) => `${width}pt`).join(', ')}),
  inset: (x: ${padding.x}pt, y: ${padding.y}pt + ${between / 2}em),
  stroke: ${rules.inner}pt,
  align: (column, row) => if row < ${table.head.length} { center + horizon } else { left + top },
  table.header(
${rows(table.head, size)}  ),
${rows(table.body, size)})
`
}

function rows(all, size) {
  const rowSource = (row) => row.flatMap((cell) => (cell === null ? [] : [cellSource(cell, size)])).join(', ')
  return all.map((row) => `    ${rowSource(row)},\n`).join('')
}

/** @param {import('../table.mjs').TableCell} cell */
function cellSource({ text, size, rowSpan, colSpan, centered }, usual) {
  const content = size === usual ? quote(text) : `text(size: ${size}pt, ${quote(text)})`
  const options = [
    ...(rowSpan > 1 ? [`rowspan: ${rowSpan}`] : []),
    ...(colSpan > 1 ? [`colspan: ${colSpan}`] : []),
    ...(centered ? ['align: center + horizon'] : []),
  ]
  return options.length === 0 ? content : `table.cell(${options.join(', ')}, ${content})`
}

function sizeOf(body) {
  return body[0].find((cell) => cell !== null).size
}

function quote(text) {
  return JSON.stringify(text)
}
