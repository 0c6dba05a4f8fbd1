/** Laid-out forms by hand: the pages that a layout might have found, with lines broken by a crude rule of their own. */

import type { Form, FormCell } from '../../src/form/form.js'
import type { LaidOut, Line, Page, PageCell, PageRow, PlacedLine } from '../../src/layout/page.js'
import { cell, covered, pageWith, paragraph, row, type SampleChanges, sampleForm } from './sample-form.js'
import { bodyOf, columnsOf, headOf } from './sections.js'

const HEAD: Partial<FormCell> = { align: 'center', valign: 'middle', shade: 0.85 }
const LABEL: Partial<FormCell> = { isLabel: true }
const CATEGORY: Partial<FormCell> = { direction: 'vertical', align: 'center', valign: 'middle', isLabel: true }

export const ODD_CHARACTERS = '○𠮷野家と葛󠄀城市、㈱ｶﾞｲﾄﾞ、｛｝～〜 & <tag> "引用" \'\n_x0041_と_x000d_'
export const ODD_VALUES = [
  '=1+1',
  '+81',
  '-5',
  '@SUM(A1)',
  '007',
  '1,234',
  '2018/4/1',
  'TRUE',
  '#N/A',
  '  前後の空白  ',
]

/** A text with every mark that a run or a paragraph can carry. */
const CHANGED: FormCell['paragraphs'] = [
  {
    ...paragraph('○'),
    runs: [
      { text: '○研修会の' },
      { text: '開催', revision: 'deleted' },
      { text: '実施', revision: 'inserted' },
      { text: '太', emphasis: ['bold'] },
      { text: '下線', emphasis: ['underline'] },
      { text: '取消', emphasis: ['strike'] },
      { text: '二重', emphasis: ['double-strike'] },
      { text: '小', emphasis: ['small'] },
    ],
  },
  { ...paragraph('○新しい段落'), revision: 'inserted' },
]

export const RESULTS = [
  '□入退院支援に係る情報交換により、関係者間の顔の見える関係づくりと連携強化につながった。',
  '■担当者の交代や新規の介護事業所の増加などもあり、継続して実施していく必要がある。',
  '',
  '□最上地域の医療介護の共通連携ツールとして、多職種会議にて意見を聞きながら「入院時情報提供書」を作成した。',
  '■すべての医療と介護の双方が共通認識をもって入退院時の支援ができるように情報共有や連携に関するルールを統一する必要がある。',
]

/** The six columns of the official form on A3, and two pages: the category is repeated on the second, the long results go on there. */
export function twoPages(changes: SampleChanges = {}): LaidOut {
  const form = sampleForm({
    columns: [20, 101, 147, 155, 300, 155, 155].map((width) => ({ width })),
    head: [
      row([
        ...['', '現状と課題', '2025年のあるべき医療提供体制を\n実現するための施策'].map((text) =>
          cell(text, { ...HEAD, rowSpan: 2 }),
        ),
        cell('これまでの取組み', { ...HEAD, rowSpan: 2 }),
        cell('これまでの成果と課題\n成果：□、課題：■', { ...HEAD, rowSpan: 2 }),
        cell('今後の対応（案）', { ...HEAD, colSpan: 2 }),
        covered(0, 1),
      ]),
      row([...Array.from({ length: 5 }, () => covered(1)), cell('', HEAD), cell('具体的な取り組み（予定）', HEAD)]),
    ],
    body: [
      row([
        cell('①在宅医療への円滑な移行', { ...CATEGORY, rowSpan: 3 }),
        cell('入院時から在宅療養までの円滑な移行に向けた医療介護関係者等の連携強化', { ...LABEL, rowSpan: 2 }),
        cell('地域で共通の退院調整のルールづくりや連携ツールの検討', { ...LABEL, rowSpan: 2 }),
        cell(
          '○医療介護福祉関係者を対象とした退院支援に係る情報交換会の開催（H25～H30年度）\n【在宅医療推進事業費補助金】',
        ),
        cell(RESULTS.join('\n')),
        cell('○医療・介護が連携して入退院支援を行うための情報共有のためのルールづくりの取り組み'),
        cell('○[最上総合支庁]入退院調整（情報共有）のためルール作成（Ｈ30年度）'),
      ]),
      row([
        covered(1),
        covered(1),
        covered(1),
        cell(ODD_CHARACTERS),
        cell(ODD_VALUES.join('\n')),
        cell(ODD_VALUES[0]!),
        cell('\n前後に空行\n\n'),
      ]),
      row([
        covered(2),
        cell('病院における退院支援の充実', LABEL),
        cell(''),
        cell(ODD_VALUES[4]!),
        cell([...RESULTS, ...RESULTS].join('\n')),
        cell('○変更のある文', { paragraphs: CHANGED }),
        cell('同上'),
      ]),
      row([
        cell('②日常の療養生活の支援', CATEGORY),
        ...['訪問看護の充実', '', '○研修会', '', '○検討', ''].map((text) => cell(text)),
      ]),
    ],
    ...changes,
  })
  return onPages(form, [
    [
      { index: 0, part: 'whole', height: 150 },
      { index: 1, part: 'whole', height: 165 },
      { index: 2, part: 'first', height: 90 },
    ],
    [
      { index: 2, part: 'last', height: 110 },
      { index: 3, part: 'whole', height: 160 },
    ],
  ])
}

/** One page with a row for each list of texts, heights in points. */
export function onePage(
  texts: readonly (readonly string[])[],
  heights: readonly number[],
  changes: SampleChanges = {},
): LaidOut {
  const width = 1000 / (texts[0]?.length ?? 1)
  const form = sampleForm({
    title: [],
    columns: (texts[0] ?? []).map(() => ({ width })),
    head: [],
    body: texts.map((each) => row(each.map((text) => cell(text)))),
    ...changes,
  })
  return onPages(form, [texts.map((_, index) => ({ index, part: 'whole', height: heights[index]! }))])
}

type Placed = Pick<PageRow, 'index' | 'part' | 'height'>

/** Puts the rows on pages as told; a cell shows as many lines on a page as find room there. */
export function onPages(form: Form, pages: readonly (readonly Placed[])[]): LaidOut {
  const shown = new Map<FormCell, number>()
  return { form, pages: pages.map((rows, index) => pageOf(form, index + 1, rows, shown)) }
}

function pageOf(form: Form, number: number, placed: readonly Placed[], shown: Map<FormCell, number>): Page {
  const { margins } = form.paper
  const title = number === 1 ? titleLines(form) : []
  let top = margins.top + (title.length === 0 ? 0 : title.length * form.type.titleSize * form.type.leading + 4)
  const head = headOf(form).map((_, index) => ({ kind: 'head' as const, index, part: 'whole' as const, height: 18 }))
  const rows = [...head, ...placed.map((each) => ({ kind: 'body' as const, ...each }))].map((each): PageRow => {
    const there = { ...each, top }
    top += each.height
    return there
  })
  const cells = (['head', 'body'] as const).flatMap((kind) =>
    (kind === 'head' ? headOf(form) : bodyOf(form)).flatMap((each, index) =>
      each.slots.flatMap((slot, column) =>
        slot.tag === 'cell' ? pageCells(form, rows, kind, index, column, slot, shown) : [],
      ),
    ),
  )
  const footer = [lineAt({ ...lineOf('1／2', 0, 0, 3, form.type.noteSize), width: 15 }, 590, 815)]
  return pageWith(number, { tag: 'table', section: 0, rows, cells }, { paper: form.paper, title, footer })
}

/** The part of a cell on the page, where it has one. */
function pageCells(
  form: Form,
  rows: readonly PageRow[],
  kind: 'head' | 'body',
  index: number,
  column: number,
  cell: FormCell,
  shown: Map<FormCell, number>,
): readonly PageCell[] {
  const end = index + cell.rowSpan - 1
  const own = rows.filter((row) => row.kind === kind && row.index >= index && row.index <= end)
  const first = own[0]
  const last = own.at(-1)
  if (first === undefined || last === undefined) return []
  const height = own.reduce((sum, row) => sum + row.height, 0)
  const width = columnsOf(form)
    .slice(column, column + cell.colSpan)
    .reduce((sum, each) => sum + each.width, 0)
  const { padding } = form.table
  const room = Math.floor((height - 2 * padding.y) / (cell.size * form.type.leading))
  const openBelow = last.index < end || last.part === 'first' || last.part === 'middle'
  const all = linesOf(cell, width - 2 * padding.x)
  const before = shown.get(cell) ?? 0
  const begins = kind === 'head' || (first.index === index && (first.part === 'whole' || first.part === 'first'))
  const flow = begins ? 'first' : before < all.length ? 'continued' : 'repeated'
  const here =
    flow === 'repeated'
      ? cell.isLabel
        ? all
        : []
      : openBelow && cell.direction === 'horizontal'
        ? all.slice(before, before + room)
        : all.slice(before)
  if (kind === 'body') shown.set(cell, Math.min(all.length, before + here.length))
  const left =
    form.paper.margins.left +
    columnsOf(form)
      .slice(0, column)
      .reduce((sum, each) => sum + each.width, 0)
  return [
    {
      row: rows.indexOf(first),
      rowSpan: own.length,
      column,
      colSpan: cell.colSpan,
      left,
      top: first.top,
      width,
      height,
      cell,
      lines: here.map((line, at) => lineAt(line, left + padding.x, first.top + at * cell.size * form.type.leading)),
      flow,
      openBelow,
    },
  ]
}

function titleLines(form: Form): PlacedLine[] {
  const { margins } = form.paper
  return form.title.map((each, index) => {
    const text = each.runs.map((run) => run.text).join('')
    return lineAt(lineOf(text, index, 0, text.length, form.type.titleSize), margins.left, margins.top + 14)
  })
}

/** A vertical cell is one line; others break after so many characters as surely find room, never within one. */
function linesOf(cell: FormCell, width: number): Line[] {
  return cell.paragraphs.flatMap((each, index) => {
    const text = each.runs.map((run) => run.text).join('')
    if (text === '' || cell.direction === 'vertical') return [lineOf(text, index, 0, text.length, cell.size)]
    const most = Math.max(1, Math.floor(width / cell.size))
    const lines: Line[] = []
    let start = 0
    let count = 0
    let at = 0
    for (const char of text) {
      if (count === most && !/\p{M}/u.test(char)) {
        lines.push(lineOf(text, index, start, at, cell.size))
        start = at
        count = 0
      }
      if (!/\p{M}/u.test(char)) count += 1
      at += char.length
    }
    return [...lines, lineOf(text, index, start, text.length, cell.size)]
  })
}

function lineOf(text: string, paragraph: number, start: number, end: number, size: number): Line {
  const width = (end - start) * size
  const piece = { text: text.slice(start, end), offset: 0, advance: width, spacing: 0, stands: 'horizontal' as const }
  return { paragraph, start, end, size, indent: 0, width, pieces: [piece], direction: 'horizontal' }
}

function lineAt(line: Line, x: number, baseline: number): PlacedLine {
  return { line, x, baseline }
}
