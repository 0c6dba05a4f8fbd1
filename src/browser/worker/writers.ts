/** The worker that writes documents, with the same functions as the command line. It is started when a document is first asked for. */

import { zipSync } from 'fflate'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import { compareEditions, printComparison } from '../../print/print-comparison.js'
import { printHandout } from '../../print/print-handout.js'
import { printPlan } from '../../print/print-plan.js'
import type { Printable, PrintedDocument } from '../../print/printable.js'
import { orderEditions } from '../comparing/compare-plans.js'
import type { Order } from '../handing-out/orders.js'
import { openPlan, type PlanText } from '../opening/open-plan.js'
import { serve } from './call.js'
import { type Opened, openResources, type Resources } from './resources.js'

type Printed = Promise<Outcome<readonly PrintedDocument[]>>

let opened: Opened | undefined

const api = {
  start(resources: Resources): void {
    opened = openResources(resources)
  },

  /** A font file that the official opened. */
  addFont(file: string, bytes: Uint8Array): void {
    open().fonts.add(file, bytes)
  },

  async print(order: Order): Printed {
    switch (order.tag) {
      case 'plan':
      case 'overview':
        return printTable(order)
      case 'handout':
        return printPaper(order)
      case 'comparison':
        return printReports(order)
    }
  },

  /** Files in one: what is handed to a colleague. Same files, same bytes. */
  zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
    return zipSync({ ...files }, { level: 0, mtime: '1980-01-01T00:00:00' })
  },
}

export type Writers = typeof api

function open(): Opened {
  if (opened === undefined) throw new Error('the worker has not been started')
  return opened
}

function openOrdered(text: PlanText, paper?: 'table' | 'handout'): Outcome<Printable> {
  const { shelf, fonts } = open()
  return openPlan(text, shelf, fonts, paper)
}

async function printTable(order: Extract<Order, { readonly tag: 'plan' | 'overview' }>): Printed {
  const { plan } = order
  const printable = openOrdered(plan, 'table')
  if (!printable.ok) return printable
  if (order.tag === 'plan') return printPlan(printable.value, { formats: order.formats })
  const style = open().shelf.overview()
  return style.ok ? printPlan(printable.value, { formats: order.formats, overview: style.value }) : style
}

async function printPaper(order: Extract<Order, { readonly tag: 'handout' }>): Printed {
  const { plan, formats, part, agenda, stamp, cover } = order
  const printable = openOrdered(plan, 'handout')
  if (!printable.ok) return printable
  const style = open().shelf.handout()
  if (!style.ok) return style
  const old = order.since && openOrdered(order.since.plan)
  if (old?.ok === false) return old
  const since = old && {
    plan: old.value.plan,
    comparison: compareEditions({ old: old.value, new: printable.value }, { links: order.since!.links }),
  }
  return printHandout(printable.value, {
    formats,
    style: style.value,
    context: {},
    part,
    cover,
    ...(agenda === '' ? {} : { agenda }),
    ...(stamp === '' ? {} : { stamp }),
    ...(since && { since }),
  })
}

async function printReports(order: Extract<Order, { readonly tag: 'comparison' }>): Printed {
  const { reports, formats, other } = order
  const own = openOrdered(order.plan)
  if (!own.ok) return own
  const beside = openOrdered(other.plan)
  if (!beside.ok) return beside
  const styles = open().shelf.reports()
  if (!styles.ok) return styles
  const editions = orderEditions(own.value, beside.value)
  const { author } = editions.new.plan.handout
  const printed = await printComparison(editions, compareEditions(editions, { links: other.links }), {
    reports,
    formats,
    revisions: 'tracked',
    styles: styles.value,
    context: author === undefined ? {} : { author },
  })
  return printed.ok ? succeed(printed.value, printed.diagnostics) : printed
}

serve(api)
