/** 渡す: the plan as its table, as a paper for a meeting or as an overview, in every format; the plan file; all in one. */

import type { Format } from '../../render/formats.js'
import { element } from '../dom/element.js'
import { labelled, optionBox } from '../dom/fields.js'
import type { PlanText } from '../opening/open-plan.js'
import type { Contents } from '../pages/contents.js'
import type { Edition, Order } from './orders.js'

interface Choice {
  readonly plan: PlanText
  readonly contents: Contents
  /** The edition that the plan is being compared with. */
  readonly other: Edition | undefined
}

interface Actions {
  /** Writes documents and hands them over. */
  readonly print: (order: Order) => void
  readonly savePlan: () => void
  readonly handSet: () => void
}

/** As the buttons say it. */
export const FORMAT_NAMES: Readonly<Record<string, Format>> = { PDF: 'pdf', Word: 'docx', Excel: 'xlsx', HTML: 'html' }

const KINDS = { 計画の表: 'plan', 会議資料: 'handout', 概要: 'overview' } as const

/** `said` is where messages of the documents go. */
export function handOutPanel(
  { plan, contents, other }: Choice,
  actions: Actions,
  said: HTMLElement,
): readonly HTMLElement[] {
  const kind = element('select', {}, ...Object.keys(KINDS).map((name) => element('option', {}, name)))
  const paper = new PaperOptions(contents, other)
  paper.root.hidden = true
  // The items of the plan for programs: no paper of a part of it, and no overview, has them.
  const csv = element(
    'button',
    { type: 'button', class: 'main', onclick: () => actions.print({ tag: 'plan', plan, formats: ['csv'] }) },
    'CSV',
  )
  kind.addEventListener('change', () => {
    paper.root.hidden = kind.value !== '会議資料'
    csv.hidden = kind.value !== '計画の表'
  })
  const order = (format: Format): Order => {
    const tag = KINDS[kind.value as keyof typeof KINDS]
    if (tag !== 'handout') return { tag, plan, formats: [format] }
    return { tag, plan, formats: [format], ...paper.read() }
  }
  const formats = Object.entries(FORMAT_NAMES).map(([name, format]) =>
    element('button', { type: 'button', class: 'main', onclick: () => actions.print(order(format)) }, name),
  )
  return [
    element(
      'section',
      { class: 'group' },
      labelled('何を', kind),
      paper.root,
      element('div', { class: 'choices' }, ...formats, csv),
      element(
        'p',
        { class: 'hint' },
        'ブラウザーの「ダウンロード」フォルダーに入ります。keikaku のコマンドが作る文書と同じものです。',
      ),
    ),
    element(
      'section',
      { class: 'group' },
      element('h3', {}, '計画そのもの'),
      element(
        'div',
        { class: 'choices' },
        element(
          'button',
          { type: 'button', class: 'main', onclick: actions.savePlan, title: 'Ctrl+S' },
          '計画ファイル',
        ),
        element('button', { type: 'button', onclick: actions.handSet }, '一式'),
      ),
      element(
        'p',
        { class: 'hint' },
        '計画ファイルが原本です。直したあとは、これを受け取ってください。一式は、PDF・Word・Excel・計画ファイルを一つの ZIP にします。',
      ),
    ),
    said,
  ]
}

/** What a paper for a meeting says beside the plan, and the part of the plan that it shows. */
class PaperOptions {
  readonly root: HTMLElement
  private readonly agenda = element('input', { type: 'text' })
  private readonly stamp = element('input', { type: 'text' })
  private readonly cover = element('input', { type: 'checkbox' })
  private readonly onlyChanged = element('input', { type: 'checkbox' })
  private readonly categories: readonly HTMLInputElement[]
  private readonly columns: readonly HTMLInputElement[]

  constructor(
    contents: Contents,
    private readonly other: Edition | undefined,
  ) {
    const all = () => element('input', { type: 'checkbox', checked: true })
    this.categories = contents.categories.map(all)
    this.columns = contents.chosenColumns.map(all)
    const group = (name: string, names: readonly string[], boxes: readonly HTMLInputElement[]) =>
      element(
        'fieldset',
        { hidden: names.length < 2 },
        element('legend', {}, name),
        ...boxes.map((box, index) => optionBox(names[index]!, box)),
      )
    this.root = element(
      'div',
      {},
      labelled('議題', this.agenda),
      labelled('左上の印（案 など）', this.stamp),
      optionBox('表紙を付ける', this.cover),
      ...(other === undefined ? [] : [optionBox(`「${other.plan.file}」から変わった行だけ`, this.onlyChanged)]),
      group('区分', contents.categories, this.categories),
      group(
        '欄',
        contents.chosenColumns.map(({ name }) => name),
        this.columns,
      ),
      element('p', { class: 'hint' }, '資料番号・会議・日付・作成は「計画について」で書きます。'),
    )
    this.columnIndexes = contents.chosenColumns.map(({ index }) => index)
  }

  private readonly columnIndexes: readonly number[]

  read(): Omit<Extract<Order, { readonly tag: 'handout' }>, 'tag' | 'plan' | 'formats'> {
    const chosen = (boxes: readonly HTMLInputElement[]) =>
      boxes.flatMap(({ checked }, index) => (checked ? [index] : []))
    const categories = chosen(this.categories)
    const columns = chosen(this.columns)
    return {
      agenda: this.agenda.value,
      stamp: this.stamp.value,
      cover: this.cover.checked ? 'cover' : 'none',
      part: {
        ...(categories.length < this.categories.length && categories.length > 0 && { categories }),
        ...(columns.length < this.columns.length &&
          columns.length > 0 && { columns: columns.map((at) => this.columnIndexes[at]!) }),
      },
      ...(this.onlyChanged.checked && this.other && { since: this.other }),
    }
  }
}
