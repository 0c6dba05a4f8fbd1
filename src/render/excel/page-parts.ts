/** A page of the layout as parts of the sheet: title, texts, heading rows and body rows, with the space between them. */

import type { Form } from '../../form/form.js'
import type { Page, PageSection, PageTable, PlacedBlock } from '../../layout/page.js'
import { extentOf, tablesOn } from '../../layout/page-sections.js'
import type { MovedTexts } from './moved-texts.js'
import { rowGroup } from './row-group.js'
import type { SheetGrid } from './sheet-grid.js'
import { emptyPart, type SheetPart, tablePart } from './sheet-part.js'
import { textPart, titlePart } from './text-rows.js'

export interface PagePart extends SheetPart {
  /** repeated head: the rows that Excel prints on every page, headings and what of the page header stands over them. */
  readonly tag: 'title' | 'page text' | 'texts' | 'space' | 'head' | 'repeated head' | 'body'
}

/** What is the same for all pages of a sheet. */
export interface SheetContext {
  readonly form: Form
  readonly grid: SheetGrid
  readonly oneHead: boolean
  readonly moved: MovedTexts
}

/** Excel repeats heading rows on every page or on none: only where each page shows the same table can it do so. */
export function hasOneHead(pages: readonly Page[]): boolean {
  const [first] = pages.flatMap(tablesOn)
  return pages.every(
    (page) => page.sections.some(isTable) && tablesOn(page).every((each) => each.section === first?.section),
  )
}

/** The parts of a page that stands behind `before`, from the sheet's row `pageStart` on. */
export function pageParts(
  page: Page,
  before: readonly Page[],
  pageStart: number,
  context: SheetContext,
): readonly PagePart[] {
  const { form, grid, oneHead, moved } = context
  const parts: PagePart[] = []
  const add = (tag: PagePart['tag'], partAt: (start: number) => SheetPart) => {
    const part = partAt(pageStart + rowsOf(parts).length)
    if (part.rows.length > 0) parts.push({ tag, ...part })
  }
  const addPageText = (tag: PagePart['tag'], block: PlacedBlock | undefined, isAgain: boolean) =>
    add(tag, (start) => pageTextPart(block, isAgain, start, context))
  if (!oneHead) addPageText('page text', moved.header, before.length > 0)
  add('title', (start) => titlePart(form, page, start, grid.widths))
  page.sections.forEach((section, at) => {
    const [above, below] = [page.sections[at - 1], page.sections[at + 1]]
    // The title has all the room to what stands below it.
    const begin = page.title.length > 0 ? topOf(section) : form.paper.margins.top
    const top = above === undefined ? begin : bottomOf(above)
    if (isTable(section)) {
      if (above !== undefined && isTable(above)) add('space', (start) => emptyPart(start, topOf(section) - top))
      if (oneHead && before.length === 0) addPageText('repeated head', moved.header, false)
      addTable(section, before, context, add)
    } else {
      const bottom = below !== undefined && isTable(below) ? topOf(below) : 0
      const place = { top, bottom, widths: grid.widths, font: form.type.officeFont }
      add('texts', (start) => textPart(section.blocks, { start, ...place }))
    }
  })
  addPageText('page text', moved.footer, before.length > 0)
  return parts
}

/** Page header or footer in the sheet; on a later page it is said again. */
function pageTextPart(
  block: PlacedBlock | undefined,
  isAgain: boolean,
  start: number,
  { grid: { widths }, form }: SheetContext,
): SheetPart {
  const blocks = block === undefined ? [] : [block]
  const { cells, ...part } = textPart(blocks, { start, top: 0, bottom: 0, widths, font: form.type.officeFont })
  return { ...part, cells: cells.map((cell) => ({ ...cell, link: isAgain ? 'repeated' : 'own' })) }
}

function addTable(
  table: PageTable,
  before: readonly Page[],
  { form, grid, oneHead }: SheetContext,
  add: (tag: PagePart['tag'], partAt: (start: number) => SheetPart) => void,
): void {
  const columns = grid.columnsOf.get(table.section)!
  const head = rowGroup(table, 'head', form.type.officeFont)
  const body = rowGroup(table, 'body', form.type.officeFont)
  const isAgain = before.some((page) => tablesOn(page).some(({ section }) => section === table.section))
  const cells = isAgain ? head.cells.map((cell) => ({ ...cell, link: 'repeated' as const })) : head.cells
  const below = body.rows.length === 0 ? 'outer' : 'inner'
  if (!oneHead || !isAgain) {
    const place = { columns, over: 'outer', below } as const
    add(oneHead ? 'repeated head' : 'head', (start) => tablePart({ ...head, cells }, { start, ...place }))
  }
  const over = head.rows.length > 0 || (oneHead && isAgain) ? 'inner' : 'outer'
  add('body', (start) => tablePart(body, { start, columns, over, below: 'outer' }))
}

/** Heights of the rows of parts, in points. */
export function rowsOf(parts: readonly SheetPart[]): readonly number[] {
  return parts.flatMap(({ rows }) => rows)
}

function isTable(section: PageSection): section is PageTable {
  return section.tag === 'table'
}

function topOf(section: PageSection): number {
  return extentOf(section)?.top ?? 0
}

function bottomOf(section: PageSection): number {
  return extentOf(section)?.bottom ?? 0
}
