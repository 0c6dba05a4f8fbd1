/** 比べる: what changed, a click away from its place; the reports; what became of promises, to be judged by hand. */

import type { Fate, Link } from '../../domain/link.js'
import type { ReportName } from '../../print/printable.js'
import type { Format } from '../../render/formats.js'
import { FATE_LABELS } from '../../review/change-kinds.js'
import type { Segment } from '../../review/words/segments.js'
import { element } from '../dom/element.js'
import { labelled } from '../dom/fields.js'
import { messageList } from '../messages/message-list.js'
import type { Located } from '../pages/locate.js'
import type { ChangeView, ComparisonView, PromiseView } from './view.js'

interface Actions {
  readonly goTo: (located: Located) => void
  readonly print: (reports: readonly ReportName[], format: Format | 'json') => void
  /** What the official says of a promise. */
  readonly judge: (link: Link) => void
  readonly saveLinks: () => void
  readonly chooseOther: () => void
}

const REPORTS: Readonly<Record<string, ReportName>> = {
  新旧対照表: 'taishohyo',
  見え消し: 'miekeshi',
  変更の概要: 'summary',
}

const FORMATS: Readonly<Record<string, Format | 'json'>> = { PDF: 'pdf', Word: 'docx', Excel: 'xlsx', JSON: 'json' }

export function comparePanel(view: ComparisonView, actions: Actions, said: HTMLElement): readonly HTMLElement[] {
  return [
    editions(view, actions),
    reports(actions, said),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '変わったところ ', element('span', { id: 'change-count' }, `${view.count}件`)),
      element('p', { class: 'quiet small' }, view.kinds.map(({ name, count }) => `${name} ${count}件`).join('、')),
      element('ol', { class: 'changes' }, ...view.changes.map((change) => changeItem(change, actions))),
    ),
    ...(view.promises.length === 0 ? [] : [promises(view, actions)]),
    ...(view.toConfirm.length === 0 ? [] : [confirmations(view, actions)]),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '比べ方の知らせ'),
      messageList(view.diagnostics, () => {}),
    ),
  ]
}

function editions({ old, new: now, own }: ComparisonView, { chooseOther }: Actions): HTMLElement {
  const line = (name: string, { file, yearText, items }: ComparisonView['old'], isOwn: boolean) =>
    element('p', {}, element('strong', {}, name), ` ${yearText} ${file}（${items}項目）${isOwn ? '← 紙面の計画' : ''}`)
  const why =
    own === 'new'
      ? '後から開いたほうを旧い版としています。'
      : '後から開いたほうが先の年度なので、それを新しい版としています。'
  return element(
    'section',
    { class: 'group' },
    line('旧', old, own === 'old'),
    line('新', now, own === 'new'),
    element('p', { class: 'hint' }, why),
    element('button', { type: 'button', onclick: chooseOther }, 'ほかの版を選ぶ'),
  )
}

function reports({ print }: Actions, said: HTMLElement): HTMLElement {
  const choice = element(
    'select',
    {},
    ...['すべて', ...Object.keys(REPORTS)].map((name) => element('option', {}, name)),
  )
  const chosen = () => (choice.value === 'すべて' ? Object.values(REPORTS) : [REPORTS[choice.value]!])
  const buttons = Object.entries(FORMATS).map(([name, format]) =>
    element(
      'button',
      { type: 'button', class: 'main', onclick: () => print(format === 'json' ? [] : chosen(), format) },
      name,
    ),
  )
  return element(
    'section',
    { class: 'group' },
    labelled('報告', choice),
    element('div', { class: 'choices' }, ...buttons),
    said,
  )
}

function changeItem({ kinds, where, old, new: now, segments, located }: ChangeView, { goTo }: Actions): HTMLElement {
  const text = segments.length > 0 ? segments.map(segment) : wholeTexts(old, now)
  const head = element('span', { class: 'change-head' }, element('strong', {}, kinds[0] ?? ''), ` ${where}`)
  const more = kinds.length > 1 ? [element('span', { class: 'quiet small' }, `（${kinds.slice(1).join('、')}）`)] : []
  const look = {
    type: 'button',
    class: 'change',
    disabled: located === undefined,
    onclick: () => located && goTo(located),
  }
  return element('li', {}, element('button', look, head, ...more, element('span', { class: 'change-text' }, ...text)))
}

function wholeTexts(old: string, now: string): readonly Node[] {
  return [...(old === '' ? [] : [element('del', {}, old)]), ...(now === '' ? [] : [element('ins', {}, now)])]
}

function segment({ type, text }: Segment): Node {
  if (type === 'del') return element('del', {}, text)
  return type === 'ins' ? element('ins', {}, text) : document.createTextNode(text)
}

function promises({ promises: all }: ComparisonView, actions: Actions): HTMLElement {
  return element(
    'section',
    { class: 'group' },
    element('h3', {}, `前の版の予定 ${all.length}件のその後`),
    element(
      'p',
      { class: 'hint' },
      '直した判断は、報告にそのまま使われます。対応のファイルに残し、次に比べるとき一緒に開いてください。',
    ),
    element('button', { type: 'button', onclick: actions.saveLinks }, '対応のファイル'),
    element('ol', { class: 'promises' }, ...all.map((promise) => promiseItem(promise, actions))),
  )
}

function promiseItem({ where, text, fate, reason, link, located }: PromiseView, { judge, goTo }: Actions): HTMLElement {
  const names = Object.entries(FATE_LABELS) as readonly (readonly [Fate, string])[]
  const choice = element(
    'select',
    { 'aria-label': `${where}のその後` },
    ...names.map(([value, name]) => element('option', { value, selected: value === fate }, name)),
  )
  const field = (key: 'reason' | 'assignee' | 'explanation', name: string) => {
    const input = element('input', { type: 'text', value: link[key] ?? '' })
    input.addEventListener('change', () => judge(withText(link, key, input.value)))
    return labelled(name, input)
  }
  choice.addEventListener('change', () => judge({ ...link, fate: choice.value as Fate }))
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: 'change', disabled: !located, onclick: () => located && goTo(located) },
      `${where} ${text}`,
    ),
    element('div', { class: 'choices' }, choice, element('span', { class: 'quiet small' }, reason)),
    element(
      'details',
      { open: [link.reason, link.assignee, link.explanation].some((each) => each !== undefined) },
      element('summary', {}, '理由・担当・説明'),
      field('reason', '理由'),
      field('assignee', '担当'),
      field('explanation', '説明'),
    ),
  )
}

function withText(link: Link, key: 'reason' | 'assignee' | 'explanation', text: string): Link {
  const { [key]: _, ...rest } = link
  return text === '' ? rest : { ...rest, [key]: text }
}

function confirmations({ toConfirm }: ComparisonView, { goTo }: Actions): HTMLElement {
  const items = toConfirm.map(({ message, located }) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', class: 'change', disabled: !located, onclick: () => located && goTo(located) },
        message,
      ),
    ),
  )
  return element(
    'section',
    { class: 'group' },
    element('h3', {}, `確かめるところ ${toConfirm.length}件`),
    element('ul', {}, ...items),
  )
}
