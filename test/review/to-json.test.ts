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
        成果と課題: '□丙に関する研修により理解が深まった。',
      },
    ])
    expect(toJson(compareSamples(old, { ...now, year: 2019 }))).toMatchInlineSnapshot(`
      {
        "changes": [
          {
            "kinds": [
              "years-only",
            ],
            "new": [
              {
                "category": 1,
                "column": "取組み",
                "label": "連携ツールの検討",
                "line": 4,
                "row": 1,
                "text": "○甲に関する情報交換会の開催（R1年度）",
              },
            ],
            "old": [
              {
                "category": 1,
                "column": "取組み",
                "label": "連携ツールの検討",
                "line": 4,
                "row": 1,
                "text": "○甲に関する情報交換会の開催（H30年度）",
              },
            ],
            "segments": [
              {
                "text": "○甲に関する情報交換会の開催（",
                "type": "same",
              },
              {
                "text": "H30年度",
                "type": "del",
              },
              {
                "text": "R1年度",
                "type": "ins",
              },
              {
                "text": "）",
                "type": "same",
              },
            ],
          },
          {
            "kinds": [
              "removed",
            ],
            "new": [],
            "old": [
              {
                "category": 1,
                "column": "取組み",
                "label": "連携ツールの検討",
                "line": 6,
                "row": 1,
                "text": "○乙に関する検討",
              },
            ],
            "segments": [
              {
                "text": "○乙に関する検討",
                "type": "del",
              },
            ],
          },
          {
            "kinds": [
              "realised",
            ],
            "new": [
              {
                "category": 1,
                "column": "取組み",
                "label": "連携ツールの検討",
                "line": 5,
                "row": 1,
                "text": "○丙に関する研修会の開催",
              },
            ],
            "old": [
              {
                "category": 1,
                "column": "具体的な取組み",
                "label": "連携ツールの検討",
                "line": 7,
                "row": 1,
                "text": "○丙に関する研修会の開催",
              },
            ],
            "segments": [],
          },
          {
            "kinds": [
              "added",
            ],
            "new": [
              {
                "category": 1,
                "column": "成果と課題",
                "label": "連携ツールの検討",
                "line": 6,
                "row": 1,
                "text": "□丙に関する研修により理解が深まった。",
              },
            ],
            "old": [],
            "segments": [
              {
                "text": "□丙に関する研修により理解が深まった。",
                "type": "ins",
              },
            ],
          },
        ],
        "counts": {
          "byCategory": [
            {
              "counts": {
                "added": 1,
                "realised": 1,
                "removed": 1,
                "unchanged": 2,
                "years-only": 1,
              },
              "name": "移行",
              "new": 1,
              "old": 1,
            },
          ],
          "promises": {
            "realised": 1,
          },
          "total": {
            "added": 1,
            "realised": 1,
            "removed": 1,
            "unchanged": 2,
            "years-only": 1,
          },
        },
        "new": {
          "items": 5,
          "plan": "計画",
          "year": 2019,
        },
        "notes": [],
        "old": {
          "items": 5,
          "plan": "計画",
          "year": 2018,
        },
        "pages": {
          "replace": [],
        },
        "promises": [
          {
            "evidence": "wording",
            "fate": "realised",
            "new": {
              "category": 1,
              "column": "取組み",
              "label": "連携ツールの検討",
              "line": 5,
              "row": 1,
              "text": "○丙に関する研修会の開催",
            },
            "old": {
              "category": 1,
              "column": "具体的な取組み",
              "label": "連携ツールの検討",
              "line": 7,
              "row": 1,
              "text": "○丙に関する研修会の開催",
            },
            "reason": "今年度の記載に同じ内容があります",
            "results": [
              {
                "category": 1,
                "column": "成果と課題",
                "label": "連携ツールの検討",
                "line": 6,
                "row": 1,
                "text": "□丙に関する研修により理解が深まった。",
              },
            ],
          },
        ],
        "same": false,
        "toConfirm": [],
        "warnings": [],
      }
    `)
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
