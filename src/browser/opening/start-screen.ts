/** What stands in the place of pages before a plan is open. */

import { element } from '../dom/element.js'

interface Draft {
  readonly name: string
  readonly open: () => void
}

export interface StartActions {
  readonly open: () => void
  readonly forms: readonly { readonly name: string; readonly purpose: string }[]
  readonly begin: (form: string) => void
  readonly examples: readonly { readonly file: string; readonly title: string }[]
  readonly openExample: (file: string) => void
  readonly drafts: readonly Draft[]
}

export function startScreen({ open, forms, begin, examples, openExample, drafts }: StartActions): HTMLElement {
  const button = (name: string, run: () => void, title?: string) =>
    element('button', { type: 'button', title, onclick: run }, name)
  return element(
    'div',
    { class: 'start', id: 'start' },
    element('h2', {}, '計画の表を、印刷する形のまま書き、比べ、配ります。'),
    element('p', { class: 'quiet' }, 'このファイルはどこにも何も送りません。ネットワークもインストールも要りません。'),
    ...(drafts.length === 0
      ? []
      : [
          element(
            'section',
            { class: 'group' },
            element('h3', {}, '下書きの続き'),
            element('div', { class: 'choices' }, ...drafts.map((draft) => button(draft.name, draft.open))),
          ),
        ]),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '開く'),
      element(
        'p',
        {},
        '計画ファイル、Word、Excel。ここへ落としても、Word や Excel で写した表を貼り付けても（Ctrl+V）読めます。',
      ),
      element(
        'div',
        { class: 'choices' },
        element('button', { type: 'button', class: 'main', onclick: open }, 'ファイルを選ぶ'),
      ),
    ),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '新しい計画'),
      element(
        'div',
        { class: 'choices' },
        ...forms.map(({ name, purpose }) => button(name, () => begin(name), purpose)),
      ),
    ),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '見本'),
      element(
        'div',
        { class: 'choices' },
        ...examples.map(({ file, title }) => button(file, () => openExample(file), title)),
      ),
    ),
  )
}
