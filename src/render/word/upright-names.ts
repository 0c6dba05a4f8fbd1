/** Upright names in Word: how high their rows must be for all of a name to stand there, and how small a name where they cannot be. */

import type { Form, FormCell, FormRow } from '../../form/form.js'
import type { PageCell, PageRow } from '../../layout/page.js'

/** A table's part on a page, and what is free below it, in points. */
export interface TablePart {
  readonly rows: readonly PageRow[]
  readonly cells: readonly PageCell[]
  readonly free: number
}

/** A name with the rows beside it on its page. */
export interface SettledName {
  readonly name: PageCell
  readonly rows: readonly PageRow[]
  /** What the rows together must measure, and the size of the name's type, in points. */
  readonly height: number
  readonly size: number
}

/**
 * What every name needs: the length that it has where Latin words and figures lie on their side (17.18.93
 * ST_TextDirection), and room for one character more, as LibreOffice gives ① and its like more than an em. What does
 * not fit LibreOffice leaves out. No page gets fuller than it can be: a name that is still too long is set smaller.
 * Where changes are tracked the pages move in any case. Beside a row that parts no name stands upright.
 */
export function settleNames(parts: readonly TablePart[], form: Form): readonly SettledName[] {
  return parts.flatMap(({ rows, cells, free: all }) => {
    let free = all
    return cells
      .filter(({ cell }) => cell.direction === 'vertical')
      .flatMap((name) => {
        const own = rows.slice(name.row, name.row + name.rowSpan)
        const last = own.at(-1)
        if (last === undefined || last.kind === 'head' || last.part === 'first' || last.part === 'middle') return []
        const settled = settleName(name, own, free, form)
        free -= Math.max(0, settled.height - name.height)
        return settled
      })
  })
}

function settleName(name: PageCell, rows: readonly PageRow[], free: number, { table, revisions }: Form): SettledName {
  const size = name.lines[0]?.line.size ?? 0
  const padding = 2 * table.padding.y
  const length = Math.max(0, ...name.lines.map(({ line }) => line.lying ?? line.width))
  const most = name.height + free
  if (length + padding <= most || revisions === 'tracked') {
    return { name, rows, size, height: Math.max(length + padding, Math.min(length + padding + size, most)) }
  }
  return { name, rows, size: halfPoints((size * (most - padding)) / length), height: most }
}

/** Sizes of the cells that are set smaller than the form says: names with little room, and cells too narrow for their figures. */
export function sizesOfCells(
  cells: readonly PageCell[],
  names: readonly SettledName[],
): ReadonlyMap<FormCell['paragraphs'], number> {
  const sizes = new Map<FormCell['paragraphs'], number>()
  const settled = new Map(names.map(({ name, size }) => [name, size]))
  for (const each of cells) {
    const { cell, flow, lines } = each
    const size = settled.get(each) ?? lines[0]?.line.size ?? cell.size
    if (flow === 'first' && lines.length > 0 && size < cell.size) sizes.set(cell.paragraphs, halfPoints(size))
  }
  return sizes
}

/** Word counts sizes of type in half points. */
function halfPoints(size: number): number {
  return Math.max(0.5, Math.floor(size * 2) / 2)
}

/** The height that a body row of this index gets in Word, from the layout's. */
export type GiveHeight = (height: number, index: number) => number

/** The last row of a name gets what they lack. */
export function giveBelow(names: readonly SettledName[]): GiveHeight {
  const more = new Map<number, number>()
  for (const { name, rows, height } of names) raise(more, rows.at(-1)!.index, height - name.height)
  return (height, index) => height + (more.get(index) ?? 0)
}

/**
 * A row with tracked changes gets lower when they are accepted or rejected. No height may stand against that but what a
 * name needs in each of the three states: rows that stay give it first, those that come or go what is lacking then, and
 * the first row that stays what even they do not give.
 */
export function giveInEveryState(names: readonly SettledName[], body: readonly FormRow[]): GiveHeight {
  const least = new Map<number, number>()
  const more = new Map<number, number>()
  const take = (rows: readonly PageRow[], needed: number) => {
    let lacking = needed
    for (const { index, height } of rows) {
      raise(least, index, Math.min(lacking, height))
      lacking = Math.max(0, lacking - height)
    }
    return lacking
  }
  for (const { rows, height } of names) {
    const rowsWith = (...revisions: readonly FormRow['revision'][]) =>
      rows.filter(({ kind, index }) => kind === 'body' && revisions.includes(body[index]!.revision))
    const stay = rowsWith(undefined).toSorted(
      (a, b) => Number(isChanged(body[a.index]!)) - Number(isChanged(body[b.index]!)),
    )
    const lacking = take(stay, height)
    for (const others of [rowsWith('inserted'), rowsWith('deleted')]) {
      const keeper = rowsWith(undefined)[0] ?? others.at(-1)
      if (keeper !== undefined) raise(more, keeper.index, take(others, lacking))
    }
  }
  return (height, index) =>
    (isChanged(body[index]!) ? Math.min(height, least.get(index) ?? 0) : height) + (more.get(index) ?? 0)
}

function raise(heights: Map<number, number>, index: number, height: number): void {
  heights.set(index, Math.max(heights.get(index) ?? 0, height))
}

function isChanged({ slots }: FormRow): boolean {
  const paragraphs = slots.flatMap((slot) => (slot.tag === 'cell' ? slot.paragraphs : []))
  return paragraphs.some(({ revision, runs }) => revision ?? runs.some((run) => run.revision))
}
