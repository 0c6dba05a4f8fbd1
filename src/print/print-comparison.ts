/** Compares two editions of a plan and prints the reports on what changed. */

import type { SummaryStyle, TaishohyoStyle } from '../definition/report-style.js'
import { type Diagnostic, type Outcome, succeed } from '../domain/diagnostic.js'
import { say } from '../domain/messages/say.js'
import type { Form } from '../form/form.js'
import { toRedlineForm } from '../form/redline/redline.js'
import { toChangeList } from '../form/reports/change-list.js'
import { toSummary } from '../form/reports/summary.js'
import { toTaishohyo } from '../form/reports/taishohyo.js'
import type { Fullness } from '../form/reports/told-changes.js'
import type { FormContext } from '../form/to-form.js'
import type { Format } from '../render/formats.js'
import { type CompareOptions, compare } from '../review/compare.js'
import type { Comparison } from '../review/comparison.js'
import { type PageFacts, toJson } from '../review/to-json.js'
import { comparedDocument } from './document-texts.js'
import { type OwnForms, openOwnForms } from './own-form.js'
import { readPages } from './page-facts.js'
import { printForm } from './print-form.js'
import type { Printable, PrintedDocument, ReportName } from './printable.js'

/** Two editions, each read by its own form. */
export interface Editions {
  readonly old: Printable
  readonly new: Printable
}

export interface ComparisonOptions {
  readonly reports: readonly ReportName[]
  readonly formats: readonly (Format | 'json')[]
  /** How the Word 見え消し shows what changed. */
  readonly revisions: 'plain' | 'tracked'
  readonly styles: { readonly taishohyo: TaishohyoStyle; readonly summary: SummaryStyle }
  readonly context?: FormContext
  /** Whether differences of notation are told one by one. */
  readonly fullness?: Fullness
  /** Called where much of what was made is free: before each layout and each format. */
  readonly freeMemory?: () => void
}

/** What changed between the editions; differences of notation are left out where `ignoreNotation` says so. */
export function compareEditions(
  { old, new: now }: Readonly<Record<'old' | 'new', Pick<Printable, 'plan' | 'definition'>>>,
  options: Pick<CompareOptions, 'ignoreNotation' | 'links'> = {},
): Comparison {
  const [before, after] = [comparedDocument(old), comparedDocument(now)]
  return compare(old.plan, now.plan, {
    columns: { old: before.columns, new: after.columns },
    documents: { old: before.texts, new: after.texts },
    ...options,
  })
}

/** Every report in every format; `comparison` is that of these editions. The diagnostics of a success are warnings. */
export async function printComparison(
  editions: Editions,
  comparison: Comparison,
  options: ComparisonOptions,
): Promise<Outcome<readonly PrintedDocument[]>> {
  const formats = options.formats.filter((format) => format !== 'json')
  const own = openOwnForms(editions, options.context)
  if (!own.ok) return own
  const pages = readPages(own.value, comparison)
  if (!pages.ok) return pages
  const { freeMemory = () => {} } = options
  const documents: PrintedDocument[] = []
  const small: Diagnostic[] = []
  for (const report of options.reports) {
    const ofReport: PrintedDocument[] = []
    for (const [make, printed] of formsOf(report, editions, comparison, pages.value, options)) {
      const wanted = formats.filter((format) => printed.includes(format))
      if (wanted.length === 0) continue
      freeMemory()
      const form = await make()
      if (!form.ok) return form
      // What fonts lack is told of the plans below, where it can be mended; how small a report is set, once of the report.
      const rendered = await printForm(form.value, editions.new, report, wanted, freeMemory)
      if (!rendered.ok) return rendered
      ofReport.push(...rendered.value)
      if (ofReport.length === rendered.value.length)
        small.push(...rendered.diagnostics.filter(({ code }) => code === 'small-for-meeting'))
    }
    documents.push(...formats.flatMap((format) => ofReport.filter((document) => document.format === format)))
  }
  if (options.formats.includes('json')) documents.push(jsonDocument(comparison, pages.value))
  const wantsRedline = options.reports.includes('miekeshi')
  return succeed(documents, [
    ...small,
    ...planWarnings(own.value),
    ...(wantsRedline && hasRecords(editions) ? [say('no-redline-of-records', {})] : []),
  ])
}

/** Two forms with fewer columns in common are two tables, and no one table can show both. */
export const LEAST_SHARED = 0.5

type FormMaker = () => Promise<Outcome<Form>> | Outcome<Form>

/** The forms of a report and the formats that each is for: a spreadsheet gets the changes as a list, only Word tracks revisions. */
function formsOf(
  report: ReportName,
  editions: Editions,
  comparison: Comparison,
  pages: PageFacts,
  { revisions, styles, fullness = 'folded', context = {} }: ComparisonOptions,
): readonly (readonly [FormMaker, readonly Format[]])[] {
  const { definition } = editions.new
  switch (report) {
    case 'taishohyo': {
      const request = { comparison, definition, context, style: styles.taishohyo, pages, fullness }
      return [
        [() => toTaishohyo(request), ['pdf', 'docx', 'html']],
        [() => toChangeList(request), ['xlsx']],
      ]
    }
    case 'miekeshi': {
      if (comparison.sharedColumns < LEAST_SHARED || hasRecords(editions)) return []
      const redline = (how: 'plain' | 'tracked') => () =>
        redlineForm(editions, comparison, { ...context, revisions: how })
      return revisions === 'plain'
        ? [[redline('plain'), ['pdf', 'docx', 'xlsx', 'html']]]
        : [
            [redline('plain'), ['pdf', 'xlsx', 'html']],
            [redline('tracked'), ['docx']],
          ]
    }
    case 'summary':
      return [
        [
          () => toSummary({ comparison, definition, context, style: styles.summary, pages, fullness }),
          ['pdf', 'docx', 'xlsx', 'html'],
        ],
      ]
  }
}

function hasRecords({ old, new: now }: Editions): boolean {
  return [old, now].some(({ definition }) => definition.record !== undefined)
}

/** Each edition on its own form. */
function redlineForm(
  { old, new: now }: Editions,
  comparison: Comparison,
  context: FormContext & { readonly revisions: 'plain' | 'tracked' },
): Outcome<Form> {
  return toRedlineForm(old.plan, now.plan, comparison, now.definition, {
    ...context,
    file: now.file,
    oldDefinition: old.definition,
  })
}

function jsonDocument(comparison: Comparison, pages: PageFacts): PrintedDocument {
  const text = `${JSON.stringify(toJson(comparison, pages), null, 2)}\n`
  return { kind: 'comparison', format: 'json', bytes: new TextEncoder().encode(text) }
}

/** Characters that fonts lack are told where they stand in the plan files, each once. */
function planWarnings({ old, new: now }: OwnForms): readonly Diagnostic[] {
  const warnings = [...old.warnings, ...now.warnings]
  return warnings.filter((each, at) => warnings.findIndex((other) => other.message === each.message) === at)
}
