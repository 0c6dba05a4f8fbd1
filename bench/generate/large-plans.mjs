/** Pairs of 1,600 rows to measure with: the seed's sixteen rows a hundred times. */

import { MEANS, PEOPLE, PLACES, TOPICS } from './fragments.mjs'
import { generatePlan, toPlan } from './generate-plan.mjs'
import { Random } from './random.mjs'

/** @typedef {import('../../dist/domain/plan.js').Plan} Plan */

const COPIES = 100
const WORDS = [...TOPICS, ...PLACES, ...PEOPLE, ...MEANS]

/**
 * @param {Plan} seed
 * @returns {readonly { name: string, old: Plan, new: Plan }[]}
 */
export function largePairs(seed) {
  const random = new Random(5)
  const reword = (line) => insertWord(line, random)
  const copies = { ...seed, categories: Array.from({ length: COPIES }, () => seed.categories).flat() }
  const varied = mapLines(copies, (line) => (random.chance(0.3) ? reword(line) : line))
  const moderate = mapLines(varied, (line) =>
    random.chance(0.1) ? reword(line) : random.chance(0.2) ? renewYears(line) : line,
  )
  const thorough = mapLines(varied, (line) => reword(renewYears(line)))
  const other = toPlan(generatePlan(new Random(3), { categories: [8, 8], rows: [200, 200] }))
  return [
    { name: '同じ計画', old: varied, new: varied },
    { name: '三割の行に変更', old: varied, new: moderate },
    {
      name: '同文の行ばかり（各100回）',
      old: copies,
      new: mapLines(copies, (line) => (random.chance(0.05) ? reword(line) : line)),
    },
    { name: 'すべての行に変更', old: varied, new: thorough },
    { name: '一区分1,600行、すべてに変更', old: inOneCategory(varied), new: inOneCategory(thorough) },
    { name: '無関係な計画', old: varied, new: other },
  ]
}

function mapLines(plan, change) {
  const mapText = (text) =>
    text
      .split('\n')
      .map((line) => (line.trim() === '' ? line : change(line)))
      .join('\n')
  const mapCell = (cell) => (cell.tag === 'text' ? { ...cell, text: mapText(cell.text) } : cell)
  const mapRow = (row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, mapCell(cell)])),
  })
  return { ...plan, categories: plan.categories.map((category) => ({ ...category, rows: category.rows.map(mapRow) })) }
}

/** Behind a particle, where a further word may stand. */
function insertWord(line, random) {
  const particles = [...line.matchAll(/[をにのと]/g)]
  if (particles.length === 0) return line + random.pick(WORDS)
  const place = random.pick(particles).index + 1
  return `${line.slice(0, place)}${random.pick(WORDS)}の${line.slice(place)}`
}

function renewYears(line) {
  return line.replace(/[HＨ]30年度/g, 'R1年度')
}

function inOneCategory(plan) {
  return {
    ...plan,
    categories: [{ ...plan.categories[0], rows: plan.categories.flatMap((category) => category.rows) }],
  }
}
