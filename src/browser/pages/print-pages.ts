/** 印刷: all pages, each as large as its sheet of paper, by the browser's own printing. */

import type { Served } from '../worker/call.js'
import type { Core } from '../worker/core.js'
import type { Contents } from './contents.js'
import type { PageView } from './page-view.js'

export async function printPages(view: PageView, { pages }: Contents, core: Served<Core>): Promise<void> {
  const { zoom } = view
  view.hold()
  view.zoom = 1
  view.place(await core.draw(pages.map((_, index) => index + 1)))
  await document.fonts.ready
  // The policy of the page allows no other sheet of styles; rules in its own one it does.
  const styles = document.styleSheets[0]!
  const sizes = [...new Set(pages.map(({ width, height }) => `${width}pt ${height}pt`))]
  for (const [index, size] of sizes.entries()) styles.insertRule(`@page sheet-${index} { size: ${size}; margin: 0 }`)
  for (const [index, { width, height }] of pages.entries()) {
    view.sheet(index + 1)?.style.setProperty('page', `sheet-${sizes.indexOf(`${width}pt ${height}pt`)}`)
  }
  await new Promise((resolve) => {
    window.addEventListener('afterprint', resolve, { once: true })
    window.print()
  })
  for (const _ of sizes) styles.deleteRule(0)
  view.zoom = zoom
  view.release()
}
