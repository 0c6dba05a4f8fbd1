/** Where on a page something of the plan stands that can be written, and under which keys it stands in the plan file. */

import type { ColumnDefinition, FormDefinition } from '../../definition/form-definition.js'
import type { Plan } from '../../domain/plan.js'
import type { CellSource, Form, Section } from '../../form/form.js'
import type { Page, PageCell, PageTable, PageTexts, PlacedLine } from '../../layout/page.js'
import type { PlanPath } from '../editing/plan-path.js'
import type { Spot } from './drawing.js'

/** Of the plan whose form is laid out. */
export interface SpotContext {
  readonly plan: Plan
  readonly definition: FormDefinition
  readonly form: Form
}

export function findSpots(page: Page, context: SpotContext): readonly Spot[] {
  const { form } = context
  const title = page.title.length === 0 ? [] : [titleSpot(page.title, form)]
  const inSections = page.sections.flatMap((section) =>
    section.tag === 'table' ? tableSpots(section, context) : textSpots(section, form),
  )
  return [...title, ...inSections]
}

function titleSpot(lines: readonly PlacedLine[], { paper, type }: Form): Spot {
  const { left, right } = paper.margins
  const pitch = type.titleSize * type.leading
  const top = lines[0]!.baseline - 0.88 * type.titleSize - (pitch - type.titleSize) / 2
  return {
    box: { left, top, width: paper.width - left - right, height: lines.length * pitch },
    paths: [['計画']],
    size: type.titleSize,
    pitch,
    align: 'center',
    column: '題名',
    ...FREE,
  }
}

/** What stands in no cell. */
const FREE = { padding: { x: 0, y: 0 }, direction: 'horizontal', category: 0, row: 0 } as const

/** The plan's texts around the table, by their part in the form. */
const TEXT_KEYS: Readonly<Record<string, string>> = { lead: '前文', unit: '単位', notes: '注' }

function textSpots({ section, blocks }: PageTexts, form: Form): readonly Spot[] {
  const key = keyOfTexts(form.sections[section])
  if (key === undefined) return []
  return blocks.map(({ left, top, width, height, block }): Spot => {
    const pitch = block.size * form.type.leading
    return {
      box: { left, top, width, height },
      paths: [[key]],
      size: block.size,
      pitch,
      align: block.align,
      column: key,
      ...FREE,
    }
  })
}

function keyOfTexts(section: Section | undefined): string | undefined {
  return section?.tag === 'texts' ? TEXT_KEYS[section.role] : undefined
}

function tableSpots({ rows, cells }: PageTable, context: SpotContext): readonly Spot[] {
  const { form, definition } = context
  const heads = rows.filter(({ kind }) => kind === 'head').length
  return cells.flatMap((placed): Spot[] => {
    const { cell, left, top, width, height } = placed
    const found = placed.row < heads ? headingPlace(placed, heads, definition) : bodyPlace(cell.source, context)
    if (found === undefined) return []
    const { padding } = form.table
    const pitch = cell.size * form.type.leading
    const { size, direction, align } = cell
    return [{ box: { left, top, width, height }, padding, size, pitch, direction, align, ...found }]
  })
}

type SpotPlace = Pick<Spot, 'paths' | 'category' | 'row' | 'column'>

/** A heading that the plan may word in its own way: the one right above the cells of one column. */
function headingPlace(placed: PageCell, heads: number, { columns }: FormDefinition): SpotPlace | undefined {
  if (placed.row + placed.rowSpan < heads || placed.colSpan > 1) return undefined
  const key = columns[placed.column]?.fields[0]?.key
  return key === undefined ? undefined : { paths: [['列の見出し', key]], category: 0, row: 0, column: `見出し:${key}` }
}

function bodyPlace(source: CellSource | undefined, { plan, definition }: SpotContext): SpotPlace | undefined {
  if (source === undefined) return undefined
  const { category, row, column } = source
  const fields = fieldsOf(definition, column)
  const ofCategory: PlanPath = plan.categories[0]?.name === '' ? [] : ['区分', category - 1]
  const paths = fields.map(
    ({ key, part }): PlanPath => (part === 'category' ? [...ofCategory, '名称'] : [...ofCategory, '行', row - 1, key]),
  )
  return { paths, category, row, column }
}

function fieldsOf({ columns }: FormDefinition, key: string): ColumnDefinition['fields'] {
  return columns.find(({ fields }) => fields[0]?.key === key)?.fields ?? []
}
