/** Reads a page of HTML as a browser's table model does: cells at their places in the grid, text around, what every printed page says. */

import { DOMParser, type Element } from '@xmldom/xmldom'

export interface HtmlCell {
  readonly tag: string
  readonly column: number
  readonly row: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly id: string
  readonly headers: readonly string[]
  /** A line for each paragraph and item. */
  readonly text: string
  readonly element: Element
}

export interface HtmlPage {
  readonly root: Element
  readonly meta: Readonly<Record<string, string>>
  readonly title: string
  readonly tables: readonly (readonly HtmlCell[])[]
  readonly around: string
  readonly printed: string
}

export function readHtml(bytes: Uint8Array): HtmlPage {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const faults: string[] = []
  const parser = new DOMParser({ onError: (level, message) => level !== 'warning' && faults.push(message) })
  const root = parser.parseFromString(source, 'text/html').documentElement!
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const metas = all(root, 'meta').map((each) => [each.getAttribute('name'), each.getAttribute('content')])
  const style = all(root, 'style')[0]!.textContent!
  return {
    root,
    meta: Object.fromEntries(metas.filter(([name]) => name)),
    title: all(root, 'title')[0]!.textContent!,
    tables: all(root, 'table').map(readTable),
    around: textOf(all(root, 'main')[0]!, ['table', 'nav']).join('\n'),
    printed: [...style.matchAll(/\ncontent:(.*);\n/g)].map(([, content]) => cssText(content!)).join('\n'),
  }
}

/** HTML's own way to give cells their places (13.6, forming a table), a group of rows after the other. */
function readTable(table: Element): readonly HtmlCell[] {
  let top = 0
  return [...all(table, 'thead'), ...all(table, 'tbody')].flatMap((group) => {
    const rows = all(group, 'tr')
    const taken = rows.map(() => new Set<number>())
    const cells = rows.flatMap((row, index) => {
      let column = 0
      return elementsIn(row).map((element): HtmlCell => {
        while (taken[index]!.has(column)) column++
        const span = (name: string) => Number(element.getAttribute(name) || 1)
        const [rowSpan, colSpan] = [span('rowspan'), span('colspan')]
        for (let down = 0; down < rowSpan; down++) {
          const below = taken[index + down]
          if (below === undefined) throw new Error(`a cell reaches beyond its rows: ${element.textContent}`)
          for (let right = 0; right < colSpan; right++) below.add(column + right)
        }
        return {
          tag: element.nodeName,
          column,
          row: top + index,
          rowSpan,
          colSpan,
          id: element.getAttribute('id') ?? '',
          headers: (element.getAttribute('headers') ?? '').split(' ').filter((each) => each !== ''),
          text: textOf(element).join('\n'),
          element,
        }
      })
    })
    top += rows.length
    return cells
  })
}

/** A text for each paragraph, item and title, without elements of these names and without the words for those who do not see the marks. */
export function textOf(element: Element, without: readonly string[] = []): readonly string[] {
  const texts: string[] = []
  let open = false
  const visit = (node: Element) => {
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === 3) {
        const text = child.nodeValue ?? ''
        if (open) texts[texts.length - 1] += text
        else if (text.trim() !== '') throw new Error(`text outside of any paragraph: ${text}`)
      } else if (child.nodeType === 1) {
        const below = child as Element
        if (without.includes(below.nodeName) || below.getAttribute('class') === 'words') continue
        const isBlock = ['p', 'li', 'h1', 'h2', 'h3'].includes(below.nodeName)
        if (isBlock) texts.push('')
        open ||= isBlock
        visit(below)
        if (isBlock) open = false
      }
    }
  }
  visit(element)
  return texts
}

/** Strings as CSS reads them; counters are figures. */
function cssText(content: string): string {
  return content
    .replace(/counter\(\w+\)/g, '')
    .replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) =>
      inner.replace(/\\([0-9a-f]{1,6}) /g, (__, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    )
}

function elementsIn(element: Element): readonly Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1)
}

export function all(element: Element, name: string): readonly Element[] {
  return Array.from(element.getElementsByTagName(name))
}
