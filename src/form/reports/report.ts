/** What reports on two editions have in common: the frame of the form that they are printed on, and its texts. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { ReportStyle } from '../../definition/report-style.js'
import { FATE_LABELS, KIND_LABELS, KINDS } from '../../review/change-kinds.js'
import { type Comparison, countFates, listChanges } from '../../review/comparison.js'
import type { PageFacts } from '../../review/to-json.js'
import { plainParagraphs } from '../cells.js'
import { editionName, spanName } from '../edition-names.js'
import { fillPageText, fillText, type TextsOrigin, type TextValues, titleInOneLine } from '../fill-texts.js'
import type { Form, FormRow, TableSection } from '../form.js'
import type { FormContext } from '../to-form.js'
import type { Fullness } from './told-changes.js'

/** A style and what it is applied to. */
export interface ReportRequest<S extends ReportStyle> {
  readonly comparison: Comparison
  /** The form of the new edition: fonts, line breaking and rules are its own. */
  readonly definition: FormDefinition
  readonly style: S
  readonly context: FormContext
  /** Where places stand in the editions' own documents. */
  readonly pages?: PageFacts
  /** Folded where it is left out. */
  readonly fullness?: Fullness
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
  readonly kind?: TableSection['kind']
}

/** The whole form, within `filling`. */
export function reportForm(request: ReportRequest<ReportStyle>, parts: ReportParts): Form {
  const { comparison, definition, style, context } = request
  const { type, lines, pages, table } = definition
  const { paper, size, titleSize, noteSize, source } = style
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
    type: { ...type, size, titleSize, headSize: size, noteSize, ...(source && { source }) },
    reading: 'meeting',
    lines,
    pages,
    table,
    title: plainParagraphs(title),
    header: fillPageText(parts.texts.header, values),
    footer: fillPageText(parts.texts.footer, values),
    sections: [
      {
        tag: 'table',
        kind: parts.kind ?? 'grid',
        columns: parts.widths.map((width) => ({ width: (width / total) * measure })),
        head: parts.head,
        body: parts.body,
      },
    ],
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
    計画: titleInOneLine(now),
    旧計画: titleInOneLine(old),
    旧年度: editionName(old, now),
    新年度: editionName(now, old),
    版の差: spanName(old, now),
    旧項目数: old.items,
    新項目数: now.items,
    変更: listChanges(comparison).length,
    ...Object.fromEntries(KINDS.map((kind) => [KIND_LABELS[kind], counts.total[kind].changes])),
    予定: {
      総数: promises.length,
      // Of all fates but the missing ones: 実施7件、継続予定12件.
      内訳: countFates(promises)
        .filter(([fate]) => fate !== 'planned-but-missing')
        .map(([fate, count]) => `${FATE_LABELS[fate]}${count}件`)
        .join('、'),
      実施: fates('realised'),
      継続予定: fates('carried-over'),
      実績未記載: fates('planned-but-missing'),
      // Of them those that went with their row.
      行の削除: promises.filter(({ change }) => comparison.changes[change]?.kinds.includes('row-removed')).length,
    },
  }
}
