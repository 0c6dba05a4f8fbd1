/** What was read of a Word or Excel document and what was not, before anything of it is taken over. */

import { groupEntries, KINDS } from '../../decode/office/tell-reading.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { element } from '../dom/element.js'
import { messageList } from '../messages/message-list.js'
import type { TakenIn } from './read-document.js'

export interface AccountActions {
  readonly take: () => void
  readonly leave: () => void
  /** Where another plan is open: the document is another edition of it. */
  readonly compare?: () => void
  /** Or it was made from it: what was changed in it goes into the plan. */
  readonly merge?: () => void
}

/** More places of a kind than these are counted. */
const MOST = 20

export function accountPanel(
  file: string,
  taken: TakenIn,
  diagnostics: readonly Diagnostic[],
  { take, leave, compare, merge }: AccountActions,
): readonly HTMLElement[] {
  const { title, yearText, rows, formName, hasOwnForm, account, entries, revisions } = taken
  const groups = [...groupEntries(entries)].map(([kind, own]) => {
    const places = own.slice(0, MOST).map(({ place, text, author }) => {
      const by = author === undefined ? '' : `（${author}）`
      return element('li', {}, `${place}${by} ${text.replace(/\s*\n\s*/g, '／')}`)
    })
    const rest = own.length > MOST ? [element('li', {}, `ほかに ${own.length - MOST}件`)] : []
    return element(
      'details',
      {},
      element('summary', {}, `${KINDS[kind]}: ${own.length}件`),
      element('ul', {}, ...places, ...rest),
    )
  })
  const form = hasOwnForm
    ? `表の見出しに合う様式がないので、様式を作りました（${formName}）。`
    : `様式「${formName}」の見出しに合わせて読みました。`
  return [
    element(
      'section',
      { class: 'group' },
      element('p', {}, element('strong', {}, file)),
      element('p', {}, `「${title}」（${yearText}）の ${rows}行を読みました。${form}`),
      element('p', {}, `読み取った文字 ${account.read}＝計画 ${account.planned}＋一覧 ${account.listed}`),
      ...revisions.map(([author, count]) =>
        element('p', {}, `変更履歴 ${count}件（${author || '名前なし'}）は、承諾した形で読みました。`),
      ),
      element(
        'div',
        { class: 'choices' },
        element('button', { type: 'button', class: 'main', onclick: take }, '計画として取り入れる'),
        ...(compare ? [element('button', { type: 'button', onclick: compare }, '紙面の計画と比べる')] : []),
        ...(merge ? [element('button', { type: 'button', onclick: merge }, '紙面の計画に書き戻す')] : []),
        element('button', { type: 'button', onclick: leave }, 'やめる'),
      ),
    ),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '計画に入れなかったもの'),
      ...(groups.length === 0 ? [element('p', { class: 'quiet' }, 'ありません。')] : groups),
    ),
    element(
      'section',
      { class: 'group' },
      messageList(diagnostics, () => {}),
    ),
  ]
}
