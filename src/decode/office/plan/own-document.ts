/** The skeleton of a document of ours: the plan that it was made from and its form, judged as any plan file and form are. */

import type { FormDefinition, FormFileMap } from '../../../definition/form-definition.js'
import type { Skeleton } from '../../../definition/skeleton.js'
import { expandYears } from '../../../definition/year-columns.js'
import type { Plan } from '../../../domain/plan.js'
import { decodeForm } from '../../form/form-file.js'
import { decodePlan, openPlanFile } from '../../plan/plan-file.js'

export interface OwnDocument {
  /** What the document printed when it was made. */
  readonly base: Plan
  /** With the printed columns only, those of years one by one. */
  readonly definition: FormDefinition
  /** The form as a plan file writes it, where it stood in the plan and is none of ours. */
  readonly formFile?: FormFileMap
  readonly printed: Skeleton['printed']
  /** One for each row of the base. */
  readonly rows: readonly string[]
}

/** `forms` are those that a skeleton without a form may name. Undefined for what no version of this program wrote. */
export function openSkeleton(text: string, forms: readonly FormDefinition[]): OwnDocument | undefined {
  const skeleton = parseSkeleton(text)
  if (skeleton === undefined) return undefined
  const source = openPlanFile('文書の控え', encode(skeleton.plan))
  if (!source.ok) return undefined
  const named = source.value.form
  const known = knownForm(skeleton, named, forms)
  const whole = known ?? carriedForm(skeleton)
  const plan = whole && decodePlan(source.value, whole)
  if (!plan?.ok || plan.value.categories.flatMap(({ rows }) => rows).length !== skeleton.rows.length) return undefined
  const { columns } = skeleton
  const shown = expandYears(whole!, plan.value).columns.filter(
    ({ fields }) => columns === undefined || columns.includes(fields[0]!.key),
  )
  const { printed, rows } = skeleton
  const isOwn = known === undefined && named === undefined && skeleton.form !== undefined
  const formFile = isOwn ? { formFile: skeleton.form } : {}
  return { base: plan.value, definition: { ...whole!, columns: shown }, ...formFile, printed, rows }
}

function knownForm({ form }: Skeleton, name: unknown, forms: readonly FormDefinition[]): FormDefinition | undefined {
  if (form === undefined) return forms.find((each) => each.name === name || each.id === name)
  return forms.find((each) => JSON.stringify(each.written) === JSON.stringify(form))
}

function carriedForm({ form }: Skeleton): FormDefinition | undefined {
  if (form === undefined) return undefined
  const decoded = decodeForm('文書の様式', encode(JSON.stringify(form)), 'carried')
  return decoded.ok ? decoded.value : undefined
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function parseSkeleton(text: string): Skeleton | undefined {
  try {
    const value = JSON.parse(text) as Partial<Skeleton> | null
    return isSkeleton(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSkeleton(value: Partial<Skeleton> | null): value is Skeleton {
  if (value === null || typeof value !== 'object' || value.version !== 1) return false
  const { plan, form, columns, rows, printed } = value
  const { title, unit, front, headings } = printed ?? {}
  return (
    [plan, title, unit, front].every((each) => typeof each === 'string') &&
    (form === undefined || (typeof form === 'object' && form !== null)) &&
    [rows, headings, columns ?? []].every(
      (each) => Array.isArray(each) && each.every((name) => typeof name === 'string'),
    )
  )
}
