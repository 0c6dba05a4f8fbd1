/** The buttons at the foot: what can be done with the cell, its row and its 区分. */

import { element } from '../dom/element.js'
import type { Spot } from '../pages/drawing.js'
import { COMMANDS, type Command } from './commands.js'

interface Actions {
  readonly write: () => void
  readonly run: (command: Command) => void
  /** The row gets a name that stays the same from year to year. */
  readonly nameRow: (id: string) => void
}

export class CommandBar {
  readonly root: HTMLElement
  private readonly name = element('span', { class: 'place' })
  private readonly id = element('input', { type: 'text', class: 'row-id', 'aria-label': '行の id', placeholder: 'id' })
  private readonly write: HTMLButtonElement
  private readonly buttons: readonly (readonly [Command, HTMLButtonElement])[]

  constructor({ write, run, nameRow }: Actions) {
    this.write = element('button', { type: 'button', title: 'Enter・F2', onclick: write }, '書く')
    this.id.addEventListener('change', () => nameRow(this.id.value.trim()))
    this.buttons = COMMANDS.map((command) => {
      const { name, says, shown } = command
      const look = { type: 'button', title: `${says}（${shown}）`, 'aria-label': says, onclick: () => run(command) }
      return [command, element('button', look, name)]
    })
    const groups = (['行', '欄', '区分'] as const).map((group) => {
      const own = this.buttons.flatMap(([command, button]) => (command.group === group ? [button] : []))
      const label = element('span', { class: 'quiet small' }, group)
      const fields = group === '行' ? [...own, this.id] : own
      return element('span', { class: 'button-group', role: 'group', 'aria-label': group }, label, ...fields)
    })
    this.root = element(
      'div',
      { class: 'commands', role: 'toolbar', 'aria-label': 'セルの操作' },
      this.name,
      this.write,
      ...groups,
    )
    this.show(undefined)
  }

  show(spot: Spot | undefined): void {
    const place = spot?.texts[0]?.place
    this.name.textContent = spot?.name ?? 'セルを選んでください'
    this.write.disabled = place === undefined
    for (const [command, button] of this.buttons) button.disabled = !place || command.edit(place) === undefined
    this.id.disabled = spot?.row === undefined
    if (document.activeElement !== this.id) this.id.value = spot?.row?.id ?? ''
  }
}
