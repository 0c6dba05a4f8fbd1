/** Bars below the buttons: what happened, and what can be done about it. Nothing waits for an answer. */

import { byId, element } from './element.js'

export interface Choice {
  readonly name: string
  readonly choose: () => void
}

/** A notice of the same subject stands in the place of the one before. */
export function notify(subject: string, text: string, ...choices: readonly Choice[]): void {
  const root = byId('notice')
  dismiss(subject)
  const close = element(
    'button',
    { type: 'button', 'aria-label': 'この知らせを閉じる', onclick: () => bar.remove() },
    '×',
  )
  const buttons = choices.map(({ name, choose }) =>
    element(
      'button',
      {
        type: 'button',
        onclick: () => {
          bar.remove()
          choose()
        },
      },
      name,
    ),
  )
  const bar = element('div', { 'data-subject': subject }, element('p', {}, text), ...buttons, close)
  root.append(bar)
}

export function dismiss(subject: string): void {
  for (const bar of byId('notice').children) if ((bar as HTMLElement).dataset.subject === subject) bar.remove()
}

/** Said to those who listen, shown to nobody. */
export function say(text: string): void {
  byId('said').textContent = text
}
