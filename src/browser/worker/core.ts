/** The worker of the plan that is open: from its text to pages, again and again while somebody writes. */

import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { decodeLinks } from '../../decode/plan/links-file.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import { formsOfCategories } from '../../definition/form-tables.js'
import type { JoiningColumn } from '../../definition/joined-cells.js'
import { planKeys } from '../../definition/year-columns.js'
import type { Diagnostic, Outcome } from '../../domain/diagnostic.js'
import { succeed } from '../../domain/diagnostic.js'
import type { Link } from '../../domain/link.js'
import type { Plan } from '../../domain/plan.js'
import { firstPlan } from '../../encode/first-plan.js'
import { patchPlan } from '../../encode/patch/patch-plan.js'
import type { FontSet } from '../../fonts/font-set.js'
import { KeptRows } from '../../form/body-rows.js'
import { toForm } from '../../form/to-form.js'
import { KeptLines } from '../../layout/lines/kept-lines.js'
import type { LaidOut } from '../../layout/page.js'
import { layOutForm } from '../../print/print-form.js'
import type { Printable } from '../../print/printable.js'
import { comparePlans } from '../comparing/compare-plans.js'
import type { ComparisonView } from '../comparing/view.js'
import { editPlan, type PlanEdit } from '../editing/edit-plan.js'
import type { TextPlace } from '../editing/text-place.js'
import { mergeDocument } from '../opening/merge-document.js'
import { openPlan, type PlanText } from '../opening/open-plan.js'
import { readDocument, readPasted, type TakenIn } from '../opening/read-document.js'
import { type Contents, listContents } from '../pages/contents.js'
import { drawPage } from '../pages/draw-page.js'
import type { DrawnPage } from '../pages/drawing.js'
import { findSpots, headingsOf, type SpotContext } from '../pages/find-spots.js'
import { type Located, locateMessage, locateText } from '../pages/locate.js'
import { serve } from './call.js'
import { type Opened, openResources, type Resources } from './resources.js'

/** What came of laying out a text. */
export interface Laid {
  readonly diagnostics: readonly Diagnostic[]
  /** Of which text each of them is. */
  readonly located: readonly (Located | undefined)[]
  /** Nothing where the text is no plan yet: what was laid out before still stands. */
  readonly contents?: Contents
  /** The pages that were asked for, of those that are there. */
  readonly drawn: readonly DrawnPage[]
}

interface LaidPlan {
  readonly printable: Printable
  readonly laidOut: LaidOut
  readonly fonts: FontSet
  readonly spots: SpotContext
}

let opened: Opened | undefined
/** The plan that the text says. */
let taken: { readonly text: PlanText; readonly printable: Printable } | undefined
/** What stands on the pages: the same, or what is being written. */
let shown: LaidPlan | undefined
const keptLines = new KeptLines()
const keptRows = new KeptRows()

const api = {
  start(resources: Resources): void {
    opened = openResources(resources)
  },

  /** A Word or Excel document as a plan file's text, with the account of what was read; undefined for other bytes. */
  readDocument(file: string, bytes: Uint8Array): Outcome<TakenIn> | undefined {
    return isOfficeBytes(bytes) ? readDocument(file, bytes, open().shelf) : undefined
  },

  /** What was changed in a document, put into the text of the plan on the desk. */
  mergeDocument(file: string, bytes: Uint8Array): Outcome<string> {
    const { text, printable } = taken!
    return mergeDocument(file, bytes, printable, text.text, open().shelf)
  },

  /** The same of a table that was copied. */
  readPasted(html: string): Outcome<TakenIn> {
    return readPasted(html, open().shelf)
  },

  /** Lays out a plan file's text; it is the plan from now on. `pages` are drawn at once. */
  layOut(text: PlanText, pages: readonly number[]): Laid {
    const { shelf, fonts } = open()
    const printable = openPlan(text, shelf, fonts, 'table')
    if (!printable.ok) return { diagnostics: printable.diagnostics, located: [], drawn: [] }
    taken = { text, printable: printable.value }
    return show(printable.value, printable.diagnostics, pages)
  },

  /** Shows what edits would make of the plan. */
  tryEdits(edits: readonly PlanEdit[], pages: readonly number[]): Laid {
    if (taken === undefined) return { diagnostics: [], located: [], drawn: [] }
    const { printable } = taken
    return show({ ...printable, plan: withEdits(printable, edits) }, [], pages)
  },

  /** The plan file's text after edits, one after the other. */
  edit(edits: readonly PlanEdit[]): string {
    if (taken === undefined) throw new Error('no plan is open')
    const { text, printable } = taken
    const { plan, definition } = printable
    return patchPlan(text.text, plan, withEdits(printable, edits), planKeys(definition))
  },

  /** Compares the plan with another edition; the later one is the new one. */
  compare(other: PlanText, links: readonly Link[]): Outcome<ComparisonView> {
    const { shelf, fonts } = open()
    const { printable } = taken!
    const beside = openPlan(other, shelf, fonts)
    if (!beside.ok) return beside
    const { laidOut, printable: own } = shown!
    return comparePlans(printable, beside.value, links, (place) => locateText(place, laidOut, own.definition))
  },

  /** A file of links, as 比べる hands it out; undefined for any other file. */
  readLinks(file: string, text: string): Outcome<readonly Link[]> | undefined {
    return /^対応[ \t]*:/m.test(text) ? decodeLinks(file, new TextEncoder().encode(text)) : undefined
  },

  /** A font file that the official opened: forms that ask for it are set in it from now on. */
  addFont(file: string, bytes: Uint8Array): Outcome<readonly string[]> {
    return open().fonts.add(file, bytes)
  },

  /** The forms that a new plan can have. */
  listForms(): readonly { readonly name: string; readonly purpose: string }[] {
    return open()
      .shelf.list()
      .map(({ name, purpose = '' }) => ({ name, purpose }))
  },

  newPlan(form: string): string {
    const { shelf } = open()
    const found = shelf.find(form)
    return found.ok ? firstPlan(found.value, form, shelf.list()) : ''
  },

  /** The page on which a text begins. */
  pageOf(place: TextPlace): number {
    if (shown === undefined) return 1
    return locateText(place, shown.laidOut, shown.printable.definition).page
  },

  draw,
}

export type Core = typeof api

function open(): Opened {
  if (opened === undefined) throw new Error('the worker has not been started')
  return opened
}

function withEdits({ plan, definition }: Printable, edits: readonly PlanEdit[]): Plan {
  return edits.reduce((each: Plan, edit) => {
    const forms = formsOfCategories(each, definition)
    return editPlan(each, edit, (category) => joiningColumns(forms[category]?.[1] ?? definition))
  }, plan)
}

function joiningColumns({ columns }: Pick<FormDefinition, 'columns'>): readonly JoiningColumn[] {
  return columns.map(({ fields, merges }) => ({
    keys: fields.flatMap(({ key, part }) => (part === 'category' ? [] : [key])),
    merges,
  }))
}

function show(printable: Printable, said: readonly Diagnostic[], pages: readonly number[]): Laid {
  const laid = layOutPlan(printable)
  const diagnostics = [...said, ...laid.diagnostics]
  if (!laid.ok) return { diagnostics, located: [], drawn: [] }
  shown = laid.value
  const { laidOut } = shown
  const { plan, definition } = printable
  const located = diagnostics.map((each) => locateMessage(each, plan, laidOut, definition))
  return { diagnostics, located, contents: listContents(shown), drawn: draw(pages) }
}

function layOutPlan(printable: Printable): Outcome<LaidPlan> {
  const { plan, definition, file } = printable
  const form = toForm(plan, definition, { file }, keptRows)
  if (!form.ok) return form
  const made = layOutForm(form.value, printable, keptLines)
  if (!made.ok) return made
  const spots = {
    plan,
    // A box opens with what is taken over, not with what was tried and given up.
    written: taken?.printable.plan ?? plan,
    definition,
    form: made.value.laidOut.form,
    forms: formsOfCategories(plan, definition),
    headings: headingsOf(plan, definition),
  }
  return succeed({ printable, ...made.value, spots }, [...form.diagnostics, ...made.diagnostics])
}

function draw(pages: readonly number[]): readonly DrawnPage[] {
  if (shown === undefined) return []
  const { laidOut, fonts, spots } = shown
  return pages.flatMap((number) => {
    const page = laidOut.pages[number - 1]
    return page === undefined ? [] : [drawPage(page, laidOut.form, fonts, findSpots(page, spots))]
  })
}

serve(api)
