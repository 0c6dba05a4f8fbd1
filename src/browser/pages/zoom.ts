/** Buttons for the size of the pages on the screen. */

import { element } from '../dom/element.js'
import type { PageView } from './page-view.js'

export function zoomButtons(view: PageView): HTMLElement {
  const button = (name: string, says: string, run: () => void) =>
    element('button', { type: 'button', 'aria-label': says, title: says, onclick: run }, name)
  const by = (factor: number) => () => {
    view.zoom *= factor
  }
  return element(
    'span',
    { class: 'button-group', role: 'group', 'aria-label': '紙面の大きさ' },
    button('−', '紙面を小さく', by(1 / 1.2)),
    button('＋', '紙面を大きく', by(1.2)),
    button('幅', '紙面を画面の幅に', () => view.fitWidth()),
  )
}
