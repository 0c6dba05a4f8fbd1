/** What reports on two editions have in common: the frame of the form that they are printed on, its cells and its texts. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { ReportStyle } from '../../definition/report-style.js'
import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { KIND_LABELS, KINDS } from '../../review/change-kinds.js'
import { type Comparison, listChanges } from '../../review/comparison.js'
import { fillPageText, fillText, type TextsOrigin, type TextValues } from '../fill-texts.js'
import type { Form, FormCell, FormRow, Paragraph, Run, Slot } from '../form.js'
import { toParagraphs } from '../paragraphs.js'
import type { FormContext } from '../to-form.js'

/** A style and what it is applied to. */
export interface ReportRequest<S extends ReportStyle> {
  readonly comparison: Comparison
  /** The form of the new edition: fonts, line breaking and rules are its own. */
  readonly definition: FormDefinition
  readonly style: S
  readonly context: FormContext
}

/** What differs from report to report. */
export interface ReportParts {
  /** The report's name, 新旧対照表. */
  readonly name: string
  readonly texts: { readonly title: string; readonly header: string; readonly footer: string }
  /** Of the columns, in proportion to each other. */
  readonly widths: readonly number[]
  readonly head: readonly FormRow[]
  readonly body: readonly FormRow[]
  readonly isList?: boolean
}

/** The whole form, within `filling`. */
export function reportForm(request: ReportRequest<ReportStyle>, parts: ReportParts): Form {
  const { comparison, definition, style, context } = request
  const { type, lines, pages, table } = definition
  const { paper, size, titleSize, noteSize } = style
  const values = reportValues(comparison)
  const title = fillText(parts.texts.title, values)
  const measure = paper.width - paper.margins.left - paper.margins.right
  const total = parts.widths.reduce((sum, width) => sum + width, 0)
  return {
    meta: {
      title: title.replaceAll('\n', ''),
      subject: parts.name,
      author: context.author ?? '',
      date: context.date ?? `${comparison.new.year}-04-01T00:00:00.000Z`,
    },
    paper,
    type: { ...type, size, titleSize, headSize: size, noteSize },
    lines,
    pages,
    table,
    title: title === '' ? [] : title.split('\n').map((line) => plainParagraph(line)),
    header: fillPageText(parts.texts.header, values),
    footer: fillPageText(parts.texts.footer, values),
    columns: parts.widths.map((width) => ({ width: (width / total) * measure })),
    head: parts.head,
    body: parts.body,
    ...(parts.isList ? { isList: true } : {}),
  }
}

/** Where the texts of a report stand. */
export function originOf({ name, paper }: ReportStyle): TextsOrigin {
  return { name, file: paper.source?.file }
}

/** What the texts of reports can name. */
export function reportValues(comparison: Comparison): TextValues {
  const { old, new: now, counts, promises } = comparison
  const fates = (fate: string) => promises.filter((promise) => promise.fate === fate).length
  return {
    計画: now.title,
    旧計画: old.title,
    旧年度: formatFiscalYear(old.year, 'era'),
    新年度: formatFiscalYear(now.year, 'era'),
    旧項目数: old.items,
    新項目数: now.items,
    変更: listChanges(comparison).length,
    ...Object.fromEntries(KINDS.map((kind) => [KIND_LABELS[kind], counts.total[kind].changes])),
    予定: {
      総数: promises.length,
      実施: fates('realised'),
      継続予定: fates('carried-over'),
      実績未記載: fates('planned-but-missing'),
      // Of them those that went with their row.
      行の削除: promises.filter(({ change }) => comparison.changes[change]?.kinds.includes('row-removed')).length,
    },
  }
}

/** A cell of a report; a text is read as a plan's is, with its markers. */
export function reportCell(
  content: string | readonly Paragraph[],
  { size }: ReportStyle,
  changes: Partial<FormCell> = {},
): FormCell {
  return {
    tag: 'cell',
    rowSpan: 1,
    colSpan: 1,
    direction: 'horizontal',
    align: 'start',
    valign: 'top',
    size,
    shade: 1,
    paragraphs: typeof content === 'string' ? toParagraphs(content) : content,
    isLabel: false,
    ...changes,
  }
}

/** Grey of headings; the copier keeps it light. */
export const HEAD_SHADE = 0.92

export function headCell(text: string, style: ReportStyle, changes: Partial<FormCell> = {}): FormCell {
  const paragraphs = text === '' ? [] : text.split('\n').map((line) => plainParagraph(line))
  return reportCell(paragraphs, style, { align: 'center', valign: 'middle', shade: HEAD_SHADE, ...changes })
}

export function numberCell(number: number, style: ReportStyle, changes: Partial<FormCell> = {}): FormCell {
  return reportCell([plainParagraph(String(number))], style, { align: 'end', number, ...changes })
}

/** A row; a cell that spans columns is followed by the places that it covers. */
export function reportRow(slots: readonly Slot[]): FormRow {
  const all = slots.flatMap((slot): Slot[] => {
    if (slot.tag === 'covered') return [slot]
    const covered = Array.from(
      { length: slot.colSpan - 1 },
      (_, left): Slot => ({ tag: 'covered', up: 0, left: left + 1 }),
    )
    return [slot, ...covered]
  })
  return { slots: all, startsPage: false }
}

export function plainParagraph(text: string, emphasis?: Run['emphasis']): Paragraph {
  const run: Run = emphasis === undefined ? { text } : { text, emphasis }
  return { runs: text === '' ? [] : [run], marker: 0, keepWithNext: false }
}
