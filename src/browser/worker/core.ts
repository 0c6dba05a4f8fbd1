/** The worker of the plan that is open: from its text to pages, again and again while somebody writes. */

import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import type { Diagnostic, Outcome } from '../../domain/diagnostic.js'
import { succeed } from '../../domain/diagnostic.js'
import type { FontSet } from '../../fonts/font-set.js'
import { toForm } from '../../form/to-form.js'
import { KeptLines } from '../../layout/lines/kept-lines.js'
import type { LaidOut } from '../../layout/page.js'
import { layOutForm } from '../../print/print-form.js'
import type { Printable } from '../../print/printable.js'
import { openPlan, type PlanText } from '../opening/open-plan.js'
import { readDocument, type TakenIn } from '../opening/read-document.js'
import { type Contents, listContents } from '../pages/contents.js'
import { drawPage } from '../pages/draw-page.js'
import type { DrawnPage } from '../pages/drawing.js'
import { findSpots } from '../pages/find-spots.js'
import { serve } from './call.js'
import { type Opened, openResources, type Resources } from './resources.js'

/** What came of laying out a text. */
export interface Laid {
  readonly diagnostics: readonly Diagnostic[]
  /** Nothing where the text is no plan yet: what was laid out before still stands. */
  readonly contents?: Contents
  /** The pages that were asked for, of those that are there. */
  readonly drawn: readonly DrawnPage[]
}

interface LaidPlan {
  readonly printable: Printable
  readonly laidOut: LaidOut
  readonly fonts: FontSet
}

let opened: Opened | undefined
let laid: LaidPlan | undefined
const kept = new KeptLines()

const api = {
  start(resources: Resources): void {
    opened = openResources(resources)
  },

  /** A Word or Excel document as a plan file's text, with the account of what was read; undefined for other bytes. */
  readDocument(file: string, bytes: Uint8Array): Outcome<TakenIn> | undefined {
    return isOfficeBytes(bytes) ? readDocument(file, bytes, open().shelf) : undefined
  },

  /** Lays out a plan file's text; it is the plan from now on. `pages` are drawn at once. */
  layOut(plan: PlanText, pages: readonly number[]): Laid {
    const made = layOutText(plan)
    if (!made.ok) return { diagnostics: made.diagnostics, drawn: [] }
    laid = made.value
    return { diagnostics: made.diagnostics, contents: listContents(laid), drawn: draw(pages) }
  },

  draw,
}

export type Core = typeof api

function open(): Opened {
  if (opened === undefined) throw new Error('the worker has not been started')
  return opened
}

function layOutText(text: PlanText): Outcome<LaidPlan> {
  const { shelf, fonts } = open()
  const printable = openPlan(text, shelf, fonts, 'table')
  if (!printable.ok) return printable
  const { plan, definition, file } = printable.value
  const form = toForm(plan, definition, { file })
  if (!form.ok) return form
  const made = layOutForm(form.value, printable.value, kept)
  if (!made.ok) return made
  const said = [...printable.diagnostics, ...form.diagnostics, ...made.diagnostics]
  return succeed({ printable: printable.value, ...made.value }, said)
}

function draw(pages: readonly number[]): readonly DrawnPage[] {
  if (laid === undefined) return []
  const { printable, laidOut, fonts } = laid
  const { form } = laidOut
  return pages.flatMap((number) => {
    const page = laidOut.pages[number - 1]
    if (page === undefined) return []
    return [drawPage(page, form, fonts, findSpots(page, { ...printable, form }))]
  })
}

serve(api)
