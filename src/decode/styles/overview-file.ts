/** The form file of an overview (templates/overview/form.yaml) to an OverviewStyle. */

import type { OverviewStyle, OverviewTexts } from '../../definition/overview-style.js'
import { PAGE_NAMES, PLAN_NAMES } from '../../definition/text-names.js'
import type { Diagnostic, Outcome } from '../../domain/diagnostic.js'
import { findSlipsByKey } from '../form/judge-texts.js'
import { KIND, RECORD } from '../form/record-shape.js'
import type { Fields } from '../shape/fields.js'
import { OVERVIEW_SHAPE, SHEET_COUNTS } from './overview-shape.js'
import { openStyle, readReportStyle } from './report-style.js'

/** Whether a form file is an overview's; quick, for nothing else of the file is read. */
export function isOverviewFile(text: string): boolean {
  return new RegExp(`^${KIND}[ \\t]*:(?![ \\t]*["']?${RECORD})`, 'm').test(text)
}

/** Reads the bytes of a form file; `id` is the name of its folder. All slips of the file are reported at once. */
export function decodeOverviewStyle(file: string, bytes: Uint8Array, id: string): Outcome<OverviewStyle> {
  const opened = openStyle(file, bytes, OVERVIEW_SHAPE)
  if (!opened.ok) return opened
  const top = opened.value
  const diagnostics = findSlips(file, top.map('文章'))
  if (diagnostics.length > 0) return { ok: false, diagnostics }
  const most = top.map('名前を挙げる数')
  const keys = top.map('読む欄')
  const base = readReportStyle(top, id, file)
  const style: OverviewStyle = {
    ...base,
    leading: top.number('行送り'),
    least: { leading: top.number('最小の行送り'), size: top.number('最小の文字の大きさ') },
    sheets: top.choice('枚数', SHEET_COUNTS, 'one'),
    color: top.text('棒の色').toUpperCase(),
    most: {
      categories: most.number('区分'),
      actors: most.number('実施主体'),
      funding: most.number('資金'),
      years: most.number('年度'),
    },
    keys: { actor: keys.texts('実施主体'), funding: keys.texts('資金'), years: keys.texts('年度') },
    texts: readTexts(top.map('文章')),
  }
  return { ok: true, value: style, diagnostics: [] }
}

function readTexts(own: Fields): OverviewTexts {
  const sections = own.map('章')
  const measures = own.map('件数の欄')
  const legend = own.map('凡例')
  const notes = own.map('注')
  return {
    title: own.text('題名'),
    header: own.text('上の欄外'),
    footer: own.text('下の欄外'),
    sections: {
      counts: sections.text('件数'),
      actors: sections.text('実施主体'),
      funding: sections.text('資金'),
      timeline: sections.text('工程表'),
    },
    measures: {
      initiatives: measures.text('取組み'),
      achievements: measures.text('成果'),
      issues: measures.text('課題'),
      responses: measures.text('対応'),
      plans: measures.text('予定'),
    },
    category: own.text('区分の欄'),
    item: own.text('項目の欄'),
    total: own.text('合計'),
    actor: own.text('実施主体の欄'),
    fund: own.text('資金の欄'),
    unnamed: own.text('記載なし'),
    otherCategories: own.text('ほかの区分'),
    otherActors: own.text('ほかの実施主体'),
    otherFunding: own.text('ほかの資金'),
    otherItems: own.text('ほかの項目'),
    until: own.text('以前'),
    since: own.text('以後'),
    legend: {
      done: legend.text('実施'),
      planned: legend.text('予定'),
      open: legend.text('継続'),
      thisYear: legend.text('今年度'),
    },
    notes: {
      undated: notes.text('年度なし'),
      noActors: notes.text('主体なし'),
      noFunding: notes.text('資金なし'),
      shared: notes.text('重なり'),
      unmarked: notes.text('記号なし'),
      absent: notes.text('欄なし'),
      noTimeline: notes.text('工程表なし'),
      counting: notes.text('数え方'),
    },
  }
}

const COUNT = [...PLAN_NAMES, '数']
const PAGE = [...PLAN_NAMES, ...PAGE_NAMES]

/** What the texts can name beside the plan's values, by their keys; 年度 is in 以前 and 以後 that of the column. */
function findSlips(file: string, own: Fields): Diagnostic[] {
  const counts = { ほかの区分: COUNT, ほかの実施主体: COUNT, ほかの資金: COUNT, ほかの項目: COUNT }
  const plain = [...['題名', '区分の欄', '項目の欄', '実施主体の欄', '資金の欄', '合計', '記載なし', '以前', '以後']]
  const notes = {
    年度なし: COUNT,
    重なり: COUNT,
    記号なし: COUNT,
    欄なし: [...PLAN_NAMES, '欄'],
    主体なし: PLAN_NAMES,
    資金なし: PLAN_NAMES,
    工程表なし: PLAN_NAMES,
  }
  return [
    ...findSlipsByKey(file, own, { ...planNames(plain), ...counts, 上の欄外: PAGE, 下の欄外: PAGE }),
    ...findSlipsByKey(file, own.map('注'), { ...notes, 数え方: PLAN_NAMES }),
    ...['章', '件数の欄', '凡例'].flatMap((key) => {
      const inner = own.map(key)
      return findSlipsByKey(file, inner, planNames(inner.tree.entries.map((entry) => entry.key)))
    }),
  ]
}

function planNames(keys: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(keys.map((key) => [key, PLAN_NAMES]))
}
