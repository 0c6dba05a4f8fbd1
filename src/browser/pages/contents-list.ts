/** The list beside the pages: 区分 and page numbers, to jump to. */

import { element } from '../dom/element.js'
import type { Contents } from './contents.js'

export function contentsList({ entries, pages }: Contents, goTo: (page: number) => void): readonly HTMLElement[] {
  const jump = (name: string, page: number) =>
    element('li', {}, element('button', { type: 'button', onclick: () => goTo(page) }, name))
  const numbers = pages.map((_, index) => jump(String(index + 1), index + 1))
  return [
    ...(entries.length === 0
      ? []
      : [element('h2', {}, '区分'), element('ul', {}, ...entries.map(({ name, page }) => jump(name, page)))]),
    element('h2', {}, `ページ（${pages.length}）`),
    element('ul', { class: 'pages-list' }, ...numbers),
  ]
}
