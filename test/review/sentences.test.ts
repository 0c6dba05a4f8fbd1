/** Every sentence that the comparison puts together, once each and with its names left out: read by eye for misprints. */

import { expect, it } from 'vitest'
import { toPlan } from '../../bench/generate/generate-plan.mjs'
import { makePair } from '../../bench/generate/make-pair.mjs'
import { makePromisePair } from '../../bench/generate/promise-pairs.mjs'
import { makeStructurePair } from '../../bench/generate/structure-pairs.mjs'
import { tellChanges } from '../../src/cli/commands/tell-changes.js'
import type { Plan } from '../../src/domain/plan.js'
import { remarker } from '../../src/form/redline/remarks.js'
import { kindNames, placeNotes } from '../../src/form/reports/change-notes.js'
import { mainChanges } from '../../src/form/reports/main-changes.js'
import { foldedLine } from '../../src/form/reports/told-changes.js'
import { compare } from '../../src/review/compare.js'
import { type Comparison, listChanges } from '../../src/review/comparison.js'
import { seedPlan } from '../support/forms.js'
import { linesOf, OFFICIAL, rowTexts, summaryStyle, taishohyoStyle } from '../support/reports.js'
import { COLUMNS } from '../support/sample-plan.js'
import { bodyOf } from '../support/sections.js'
import { toSummary } from '../support/stages.js'

interface Pair {
  readonly old: Plan
  readonly new: Plan
  readonly comparison: Comparison
}

function pairOf(old: Plan, now: Plan): Pair {
  const texts = (plan: Plan) => [{ name: '題名', template: plan.title, text: plan.title }]
  const documents = { old: texts(old), new: texts(now) }
  return { old, new: now, comparison: compare(old, now, { columns: { old: COLUMNS, new: COLUMNS }, documents }) }
}

const SEEDS = [seedPlan('mogami-h30'), seedPlan('mogami-r1')] as const
const PAIRS: readonly Pair[] = [
  pairOf(...SEEDS),
  pairOf(SEEDS[1], SEEDS[0]),
  pairOf(SEEDS[0], { ...SEEDS[0], title: '別の計画' }),
  ...Array.from({ length: 40 }, (_, at) => makePair(at + 1)).map(({ old, draft }) =>
    pairOf(toPlan(old), toPlan(draft)),
  ),
  ...Array.from({ length: 30 }, (_, at) => makePromisePair(at + 1)).map((pair) => pairOf(pair.old, pair.new)),
  ...Array.from({ length: 40 }, (_, at) => makeStructurePair(at + 1)).map(({ old, new: now }) => ({
    old: old.plan,
    new: now.plan,
    comparison: compare(old.plan, now.plan, {
      columns: { old: old.columns, new: now.columns },
      documents: { old: old.texts, new: now.texts },
    }),
  })),
]

/** What is quoted, and every number, is left out. */
function shapeOf(sentence: string): string {
  let shape = sentence
    .replace(/[0-9０-９]+/g, 'N')
    .replace(/[①-⑳]/g, '①')
    .replace(/ほかは.*件です/, 'ほかは…です')
    .replace(/件は、.*件で、/, '件は、…で、')
    .replaceAll('令和元年度', '平成N年度')
  for (let before = ''; before !== shape; ) {
    before = shape
    shape = shape.replace(/「[^「」]*」/g, '〈〉')
  }
  return shape
    .replace(/(?:〈〉)+/g, '〈〉')
    .replace(/（(?:[^（）]|（[^（）]*）)*→(?:[^（）]|（[^（）]*）)*）/g, '（…→…）')
}

function shapes(make: (pair: Pair) => readonly string[]): readonly string[] {
  return [
    ...new Set(
      PAIRS.flatMap(make)
        .flatMap((text) => text.split('\n'))
        .map(shapeOf),
    ),
  ].toSorted()
}

function console({ comparison }: Pair): readonly string[] {
  const told: string[] = []
  const terminal = {
    out: () => {},
    err: (line: string, lead?: { word: string }) => void told.push(`${lead?.word ?? ''}${line}`),
  }
  tellChanges(comparison, 'folded', terminal as unknown as Parameters<typeof tellChanges>[2])
  // Places and the counts of each kind are names too.
  return told.filter((line) => !line.startsWith('  ')).map((line) => line.replace(/: .*/, ': …'))
}

function summaryOf({ comparison }: Pair): readonly string[] {
  const request = { comparison, definition: OFFICIAL, style: summaryStyle(), context: {} }
  const form = toSummary(request)
  return [linesOf(form.title).split('\n').at(-1)!, ...(rowTexts(bodyOf(form)[0]!)[0] ?? '').split('\n')]
}

const style = taishohyoStyle('standard')

it('組み立てた文は、どれも日本語として正しい', async () => {
  const told: Readonly<Record<string, readonly string[]>> = {
    主な変更: shapes(({ comparison }) => mainChanges(comparison, 'all')),
    表記: shapes(({ comparison }) => [foldedLine(comparison, 'folded') ?? '']),
    要約: shapes(summaryOf),
    備考: shapes(({ comparison }) =>
      listChanges(comparison).map((change) =>
        kindNames({ ...change, kinds: change.kinds.slice(0, 1) }, style.kindNames),
      ),
    ),
    場所: shapes(({ comparison }) => listChanges(comparison).flatMap((change) => placeNotes(comparison, change))).map(
      (note) => note.replace(/ .*/, ' …'),
    ),
    見え消しの注: shapes(({ old, new: now, comparison }) => {
      const { ofEntry } = remarker(comparison, old, now)
      return comparison.rowPairs.flatMap((row) =>
        row.cells.flatMap(({ column, entries }) => entries.flatMap((entry) => ofEntry(entry, column, row) ?? [])),
      )
    }).filter((note) => !note.includes('、')),
    理由: shapes(({ comparison }) =>
      comparison.promises.map(({ reason }) => reason.replace(/(別の主体の似た記載：).*/s, '$1…')),
    ),
    要確認: shapes(({ comparison }) =>
      comparison.toConfirm.map(({ code, message }) => `${code} ${message.replace(/：.*/s, '：…')}`),
    ),
    注意: shapes(({ comparison }) =>
      [...comparison.warnings, ...comparison.notes].map(({ code, message }) => `${code} ${message}`),
    ),
    画面: shapes(console),
  }
  const text = Object.entries(told).map(
    ([name, lines]) => `# ${name}\n${[...new Set(lines)].filter((line) => line !== '').join('\n')}\n`,
  )
  await expect(text.join('\n')).toMatchFileSnapshot('../goldens/comparison-sentences.txt')
  // 旧しい is what comes of a stem and another's ending.
  expect(text.join('\n')).not.toMatch(/旧しい|新い|をを|のの|がが|はは|にに|。。|、、|undefined|null|NaN|\[object/)
})
