/** A small form by hand, with what makes a table hard: merged cells, a vertical category, two heading rows, gaps, odd characters, a forced page break. */

import type { Form, FormCell, FormRow, Paragraph, Slot, TableSection } from '../../src/form/form.js'
import type { LaidOut, Page, PageCell, PageRow, PageTable } from '../../src/layout/page.js'
import { bodyOf, headOf } from './sections.js'

export function paragraph(text: string, changes: Partial<Paragraph> = {}): Paragraph {
  const marker = /^[○□■・]/.test(text) ? 1 : 0
  return { runs: text === '' ? [] : [{ text }], marker, keepWithNext: text.startsWith('【'), ...changes }
}

export function cell(text: string, changes: Partial<FormCell> = {}): FormCell {
  return {
    tag: 'cell',
    rowSpan: 1,
    colSpan: 1,
    direction: 'horizontal',
    align: 'start',
    valign: 'top',
    size: 9,
    shade: 1,
    paragraphs: text === '' ? [] : text.split('\n').map((line) => paragraph(line)),
    isLabel: false,
    ...changes,
  }
}

export function covered(up: number, left = 0): Slot {
  return { tag: 'covered', up, left }
}

export function row(slots: readonly Slot[], changes: Partial<FormRow> = {}): FormRow {
  return { slots, startsPage: false, ...changes }
}

const HEAD: Partial<FormCell> = { align: 'center', valign: 'middle', shade: 0.85 }
const CATEGORY: Partial<FormCell> = { direction: 'vertical', align: 'center', valign: 'middle', isLabel: true }
const LONG_TEXT = [
  '○[山形県介護支援専門員協会]医療介護の共通連携ツール（入院時情報提供書）の作成（H27～29年度）',
  '【在宅医療推進事業費補助金】',
  '',
  '○多職種（医師、歯科医師、薬剤師、看護師、ケアマネジャー等）による事例検討会の開催（Ｈ25～H30年度）',
].join('\n')

/** Four columns, five rows; the last two rows stand on a page of their own and the category reaches over the break. */
export function sampleForm({ columns, head, body, ...changes }: SampleChanges = {}): Form {
  const table = sampleTable()
  return {
    meta: { title: '在宅医療の計画', subject: '最上構想区域', author: '', date: '2018-04-01T00:00:00.000Z' },
    paper: {
      size: 'A3',
      orientation: 'landscape',
      width: 1190.55,
      height: 841.89,
      margins: { top: 56.69, right: 42.52, bottom: 42.52, left: 42.52 },
    },
    type: {
      fonts: ['BIZ UDPGothic'],
      officeFont: 'BIZ UDPゴシック',
      size: 9,
      leading: 1.4,
      titleSize: 14,
      headSize: 9,
      noteSize: 7.5,
    },
    lines: { strictness: 'strict', pushIn: true, hanging: true, justify: true, markerIndent: true },
    pages: { minLines: 2, continued: '（続き）' },
    table: { padding: { x: 3, y: 2 }, outerRule: 1, innerRule: 0.5, headShade: 0.85 },
    title: [paragraph('地域医療構想における在宅医療関係施策に係る今後の対応について')],
    header: [{ tag: 'text', text: '資料３' }],
    footer: [
      { tag: 'text', text: '- ' },
      { tag: 'page' },
      { tag: 'text', text: ' / ' },
      { tag: 'pages' },
      { tag: 'text', text: ' -' },
    ],
    sections: [{ ...table, columns: columns ?? table.columns, head: head ?? table.head, body: body ?? table.body }],
    ...changes,
  }
}

/** Changes to the form, or to its one table. */
export type SampleChanges = Partial<Form> & Partial<Pick<TableSection, 'columns' | 'head' | 'body'>>

function sampleTable(): TableSection {
  return {
    tag: 'table',
    kind: 'grid',
    columns: [{ width: 33 }, { width: 222 }, { width: 447 }, { width: 402 }],
    head: [
      row([
        cell('区\n分', { ...HEAD, rowSpan: 2 }),
        cell('現状と課題', { ...HEAD, rowSpan: 2 }),
        cell('これまでの取組み', { ...HEAD, colSpan: 2 }),
        covered(0, 1),
      ]),
      row([covered(1), covered(1), cell('取組み', HEAD), cell('成果と課題', HEAD)]),
    ],
    body: [
      row(
        [
          cell('①在宅医療への円滑な移行', { ...CATEGORY, rowSpan: 4 }),
          cell('入院時から在宅療養までの円滑な移行に向けた連携強化', { rowSpan: 2, isLabel: true }),
          cell(LONG_TEXT),
          cell('□顔の見える関係づくりにつながった。\n■継続して実施していく必要がある。'),
        ],
        { bookmark: '①在宅医療への円滑な移行' },
      ),
      row([covered(1), covered(1), cell('同上'), cell('  前後に空白  と  連続の空白\tタブ  ')]),
      row([
        covered(2),
        cell('○𠮷野家と葛󠄀城市、㈱ﾊﾝｶｸｶﾅ、｛｝～〜 & <tag> "引用"', { isLabel: true }),
        cell('予定なし', { rowSpan: 2 }),
        cell(''),
      ]),
      row([covered(3), cell('病院における退院支援の充実'), covered(1), cell('○研修会の開催')], { startsPage: true }),
      row(
        [
          cell('②日常の療養生活の支援', CATEGORY),
          cell('訪問看護の充実'),
          cell('○横に一つの升', { colSpan: 2 }),
          covered(0, 1),
        ],
        {
          bookmark: '②日常の療養生活の支援',
        },
      ),
    ],
  }
}

/** The form on pages that a ruler might have made: every row as high as `heights` says, a page begun where the form says. */
export function sampleLaidOut(form: Form, heights: readonly number[] = []): LaidOut {
  const headHeight = 18
  const tables: PageTable[] = []
  bodyOf(form).forEach((each, index) => {
    if (index === 0 || each.startsPage) tables.push(headOnly(form, headHeight))
    const table = tables.at(-1)!
    const last = table.rows.at(-1) ?? { top: form.paper.margins.top, height: 0 }
    const placed: PageRow = {
      kind: 'body',
      index,
      part: 'whole',
      top: last.top + last.height,
      height: heights[index] ?? 60,
    }
    const cells = each.slots.flatMap((slot, column) =>
      slot.tag === 'cell' ? [placeCell(slot, table.rows.length, column, placed)] : [],
    )
    tables[tables.length - 1] = { ...table, rows: [...table.rows, placed], cells: [...table.cells, ...cells] }
  })
  return { form, pages: tables.map((table, index) => pageWith(index + 1, table, { paper: form.paper })) }
}

/** A page with nothing but a part of a table. */
export function pageWith(number: number, table: PageTable, changes: Partial<Page> = {}): Page {
  return { number, paper: sampleForm().paper, title: [], sections: [table], header: [], footer: [], ...changes }
}

function headOnly(form: Form, headHeight: number): PageTable {
  const { top } = form.paper.margins
  const rows = headOf(form).map(
    (_, index): PageRow => ({ kind: 'head', index, part: 'whole', top: top + index * headHeight, height: headHeight }),
  )
  return { tag: 'table', section: 0, rows, cells: [] }
}

function placeCell(cell: FormCell, row: number, column: number, placed: PageRow): PageCell {
  const { rowSpan, colSpan } = cell
  const { top, height } = placed
  return {
    row,
    rowSpan,
    column,
    colSpan,
    left: 42.52,
    top,
    width: 0,
    height,
    cell,
    lines: [],
    flow: 'first',
    openBelow: false,
  }
}
