/** 印刷: all pages, each as large as its sheet of paper, by the browser's own printing. */

import type { Served } from '../worker/call.js'
import type { Core } from '../worker/core.js'
import type { Contents } from './contents.js'
import type { PageView } from './page-view.js'

export async function printPages(
  view: PageView,
  { pages, width, height }: Contents,
  core: Served<Core>,
): Promise<void> {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  const { zoom } = view
  view.hold()
  view.zoom = 1
  view.place(await core.draw(all))
  await document.fonts.ready
  // The policy of the page allows no other sheet of styles; a rule in its own one it does.
  const [styles] = document.styleSheets
  const rule = styles!.insertRule(`@page { size: ${width}pt ${height}pt; margin: 0 }`, styles!.cssRules.length)
  window.print()
  styles!.deleteRule(rule)
  view.zoom = zoom
  view.release()
}
