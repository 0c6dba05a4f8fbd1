/** The copy of a form that goes to the web: what is not printed is not in it either, and what is not settled is not published. */

import type { FormDefinition } from '../definition/form-definition.js'
import { allColumns } from '../definition/form-tables.js'
import { type Diagnostic, fail, type Outcome, succeed } from '../domain/diagnostic.js'
import { say } from '../domain/messages/say.js'
import { findPlaceholders } from '../domain/placeholders.js'
import type { Plan } from '../domain/plan.js'
import type { Form, PageText, Paragraph, Section, TextBlock } from '../form/form.js'
import type { Printable } from './printable.js'

/** The marks of a paper that is yet to be decided on, where they end a title or stand by themselves. */
const DRAFT_MARK = /(?:[（(【〔［[](?:素|原|試|骨子)?案[\d０-９一二三四五]*[）)】〕］\]]|未定稿)$/

/** Tells what was taken out; an error for each mark that says that the plan is no more than a draft. */
export function publicCopy(
  form: Form,
  { plan, definition, file }: Pick<Printable, 'plan' | 'definition' | 'file'>,
): Outcome<Form> {
  const texts = printedTexts(form)
  const drafts = draftMarks(form, plan, texts)
  if (drafts.length > 0) return fail(...drafts.map((draft) => say('still-a-draft', draft, { kind: 'file', file })))
  const all = texts.join('\n')
  const isPrinted = (text: string) => all.includes(text)
  const items = takenOut(plan, definition, form, isPrinted)
  const title = titleOf(form)
  const told: readonly Diagnostic[] = items.length === 0 ? [] : [say('taken-out', { items }, { kind: 'file', file })]
  return succeed(
    {
      ...form,
      copy: 'public',
      meta: { ...form.meta, title: title === '' ? definition.name : title, subject: '', author: '' },
      sections: form.sections.map((section) => withoutBookmarks(section, isPrinted)),
    },
    told,
  )
}

interface DraftMark {
  readonly where: string
  readonly mark: string
}

function draftMarks(
  { stamp, title, header, footer }: Form,
  plan: Plan,
  texts: readonly string[],
): readonly DraftMark[] {
  const stamps = stamp === undefined ? [] : [textOf(stamp.paragraphs)].filter((text) => text.includes('案'))
  const ends = (where: string, text: string) => {
    const [mark] = DRAFT_MARK.exec(text.trim()) ?? []
    return mark === undefined ? [] : [{ where, mark }]
  }
  const unfilled = texts.flatMap((text) => text.split('\n')).flatMap(findPlaceholders)
  return [
    ...(plan.draft === undefined ? [] : [{ where: '版', mark: plan.draft }]),
    ...stamps.map((mark) => ({ where: '印', mark })),
    ...title.flatMap((paragraph) => ends('題名', textOf([paragraph]))),
    ...[header, footer].flatMap((text) => ends('欄外', pageText(text))),
    ...[...new Set(unfilled.map(({ text }) => text))].map((mark) => ({ where: '文', mark })),
  ]
}

/** What the plan says and the copy does not. A row's name and what no column shows are printed nowhere. */
function takenOut(
  plan: Plan,
  definition: FormDefinition,
  form: Form,
  isPrinted: (text: string) => boolean,
): readonly string[] {
  const { handout, period, area, draftDate, categories } = plan
  const named: Readonly<Record<string, string | undefined>> = {
    資料の番号: handout.number,
    資料の会議: handout.meeting,
    資料の日付: handout.date,
    資料の作成: handout.author,
    版の日付: draftDate,
    期間: period,
    区域: area,
    作成者: form.meta.author === handout.author ? undefined : form.meta.author,
  }
  const rows = categories.flatMap((category) => category.rows)
  const shown = new Set(allColumns(definition).flatMap(({ fields }) => fields.map(({ key }) => key)))
  const hidden = new Map<string, number>()
  for (const [key, cell] of rows.flatMap(({ cells }) => Object.entries(cells))) {
    const says = cell.tag === 'text' && cell.text.trim() !== ''
    if (says && !shown.has(key)) hidden.set(key, (hidden.get(key) ?? 0) + 1)
  }
  const ids = rows.filter(({ id }) => id !== undefined).length
  const names = categories.filter(({ name }) => name !== '' && !isPrinted(name)).length
  return [
    ...Object.entries(named).flatMap(([name, text]) =>
      text === undefined || text === '' || isPrinted(text) ? [] : name,
    ),
    ...(ids > 0 ? [`行の id ${ids}件`] : []),
    ...(names > 0 ? [`区分の名前 ${names}件`] : []),
    ...[...hidden].map(([key, count]) => `印刷しない欄「${key}」${count}件`),
  ]
}

function titleOf({ title, sections }: Form): string {
  if (title.length > 0) return textOf(title)
  const block = sections.flatMap(blocksOf).find(({ isTitle }) => isTitle)
  return block === undefined ? '' : textOf(block.paragraphs)
}

/** A bookmark's name is shown beside the pages, whether the table shows it or not. */
function withoutBookmarks(section: Section, isPrinted: (text: string) => boolean): Section {
  if (section.tag === 'cover') return section
  if (section.tag === 'texts') {
    const { bookmark, ...texts } = section
    return bookmark !== undefined && isPrinted(bookmark) ? section : texts
  }
  const body = section.body.map(({ bookmark, ...row }) =>
    bookmark !== undefined && isPrinted(bookmark) ? { ...row, bookmark } : row,
  )
  return { ...section, body }
}

/** Every text that stands on paper. */
function printedTexts({ stamp, title, header, footer, sections }: Form): readonly string[] {
  const blocks = [...(stamp ? [stamp] : []), ...sections.flatMap(blocksOf)]
  const cells = sections.flatMap((section) => {
    if (section.tag !== 'table') return []
    return [...section.head, ...section.body].flatMap(({ slots }) =>
      slots.flatMap((slot) => (slot.tag === 'cell' ? [slot.paragraphs] : [])),
    )
  })
  return [
    ...[title, ...blocks.map(({ paragraphs }) => paragraphs), ...cells].map((paragraphs) =>
      paragraphs.map((paragraph) => textOf([paragraph])).join('\n'),
    ),
    pageText(header),
    pageText(footer),
  ]
}

function blocksOf(section: Section): readonly TextBlock[] {
  if (section.tag === 'table') return []
  return section.tag === 'texts' ? section.blocks : [...section.top, ...section.middle, ...section.bottom]
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('')
}

function pageText(text: PageText): string {
  return text.map((part) => (part.tag === 'text' ? part.text : '')).join('')
}
