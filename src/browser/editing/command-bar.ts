/** The buttons at the foot: what can be done with the cell, its row and its 区分. */

import { element } from '../dom/element.js'
import { COMMANDS, type Command } from './commands.js'
import type { TextPlace } from './text-place.js'

export class CommandBar {
  readonly root: HTMLElement
  private readonly name = element('span', { class: 'place' })
  private readonly write: HTMLButtonElement
  private readonly buttons: readonly (readonly [Command, HTMLButtonElement])[]

  constructor(write: () => void, run: (command: Command) => void) {
    this.write = element('button', { type: 'button', title: 'Enter・F2', onclick: write }, '書く')
    this.buttons = COMMANDS.map((command) => {
      const { name, says, shown } = command
      const look = { type: 'button', title: `${says}（${shown}）`, 'aria-label': says, onclick: () => run(command) }
      return [command, element('button', look, name)]
    })
    const groups = (['行', '欄', '区分'] as const).map((group) => {
      const own = this.buttons.filter(([command]) => command.group === group)
      const label = element('span', { class: 'quiet small' }, group)
      return element(
        'span',
        { class: 'button-group', role: 'group', 'aria-label': group },
        label,
        ...own.map(([, button]) => button),
      )
    })
    this.root = element(
      'div',
      { class: 'commands', role: 'toolbar', 'aria-label': 'セルの操作' },
      this.name,
      this.write,
      ...groups,
    )
    this.show('', undefined)
  }

  show(name: string, place: TextPlace | undefined): void {
    this.name.textContent = name === '' ? 'セルを選んでください' : name
    this.write.disabled = place === undefined
    for (const [command, button] of this.buttons) button.disabled = !place || command.edit(place) === undefined
  }
}
