/** Where on a page something of the plan stands that can be written, and what it says there. */

import type { FieldDefinition, FormDefinition } from '../../definition/form-definition.js'
import { allColumns, tablesOnForm } from '../../definition/form-tables.js'
import type { Category, Plan } from '../../domain/plan.js'
import { fillColumn, planValues } from '../../form/fill-texts.js'
import type { CellSource, Form, TableSection, TextRole } from '../../form/form.js'
import { circledNumber } from '../../form/text-helpers.js'
import type { Page, PageCell, PageRow, PageTable, PageTexts, PlacedLine } from '../../layout/page.js'
import type { PartText, TextPlace } from '../editing/text-place.js'
import { typedText } from '../editing/typed-text.js'
import type { Spot, SpotText } from './drawing.js'

/** Of the plan whose form is laid out. */
export interface SpotContext {
  readonly plan: Plan
  /** What its texts are read from: the same without what is being tried. */
  readonly written: Plan
  readonly definition: FormDefinition
  readonly form: Form
  /** The 区分, each with the form that prints it. */
  readonly forms: readonly (readonly [Category, FormDefinition])[]
  /** The form's own headings, by the first field of the column. */
  readonly headings: Readonly<Record<string, string>>
}

export function findSpots(page: Page, context: SpotContext): readonly Spot[] {
  const title = page.title.length === 0 ? [] : [titleSpot(page.title, context)]
  const inSections = page.sections.flatMap((section) =>
    section.tag === 'table' ? tableSpots(section, context) : textSpots(section, context),
  )
  return [...title, ...inSections]
}

function titleSpot(lines: readonly PlacedLine[], context: SpotContext): Spot {
  const { paper, type } = context.form
  const { left, right } = paper.margins
  const pitch = type.titleSize * type.leading
  const top = lines[0]!.baseline - 0.88 * type.titleSize - (pitch - type.titleSize) / 2
  return {
    box: { left, top, width: paper.width - left - right, height: lines.length * pitch },
    texts: [textAt({ tag: 'text', name: '計画' }, '題名', context)],
    size: type.titleSize,
    pitch,
    align: 'center',
    name: '題名',
    ...FREE,
  }
}

/** What stands in no cell. */
const FREE = { padding: { x: 0, y: 0 }, direction: 'horizontal' } as const

function textAt(place: TextPlace, label: string, { written, headings }: SpotContext): SpotText {
  return { place, label, typed: typedText(written, place, headings) }
}

export function headingsOf(plan: Plan, definition: FormDefinition): Readonly<Record<string, string>> {
  const values = planValues(plan, definition)
  const columns = allColumns(definition)
  return Object.fromEntries(columns.map((column) => [column.fields[0]!.key, fillColumn(column, values).heading]))
}

/** The plan's texts around its tables, by their part in the form. */
const TEXT_NAMES: Readonly<Partial<Record<TextRole, PartText>>> = {
  heading: '見出し',
  lead: '前文',
  unit: '単位',
  body: '本文',
  notes: '注',
}

function textSpots({ section, blocks }: PageTexts, context: SpotContext): readonly Spot[] {
  const { form } = context
  const found = textPlace(section, context)
  if (found === undefined) return []
  const { place, name } = found
  return blocks.map(({ left, top, width, height, block }): Spot => {
    return {
      box: { left, top, width, height },
      texts: [textAt(place, name, context)],
      size: block.size,
      pitch: block.size * form.type.leading,
      align: block.align,
      name,
      ...FREE,
    }
  })
}

interface NamedPlace {
  readonly place: TextPlace
  readonly name: string
}

/** Above a table stands the heading of its part, or the name of a 区分. */
function textPlace(index: number, { plan, form }: SpotContext): NamedPlace | undefined {
  const section = form.sections[index]
  const name = section?.tag === 'texts' ? TEXT_NAMES[section.role] : undefined
  if (section?.tag !== 'texts' || name === undefined) return undefined
  const { part } = section
  const own = part === undefined ? undefined : plan.parts?.[part]
  if (name === '見出し' && section.bookmark !== own?.heading?.replaceAll('\n', '')) {
    const table = form.sections.slice(index).find((each) => each.tag === 'table')
    return table && categoryBelow(table, 0)
  }
  if (part !== undefined) return { place: { tag: 'part', part, name }, name }
  return name === '見出し' || name === '本文' ? undefined : { place: { tag: 'text', name }, name }
}

/** The 区分 of which a row is. */
function categoryBelow({ body }: TableSection, row: number): NamedPlace | undefined {
  const cell = body[row]?.slots.find((slot) => slot.tag === 'cell' && slot.source !== undefined)
  if (cell?.tag !== 'cell') return undefined
  return { place: { tag: 'category', category: cell.source!.category - 1 }, name: '区分' }
}

function tableSpots({ section, rows, cells }: PageTable, context: SpotContext): readonly Spot[] {
  const { form } = context
  const heads = rows.filter(({ kind }) => kind === 'head').length
  return cells.flatMap((placed): Spot[] => {
    const { cell, left, top, width, height } = placed
    const isHead = placed.row < heads
    const named = () =>
      isHead ? headingTexts(placed, heads, section, context) : bandTexts(rows[placed.row]!, section, context)
    const found = bodyTexts(cell.source, context) ?? named()
    if (found === undefined) return []
    const { padding } = form.table
    const pitch = cell.size * form.type.leading
    const { size, direction, align } = cell
    return [{ box: { left, top, width, height }, padding, size, pitch, direction, align, ...found }]
  })
}

type Texts = Pick<Spot, 'texts' | 'name' | 'row'>

/** A heading that the plan may word in its own way: the one right above the cells of one column. */
function headingTexts(placed: PageCell, heads: number, section: number, context: SpotContext): Texts | undefined {
  if (placed.row + placed.rowSpan < heads || placed.colSpan > 1) return undefined
  const { plan, definition, form } = context
  const part = form.sections[section]?.part
  const own = part === undefined ? undefined : plan.parts?.[part]
  const tables = tablesOnForm(plan, definition)
  const table = own === undefined ? tables[0] : tables.find((each) => each.part === own)
  // The boxes of a 個票 stand in no columns.
  const field = table?.form.record === undefined ? table?.form.columns[placed.column]?.fields[0] : undefined
  // Of a column for each year the heading tells the year.
  if (field === undefined || field.ofYear !== undefined) return undefined
  const column = field.key
  const name = `見出し ${column}`
  return { texts: [textAt({ tag: 'heading', column, ...(part !== undefined && { part }) }, name, context)], name }
}

function bodyTexts(source: CellSource | undefined, context: SpotContext): Texts | undefined {
  if (source === undefined) return undefined
  const [category, form] = context.forms[source.category - 1] ?? []
  if (category === undefined || form === undefined) return undefined
  const fields = form.columns.find(({ fields }) => fields[0]?.key === source.column)?.fields ?? []
  const texts = fields.map((field) => textAt(placeOf(field, source), field.key, context))
  const number = category.name === '' ? '' : circledNumber(category.number)
  const isCategory = fields.some(({ part }) => part === 'category')
  const name = `${number}${isCategory ? '' : `${source.row}行目 `}${source.column}`
  const { startsPage = false, id = '' } = category.rows[source.row - 1] ?? {}
  return { texts, name, ...(!isCategory && { row: { startsPage, id } }) }
}

/** A band names the 区分 of the rows below it. */
function bandTexts({ index }: PageRow, section: number, context: SpotContext): Texts | undefined {
  const table = context.form.sections[section]
  if (table?.tag !== 'table' || !table.body[index]?.isHeading) return undefined
  const found = categoryBelow(table, index + 1)
  return found && { texts: [textAt(found.place, found.name, context)], name: found.name }
}

function placeOf({ key, part }: FieldDefinition, { category, row }: CellSource): TextPlace {
  if (part === 'category') return { tag: 'category', category: category - 1 }
  return { tag: 'cell', category: category - 1, row: row - 1, column: key }
}
