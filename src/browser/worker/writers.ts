/** The worker that writes documents, with the same functions as the command line. It is started when a document is first asked for. */

import { type Outcome, succeed } from '../../domain/diagnostic.js'
import { compareEditions, printComparison } from '../../print/print-comparison.js'
import { printHandout } from '../../print/print-handout.js'
import { printPlan } from '../../print/print-plan.js'
import type { PrintedDocument, ReportName } from '../../print/printable.js'
import type { Format } from '../../render/formats.js'
import { openPlan, type PlanText } from '../opening/open-plan.js'
import { serve } from './call.js'
import { type Opened, openResources, type Resources } from './resources.js'

let opened: Opened | undefined

const api = {
  start(resources: Resources): void {
    opened = openResources(resources)
  },

  async plan(text: PlanText, formats: readonly Format[]): Promise<Outcome<readonly PrintedDocument[]>> {
    const { shelf, fonts } = open()
    const printable = openPlan(text, shelf, fonts, 'table')
    return printable.ok ? printPlan(printable.value, { formats }) : printable
  },

  async overview(text: PlanText, formats: readonly Format[]): Promise<Outcome<readonly PrintedDocument[]>> {
    const { shelf, fonts } = open()
    const printable = openPlan(text, shelf, fonts, 'table')
    if (!printable.ok) return printable
    const style = shelf.overview()
    return style.ok ? printPlan(printable.value, { formats, overview: style.value }) : style
  },

  async handout(text: PlanText, formats: readonly Format[]): Promise<Outcome<readonly PrintedDocument[]>> {
    const { shelf, fonts } = open()
    const printable = openPlan(text, shelf, fonts, 'handout')
    if (!printable.ok) return printable
    const style = shelf.handout()
    if (!style.ok) return style
    return printHandout(printable.value, { formats, style: style.value, context: {}, part: {}, cover: 'none' })
  },

  async comparison(
    texts: Readonly<Record<'old' | 'new', PlanText>>,
    reports: readonly ReportName[],
    formats: readonly (Format | 'json')[],
  ): Promise<Outcome<readonly PrintedDocument[]>> {
    const { shelf, fonts } = open()
    const old = openPlan(texts.old, shelf, fonts)
    if (!old.ok) return old
    const now = openPlan(texts.new, shelf, fonts)
    if (!now.ok) return now
    const styles = shelf.reports()
    if (!styles.ok) return styles
    const editions = { old: old.value, new: now.value }
    const { author } = now.value.plan.handout
    const context = author === undefined ? {} : { author }
    const comparison = compareEditions(editions, { ignoreNotation: false, links: [] })
    const printed = await printComparison(editions, comparison, {
      reports,
      formats,
      revisions: 'tracked',
      styles: styles.value,
      context,
    })
    return printed.ok ? succeed(printed.value, printed.diagnostics) : printed
  },
}

export type Writers = typeof api

function open(): Opened {
  if (opened === undefined) throw new Error('the worker has not been started')
  return opened
}

serve(api)
