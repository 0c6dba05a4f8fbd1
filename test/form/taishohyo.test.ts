import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTaishohyoStyle } from '../../src/decode/styles/taishohyo-file.js'
import { assertForm } from '../../src/form/assert-form.js'
import type { Form, Paragraph } from '../../src/form/form.js'
import { onlyTable } from '../../src/form/only-table.js'
import { kindName } from '../../src/form/reports/change-notes.js'
import { changeSides } from '../../src/form/reports/change-sides.js'
import type { Fullness } from '../../src/form/reports/told-changes.js'
import { type Change, type Comparison, listChanges, type Place } from '../../src/review/comparison.js'
import { arbitraryEditions } from '../support/arbitrary-editions.js'
import { ROOT, seedPlan } from '../support/forms.js'
import { cellsOf, comparePlans, compareSeeds, linesOf, OFFICIAL, rowTexts, taishohyoStyle } from '../support/reports.js'
import { bodyOf, headOf } from '../support/sections.js'
import { toChangeList, toTaishohyo } from '../support/stages.js'

const STYLES = readdirSync(new URL('templates/taishohyo/', ROOT)).map((file) => file.replace('.yaml', ''))
const seeds = compareSeeds()
const anyComparison = arbitraryEditions.map(({ old, new: now }) => comparePlans(old, now))

function taishohyo(comparison: Comparison, id = 'standard', fullness: Fullness = 'all'): Form {
  return toTaishohyo({ comparison, definition: OFFICIAL, style: taishohyoStyle(id), context: {}, fullness })
}

function changeList(comparison: Comparison, id = 'standard'): Form {
  return toChangeList({ comparison, definition: OFFICIAL, style: taishohyoStyle(id), context: {}, fullness: 'all' })
}

/** All that stands in a column, cell by cell. */
function columnText(form: Form, column: number): string {
  return bodyOf(form)
    .map((row) => rowTexts(row)[column] ?? '')
    .join('\n')
}

function joined(places: readonly Place[]): string {
  return places.map((place) => place.text).join('\n')
}

/** A row that moved along word for word stands on the new side only. */
function isSaidOnce({ subject, old, new: now }: Change): boolean {
  return subject === 'row' && now.length > 0 && joined(old) === joined(now)
}

/** The runs of a side in turn: their texts, marked ones in ［］. */
function withMarks(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ runs }) => runs.map(({ text, emphasis }) => (emphasis ? `［${text}］` : text)).join(''))
    .join('\n')
}

describe('新旧対照表', () => {
  it('最上の二つの年度：変わった語の両側に印が付き、備考に種類が立つ', () => {
    const rows = bodyOf(taishohyo(seeds)).map(({ slots }) =>
      slots.map((slot) => (slot.tag === 'cell' ? withMarks(slot.paragraphs) : '')),
    )
    expect(rows[0]).toEqual([
      '①在宅医療への円滑な移行',
      '地域で共通の入退院調整ルールの運…\n施策',
      '地域で共通の［入退院調整］ルール［の運用及び］連携ツールの［活用促進］',
      '地域で共通の［退院調整の］ルール［づくりや］連携ツールの［検討］',
      '施策の変更',
    ])
    expect(rows).toContainEqual([
      '',
      '地域で共通の入退院調整ルールの運…\n成果と課題',
      '［■策定したルールが現場で十分に使われているかを把握し、関係者の意見を踏まえて見直していく必要がある。］',
      '（新設）',
      '新規',
    ])
    expect(rows).toContainEqual([
      '',
      '旧：訪問診療に必要な設備整備への支援…\n具体的な取組み',
      '（削除）',
      '［・歯科医師と介護事業所との連携推進（Ｈ30年度）］',
      '［実績の記載が見当たりません（要確認）］',
    ])
    expect(rows).toContainEqual([
      '',
      expect.stringMatching(/…\n取組み$/),
      '○訪問看護の普及に向けた研修会の開催（H28、H29年度）',
      '○訪問看護の普及に向けた研修会の開催（H28、H29年度）',
      '移動\n旧：④1行目 取組み',
    ])
  })

  it('表記だけの違いは、件数を一行に書くだけ。すべて載せるなら一つずつ', () => {
    const [folded, all] = (['folded', 'all'] as const).map((fullness) => taishohyo(seeds, 'standard', fullness))
    const count = seeds.counts.total['notation-only'].changes
    expect(count).toBeGreaterThan(1)
    expect(bodyOf(all!).length - bodyOf(folded!).length).toBe(count - 1)
    expect(rowTexts(bodyOf(folded!).at(-1)!)[0]).toMatch(
      new RegExp(`^注：表記だけの違いが${count}件あります（.*）。一つずつは載せていません。$`),
    )
    expect(columnText(all!, 0)).not.toContain('表記だけの違い')
  })

  it('題名と列の見出しに二つの年度が立つ', () => {
    const form = taishohyo(seeds)
    const { title, footer } = form
    expect(linesOf(title)).toMatch(/\n新旧対照表（平成30年度→令和元年度）$/)
    expect(rowTexts(headOf(form)[0]!)).toEqual(['区分・欄', undefined, '新（令和元年度）', '旧（平成30年度）', '備考'])
    expect(footer).toEqual([{ tag: 'page' }, { tag: 'text', text: '／' }, { tag: 'pages' }])
  })

  it('どの変更も、旧い文は旧の側に、新しい文は新の側に、欠けずに立つ', () => {
    fc.assert(
      fc.property(anyComparison, fc.constantFrom(...STYLES), (comparison, id) => {
        const form = taishohyo(comparison, id)
        const [left, right] = [columnText(form, 2), columnText(form, 3)]
        const [now, old] = taishohyoStyle(id).newSide === 'left' ? [left, right] : [right, left]
        for (const change of listChanges(comparison)) {
          for (const place of change.old) expect(isSaidOnce(change) ? now : old).toContain(place.text)
          for (const place of change.new) expect(now).toContain(place.text)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('印のない文は両側で同じで、印の付いた文を足すと元の文になる', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const style = taishohyoStyle('standard')
        for (const change of listChanges(comparison).filter(({ subject }) => subject !== 'row')) {
          const sides = changeSides(comparison, change, style)
          if (change.old.length > 0) expect(linesOf(sides.old)).toBe(joined(change.old))
          if (change.new.length > 0) expect(linesOf(sides.new)).toBe(joined(change.new))
          if (change.segments.length === 0 || change.old.length === 0 || change.new.length === 0) continue
          const plain = (paragraphs: readonly Paragraph[]) =>
            paragraphs.flatMap(({ runs }) => runs.filter((run) => !run.emphasis).map((run) => run.text)).join('')
          expect(plain(sides.old)).toBe(plain(sides.new))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('表はすきまのない格子で、区分の名前は変更のある区分に一つずつ立つ', () => {
    fc.assert(
      fc.property(anyComparison, fc.constantFrom(...STYLES), (comparison, id) => {
        const form = taishohyo(comparison, id)
        expect(() => assertForm(form)).not.toThrow()
        const body = bodyOf(form)
        const labels = cellsOf(body).filter((cell) => cell.isLabel)
        expect(labels.reduce((sum, { rowSpan }) => sum + rowSpan, 0)).toBe(
          body.filter(({ slots }) => slots[0]?.tag === 'covered' || (slots[0]?.tag === 'cell' && slots[0].isLabel))
            .length,
        )
      }),
      { numRuns: 20 },
    )
  })

  it.each(STYLES)('同じ版どうしなら、変更なしと書く（%s）', (id) => {
    const plan = seedPlan('mogami-h30')
    const same = comparePlans(plan, plan)
    expect(rowTexts(bodyOf(taishohyo(same, id))[0]!)[0]).toMatch(/^変更なし\n/)
    expect(rowTexts(bodyOf(changeList(same, id))[0]!)[4]).toBe('変更なし')
  })
})

describe('新旧対照表の書き方', () => {
  it('改正案：改正案と現行を太字と二重取消線で示し、変更のない項目を（略）とし、備考を付けない', () => {
    const form = taishohyo(seeds, 'kaisei')
    const body = bodyOf(form)
    expect(rowTexts(headOf(form)[0]!)).toEqual(['区分・欄', undefined, '改正案', '現行'])
    const marks = cellsOf(body).flatMap((cell) =>
      cell.paragraphs.flatMap(({ runs }) => runs.flatMap((run) => run.emphasis ?? 'plain')),
    )
    expect(new Set(marks)).toEqual(new Set(['plain', 'bold', 'double-strike']))
    const rows = body.map((row) => rowTexts(row).slice(1))
    const abridged = rows.map((texts) => texts.join() === ',（略）,（略）')
    expect(abridged.filter(Boolean).length).toBeGreaterThan(5)
    const labelled = (index: number) => body[index]!.slots[0]!.tag === 'cell'
    expect(abridged.some((each, index) => each && abridged[index + 1] && !labelled(index + 1))).toBe(false)
    expect(rows).toContainEqual([
      '旧：訪問診療に必要な設備整備への支援…\n具体的な取組み',
      '（削る）',
      '○[山形県介護支援専門員協会]',
    ])
  })

  it('備考がなくても、移動したことは欄に書く', () => {
    expect(columnText(taishohyo(seeds, 'kaisei'), 1)).toMatch(/…\n取組み\n移動\n旧：④1行目 取組み/)
  })

  it('全文：新を右に置き、変更のない項目もすべて載せる', () => {
    const form = taishohyo(seeds, 'zenbun')
    expect(rowTexts(headOf(form)[0]!).slice(2)).toEqual(['改正前（平成30年度）', '改正後（令和元年度）', '備考'])
    const [old, now] = [columnText(form, 2), columnText(form, 3)]
    for (const change of seeds.changes) {
      for (const { text } of change.old) expect(old).toContain(text)
      for (const { text } of change.new) expect(now).toContain(text)
    }
  })

  it('書き間違いは、場所と近い言葉を添えて知らせる', () => {
    const text = readFileSync(new URL('templates/taishohyo/standard.yaml', ROOT), 'utf8')
    const wrong = text.replace('新の印: 下線', '新の印: 波線').replace('  備考: true', '  備孝: true')
    const outcome = decodeTaishohyoStyle('my.yaml', new TextEncoder().encode(wrong), 'my')
    const lines = text.split('\n')
    expect(outcome.diagnostics.map(({ code, place }) => [code, place?.kind === 'text' && place.line])).toEqual([
      ['wrong-type', lines.findIndex((line) => line.includes('新の印')) + 1],
      ['unknown-key', lines.findIndex((line) => line.startsWith('  備考: true')) + 1],
    ])
    expect(outcome.ok).toBe(false)
  })
})

describe('変更の一覧（Excel）', () => {
  it('変更ごとに一行で、結合したセルがなく、種類と区分の欄がそろう', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const { body, kind } = onlyTable(changeList(comparison))
        const changes = listChanges(comparison)
        expect(kind).toBe('list')
        expect(cellsOf(body).every(({ rowSpan, colSpan }) => rowSpan === 1 && colSpan === 1)).toBe(true)
        if (changes.length === 0) return
        expect(body.map((row) => row.slots[0]!)).toEqual(
          changes.map((_, index) => expect.objectContaining({ tag: 'cell', number: index + 1 })),
        )
        const names = taishohyoStyle('standard').kindNames
        const kinds = (all: readonly string[]) => [...all].sort()
        expect(kinds(body.map((row) => rowTexts(row)[4]!))).toEqual(
          kinds(changes.map((change) => kindName(change, change.kinds[0]!, names))),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('どの変更の文も、その側の列にある', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const form = changeList(comparison)
        const [now, old] = [columnText(form, 5), columnText(form, 6)]
        for (const change of listChanges(comparison)) {
          for (const { text } of change.old) expect(isSaidOnce(change) ? now : old).toContain(text)
          for (const { text } of change.new) expect(now).toContain(text)
        }
      }),
      { numRuns: 40 },
    )
  })
})
