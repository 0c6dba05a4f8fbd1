/** The seed's pages as text with coordinates: a change of the layout shows as a change of lines that people can read. */

import { describe, expect, it } from 'vitest'
import type { LaidOut, PlacedLine } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'

describe('最上の計画のページ', () => {
  it('行の切れ目も場所も、控えのとおり', async () => {
    const laidOut = layOutPlan(seedPlan('mogami-h30'), bundledForm('official'))
    await expect(printPages(laidOut)).toMatchFileSnapshot('../goldens/mogami-h30.pages.txt')
  })
})

/** Lengths in points, to one decimal. */
function printPages({ pages }: LaidOut): string {
  const lines = pages.flatMap((page) => [
    `ページ ${page.number}`,
    ...[...page.header, ...page.title].map((line) => `  ${printLine(line)}`),
    ...cellsOn(page).flatMap((cell) => [
      `  行 ${cell.row}+${cell.rowSpan} 列 ${cell.column}+${cell.colSpan} ${round(cell.left)},${round(cell.top)} ${round(cell.width)}×${round(cell.height)} ${cell.flow}${cell.openBelow ? ' 次へ' : ''}`,
      ...cell.lines.map((line) => `    ${printLine(line)}`),
    ]),
    ...page.footer.map((line) => `  ${printLine(line)}`),
  ])
  return `${lines.join('\n')}\n`
}

function printLine({ line, x, baseline }: PlacedLine): string {
  return `${round(x)},${round(baseline)} ${line.pieces.map((piece) => piece.text).join('')}`
}

function round(points: number): string {
  return points.toFixed(1)
}
