/** From a comparison to its documents in memory: every report in every format. */

import { decodeSummaryStyle } from '../decode/styles/summary-file.js'
import { decodeTaishohyoStyle } from '../decode/styles/taishohyo-file.js'
import type { SummaryStyle, TaishohyoStyle } from '../definition/report-style.js'
import type { Diagnostic, Outcome } from '../domain/diagnostic.js'
import type { Form } from '../form/form.js'
import { toRedlineForm } from '../form/redline/redline.js'
import { toChangeList } from '../form/reports/change-list.js'
import { toSummary } from '../form/reports/summary.js'
import { toTaishohyo } from '../form/reports/taishohyo.js'
import { type FormContext, toForm } from '../form/to-form.js'
import { layOut } from '../layout/pages/lay-out.js'
import { pageFinder } from '../layout/pages/page-of-place.js'
import { repeatHeadings } from '../layout/pages/repeat-headings.js'
import { type Comparison, listChanges } from '../review/comparison.js'
import { toJson } from '../review/to-json.js'
import { DEFAULT_STYLE, findStyle } from './files/find-style.js'
import type { InputFiles } from './files/input-files.js'
import { fontsFor, type OpenedPlan, type PrintedDocument, renderAll } from './print-plan.js'
import type { ReportName } from './report-names.js'

export interface ReportOptions {
  readonly reports: readonly ReportName[]
  /** Keys of FORMATS, and `json`. */
  readonly formats: readonly string[]
  /** How the Word 見え消し shows what changed. */
  readonly revisions: 'plain' | 'tracked'
  /** Name or path of the 新旧対照表's house style. */
  readonly style?: string
  readonly context: FormContext
}

/** The editions that were compared. */
export interface Compared {
  readonly old: OpenedPlan
  readonly new: OpenedPlan
  readonly comparison: Comparison
  /** Where their fonts are kept. */
  readonly files: InputFiles
}

/** Makes all documents. `stem` begins their names; the diagnostics of a success are warnings. */
export async function printReports(
  compared: Compared,
  stem: string,
  options: ReportOptions,
): Promise<Outcome<PrintedDocument[]>> {
  const taishohyo = findStyle('taishohyo', options.style ?? DEFAULT_STYLE, decodeTaishohyoStyle)
  if (!taishohyo.ok) return taishohyo
  const summary = findStyle('summary', DEFAULT_STYLE, decodeSummaryStyle)
  if (!summary.ok) return summary
  const styles = { taishohyo: taishohyo.value, summary: summary.value }
  const formats = options.formats.filter((format) => format !== 'json')
  const documents: PrintedDocument[] = []
  try {
    for (const report of formats.length === 0 ? [] : options.reports) {
      for (const format of formats) {
        documents.push(...(await printReport(report, format, compared, stem, styles, options)))
      }
    }
  } catch (error) {
    return { ok: false, diagnostics: [unprintable(error, options.style)] }
  }
  if (options.formats.includes('json')) documents.push(jsonDocument(compared.comparison, stem))
  return { ok: true, value: documents, diagnostics: planWarnings(compared, options) }
}

/** Over a 見え消し in which there is nothing to see. */
const NO_CHANGE = '見え消し　変更なし'

interface Styles {
  readonly taishohyo: TaishohyoStyle
  readonly summary: SummaryStyle
}

async function printReport(
  report: ReportName,
  format: string,
  compared: Compared,
  stem: string,
  styles: Styles,
  options: ReportOptions,
): Promise<PrintedDocument[]> {
  const form = reportForm(report, format, compared, styles, options)
  const { fonts } = fontsFor(form, compared.new.form, compared.new.file, compared.files)
  return renderAll(layOut(repeatHeadings(form, fonts), fonts), fonts, `${stem}.${report}`, [format])
}

/** A spreadsheet gets the changes as a list, and only Word tracks revisions. */
function reportForm(
  report: ReportName,
  format: string,
  compared: Compared,
  styles: Styles,
  options: ReportOptions,
): Form {
  const { comparison } = compared
  const { definition } = compared.new.form
  const { context } = options
  switch (report) {
    case 'taishohyo': {
      const request = { comparison, definition, context, style: styles.taishohyo }
      return format === 'xlsx' ? toChangeList(request) : toTaishohyo(request)
    }
    case 'miekeshi': {
      const revisions = format === 'docx' ? options.revisions : 'plain'
      const form = toRedlineForm(compared.old.plan, compared.new.plan, comparison, definition, {
        ...context,
        revisions,
      })
      return listChanges(comparison).length === 0 ? { ...form, header: [{ tag: 'text', text: NO_CHANGE }] } : form
    }
    case 'summary': {
      const pageOf = newPages(compared, context)
      return toSummary({ comparison, definition, context, style: styles.summary, pageOf })
    }
  }
}

/** Where places stand in the new edition's own document. */
function newPages(compared: Compared, context: FormContext): ReturnType<typeof pageFinder> {
  const { plan, form, file } = compared.new
  const printed = toForm(plan, form.definition, context)
  return pageFinder(layOut(printed, fontsFor(printed, form, file, compared.files).fonts))
}

function jsonDocument(comparison: Comparison, stem: string): PrintedDocument {
  const text = `${JSON.stringify(toJson(comparison), null, 2)}\n`
  return { name: `${stem}.json`, bytes: new TextEncoder().encode(text) }
}

/** Characters that fonts lack are told where they stand in the plan files. */
function planWarnings(compared: Compared, { context }: ReportOptions): Diagnostic[] {
  const warnings = [compared.old, compared.new].flatMap(
    ({ plan, form, file }) => fontsFor(toForm(plan, form.definition, context), form, file, compared.files).diagnostics,
  )
  const isNew = (each: Diagnostic, at: number) => warnings.findIndex((other) => other.message === each.message) === at
  return warnings.filter(isNew)
}

function unprintable(error: unknown, style: string | undefined): Diagnostic {
  const reason = error instanceof Error ? error.message.split('\n')[0] : ''
  return {
    severity: 'error',
    code: 'bad-report-style',
    message: `比較の文書を組み立てられません（${reason}）。`,
    hint:
      style === undefined
        ? '様式の「文章」と用紙の大きさを確かめてください。'
        : `書き方「${style}」の「文章」の {{ }} の中と、用紙の大きさを確かめてください。`,
  }
}
