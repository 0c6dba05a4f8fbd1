/** A plan file (YAML or JSON) to a Plan. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { byPlace, fail, isError, type Outcome } from '../../domain/diagnostic.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import type { Handout, Plan } from '../../domain/plan.js'
import { Fields } from '../shape/fields.js'
import { validate } from '../shape/validate.js'
import type { Tree, TreeMap } from '../tree.js'
import { readText } from '../yaml/read-text.js'
import { readYaml } from '../yaml/yaml-tree.js'
import { findPartForms } from './find-part-forms.js'
import { judgeTables, listWritten } from './judge-tables.js'
import { findOtherForm } from './other-forms.js'
import { planShape } from './plan-shape.js'
import { readEmphasis } from './read-emphasis.js'
import { optional, readParts, readRows, readTable, type TextReader } from './read-table.js'
import { yearFields } from './year-cells.js'
import { findNoPeriod } from './year-slips.js'

/** A plan file read but not yet judged: which form it asks for decides what its rows may hold. */
export interface PlanSource {
  readonly file: string
  readonly tree: Tree
  /** 様式, where the file names one, or holds the form itself. */
  readonly form?: string | TreeMap
}

/** Reads the bytes of a plan file. `file` is only for messages. */
export function openPlanFile(file: string, bytes: Uint8Array): Outcome<PlanSource> {
  const text = readText(file, bytes)
  if (!text.ok) return text
  const tree = readYaml(file, text.value, 'refused')
  if (!tree.ok) return tree
  const named = tree.value.tag === 'map' ? new Fields(tree.value).value('様式') : undefined
  const form = named?.tag === 'text' ? named.text : named?.tag === 'map' ? named : undefined
  return { ok: true, value: { file, tree: tree.value, ...(form === undefined ? {} : { form }) }, diagnostics: [] }
}

/**
 * Judges the source by the columns of `form` and makes the Plan. All slips of the file are reported at once; where it is
 * written for one of the forms that `others` lists, that alone.
 */
export function decodePlan(
  source: PlanSource,
  form: FormDefinition,
  others: () => readonly FormDefinition[] = () => [],
): Outcome<Plan> {
  const { forms, slips } = findPartForms(source, form)
  const diagnostics = [...slips, ...validate(source.file, source.tree, planShape(form, forms))].sort(byPlace)
  if (source.tree.tag !== 'map' || diagnostics.some(isError)) {
    const unknown = diagnostics.some(({ code }) => code === 'unknown-key')
    const other = unknown ? findOtherForm(source.file, source.tree, form, others()) : undefined
    return { ok: false, diagnostics: other === undefined ? diagnostics : [other] }
  }
  const top = new Fields(source.tree)
  const read: TextReader = top.flag('装飾') ? readEmphasis : (text) => ({ text })
  const yearText = top.text('年度')
  const when = { year: parseFiscalYear(yearText)!, ...optional('period', top.maybe('期間')) }
  const tables = listWritten(top, form, forms, when)
  const noPeriod = tables.flatMap(({ form: own }) => findNoPeriod(source.file, own, when))
  if (noPeriod.length > 0) return fail(noPeriod[0]!)
  const rowReader = (own: FormDefinition) => readRows(read, yearFields(own, when))
  const plan: Plan = {
    title: top.text('計画'),
    ...optional('titleAt', top.value('計画')?.at),
    year: when.year,
    yearText,
    ...optional('draft', top.maybe('版')),
    ...optional('draftDate', top.maybe('版の日付')),
    ...optional('period', when.period),
    ...optional('area', top.maybe('区域')),
    ...optional('form', top.maybe('様式')),
    ...(top.flag('装飾') && { isMarked: true as const }),
    handout: readHandout(top.map('資料')),
    ...readTable(top, read, rowReader(form)),
    ...(top.has('表') && readParts(top.maps('表'), read, (index) => rowReader(forms[index] ?? form))),
  }
  const told = judgeTables(source.file, plan, tables)
  return told.some(isError)
    ? { ok: false, diagnostics: told.filter(isError) }
    : { ok: true, value: plan, diagnostics: [...diagnostics, ...told] }
}

function readHandout(handout: Fields): Handout {
  return {
    ...optional('number', handout.maybe('番号')),
    ...optional('meeting', handout.maybe('会議')),
    ...optional('date', handout.maybe('日付')),
    ...optional('author', handout.maybe('作成')),
  }
}
