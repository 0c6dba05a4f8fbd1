/** Upright names of 区分 in Word: their rows are as high as they are long, and where they cannot be, the names are as small as it takes. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOn } from '../../src/layout/page-sections.js'
import { renderWord as outcomeOf } from '../../src/render/word/render-word.js'
import { bundledForm } from '../support/forms.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { redlineOf } from '../support/print-redline.js'
import { attributeOf, children, elements, readPart, readTables, textOf } from '../support/read-word.js'
import { planOf } from '../support/sample-plan.js'
import { layOut, renderWord } from '../support/stages.js'

const NAME = '在宅医療と介護の連携を支える人材の確保と定着の推進'

/** A category whose name begins so far down a page, after so many rows of one line, that rows of it stand on the next. */
async function sizesOfName(rows: number): Promise<{ layout: number; word: number | undefined }> {
  const rowOf = (lines: number) => ({
    取組み: Array.from({ length: lines }, (_, index) => `○取組み${index}`).join('\n'),
  })
  const plan = planOf(['前の区分', ...Array(rows).fill(rowOf(1))], [NAME, ...Array(7).fill(rowOf(8))])
  const laidOut = layOutPlan(plan, bundledForm('official'))
  const name = laidOut.pages
    .flatMap((page) => cellsOn(page))
    .find(({ cell, flow }) => flow === 'first' && cell.paragraphs[0]?.runs[0]?.text.includes(NAME))
  const bytes = await renderWord(laidOut)
  const paragraph = elements(readPart(bytes, 'word/document.xml'), 'w:p').find((each) => textOf(each).includes(NAME))!
  const style = attributeOf(paragraph, 'w:pStyle')
  const styles = elements(readPart(bytes, 'word/styles.xml'), 'w:style')
  const own = styles.find((each) => each.getAttribute('w:styleId') === style)
  return { layout: name!.lines[0]!.line.size, word: own && Number(attributeOf(own, 'w:sz')) / 2 }
}

test('始まるページに収まらない区分の名前は、Word でも組版と同じだけ小さい', async () => {
  const { layout, word } = await sizesOfName(26)
  expect(layout).toBeLessThan(9)
  expect(word).toBeLessThanOrEqual(layout)
  expect(word).toBeGreaterThan(layout - 0.5)
})

test('収まる区分の名前は本文の大きさのまま', async () => {
  expect(await sizesOfName(5)).toEqual({ layout: 10, word: undefined })
})

const PIECES = [
  '在宅医療',
  'の推進',
  'ICT',
  'DX',
  '24',
  '365',
  'H30',
  'Web会議',
  '（',
  '）',
  '・',
  'A',
  '50%',
  'Healthcare ',
  '2025年度',
]
const nameText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.join('').trim())
  .filter((name) => name !== '')

/** In points, at a size: a full-width character takes an em downwards, what lies on its side its own advance. */
function lengthOf(name: string, size: number): number {
  const fonts = bundledFonts()
  const advances = [...`①${name}`].map((char) => (char <= '~' ? fonts.advance(char.codePointAt(0)!) : 1))
  return size * advances.reduce((sum, each) => sum + each, 0)
}

/** What stands between the row's rules and the name, over and under it. */
const PADDING = 2 * bundledForm('official').table.padding.y

describe('縦に立てた名前の行の高さ', () => {
  test('欧字と数字が横に倒れても、名前は行に収まる', async () => {
    await fc.assert(
      fc.asyncProperty(nameText, async (name) => {
        const bytes = await renderWord(layOutPlan(planOf([name, { 取組み: '○a' }]), bundledForm('official')))
        const row = readTables(bytes)[0]!.at(-1)!
        expect(attributeOf(row.element, 'w:textDirection')).toBe('tbRlV')
        expect(row.height! / 20).toBeGreaterThanOrEqual(lengthOf(name, 10) + PADDING)
      }),
      { numRuns: 40 },
    )
  })

  test('字を横に並べる（縦中横の）のは一字か二桁の数字だけ。ほかは LibreOffice で続きが消える', async () => {
    const name = 'ICTとDX、24時間365日、A棟'
    const bytes = await renderWord(layOutPlan(planOf([name, { 取組み: '○a' }]), bundledForm('official')))
    const runs = elements(readPart(bytes, 'word/document.xml'), 'w:r')
    const across = runs.filter((run) => elements(run, 'w:eastAsianLayout').length > 0).map((run) => run.textContent)
    expect(across).toEqual(['24', 'A'])
  })

  test('ページに余りがなければ、名前を小さくする', async () => {
    const official = bundledForm('official')
    const name = 'ICT・DX・Web・'.repeat(6)
    const rows = (count: number) => planOf(['前', ...Array(count).fill({ 取組み: '○a' })], [name, { 取組み: '○a' }])
    const sizes: number[] = []
    for (let count = 8; count < 24; count += 2) {
      const bytes = await renderWord(layOutPlan(rows(count), official))
      const paragraph = elements(readPart(bytes, 'word/document.xml'), 'w:p').find((each) =>
        textOf(each).includes(name),
      )!
      const size = Number(attributeOf(paragraph, 'w:pStyle')?.replace('Size', '') ?? 20) / 2
      expect(readTables(bytes)[0]!.at(-1)!.height! / 20).toBeGreaterThanOrEqual(lengthOf(name, size) + PADDING - 0.05)
      sizes.push(size)
    }
    expect(sizes[0]).toBe(10)
    expect(Math.min(...sizes)).toBeLessThan(10)
  })

  test('6 ポイントより小さくしたら、そう言う', async () => {
    const official = bundledForm('official')
    const [first, ...others] = official.columns
    const form = { ...official, columns: [{ ...first!, size: 6.5 }, ...others] }
    const name = 'ICT・DX・Web・'.repeat(6)
    const told = new Set<string>()
    for (let count = 20; count < 32; count += 2) {
      const plan = planOf(['前', ...Array(count).fill({ 取組み: '○a' })], [name, { 取組み: '○a' }])
      for (const { code, message } of (await outcomeOf(layOutPlan(plan, form))).diagnostics)
        told.add(`${code}: ${message}`)
    }
    const message = (size: number) =>
      `small-type: Word では区分2の1行目「区分」の文字を、欄に収めるため ${size} ポイントまで小さくしました。`
    expect([...told]).toEqual([message(5.5), message(4.5)])
  })

  const change = fc.constantFrom<'kept' | 'worded' | 'new' | 'gone'>('kept', 'worded', 'new', 'gone')
  test('見え消しでも、承諾した文書でも、元に戻した文書でも収まる', async () => {
    await fc.assert(
      fc.asyncProperty(nameText, fc.array(change, { minLength: 1, maxLength: 6 }), async (name, changes) => {
        const edition = (isIn: (each: string) => boolean, text: string) => {
          const rows = changes.flatMap((each, index) =>
            isIn(each) ? [{ id: `${index}`, 現状と課題: `課題${index}`, 取組み: each === 'worded' ? text : '○a' }] : [],
          )
          return planOf([name, ...rows, { id: 'last', 現状と課題: '課題', 取組み: '○変わらない' }])
        }
        const old = edition((each) => each !== 'new', '○研修会')
        const now = edition((each) => each !== 'gone', '○講習会')
        const bytes = await renderWord(layOut(redlineOf({ old, new: now }, { revisions: 'tracked' }), bundledFonts()))
        const rows = readTables(bytes)[0]!.filter(({ isHead }) => !isHead)
        const heightWithout = (mark: string) =>
          rows
            .filter(({ element }) => children(children(element, 'w:trPr')[0]!, mark).length === 0)
            .reduce((sum, { height = 0 }) => sum + height / 20, 0)
        for (const mark of ['w:none', 'w:ins', 'w:del']) {
          expect(heightWithout(mark)).toBeGreaterThanOrEqual(lengthOf(name, 10) + PADDING)
        }
      }),
      { numRuns: 40 },
    )
  })
})
