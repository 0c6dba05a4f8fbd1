/** The records of a 個票 in a document: tier by tier, whatever pages parted them, as one table with a row for each. */

import type { BoxDefinition, FormDefinition, RecordDefinition } from '../../../definition/form-definition.js'
import { type PlacedBox, recordGrid } from '../../../definition/record-grid.js'
import { type Listed, linesOf, type OfficeCell, type OfficeDocument, type OfficeRow } from '../office-document.js'
import { joinTexts } from '../table/body-rows.js'
import type { FoundCell, FoundPart, FoundRow } from '../table/found-table.js'
import { textOf } from '../table/heading-block.js'
import { matchesHeading } from './match-form.js'

/** What begins in each tier, from left to right. */
type Tiers = readonly (readonly PlacedBox[])[]

type TextCell = Extract<FoundCell, { tag: 'text' }>

/** Undefined where a tier is not as the form has it: then nobody knows which field a text is. */
export function findRecords(
  document: OfficeDocument,
  form: FormDefinition & { readonly record: RecordDefinition },
  listed: Listed[],
): readonly FoundPart[] | undefined {
  const reader = new RecordReader(form, listed)
  for (const part of document.parts) {
    if (part.tag === 'text') reader.addText(part)
    else for (const [index, row] of part.table.rows.entries()) reader.read(row, part.table.rows[index + 1])
  }
  return reader.finish()
}

class RecordReader {
  private readonly before: FoundPart[] = []
  private readonly behind: FoundPart[] = []
  private readonly rows: FoundRow[] = []
  private readonly tiers: Tiers
  private readonly keys: readonly string[]
  /** The tiers that may come out of their order: the first of a record, and those that stand again on its next page. */
  private readonly repeated: readonly number[]
  /** The tier that comes next, and where the cells of the last one that came stand. */
  private next = 0
  private columns = new Map<number, string>()
  private category = ''
  private isBroken = false

  constructor(
    private readonly form: FormDefinition & { readonly record: RecordDefinition },
    private readonly listed: Listed[],
  ) {
    const { places } = recordGrid(form.record, form)
    this.tiers = form.record.tiers.map((_, tier) => places.filter(({ row }) => row === tier))
    this.repeated = Array.from({ length: Math.max(1, form.record.repeated) }, (_, tier) => tier)
    this.keys = form.columns.map(({ fields }) => fields[0]!.key)
  }

  addText(part: FoundPart): void {
    const parts = this.rows.length === 0 ? this.before : this.behind
    parts.push(part)
  }

  read(row: OfficeRow, below: OfficeRow | undefined): void {
    const cells = row.cells.filter((cell) => cell.link !== 'repeated')
    for (const cell of row.cells) if (cell.link === 'repeated') this.list('label-repeated', cell)
    const tier = [this.next, ...this.repeated].find((each) => this.isTier(each, cells))
    if (cells.every((cell) => textOf(cell).trim() === '') && tier !== this.next) return
    if (cells.some(({ link }) => link !== undefined)) this.goOn(cells)
    else if (this.isBand(cells, below)) this.readBand(cells[0]!)
    else if (tier === undefined) this.leaveOut(cells)
    else if (tier === this.next || (tier === 0 && this.isBetween())) this.readTier(tier, cells, row.anchor)
    else for (const cell of cells) this.list('heading-repeated', cell)
  }

  finish(): readonly FoundPart[] | undefined {
    if (this.isBroken || this.rows.length === 0 || !this.isBetween()) return undefined
    const columns = this.keys.map((_, start) => ({ headings: [''], width: 0, start, end: start + 1 }))
    const place = this.rows[0]!.place
    const table = { place, columns, rows: this.rows, headings: [], pieces: [{ place }] }
    return [...this.before, { tag: 'table', table }, ...this.behind]
  }

  /** No record has begun, or the last one is whole. */
  private isBetween(): boolean {
    return this.next === 0 || this.next === this.tiers.length
  }

  private isTier(tier: number, cells: readonly OfficeCell[]): boolean {
    // A title or a text above is in no box.
    const found = this.cellsOf(tier, cells)
    if (found === undefined || !cells.some(({ hasBorder }) => hasBorder)) return false
    return this.tiers[tier]!.every(({ tag, box }, index) => {
      const cell = found[index]
      return tag === 'text' || (cell !== undefined && matchesHeading(textOf(cell), this.headingOf(box)))
    })
  }

  /** A cell for each part of a tier; a spreadsheet may know nothing of one that says nothing. */
  private cellsOf(tier: number, cells: readonly OfficeCell[]): readonly (OfficeCell | undefined)[] | undefined {
    const parts = this.tiers[tier]
    if (parts === undefined || parts.length === cells.length) return parts && cells
    const found = parts.map(({ column }) => cells.find((cell) => cell.column === column))
    return cells.every((cell) => found.includes(cell)) ? found : undefined
  }

  private headingOf({ heading, field }: BoxDefinition): string {
    return this.form.columns.find(({ fields }) => fields[0]!.key === field)?.heading || heading
  }

  private readTier(tier: number, cells: readonly OfficeCell[], anchor: string | undefined): void {
    if (tier === 0) {
      const empty = this.keys.map((): FoundCell => emptyCell(cells[0]!.place))
      this.rows.push({ cells: empty, place: cells[0]!.place, piece: 0, startsPiece: false })
    }
    this.columns = new Map()
    const found = this.cellsOf(tier, cells)!
    this.tiers[tier]!.forEach(({ tag, box }, index) => {
      const cell = found[index]
      if (cell === undefined) return
      if (tag === 'heading') this.list('heading', cell)
      else {
        this.columns.set(cell.column, box.field!)
        this.set(box.field!, () => ({ ...emptyCell(cell.place), paragraphs: cell.paragraphs }))
      }
    })
    const last = this.rows.at(-1)!
    if (anchor !== undefined && last.anchor === undefined) this.rows[this.rows.length - 1] = { ...last, anchor }
    this.next = tier + 1
  }

  /** What a page's end parted from the tier that came last. */
  private goOn(cells: readonly OfficeCell[]): void {
    for (const cell of cells) {
      const field = this.columns.get(cell.column)
      if (field === undefined) this.leaveOut([cell])
      else {
        this.set(field, (before) => ({
          ...before,
          paragraphs: joinTexts(before.paragraphs, cell.paragraphs, cell.link === 'joined'),
        }))
      }
    }
  }

  private set(field: string, change: (before: TextCell) => TextCell): void {
    const last = this.rows.at(-1)!
    const at = this.keys.indexOf(field)
    const cells = last.cells.with(at, change(last.cells[at] as TextCell))
    this.rows[this.rows.length - 1] = { ...last, cells }
  }

  /** The name of the 区分 stands over each of its records. */
  private isBand(cells: readonly OfficeCell[], below: OfficeRow | undefined): boolean {
    const [only, ...others] = cells
    if (only?.hasBorder !== true || others.length > 0 || below === undefined) return false
    return (this.isBetween() || textOf(only) === this.category) && this.isTier(0, below.cells)
  }

  private readBand(cell: OfficeCell): void {
    const text = textOf(cell)
    if (text === this.category) {
      this.list('label-repeated', cell)
      return
    }
    this.category = text
    const { paragraphs, place } = cell
    const cells = this.keys.map(
      (_, at): FoundCell => (at === 0 ? { ...emptyCell(place), paragraphs } : { tag: 'left' }),
    )
    this.rows.push({ cells, place, piece: 0, startsPiece: false })
  }

  /** Between records it is a text of its own; within one, nobody knows what it is. */
  private leaveOut(cells: readonly OfficeCell[]): void {
    if (!this.isBetween()) this.isBroken = true
    for (const { paragraphs, place } of cells)
      for (const paragraph of paragraphs) this.addText({ tag: 'text', paragraph, place, role: 'flow' })
  }

  private list(kind: Listed['kind'], { place, paragraphs }: OfficeCell): void {
    const text = linesOf(paragraphs).join('\n')
    if (text !== '') this.listed.push({ kind, place, text })
  }
}

function emptyCell(place: string): TextCell {
  return { tag: 'text', paragraphs: [], place, direction: 'horizontal', align: 'start' }
}
