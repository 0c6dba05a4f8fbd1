/** The JSON that programs read. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../src/review/to-json.js'
import { ROOT, seedPlan } from '../support/forms.js'
import { compareSamples, planOf } from '../support/sample-plan.js'

describe('比較の JSON', () => {
  it('変更・予定・件数を、計画ファイルの行番号とともに書く', () => {
    const head = { 現状と課題: '連携の強化が必要', 施策: '連携ツールの検討' }
    const old = planOf([
      '移行',
      {
        ...head,
        取組み: '○甲に関する情報交換会の開催（H30年度）\n\n○乙に関する検討',
        具体的な取組み: '○丙に関する研修会の開催',
      },
    ])
    const now = planOf([
      '移行',
      {
        ...head,
        取組み: '○甲に関する情報交換会の開催（R1年度）\n○丙に関する研修会の開催',
        成果と課題: '□丙の理解が深まった。',
      },
    ])
    expect(toJson(compareSamples(old, { ...now, year: 2019 }))).toEqual({
      old: { plan: '計画', year: 2018, items: 5 },
      new: { plan: '計画', year: 2019, items: 5 },
      changes: [
        {
          kinds: ['years-only'],
          old: [{ category: 1, row: 1, column: '取組み', text: '○甲に関する情報交換会の開催（H30年度）', line: 4 }],
          new: [{ category: 1, row: 1, column: '取組み', text: '○甲に関する情報交換会の開催（R1年度）', line: 4 }],
          segments: [
            { type: 'same', text: '○甲に関する情報交換会の開催（' },
            { type: 'del', text: 'H30年度' },
            { type: 'ins', text: 'R1年度' },
            { type: 'same', text: '）' },
          ],
        },
        {
          kinds: ['removed'],
          old: [{ category: 1, row: 1, column: '取組み', text: '○乙に関する検討', line: 6 }],
          new: [],
          segments: [{ type: 'del', text: '○乙に関する検討' }],
        },
        {
          kinds: ['realised'],
          old: [{ category: 1, row: 1, column: '具体的な取組み', text: '○丙に関する研修会の開催', line: 7 }],
          new: [{ category: 1, row: 1, column: '取組み', text: '○丙に関する研修会の開催', line: 5 }],
          segments: [],
        },
        {
          kinds: ['added'],
          old: [],
          new: [{ category: 1, row: 1, column: '成果と課題', text: '□丙の理解が深まった。', line: 6 }],
          segments: [{ type: 'ins', text: '□丙の理解が深まった。' }],
        },
      ],
      promises: [
        {
          old: { category: 1, row: 1, column: '具体的な取組み', text: '○丙に関する研修会の開催', line: 7 },
          fate: 'realised',
          new: { category: 1, row: 1, column: '取組み', text: '○丙に関する研修会の開催', line: 5 },
          results: [{ category: 1, row: 1, column: '成果と課題', text: '□丙の理解が深まった。', line: 6 }],
        },
      ],
      counts: {
        total: { realised: 1, added: 1, removed: 1, 'years-only': 1, unchanged: 2 },
        byCategory: [
          {
            old: 1,
            new: 1,
            name: '移行',
            counts: { realised: 1, added: 1, removed: 1, 'years-only': 1, unchanged: 2 },
          },
        ],
      },
      notes: [],
    })
  })

  it('行番号は、計画ファイルのその項目の行を指す', () => {
    const json = toJson(compareSamples(seedPlan('mogami-h30'), seedPlan('mogami-r1')))
    for (const [side, name] of [
      ['old', 'mogami-h30'],
      ['new', 'mogami-r1'],
    ] as const) {
      const lines = readFileSync(new URL(`seeds/${name}.yaml`, ROOT), 'utf8').split('\n')
      const places = json.changes.flatMap((change) => change[side]).filter(({ column }) => column !== '区分')
      expect(places.length).toBeGreaterThan(50)
      for (const { line, text } of places) expect(lines[line! - 1]).toContain(text.split('\n')[0])
    }
  })
})
