/** Pairs of editions whose promises came true, or did not, in known ways. */

import { BODIES, DEEDS, EFFECTS, ISSUES, MEANS, PEOPLE, PLACES, TOPICS } from './fragments.mjs'
import { Random } from './random.mjs'

/**
 * What may be done with a promise, with the fates that are right for it. Where only its author can tell, 要確認 is.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const EVENTS = {
  kept: ['carried-over'],
  renewed: ['carried-over'],
  dropped: ['planned-but-missing'],
  done: ['realised'],
  'done and planned on': ['realised'],
  'done in other words': ['realised', 'to-confirm'],
  'done in part': ['partly-realised', 'to-confirm'],
  cancelled: ['cancelled'],
  postponed: ['postponed'],
  'not done': ['cancelled', 'to-confirm'],
  'done by another body': ['planned-but-missing', 'to-confirm'],
  'something else done': ['planned-but-missing', 'to-confirm'],
}

/** Fates that say that a promise was kept. */
export const TRUE_FATES = ['realised', 'partly-realised']

const NEXT_YEAR = ['（R1年度）', '（平成31年度）', '（令和元年度）', '']
const LATER = ['（R2年度）', '（令和２年度）']

/** @param {number} number */
export function makePromisePair(number) {
  const random = new Random(number * 6277 + 11)
  /** @type {{ text: string, event: string, by?: string }[]} */
  const promises = []
  const sides = { old: [], new: [] }
  for (let at = random.integer(1, 3); at > 0; at--) {
    const rows = Array.from({ length: random.integer(1, 4) }, () => makeRow(random, promises))
    sides.old.push(rows.map(({ old }) => old))
    sides.new.push(rows.map((row) => row.new))
  }
  return { old: toPlan(2018, sides.old), new: toPlan(2019, sides.new), promises }
}

function makeRow(random, promises) {
  const heading = `${random.pick(PLACES)}における${random.pick(TOPICS)}と${random.pick(PEOPLE)}の確保`
  const label = `${random.pick(PEOPLE)}に対する${random.pick(TOPICS)}の${random.pick(MEANS)}を通じた連携の強化`
  const standing = Array.from({ length: random.integer(0, 3) }, () => initiative(random))
  const row = { old: emptyRow(heading, label), new: emptyRow(heading, label) }
  for (const each of standing) {
    row.old.取組み.push(`${each}（H28～H30年度）`)
    row.new.取組み.push(`${each}${random.pick(['（H28～H30年度）', '（H28～R1年度）'])}`)
  }
  // Other news of the year, of which no promise spoke.
  if (random.chance(0.4)) row.new.取組み.push(`${initiative(random)}（R1年度）`)
  for (let count = random.integer(0, 2); count > 0; count--) {
    const result = `${random.pick(PEOPLE)}を対象とした${random.pick(TOPICS)}の${random.pick(MEANS)}により、`
    row.new.成果と課題.push(`□${result}${random.pick(EFFECTS)}。`)
    row.old.成果と課題.push(`■${random.pick(TOPICS)}については、${random.pick(ISSUES)}。`)
  }
  for (let count = random.integer(1, 3); count > 0; count--) promises.push(makePromise(random, row))
  return row
}

function initiative(random) {
  const { actor, core } = wording(random)
  return `○${actor}${core}`
}

function wording(random) {
  const [place, people, topic, means, deed] = [PLACES, PEOPLE, TOPICS, MEANS, DEEDS].map((list) => random.pick(list))
  const body = random.chance(0.5) ? random.pick(BODIES) : undefined
  const actor = body === undefined ? '' : `[${body}]`
  return {
    place,
    people,
    topic,
    means,
    body,
    actor,
    core: `${place}の${people}を対象とした${topic}に関する${means}${deed}`,
  }
}

/** Writes the promise into the old row and what became of it into the new one. */
function makePromise(random, row) {
  const said = wording(random)
  const { actor, core } = said
  const text = `○${actor}${core}${random.pick(NEXT_YEAR)}`
  row.old.具体的な取組み.push(text)
  const event = random.pick(Object.keys(EVENTS).filter((each) => each !== 'done by another body' || said.body))
  const by = tell(event)
  return { text, event, ...(by !== undefined && { by }) }

  /** @returns what tells of it in the initiatives, where something does */
  function tell(name) {
    const { 取組み: done, 成果と課題: results, 具体的な取組み: plans } = row.new
    const add = (list, line) => {
      list.splice(random.integer(0, list.length), 0, line)
      return line
    }
    switch (name) {
      case 'kept':
        add(plans, text)
        return undefined
      case 'renewed':
        add(plans, `○${actor}${core}${random.pick(LATER)}`)
        return undefined
      case 'dropped':
        return undefined
      case 'done':
        return add(done, random.pick([text, `○${actor}${core}（R1年度）`, `○${actor}${core}（H30～R1年度）`]))
      case 'done and planned on':
        add(plans, `○${actor}${core}${random.pick(LATER)}`)
        return add(done, `○${actor}${core}（R1年度）`)
      case 'done in other words':
        return add(done, `○${actor}${otherWords(said)}`)
      case 'done in part':
        return add(done, `○${actor}${core}は一部のみ実施（R1年度）`)
      case 'cancelled': {
        const end = random.pick([
          'は中止（R1年度）',
          'は取りやめた',
          'は見送った',
          'は行わなかった',
          'を中止した',
          'は実施しなかった',
        ])
        return random.chance(0.3) ? add(results, `■${core}${end}。`) : add(done, `○${actor}${core}${end}`)
      }
      case 'postponed': {
        if (random.chance(0.3)) add(plans, `○${actor}${core}${random.pick(LATER)}`)
        return add(
          done,
          `○${actor}${core}${random.pick(['はR2年度に延期した', 'は延期', 'を次年度へ持ち越した', 'は先送りとした'])}`,
        )
      }
      case 'not done':
        return add(
          done,
          `○${actor}${core}${random.pick(['はできなかった', 'は未実施', 'には至らなかった', 'は検討にとどまった', 'は準備中'])}`,
        )
      case 'something else done':
        return add(done, `○${actor}${elsewhere(said)}（R1年度）`)
      case 'done by another body':
        return add(done, `○[${random.pickOther(BODIES, said.body)}]${core}（R1年度）`)
      default:
        throw new Error(`unknown event ${name}`)
    }
  }

  /** For others, at another place, of another matter or by other means. */
  function elsewhere({ place, people, topic, means }) {
    const parts = { place, people, topic, means }
    const lists = { place: PLACES, people: PEOPLE, topic: TOPICS, means: MEANS }
    const other = random.pick(Object.keys(parts))
    const said = { ...parts, [other]: random.pickOther(lists[other], parts[other]) }
    return `${said.place}の${said.people}を対象とした${said.topic}に関する${said.means}${core.slice(core.lastIndexOf(means) + means.length)}`
  }

  function otherWords({ place, people, topic, means }) {
    return random.pick([
      `${topic}に関する${means}を${place}の${people}向けに実施した（R1年度）`,
      `${people}を対象に${topic}の${means}を開いた（R1年度）`,
      `${place}で、${people}に${topic}の${means}を行った`,
      `${topic}について、${place}の${people}への${means}を実施`,
    ])
  }
}

function emptyRow(heading, label) {
  return { 現状と課題: [heading], 施策: [label], 取組み: [], 成果と課題: [], 今後の対応: [], 具体的な取組み: [] }
}

function toPlan(year, categories) {
  return {
    title: '在宅医療関係施策に係るこれまでの取り組み及び今後の対応について',
    year,
    yearText: `${year}`,
    handout: {},
    categories: categories.map((rows, at) => ({
      name: `区分${'甲乙丙'[at]}`,
      number: at + 1,
      rows: rows.map((row) => ({
        startsPage: false,
        cells: Object.fromEntries(
          Object.entries(row).map(([key, lines]) => [key, { tag: 'text', text: lines.join('\n') }]),
        ),
      })),
    })),
  }
}

/** For each promise what was done with it and what was found of it. @param {import('../../dist/review/comparison.js').Comparison} comparison */
export function judgeFates(comparison, promises) {
  const open = [...comparison.promises]
  return promises.map(({ text, event, by }) => {
    const at = open.findIndex(({ old }) => old.text === text)
    const [found] = at < 0 ? [] : open.splice(at, 1)
    const fate = found?.fate ?? 'no promise'
    // A doubt that points to something else is of no help.
    const isNamed = fate !== 'to-confirm' || by === undefined || found.new?.text === by
    return { event, text, fate, found, isRight: EVENTS[event].includes(fate) && isNamed }
  })
}
