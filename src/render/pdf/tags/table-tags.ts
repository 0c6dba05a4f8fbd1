/** A table in the structure tree: its grid of cells, each with the cells that head it, so that it can be told by itself. */

import type { FormCell, FormRow, TableSection } from '../../../form/form.js'
import { type NamedCell, type NamedCells, nameHeads } from '../../../form/spoken/name-heads.js'
import type { PageRow } from '../../../layout/page.js'
import type { StructureElement } from './structure.js'

/** Elements by row and column of the cells' corners. */
type Cells = readonly (readonly (StructureElement | undefined)[])[]

export class TableTags {
  private readonly head: Cells
  private readonly body: Cells

  /**
   * Adds the table with its rows and cells, as they stand in the form, whatever pages they reach. `nextName` makes names
   * for cells that head others; each comes behind those before it in the order of texts.
   */
  constructor(
    parent: StructureElement,
    private readonly table: TableSection,
    nextName: () => string,
  ) {
    const element = parent.add('Table')
    const { head, body } = nameHeads(table, nextName)
    this.head = head.length === 0 ? [] : addCells(element.add('THead'), table.head, head)
    this.body = body.length === 0 ? [] : addCells(element.add('TBody'), table.body, body)
  }

  /** The element of the cell that reaches over a place of the grid. */
  elementOf(kind: PageRow['kind'], index: number, column: number): StructureElement {
    const slot = this.table[kind][index]!.slots[column]!
    const [up, left] = slot.tag === 'covered' ? [slot.up, slot.left] : [0, 0]
    return this[kind][index - up]![column - left]!
  }
}

function addCells(parent: StructureElement, rows: readonly FormRow[], named: NamedCells): Cells {
  return rows.map(({ slots }, index) => {
    const row = parent.add('TR')
    return slots.map((slot, column) => {
      if (slot.tag === 'covered') return undefined
      const { names, name, heads } = named[index]![column]!
      return row.add(names === undefined ? 'TD' : 'TH', attributes(slot, names, heads), name)
    })
  })
}

/** Attributes of a cell (ISO 32000-1, 14.8.5.7). */
function attributes({ rowSpan, colSpan }: FormCell, names: NamedCell['names'], heads: readonly string[]): string {
  const scope = names === undefined ? '' : `/Scope/${names === 'row' ? 'Row' : 'Column'}`
  const headers = heads.length === 0 ? '' : `/Headers[${heads.map((head) => `(${head})`).join('')}]`
  const spans = `${rowSpan > 1 ? `/RowSpan ${rowSpan}` : ''}${colSpan > 1 ? `/ColSpan ${colSpan}` : ''}`
  const all = spans + scope + headers
  return all === '' ? '' : `/A<</O/Table${all}>>`
}
