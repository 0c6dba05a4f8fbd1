/** A table in the structure tree: its grid of cells, each with the cells that head it, so that it can be told by itself. */

import type { FormCell, FormRow, TableSection } from '../../../form/form.js'
import type { PageRow } from '../../../layout/page.js'
import type { StructureElement } from './structure.js'

/** Elements by row and column of the cells' corners. */
type Cells = readonly (readonly (StructureElement | undefined)[])[]

/** Makes names for cells that head others; each comes behind those before it in the order of texts. */
type NextName = () => string

export class TableTags {
  private readonly head: Cells
  private readonly body: Cells

  /** Adds the table with its rows and cells, as they stand in the form, whatever pages they reach. */
  constructor(
    parent: StructureElement,
    private readonly table: TableSection,
    nextName: NextName,
  ) {
    const element = parent.add('Table')
    const heads = table.columns.map(() => '')
    this.head = table.head.length === 0 ? [] : addHead(element.add('THead'), table.head, heads, nextName)
    this.body = table.body.length === 0 ? [] : addBody(element.add('TBody'), table.body, heads, nextName)
  }

  /** The element of the cell that reaches over a place of the grid. */
  elementOf(kind: PageRow['kind'], index: number, column: number): StructureElement {
    const slot = this.table[kind][index]!.slots[column]!
    const [up, left] = slot.tag === 'covered' ? [slot.up, slot.left] : [0, 0]
    return this[kind][index - up]![column - left]!
  }
}

/** Cells of the head name the columns below them: `heads` gets the names by column. */
function addHead(parent: StructureElement, rows: readonly FormRow[], heads: string[], nextName: NextName): Cells {
  return addCells(parent, rows, (row, cell, column) => {
    if (isEmpty(cell)) return row.add('TH', attributes(cell, '/Scope/Column'))
    const id = nextName()
    nameColumns(heads, cell, column, id)
    return row.add('TH', attributes(cell, '/Scope/Column'), id)
  })
}

/** A cell's name, with the first row that it does not reach any more. */
interface Label {
  readonly id: string
  readonly until: number
}

/**
 * Cells of the body are named by the heads of their columns, by the row that heads theirs and by the labels in their row: by
 * all that reach over it, and by the nearest of those that name a part of it.
 */
function addBody(parent: StructureElement, rows: readonly FormRow[], heads: string[], nextName: NextName): Cells {
  const labels: (Label | undefined)[] = heads.map(() => undefined)
  let heading = ''
  let beside = ''
  return addCells(parent, rows, (row, cell, column, index) => {
    const isHeading = rows[index]!.isHeading === true
    if (isHeading && column === 0) heading = ''
    if (column === 0) beside = ''
    let names = heads[column]! + heading
    for (const label of labels) if (label !== undefined && label.until > index) names += `(${label.id})`
    const kind = isHeading || cell.isLabel ? 'row' : cell.heads
    const named = (others: string) => (others === '' ? '' : `/Headers[${others}]`)
    if (kind === undefined || isEmpty(cell)) return row.add('TD', attributes(cell, named(names + beside)))
    const id = nextName()
    if (isHeading) heading += `(${id})`
    else if (cell.isLabel) labels[column] = { id, until: index + cell.rowSpan }
    else if (kind === 'row') beside = `(${id})`
    else nameColumns(heads, cell, column, id)
    return row.add('TH', attributes(cell, `/Scope/${kind === 'row' ? 'Row' : 'Column'}${named(names)}`), id)
  })
}

function nameColumns(heads: string[], { colSpan }: FormCell, column: number, id: string): void {
  for (let each = column; each < column + colSpan; each++) heads[each] += `(${id})`
}

function addCells(
  parent: StructureElement,
  rows: readonly FormRow[],
  add: (row: StructureElement, cell: FormCell, column: number, index: number) => StructureElement,
): Cells {
  return rows.map(({ slots }, index) => {
    const row = parent.add('TR')
    return slots.map((slot, column) => (slot.tag === 'cell' ? add(row, slot, column, index) : undefined))
  })
}

/** It names nothing. */
function isEmpty({ paragraphs }: FormCell): boolean {
  return paragraphs.every(({ runs }) => runs.every(({ text }) => text.trim() === ''))
}

/** Attributes of a cell (ISO 32000-1, 14.8.5.7). */
function attributes({ rowSpan, colSpan }: FormCell, others: string): string {
  const spans = `${rowSpan > 1 ? `/RowSpan ${rowSpan}` : ''}${colSpan > 1 ? `/ColSpan ${colSpan}` : ''}`
  return spans === '' && others === '' ? '' : `/A<</O/Table${spans}${others}>>`
}
