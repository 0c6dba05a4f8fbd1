/** Fields with their labels. */

import { element } from './element.js'

export function labelled(name: string, field: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, name), field)
}

export function optionBox(name: string, box: HTMLInputElement): HTMLElement {
  return element('label', { class: 'option' }, box, ` ${name}`)
}
