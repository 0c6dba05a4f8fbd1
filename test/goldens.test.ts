/**
 * A small odd plan as text after every stage, from the file's text to what Word and Excel hold: a change of a stage shows
 * as a change of lines that people can read. `npx vitest run -u` writes them anew.
 */

import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPlan } from '../src/cli/files/open-plan.js'
import type { FormDefinition } from '../src/definition/form-definition.js'
import type { Plan } from '../src/domain/plan.js'
import type { Form, FormRow, PageText, Paragraph, Section } from '../src/form/form.js'
import type { LaidOut } from '../src/layout/page.js'
import { expectValue } from './support/forms.js'
import { bundledFonts } from './support/print.js'
import { readSheet } from './support/read-sheet.js'
import { elements, readPart, readTables, textOf } from './support/read-word.js'
import { layOut, renderExcel, renderWord, toForm } from './support/stages.js'

const PLAN = join(import.meta.dirname, 'plans/many-joins.yaml')

async function expectGolden(stage: string, lines: readonly string[]): Promise<void> {
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`goldens/many-joins.${stage}.txt`)
}

describe('結合の多い計画', () => {
  let plan: Plan
  let definition: FormDefinition
  let laidOut: LaidOut

  beforeAll(() => {
    const opened = expectValue(openPlan(PLAN))
    plan = opened.plan
    definition = opened.definition
    laidOut = layOut(toForm(plan, definition), bundledFonts())
  })

  it('計画ファイルから計画', async () => {
    await expectGolden('plan', tellPlan(plan))
  })

  it('計画から文書', async () => {
    await expectGolden('form', tellForm(laidOut.form))
  })

  it('文書から Word', async () => {
    await expectGolden('word', tellWord(await renderWord(laidOut)))
  })

  it('文書から Excel', async () => {
    await expectGolden('excel', tellExcel(await renderExcel(laidOut)))
  })
})

const inOneLine = (text: string) => text.replaceAll('\n', '⏎')

/** Places are line:column of the file. */
function tellPlan({ categories, handout, ...texts }: Plan): readonly string[] {
  return [
    ...Object.entries(texts).map(([key, value]) => `${key}: ${inOneLine(JSON.stringify(value))}`),
    ...categories.flatMap(({ number, name, rows }) => [
      `区分 ${number} ${name}`,
      ...rows.flatMap((row) => [
        `  行 ${row.at!.line}:${row.at!.column}${row.startsPage ? ' 改ページ' : ''}`,
        ...Object.entries(row.cells).map(
          ([key, cell]) =>
            `    ${key} ${cell.at!.line}:${cell.at!.column} ${cell.tag === 'text' ? inOneLine(cell.text) : cell.tag}`,
        ),
      ]),
    ]),
  ]
}

/** Spans stand as ×2 (down) and ＋2 (across), a place that a cell covers as ↑ or ←. */
function tellForm(form: Form): readonly string[] {
  return [
    `題名 ${tellParagraphs(form.title)}`,
    `上の欄外 ${tellPageText(form.header)}`,
    `下の欄外 ${tellPageText(form.footer)}`,
    ...form.sections.flatMap(tellSection),
  ]
}

function tellSection(section: Section): readonly string[] {
  switch (section.tag) {
    case 'cover':
      return ['表紙']
    case 'texts':
      return [`文 ${section.role}`, ...section.blocks.map(({ paragraphs }) => `  ${tellParagraphs(paragraphs)}`)]
    case 'table':
      return [
        `表 幅 ${section.columns.map(({ width }) => Math.round(width)).join(' ')}`,
        ...section.head.map((row) => `  見出し ${tellRow(row)}`),
        ...section.body.map((row) => `  行${row.startsPage ? ' 改ページ' : ''} ${tellRow(row)}`),
      ]
  }
}

function tellRow({ slots }: FormRow): string {
  const cells = slots.map((slot) => {
    if (slot.tag === 'covered') return slot.left > 0 ? '←' : '↑'
    const { rowSpan, colSpan, direction, paragraphs } = slot
    const spans = `${rowSpan > 1 ? `×${rowSpan}` : ''}${colSpan > 1 ? `＋${colSpan}` : ''}`
    return `${direction === 'vertical' ? '縦 ' : ''}${tellParagraphs(paragraphs)}${spans}`
  })
  return cells.join('｜')
}

function tellParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ runs }) => inOneLine(runs.map(({ text }) => text).join(''))).join('⏎')
}

function tellPageText(text: PageText): string {
  return text.map((part) => (part.tag === 'text' ? part.text : `{${part.tag}}`)).join('')
}

/** Paragraphs and tables of the body in their order. */
function tellWord(bytes: Uint8Array): readonly string[] {
  const tables = readTables(bytes).values()
  const [body] = elements(readPart(bytes, 'word/document.xml'), 'w:body')
  return [...body!.childNodes].flatMap((node) => {
    if (node.nodeName === 'w:p') return [`段落 ${textOf(node as never)}`]
    if (node.nodeName !== 'w:tbl') return []
    const grid = elements(node as never, 'w:gridCol').map((each) => each.getAttribute('w:w'))
    const rows = tables.next().value!.map(({ cells, isHead, cantSplit }) => {
      const told = cells.map(({ paragraphs, gridSpan, merge }) => {
        const text = merge === 'continue' ? '↑' : paragraphs.join('⏎')
        return `${text}${merge === 'restart' ? '↓' : ''}${gridSpan > 1 ? `＋${gridSpan}` : ''}`
      })
      return `  ${isHead ? '見出し' : '行'}${cantSplit ? '' : ' 分けてよい'} ${told.join('｜')}`
    })
    return [`表 幅 ${grid.join(' ')}`, ...rows]
  })
}

/** Cells that say something, what is merged, where pages end. */
function tellExcel(bytes: Uint8Array): readonly string[] {
  const { name, cells, merges, breaks, definedNames } = readSheet(bytes)
  const rows = new Map<string, string[]>()
  for (const [place, { text, style }] of cells) {
    if (text === '') continue
    const row = /\d+/.exec(place)![0]
    const told = `${place.slice(0, -row.length)} ${style.rotation === '255' ? '縦 ' : ''}${inOneLine(text)}`
    rows.set(row, [...(rows.get(row) ?? []), told])
  }
  return [
    `シート ${name}`,
    ...[...rows].map(([row, told]) => `  ${row} ${told.join('｜')}`),
    `結合 ${merges.map(({ top, left, bottom, right }) => `${top}:${left}-${bottom}:${right}`).join(' ')}`,
    `改ページ ${breaks.join(' ')}`,
    ...Object.entries(definedNames).map(([key, place]) => `名前 ${key} ${place}`),
  ]
}
