/** The panel beside the pages: one thing at a time, closed by Esc. */

import { byId, element } from './element.js'

export class Side {
  private readonly root = byId('side')
  private name = ''

  /** `closed` is told what had been shown. */
  constructor(private readonly closed: (name: string) => void) {
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      this.close()
    })
  }

  get showing(): string {
    return this.name
  }

  /** Shows a panel under its name, in the place of another; the same one is shown anew without losing the focus. */
  show(name: string, ...content: readonly Node[]): void {
    const close = element(
      'button',
      { type: 'button', onclick: () => this.close(), 'aria-label': `${name}を閉じる` },
      '×',
    )
    const title = element('h2', { tabindex: -1 }, name, close)
    const isOther = this.name !== name
    this.name = name
    this.root.hidden = false
    this.root.setAttribute('aria-label', name)
    this.root.replaceChildren(title, ...content)
    if (isOther) {
      this.root.scrollTop = 0
      title.focus()
    }
  }

  close(): void {
    const { name } = this
    this.name = ''
    this.root.hidden = true
    this.root.replaceChildren()
    this.closed(name)
  }
}
