/** 下書き: what is kept in the browser, by whom it can be read, and how it is switched off and erased. */

import { element } from '../dom/element.js'
import { optionBox } from '../dom/fields.js'
import type { DraftKeeper } from './keeper.js'

export function draftPanel(keeper: DraftKeeper, changed: () => void): readonly HTMLElement[] {
  if (keeper.state === 'refused') {
    return [
      element('p', {}, 'このブラウザーは下書きを残すことを許していません。こまめに計画ファイルを受け取ってください。'),
    ]
  }
  const box = element('input', { type: 'checkbox', checked: keeper.state === 'on' })
  box.addEventListener('change', () => void keeper.switch(box.checked ? 'on' : 'off').then(changed))
  return [
    element(
      'section',
      { class: 'group' },
      optionBox('書いたものを、二秒以内に下書きとしてこのブラウザーに残す', box),
      element(
        'p',
        { class: 'hint' },
        '停電や強制終了の後で、続きから書けます。計画ファイルを受け取ると下書きはなくなり、受け取った版の控えが一つ残ります（古い版を開いたときに分かるように）。',
      ),
      element(
        'p',
        { class: 'hint' },
        '下書きはこの PC のブラウザーの中だけにあります。同じ人が同じブラウザーで開いた、ほかの HTML のファイルからも読めます。人に見せられない計画では切ってください。',
      ),
    ),
    element(
      'section',
      { class: 'group' },
      element(
        'button',
        { type: 'button', onclick: () => void keeper.erase().then(changed) },
        '下書きと控えをすべて消す',
      ),
    ),
  ]
}
