/** 知らせ: the messages of the command line, in its words; a click goes to the place of which they are. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { element } from '../dom/element.js'

const NAMES = { error: 'エラー', warning: '注意' } as const

export function messageList(diagnostics: readonly Diagnostic[], goTo: (diagnostic: Diagnostic) => void): HTMLElement {
  if (diagnostics.length === 0) return element('p', { class: 'quiet' }, '知らせはありません。')
  const items = diagnostics.map((diagnostic) => {
    const { severity, message, hint, place } = diagnostic
    const where = placeText(place)
    return element(
      'li',
      { class: `message ${severity}` },
      element(
        'button',
        { class: 'message-text', onclick: () => goTo(diagnostic) },
        element('strong', {}, NAMES[severity]),
        ` ${where === '' ? '' : `${where} `}${message}`,
      ),
      ...(hint === undefined ? [] : [element('p', { class: 'hint' }, hint)]),
    )
  })
  return element('ul', { class: 'messages' }, ...items)
}

function placeText(place: Diagnostic['place']): string {
  if (place?.kind === 'text') return `${place.line}行${place.column}文字目:`
  return place?.kind === 'sheet' ? `${place.sheet}!${place.cell}:` : ''
}
