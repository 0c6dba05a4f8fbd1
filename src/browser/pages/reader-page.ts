/** A page as a real table that nobody sees: what a screen reader tells of the drawn one. */

import { element } from '../dom/element.js'
import type { DrawnPage, ReadCell, ReadPart } from './drawing.js'

export function readerPage({ read }: DrawnPage): HTMLElement {
  return element('div', { class: 'for-readers' }, ...read.map(part))
}

function part(read: ReadPart): HTMLElement {
  if (typeof read === 'string') return element('p', {}, read)
  return element('table', {}, element('tbody', {}, ...read.map((cells) => element('tr', {}, ...cells.map(cell)))))
}

function cell({ text, rowSpan, colSpan, heads }: ReadCell): HTMLElement {
  const spans = { rowspan: rowSpan > 1 && rowSpan, colspan: colSpan > 1 && colSpan }
  // A heading that says nothing heads nothing.
  if (heads === undefined || text === '') return element('td', spans, text)
  return element('th', { ...spans, scope: heads === 'column' ? 'col' : 'row' }, text)
}
