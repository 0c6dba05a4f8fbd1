/** How well and how fast two editions are compared: `npm run bench:diff`. The number of pairs may be given. */

import { readFileSync } from 'node:fs'
import { decodeForm } from '../dist/decode/form/form-file.js'
import { decodePlan, openPlanFile } from '../dist/decode/plan/plan-file.js'
import { FATE_LABELS, KIND_LABELS, KINDS } from '../dist/review/change-kinds.js'
import { compare } from '../dist/review/compare.js'
import { comparedColumns } from '../dist/review/compared-columns.js'
import { COLUMNS, toPlan } from './generate/generate-plan.mjs'
import { largePairs } from './generate/large-plans.mjs'
import { makePair } from './generate/make-pair.mjs'
import { EVENTS, judgeFates, makePromisePair, TRUE_FATES } from './generate/promise-pairs.mjs'
import { listFoundAndMade, precision, recall, Score } from './generate/score.mjs'
import { makeStructurePair, tellStructure } from './generate/structure-pairs.mjs'

const PAIRS = Number(process.argv[2] ?? 200)
const root = new URL('../', import.meta.url)

scorePairs()
scorePromises()
scoreStructure()
measureLarge()

/** Kinds found against the kinds made; a change counts as right if its kind and the places on both sides are. */
function scorePairs() {
  const score = new Score()
  let wrong = 0
  for (let number = 1; number <= PAIRS; number++) {
    const { old, draft, expected } = makePair(number)
    const comparison = compare(toPlan(old), toPlan(draft), { columns: { old: COLUMNS, new: COLUMNS } })
    const { found, made, unlisted } = listFoundAndMade(comparison, old, draft, expected)
    score.add(found, made)
    wrong += unlisted.length
  }
  console.log(`${PAIRS} 組の計画（作った変更と見つけた変更）\n`)
  console.log('| 種類 | 作った | 見つけた | 正しい | 適合率 | 再現率 |\n| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const kind of KINDS) {
    const hits = score.byKind.get(kind)
    if (hits) console.log(tableRow(KIND_LABELS[kind], hits))
  }
  console.log(tableRow('計', score.total()))
  console.log(`\n手を加えていないのに変更とされたもの: ${wrong} 件`)
}

/** By what was done with a promise, which of the fates that are right for it was found; by fate, where it was right. */
function scorePromises() {
  const events = new Map(Object.keys(EVENTS).map((event) => [event, { made: 0, found: 0, right: 0 }]))
  const fates = new Map()
  let wronglyKept = 0
  for (let number = 1; number <= PAIRS; number++) {
    const { old, new: now, promises } = makePromisePair(number)
    const comparison = compare(old, now, { columns: { old: COLUMNS, new: COLUMNS } })
    for (const { event, fate, isRight } of judgeFates(comparison, promises)) {
      if (!fates.has(fate)) fates.set(fate, { made: 0, found: 0, right: 0 })
      for (const hits of [events.get(event), fates.get(fate)]) {
        hits.made++
        hits.found++
        if (isRight) hits.right++
      }
      const isTrue = EVENTS[event].some((each) => TRUE_FATES.includes(each))
      if (TRUE_FATES.includes(fate) && !isTrue) wronglyKept++
    }
  }
  console.log(`\n予定のその後（${PAIRS} 組）\n`)
  console.log('| 予定にしたこと | 件数 | 正しい | 割合 |\n| --- | ---: | ---: | ---: |')
  for (const [name, { made, right }] of [...events, ...fates]) {
    console.log(`| ${[FATE_LABELS[name] ?? name, made, right, (right / made).toFixed(3)].join(' | ')} |`)
  }
  console.log(`\n行っていないのに実施とされたもの: ${wronglyKept} 件`)
}

/** One change of structure in each pair, and what follows from it. */
function scoreStructure() {
  const events = new Map()
  for (let number = 1; number <= PAIRS; number++) {
    const { old, new: now, event, expected } = makeStructurePair(number)
    const columns = { old: old.columns, new: now.columns }
    const documents = { old: old.texts, new: now.texts }
    const found = tellStructure(compare(old.plan, now.plan, { columns, documents }))
    const hits = events.get(event) ?? { made: 0, found: 0, right: 0 }
    const rest = [...expected]
    for (const each of found) {
      const at = rest.indexOf(each)
      if (at < 0) continue
      rest.splice(at, 1)
      hits.right++
    }
    hits.made += expected.length
    hits.found += found.length
    events.set(event, hits)
  }
  console.log(`\n表のつくりの変更（${PAIRS} 組）\n`)
  console.log(
    '| 変えたもの | 作った | 見つけた | 正しい | 適合率 | 再現率 |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  )
  for (const [event, hits] of events) console.log(tableRow(event, hits))
}

function tableRow(label, hits) {
  const rates = [precision(hits), recall(hits)].map((rate) => rate.toFixed(3))
  return `| ${[label, hits.made, hits.found, hits.right, ...rates].join(' | ')} |`
}

/** The time is the processor's; the memory is what the process held at most so far. */
function measureLarge() {
  const form = expectValue(decodeForm('form.yaml', read('templates/official/form.yaml'), 'official'))
  const seed = expectValue(decodePlan(expectValue(openPlanFile('seed.yaml', read('seeds/mogami-h30.yaml'))), form))
  const columns = comparedColumns(form)
  console.log('\n1,600 行どうしの比較\n')
  console.log('| 場合 | 項目 | 時間（秒） | 最大メモリー（MB） | 打ち切り |\n| --- | ---: | ---: | ---: | --- |')
  for (const { name, old, new: now } of largePairs(seed)) {
    const start = process.cpuUsage()
    const comparison = compare(old, now, { columns: { old: columns, new: columns } })
    const { user, system } = process.cpuUsage(start)
    const seconds = ((user + system) / 1e6).toFixed(1)
    const memory = Math.round(process.resourceUsage().maxRSS / 1024)
    const items = `${comparison.old.items}・${comparison.new.items}`
    console.log(`| ${name} | ${items} | ${seconds} | ${memory} | ${comparison.bounded ? 'あり' : 'なし'} |`)
  }
}

function read(path) {
  return readFileSync(new URL(path, root))
}

function expectValue(outcome) {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'))
}
