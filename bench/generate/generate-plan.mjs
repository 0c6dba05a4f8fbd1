/** Makes plans up: the shape of the official form, realistic wording, odd characters, merged cells, 再掲, twins. */

import {
  AIMS,
  BODIES,
  CATEGORY_NAMES,
  DEEDS,
  EFFECTS,
  FUNDINGS,
  ISSUES,
  MEANS,
  PEOPLE,
  PLACES,
  TOPICS,
} from './fragments.mjs'

/** @typedef {import('./random.mjs').Random} Random */
/**
 * A line of a cell. Items carry a number that stays theirs through all edits.
 * @typedef {{ tag: 'item', id: number, marker: string, again: boolean, actor: string, pieces: string[], years: string }
 *   | { tag: 'funding', name: string } | { tag: 'gap' }} Line
 * @typedef {{ id: number, cells: Record<string, Line[] | undefined> }} DraftRow  A cell that is undefined joins the one above.
 * @typedef {{ id: number, name: string, rows: DraftRow[] }} DraftCategory
 * @typedef {{ year: number, nextId: number, categories: DraftCategory[] }} DraftPlan
 */

export const COLUMNS = [
  { key: '区分', part: 'category', merges: true },
  { key: '現状と課題', part: 'heading', merges: true },
  { key: '施策', part: 'heading', merges: true },
  { key: '取組み', part: 'initiatives', merges: false },
  { key: '成果と課題', part: 'results', merges: false },
  { key: '今後の対応', part: 'responses', merges: false },
  { key: '具体的な取組み', part: 'plans', merges: false },
]

/**
 * @param {Random} random
 * @param {{ categories?: [number, number], rows?: [number, number] }} [size] least and most
 * @returns {DraftPlan}
 */
export function generatePlan(random, { categories = [2, 6], rows = [1, 5] } = {}) {
  const plan = { year: 2018, nextId: 1, categories: [] }
  const names = random.shuffle(CATEGORY_NAMES)
  for (let at = random.integer(...categories); at > 0; at--) {
    const category = { id: plan.nextId++, name: names[plan.categories.length % names.length], rows: [] }
    for (let count = random.integer(...rows); count > 0; count--)
      category.rows.push(generateRow(random, plan, category.rows.length > 0))
    plan.categories.push(category)
  }
  repeatSome(random, plan)
  return plan
}

/** @param {Random} random @param {DraftPlan} plan @param {boolean} mayJoin */
export function generateRow(random, plan, mayJoin) {
  const joins = mayJoin && random.chance(0.25)
  const heading = (pieces) => [
    { tag: 'item', id: plan.nextId++, marker: '', again: false, actor: '', pieces, years: '' },
  ]
  return {
    id: plan.nextId++,
    cells: {
      現状と課題: joins
        ? undefined
        : heading([random.pick(PLACES), 'における', random.pick(TOPICS), 'と', random.pick(PEOPLE), random.pick(AIMS)]),
      施策:
        joins && random.chance(0.5)
          ? undefined
          : heading([
              random.pick(PEOPLE),
              'と',
              random.pick(PEOPLE),
              'に対する',
              random.pick(TOPICS),
              'の',
              random.pick(MEANS),
              'を通じた連携の強化',
            ]),
      取組み: generateCell(random, plan, '取組み', random.integer(0, 4)),
      成果と課題: generateCell(random, plan, '成果と課題', random.integer(0, 4)),
      今後の対応: generateCell(random, plan, '今後の対応', random.integer(0, 3)),
      具体的な取組み: random.chance(0.1)
        ? [sameAsAbove(plan)]
        : generateCell(random, plan, '具体的な取組み', random.integer(0, 3)),
    },
  }
}

/** @returns {Line[]} */
function generateCell(random, plan, key, count) {
  const lines = []
  for (let at = 0; at < count; at++) {
    if (random.chance(0.1)) lines.push({ tag: 'gap' })
    if ((key === '取組み' || key === '具体的な取組み') && random.chance(0.15))
      lines.push({ tag: 'funding', name: random.pick(FUNDINGS) })
    lines.push(generateItem(random, plan, key))
  }
  return lines
}

function sameAsAbove(plan) {
  return { tag: 'item', id: plan.nextId++, marker: '', again: false, actor: '', pieces: ['同上'], years: '' }
}

/** @param {Random} random @param {DraftPlan} plan @param {string} key @returns {Line & { tag: 'item' }} */
export function generateItem(random, plan, key) {
  const item = { tag: 'item', id: plan.nextId++, marker: '○', again: false, actor: '', pieces: [], years: '' }
  if (key === '成果と課題') {
    const isResult = random.chance(0.5)
    const end = random.pick(isResult ? EFFECTS : ISSUES)
    const pieces = [
      random.pick(PEOPLE),
      'を対象とした',
      random.pick(TOPICS),
      'の',
      random.pick(MEANS),
      isResult ? 'により、' : 'については、',
      random.pick(PLACES),
      'では',
      end,
      '。',
    ]
    return { ...item, marker: isResult ? '□' : '■', pieces }
  }
  const one = () => [
    random.pick(PLACES),
    'の',
    random.pick(PEOPLE),
    'を対象とした',
    random.pick(TOPICS),
    'に関する',
    random.pick(MEANS),
    random.pick(DEEDS),
  ]
  const pieces = random.chance(0.15) ? [...one(), '／', ...one()] : one()
  const actor = random.chance(0.4) ? random.pick(BODIES) : ''
  if (key === '今後の対応') return { ...item, pieces }
  return { ...item, actor, pieces, years: random.chance(0.7) ? generateYears(random) : '' }
}

function generateYears(random) {
  const from = random.integer(22, 29)
  return random.pick([`H${from}～30年度`, `Ｈ30年度`, `H${from}年度～`, `H${from}、30年度`, `平成30年度`])
}

/** Items that stand elsewhere too, some told by 再掲 and some not. */
function repeatSome(random, plan) {
  const rows = plan.categories.flatMap((category) => category.rows)
  if (rows.length < 2) return
  for (let count = Math.floor(rows.length / 4); count > 0; count--) {
    const [from, to] = random.shuffle(rows)
    const key = random.pick(['取組み', '成果と課題'])
    const original = from.cells[key].find((line) => line.tag === 'item' && !line.again)
    if (original)
      to.cells[key].push({ ...original, pieces: [...original.pieces], id: plan.nextId++, again: random.chance(0.6) })
  }
}

/** The text of an item as it stands in the plan file. */
export function itemText({ marker, again, actor, pieces, years }) {
  return marker + (again ? '（再掲）' : '') + (actor && `[${actor}]`) + pieces.join('') + (years && `（${years}）`)
}

/** @param {DraftPlan} draft The plan as the program reads it; every line of text gets a line of the file. */
export function toPlan(draft) {
  let line = 1
  return {
    title: '在宅医療関係施策に係るこれまでの取り組み及び今後の対応について',
    year: draft.year,
    yearText: `${draft.year}`,
    handout: {},
    categories: draft.categories.map(({ name, rows }, at) => ({
      name,
      number: at + 1,
      at: { line: line++, column: 1 },
      rows: rows.map((row) => ({
        startsPage: false,
        at: { line, column: 1 },
        cells: Object.fromEntries(
          Object.entries(row.cells).flatMap(([key, lines]) => {
            if (!lines) return []
            const place = { line, column: 1 }
            line += Math.max(lines.length, 1)
            return [[key, { tag: 'text', text: lines.map(lineText).join('\n'), at: place }]]
          }),
        ),
      })),
    })),
  }
}

function lineText(line) {
  if (line.tag === 'gap') return ''
  return line.tag === 'funding' ? `【${line.name}】` : itemText(line)
}
