/** What the benchmark prints: a table for each size, then the targets. */

import { cpus, totalmem } from 'node:os'

/**
 * @typedef {object} Result medians of an engine at one size
 * @property {string} key
 * @property {string} name
 * @property {string} [skipped] why it was not measured
 * @property {number} [seconds]
 * @property {number} [cpu]
 * @property {number} [megabytes]
 * @property {number} [pages]
 * @property {number} [share] of the table's text that the PDF holds
 * @property {number} [runs]
 */

/**
 * @typedef {object} Size
 * @property {number} times
 * @property {import('./copy-categories.mjs').Wording} wording
 * @property {number} rows
 * @property {readonly Result[]} results
 */

export function headLines() {
  const processors = cpus()
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return [
    'keikaku と他の組版ソフトの比較',
    `${new Date().toISOString().slice(0, 10)}　${processors.length} コア（${processors[0]?.model.trim()}）　メモリ ${gigabytes} GB　${process.platform} ${process.arch}　Node.js ${process.version}`,
    '表: 種の計画の区分をくり返し、改ページの指定を外したもの。二回目からは文の漢字の約七つに一つを、種のほかの漢字に替える（毎回同じ替え方）。',
    '　　書体・文字の大きさ・欄の幅・用紙はどれも同じ。「同文」は替えずにくり返したもので、同じ段落を覚えて使い回す組版には有利。目標は同文では測らない。',
    '時間: プロセス全体を交互に測った中央値。keikaku は計画ファイルから、他は用意済みの表（JSON・Typst・HTML・Word）から。',
    'CPU: すべてのスレッドの合計。メモリ: 最も大きいプロセスの最大値。比: keikaku（PDF）を 1 としたもの。',
    '本文: 表の文字のうち PDF から読み出せたもの（10 倍まで）。',
  ]
}

const COLUMNS = ['', '時間（秒）', '比', 'CPU（秒）', 'メモリ（MB）', '比', 'ページ', '本文', '回数']

/** @param {Size} size */
export function sizeLines({ times, wording, rows, results }) {
  const ours = results.find(({ key }) => key === 'ours')
  const lines = results.map((result) =>
    result.skipped === undefined
      ? [
          result.name,
          fixed(result.seconds, 2),
          fixed(ratio(result.seconds, ours?.seconds), 2),
          fixed(result.cpu, 2),
          fixed(result.megabytes, 0),
          fixed(ratio(result.megabytes, ours?.megabytes), 2),
          result.pages === undefined ? '' : String(result.pages),
          result.share === undefined ? '' : `${(result.share * 100).toFixed(1)} %`,
          String(result.runs),
        ]
      : [result.name, result.skipped],
  )
  return [
    '',
    `${times.toLocaleString('ja')} 倍${wording === 'verbatim' ? '、同文' : ''}（${rows.toLocaleString('ja')} 行）`,
    ...alignColumns([COLUMNS, ...lines]),
  ]
}

/**
 * Each target with what was measured.
 * @param {readonly Size[]} measured
 */
export function targetLines(measured) {
  const sizes = measured.filter(({ wording }) => wording === 'varied')
  const find = (times, key) => sizes.find((size) => size.times === times)?.results.find((each) => each.key === key)
  const lines = []
  const add = (what, value, unit, limit, bound, isMet) => {
    if (value !== undefined)
      lines.push([what, `${fixed(value, 2)} ${unit}`, `目標 ${limit} ${unit}${bound}`, isMet ? '達成' : '未達'])
  }
  const atMost = (what, value, limit, unit = '倍') => add(what, value, unit, limit, '以下', value <= limit)
  for (const [index, { times }] of sizes.entries()) {
    const ours = find(times, 'ours')
    const typst = find(times, 'typst')
    const size = `${times.toLocaleString('ja')} 倍: `
    if (times === 1) atMost(`${size}時間は Typst の`, ratio(ours?.seconds, typst?.seconds), 1.3)
    if (times >= 100) {
      const faster = ratio(typst?.seconds, ours?.seconds)
      add(`${size}速さは Typst の`, faster, '倍', 2, '以上', faster >= 2)
      atMost(`${size}メモリ`, ours?.megabytes, 250, 'MB')
    }
    atMost(`${size}三形式の時間は PDF だけの`, ratio(find(times, 'all')?.seconds, ours?.seconds), 1.5)
    const before = sizes[index - 1]
    if (before === undefined) continue
    const smaller = find(before.times, 'ours')
    const growth = times / before.times
    atMost(`${size}時間は ${before.times} 倍のときの`, ratio(ours?.seconds, smaller?.seconds), growth)
    atMost(`${size}メモリは ${before.times} 倍のときの`, ratio(ours?.megabytes, smaller?.megabytes), growth)
  }
  return ['', '目標', ...alignColumns(lines)]
}

const COMPARED = {
  pdf: '両版の PDF を作る',
  formats: '一つの版の PDF・Word・Excel を作る',
  json: '比較の JSON を作る',
  nine: '比較の九つの文書を作る',
}

/** @param {import('./comparison.mjs').ComparisonRuns} measured */
export function comparisonLines({ samples, bounded }) {
  const lines = Object.entries(COMPARED).map(([key, name]) => {
    const { seconds, cpu, megabytes } = samples[key]
    return [name, fixed(seconds, 2), fixed(cpu, 2), fixed(megabytes, 0)]
  })
  const target = (what, value, unit, limit) => [
    what,
    `${fixed(value, 2)} ${unit}`,
    `目標 ${limit} ${unit}以下`,
    value <= limit ? '達成' : '未達',
  ]
  const { pdf, formats, json, nine } = samples
  return [
    '',
    `1,600 行の版どうしの比較（三割の行に変更。照合の打ち切り: ${bounded ? 'あり' : 'なし'}）`,
    ...alignColumns([['', '時間（秒）', 'CPU（秒）', 'メモリ（MB）'], ...lines]),
    '',
    ...alignColumns([
      target('九つの文書の CPU は三形式の', nine.cpu / formats.cpu, '倍', 3),
      target('九つの文書のメモリ', nine.megabytes, 'MB', 350),
      target('JSON の CPU は両版の PDF の', json.cpu / pdf.cpu, '倍', 1.3),
    ]),
  ]
}

/** 341 areas, each with ten editions. */
const ALL_PLANS = 3410

/** @param {readonly import('./many-plans.mjs').ManyPlans[]} measured */
export function manyLines(measured) {
  const columns = [
    '',
    '--jobs',
    '時間（秒）',
    '計画／秒',
    'CPU（秒）',
    'メモリ（MB）',
    `${ALL_PLANS.toLocaleString('ja')} 件の見込み（分）`,
  ]
  const lines = measured.map(({ formats, jobs, plans, sample: { seconds, cpu, megabytes } }) => [
    formats,
    String(jobs),
    fixed(seconds, 1),
    fixed(plans / seconds, 1),
    fixed(cpu, 1),
    fixed(megabytes, 0),
    fixed(((seconds / plans) * ALL_PLANS) / 60, 1),
  ])
  return [
    '',
    `${measured[0].plans} 件の計画（生成したもの。どれも種の大きさほどで、様式の書体にない字が数文字ある）。見込みは 341 区域 × 10 年分`,
    ...alignColumns([columns, ...lines]),
  ]
}

function ratio(a, b) {
  return a === undefined || b === undefined ? undefined : a / b
}

function fixed(value, digits) {
  return value === undefined ? '―' : value.toFixed(digits)
}

/** The first column to the left, the others to the right; a cell that ends its row short runs on. */
function alignColumns(rows) {
  const whole = rows.filter((row) => row.length === rows[0].length)
  const widths = rows[0].map((_, column) => Math.max(...whole.map((row) => columnsOf(row[column]))))
  return rows.map((row) =>
    row
      .map((text, column) => {
        const gap = ' '.repeat(Math.max(0, widths[column] - columnsOf(text)))
        return column === 0 || row.length < rows[0].length ? text + gap : gap + text
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Columns of a terminal that a text takes: two for a full-width character. */
function columnsOf(text) {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2010-\u2015\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  )
}
