/** Pairs of editions of whose structure one thing changed: a title, a column, a join, a 区分 that parted or was merged. */

import { TOPICS } from './fragments.mjs'
import { COLUMNS, generatePlan, toPlan } from './generate-plan.mjs'
import { Random } from './random.mjs'

/** @param {number} number */
export function makeStructurePair(number) {
  const random = new Random(number * 3571 + 5)
  const draft = generatePlan(random, { categories: [2, 4], rows: [2, 6] })
  const old = { plan: toPlan(draft), columns: COLUMNS, texts: [text('題名', '在宅医療の計画')] }
  const now = structuredClone(old)
  now.plan.year++
  const event = random.pick(Object.keys(EVENTS))
  const expected = EVENTS[event](old, now, random)
  return { old, new: now, event, expected }
}

/** What each does to the new edition, or to both, and the changes that are right, a line each as `tellStructure` tells them. */
const EVENTS = {
  'another title': (_, now) => {
    now.texts = [text('題名', '在宅医療の計画（改訂版）')]
    return ['document-changed 題名']
  },
  'a text of the document': (_, now) => {
    now.texts = [...now.texts, text('注', '※ 見込み')]
    return ['document-changed 注']
  },
  'a column dropped': (old, now) => {
    now.columns = COLUMNS.filter(({ key }) => key !== '今後の対応')
    for (const { cells } of rowsOf(now.plan)) delete cells.今後の対応
    return ['document-changed 欄:今後の対応', ...cellsOf(old.plan, '今後の対応').map((place) => `removed ${place}`)]
  },
  'a column put in': (_, now, random) => {
    now.columns = [...COLUMNS, { key: '評価', part: 'plain', merges: false }]
    for (const { cells } of rowsOf(now.plan)) cells.評価 = { tag: 'text', text: random.pick(['Ａ', 'Ｂ', 'Ｃ']) }
    return ['document-changed 欄:評価', ...cellsOf(now.plan, '評価').map((place) => `added ${place}`)]
  },
  'a join undone': (old, now, random) => {
    const at = random.integer(0, old.plan.categories.length - 1)
    const row = random.integer(1, old.plan.categories[at].rows.length - 1)
    for (const [edition, cell] of [
      [old, { tag: 'joined' }],
      [now, { tag: 'text', text: '' }],
    ]) {
      const { rows } = edition.plan.categories[at]
      rows[row - 1].cells.成果と課題 = { tag: 'text', text: '□住民の理解が深まった。' }
      rows[row].cells.成果と課題 = cell
    }
    return [`joined-changed ${at + 1}-${row + 1} 成果と課題`]
  },
  'a 区分 parted': (_, now, random) => {
    const at = random.integer(0, now.plan.categories.length - 1)
    const whole = now.plan.categories[at]
    // No cell goes on over the seam.
    const seams = whole.rows.flatMap(({ cells }, row) => (row > 0 && cells.現状と課題 && cells.施策 ? [row] : []))
    if (seams.length === 0) return EVENTS['another title'](_, now)
    const seam = random.pick(seams)
    const parts = [whole.rows.slice(0, seam), whole.rows.slice(seam)]
    const second = { ...whole, name: `${random.pick(TOPICS)}の新しい区分`, rows: parts[1] }
    now.plan.categories.splice(at, 1, { ...whole, rows: parts[0] }, second)
    renumber(now.plan)
    return [`category-split ${at + 1}`, ...(at + 2 < now.plan.categories.length ? ['category-renumbered'] : [])]
  },
  '区分 merged': (_, now, random) => {
    const at = random.integer(0, now.plan.categories.length - 2)
    const [one, other] = now.plan.categories.slice(at, at + 2)
    now.plan.categories.splice(at, 2, { ...one, rows: [...one.rows, ...other.rows] })
    renumber(now.plan)
    return [`category-merged ${at + 1}`, ...(at + 1 < now.plan.categories.length ? ['category-renumbered'] : [])]
  },
  'a row moved': (_, now, random) => {
    const [from, to] = random.shuffle(now.plan.categories)
    const free = from.rows.flatMap(({ cells }, row) => {
      const below = from.rows[row + 1]?.cells
      return cells.現状と課題 && cells.施策 && (!below || (below.現状と課題 && below.施策)) ? [row] : []
    })
    if (from.rows.length < 2 || free.length === 0) return EVENTS['another title'](_, now)
    to.rows.push(...from.rows.splice(random.pick(free), 1))
    return ['row-moved']
  },
}

/** The kinds that tell of structure, with where that is: what items did by the way is left out. */
export function tellStructure({ changes }) {
  return changes.flatMap(({ kinds: [kind], old, new: now }) => {
    const place = now[0] ?? old[0]
    const cell = `${place.category}-${place.row} ${place.column}`
    if (kind === 'unchanged') return []
    if (kind === 'document-changed') return [`${kind} ${place.column}`]
    if (kind === 'category-split') return [`${kind} ${old[0].category}`]
    if (kind === 'category-merged') return [`${kind} ${place.category}`]
    if (kind === 'category-renumbered' || kind === 'row-moved') return [kind]
    return [`${kind} ${cell}`]
  })
}

function text(name, said) {
  return { name, template: said, text: said }
}

function rowsOf({ categories }) {
  return categories.flatMap(({ rows }) => rows)
}

/** The place of each item of a column: a line is one. */
function cellsOf({ categories }, key) {
  return categories.flatMap(({ rows }, at) =>
    rows.flatMap(({ cells }, row) => {
      const lines = (cells[key]?.text ?? '').split('\n').filter((line) => line !== '')
      return lines.map(() => `${at + 1}-${row + 1} ${key}`)
    }),
  )
}

function renumber({ categories }) {
  for (const [at, category] of categories.entries()) categories[at] = { ...category, number: at + 1 }
}
