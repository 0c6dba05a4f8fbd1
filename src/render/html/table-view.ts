/** A table as the template of the page takes it: real cells with spans, each with the names of the cells that head it. */

import type { TextValues } from '../../form/compile-text.js'
import type { Form, FormCell, FormRow, TableSection } from '../../form/form.js'
import { type NamedCell, type NamedCells, nameHeads } from '../../form/spoken/name-heads.js'
import { decimal, grey, type Looks } from './css.js'
import { blocksView, plainText } from './text-view.js'

/** What tables of one page share. */
export interface PageContext {
  readonly form: Form
  readonly looks: Looks
  readonly nextName: () => string
  /** Places that the page's contents lead to. */
  readonly bookmarks: Bookmark[]
}

export interface Bookmark {
  readonly id: string
  readonly name: string
}

/** `label` is what the table is called. */
export function tableView(table: TableSection, label: string, context: PageContext): TextValues {
  const { head, body } = nameHeads(table, context.nextName)
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  const columnHeads = new Map<string, ColumnHead>()
  const rows = (part: 'head' | 'body', named: NamedCells) => rowsView(part, table[part], named, columnHeads, context)
  return {
    label,
    width: decimal(total),
    columns: table.columns.map(({ width }) => ({ width: decimal((100 * width) / total) })),
    head: rows('head', head),
    bodies: groupRows(table.body, rows('body', body)),
  }
}

/** A heading opens a group of rows, the one that it heads. */
function groupRows(rows: readonly FormRow[], views: readonly (TextValues | undefined)[]): readonly TextValues[] {
  const groups: { readonly rows: TextValues[] }[] = []
  for (const [index, view] of views.entries()) {
    if (view === undefined) continue
    const group = rows[index]!.isHeading ? undefined : groups.at(-1)
    if (group === undefined) groups.push({ rows: [view] })
    else group.rows.push(view)
  }
  return groups
}

/** A cell that names columns, of the table's head or within it. */
interface ColumnHead {
  readonly part: 'head' | 'body'
  readonly text: string
}

/** A cell whose span grows where what was parted at a page's end is put together again. */
interface OpenCell {
  readonly view: TextValues & { rowSpan: number }
  readonly cell: FormCell
  readonly text: string
  until: number
}

/**
 * `columnHeads` gets the texts of cells that name columns, by their names. A row says in `within` which labels reach over
 * it from above: on a phone, where rows are blocks, it stands apart from them.
 */
function rowsView(
  part: 'head' | 'body',
  rows: readonly FormRow[],
  named: NamedCells,
  columnHeads: Map<string, ColumnHead>,
  context: PageContext,
): readonly (TextValues | undefined)[] {
  const above: (OpenCell | undefined)[] = []
  return rows.map((row, index) => {
    if (isSaidAgain(row)) {
      for (const open of above) if (open?.until === index) open.until++
      return undefined
    }
    const within = above.flatMap((open) => (open?.cell.isLabel && open.until > index ? [open.text] : []))
    const cells = row.slots.flatMap((cell, column) => {
      if (cell.tag === 'covered') return []
      const open = above[column]
      const text = plainText(cell.paragraphs)
      if (open !== undefined && goesOn(open, cell, text, index)) {
        open.view.rowSpan += cell.rowSpan
        open.until = index + cell.rowSpan
        within.push(open.text)
        return []
      }
      const own = named[index]![column]!
      if (own.name !== undefined && own.names === 'column') columnHeads.set(own.name, { part, text })
      const view = { ...cellView(cell, own, row, context), label: row.isHeading ? '' : labelOf(own, columnHeads) }
      above[column] = { view, cell, text, until: index + cell.rowSpan }
      return [view]
    })
    return { ...rowView(row, cells, context), within: within.join(' ＞ '), cells }
  })
}

/**
 * It was parted from the cell above it at a page's end, and is of the same place in the plan. A label says its text again,
 * with a mark of that, （続き）, behind it; any other cell says nothing more.
 */
function goesOn(open: OpenCell, cell: FormCell, text: string, row: number): boolean {
  if (open.until !== row || open.cell.colSpan !== cell.colSpan) return false
  if (cell.repeated) return text.startsWith(open.text)
  return cell.source !== undefined && cell.source === open.cell.source && cell.paragraphs.length === 0
}

/** A heading that only stands at a page's top because its rows go on there. */
function isSaidAgain({ isHeading, slots }: FormRow): boolean {
  return isHeading === true && slots.every((slot) => slot.tag === 'covered' || slot.repeated === true)
}

function rowView(
  { bookmark, startsPage, slots }: FormRow,
  cells: readonly TextValues[],
  context: PageContext,
): TextValues {
  const heads = cells.filter(({ scope }) => scope === 'col').length
  const isHeads = heads > 1 && heads === cells.filter(({ blocks }) => (blocks as readonly unknown[]).length > 0).length
  // Chromium breaks a page twice where a cell reaches over the break.
  const breaks = startsPage && slots.every((slot) => slot.tag === 'cell' || slot.up === 0)
  const look = [...(breaks ? ['new-page'] : []), ...(isHeads ? ['heads'] : [])].join(' ')
  return { id: bookmark === undefined ? '' : addBookmark(bookmark, context), look }
}

/** The name of the place that the page's contents lead to. */
export function addBookmark(name: string, { bookmarks }: PageContext): string {
  const id = `place${bookmarks.length + 1}`
  bookmarks.push({ id, name })
  return id
}

function cellView(
  cell: FormCell,
  { names, name, heads }: NamedCell,
  { isHeading }: FormRow,
  { form, looks }: PageContext,
): TextValues & { rowSpan: number } {
  const { rowSpan, colSpan, direction, paragraphs, bar } = cell
  // Without a text it names nothing.
  const isHead = name !== undefined
  const look = looks.classOf(lookOf(cell, form))
  return {
    tag: isHead ? 'th' : 'td',
    id: name ?? '',
    scope: isHead ? (isHeading ? 'rowgroup' : names === 'column' ? 'col' : 'row') : '',
    headers: heads.join(' '),
    rowSpan,
    colSpan,
    look: direction === 'vertical' ? `${look} upright`.trim() : look,
    blocks: plainText(paragraphs) === '' ? [] : blocksView(paragraphs, direction),
    bar: bar === undefined ? undefined : { pattern: bar.pattern, says: bar.says ?? '' },
  }
}

/** What stands over the cell's column, for where columns are gone: all of the table's head, and within the table the nearest. */
function labelOf({ names, heads }: NamedCell, columnHeads: ReadonlyMap<string, ColumnHead>): string {
  if (names === 'column') return ''
  const over = heads.flatMap((head) => columnHeads.get(head) ?? [])
  const nearest = over.findLast(({ part }) => part === 'body')
  const all = [...over.filter(({ part }) => part === 'head'), ...(nearest === undefined ? [] : [nearest])]
  return all.map(({ text }) => text).join(' ＞ ')
}

function lookOf({ size, align, valign, shade, edges = {}, bar }: FormCell, { type }: Form): readonly string[] {
  return [
    ...(size === type.size || bar !== undefined ? [] : [`font-size:${decimal(size / type.size)}em`]),
    ...(align === 'start' ? [] : [`text-align:${align}`]),
    ...(valign === 'top' ? [] : ['vertical-align:middle']),
    ...(shade < 1 ? [`background:${grey(shade)}`] : []),
    ...Object.entries(edges).map(([side, rule]) => `border-${side}:${decimal(rule.width)}pt solid ${grey(rule.shade)}`),
    ...(bar === undefined ? [] : [`--bar:#${bar.color}`]),
  ]
}
