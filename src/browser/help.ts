/** 操作: the keys, in the words of the buttons. */

import { element } from './dom/element.js'
import { COMMANDS } from './editing/commands.js'

const KEYS: readonly (readonly [string, string])[] = [
  ['矢印', '隣のセルへ'],
  ['Tab・Shift+Tab', '次・前のセルへ（書いたものは取り入れます）'],
  ['Enter・F2・二度押し', 'セルに書く'],
  ['Enter（書いている間）', '改行'],
  ['Ctrl+Enter', '書き終える'],
  ['Esc', '書いたものを捨てる・板を閉じる'],
  ['Ctrl+Z・Ctrl+Y', '元に戻す・やり直す'],
  ['Ctrl+O', '開く'],
  ['Ctrl+S', '計画ファイルを受け取る'],
  ['Ctrl+P', '印刷'],
  ['Ctrl+＋・Ctrl+−', '紙面の大きさ（ブラウザーの拡大）'],
]

export function helpPanel(): readonly HTMLElement[] {
  const rows = [...KEYS, ...COMMANDS.map(({ shown, says }) => [shown, says] as const)].map(([keys, says]) =>
    element('tr', {}, element('th', { scope: 'row' }, keys), element('td', {}, says)),
  )
  return [element('section', { class: 'group' }, element('table', { class: 'keys' }, element('tbody', {}, ...rows)))]
}
