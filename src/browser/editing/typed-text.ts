/** Texts of a plan as they are typed into its boxes, and back: with the marks of 装飾 where the plan has them. */

import { readEmphasis } from '../../decode/plan/read-emphasis.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import type { Cell, MarkedText, Plan, PlanPart } from '../../domain/plan.js'
import { writeEmphasis } from '../../encode/write-emphasis.js'
import type { PartText, TextName, TextPlace } from './text-place.js'

/** Signs that join cells, alone in one; behind a backslash they are the text that they are. */
const JOINS: Readonly<Record<string, 'joined' | 'joined-left'>> = { '↑': 'joined', '←': 'joined-left' }
const SIGN_ITSELF = /^\s*\\+[↑←]\s*$/
const SIGN = /^\s*\\*[↑←]\s*$/

/** What a box holds that is opened over the place; `headings` are the form's own. */
export function typedText(plan: Plan, place: TextPlace, headings: Readonly<Record<string, string>>): string {
  switch (place.tag) {
    case 'cell':
      return typedCell(plan.categories[place.category]?.rows[place.row]?.cells[place.column], plan)
    case 'category':
      return plan.categories[place.category]?.name ?? ''
    case 'text':
      return typedPlanText(plan, place.name)
    case 'heading':
      return ownHeadings(plan, place.part)?.[place.column] ?? headings[place.column] ?? ''
    case 'part':
      return typedPartText(plan, place.part, place.name)
    case 'handout':
      return plan.handout[place.name] ?? ''
  }
}

function typedCell(cell: Cell | undefined, plan: Plan): string {
  if (cell?.tag !== 'text') return ''
  const typed = typedMarks(cell, plan)
  return SIGN.test(typed) ? typed.replace(/\S/, '\\$&') : typed
}

/** What a table prints over its columns in the place of the form's headings. */
function ownHeadings(plan: Plan, index: number | undefined): Plan['headings'] {
  const part = index === undefined ? plan : plan.parts?.[index]
  return part !== undefined && 'headings' in part ? part.headings : undefined
}

function typedPartText(plan: Plan, index: number, name: PartText): string {
  const part = plan.parts?.[index]
  if (part === undefined) return ''
  if (name === '見出し') return part.heading ?? ''
  if (part.tag === 'text') return typedMarks(part, plan)
  if (name === '単位') return part.unit ?? ''
  const field = name === '前文' ? 'lead' : 'notes'
  const emphasis = part.emphasis?.[field]
  return typedMarks({ text: part[field] ?? '', ...(emphasis && { emphasis }) }, plan)
}

function typedMarks(text: MarkedText, { isMarked }: Plan): string {
  return isMarked ? writeEmphasis(text) : text.text
}

function typedPlanText(plan: Plan, name: TextName): string {
  const { lead = '', notes = '', emphasis } = plan
  switch (name) {
    case '前文':
      return typedMarks({ text: lead, ...(emphasis?.lead && { emphasis: emphasis.lead }) }, plan)
    case '注':
      return typedMarks({ text: notes, ...(emphasis?.notes && { emphasis: emphasis.notes }) }, plan)
    case '計画':
      return plan.title
    case '年度':
      return plan.yearText
    default:
      return plan[FIELDS[name]] ?? ''
  }
}

const FIELDS = {
  版: 'draft',
  版の日付: 'draftDate',
  期間: 'period',
  区域: 'area',
  単位: 'unit',
} as const satisfies Partial<Readonly<Record<TextName, keyof Plan>>>

/** The cell that a typed text is; an empty one is an empty cell. */
export function readTyped(typed: string, { isMarked }: Plan): Cell {
  const joins = JOINS[typed.trim()]
  if (joins !== undefined) return { tag: joins }
  if (SIGN_ITSELF.test(typed)) return { tag: 'text', text: typed.replace('\\', '') }
  return { tag: 'text', ...(isMarked ? readEmphasis(typed) : { text: typed }) }
}

/** A part with another text; one that is empty is left out, but for that of a part which is nothing else. */
export function withPartText(plan: Plan, index: number, name: PartText, typed: string): Plan {
  const part = plan.parts?.[index]
  if (part === undefined) return plan
  return { ...plan, parts: plan.parts!.with(index, changePart(part, name, typed, plan)) }
}

function changePart(part: PlanPart, name: PartText, typed: string, plan: Plan): PlanPart {
  if (name === '見出し') {
    const { heading: _, ...rest } = part
    return typed === '' ? rest : { ...rest, heading: typed }
  }
  const marked = plan.isMarked ? readEmphasis(typed) : { text: typed }
  if (part.tag === 'text') {
    const { emphasis: _, ...rest } = part
    return typed === '' ? part : { ...rest, ...marked }
  }
  if (name === '単位') {
    const { unit: _, ...rest } = part
    return typed === '' ? rest : { ...rest, unit: typed }
  }
  const field = name === '前文' ? 'lead' : 'notes'
  const { [field]: _, ...rest } = part
  const { [field]: __, ...others } = part.emphasis ?? {}
  const emphasis = marked.emphasis === undefined ? others : { ...others, [field]: marked.emphasis }
  return { ...rest, ...(typed !== '' && { [field]: marked.text }), emphasis }
}

/** The plan with another text at a place outside the table; one that is empty is left out. */
export function withPlanText(plan: Plan, name: TextName, typed: string): Plan {
  switch (name) {
    case '計画':
      return typed.trim() === '' ? plan : { ...plan, title: typed }
    case '年度': {
      const year = parseFiscalYear(typed)
      return year === undefined ? plan : { ...plan, year, yearText: typed }
    }
    case '前文':
    case '注': {
      const field = name === '前文' ? 'lead' : 'notes'
      const { text, emphasis } = plan.isMarked ? readEmphasis(typed) : { text: typed }
      const { [field]: _, ...others } = plan.emphasis ?? {}
      const marked = emphasis === undefined ? others : { ...others, [field]: emphasis }
      return { ...without(plan, field), ...(text !== '' && { [field]: text }), emphasis: marked }
    }
    default:
      return { ...without(plan, FIELDS[name]), ...(typed !== '' && { [FIELDS[name]]: typed }) }
  }
}

function without<Key extends keyof Plan>(plan: Plan, key: Key): Omit<Plan, Key> {
  const { [key]: _, ...rest } = plan
  return rest
}
