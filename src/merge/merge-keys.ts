/** What a plan says of itself, in its three states put together: title, texts around the table, 資料, headings. */

import type { MarkedText, Plan } from '../domain/plan.js'
import type { Conflict } from './conflict.js'
import { mergeTexts, type Side } from './merge-texts.js'

interface ThreePlans {
  readonly base: Plan
  readonly plan: Plan
  readonly document: Plan
  readonly prefer?: Side | undefined
}

const TEXTS = {
  title: '題名',
  draft: '版',
  draftDate: '版の日付',
  period: '期間',
  area: '区域',
  unit: '単位',
} as const

const HANDOUT = { number: '資料の番号', meeting: '会議', date: '資料の日付', author: '作成' } as const

/** The plan with all but its 区分 merged. */
export function mergeKeys({ base, plan, document, prefer }: ThreePlans): { plan: Plan; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const choose = (place: string, old: string | undefined, own: string | undefined, now: string | undefined) => {
    if (now === old || now === own) return own
    if (own === old || prefer === 'document') return now
    if (prefer === undefined) conflicts.push({ place, base: old ?? '', plan: own ?? '', document: now ?? '' })
    return own
  }
  const merged: Record<string, unknown> = { ...plan }
  const set = (target: Record<string, unknown>, key: string, value: unknown) => {
    if (value === undefined) delete target[key]
    else target[key] = value
  }
  for (const [key, place] of Object.entries(TEXTS)) {
    const name = key as keyof typeof TEXTS
    set(merged, key, choose(place, base[name], plan[name], document[name]))
  }
  const handout: Record<string, unknown> = { ...plan.handout }
  for (const [key, place] of Object.entries(HANDOUT)) {
    const name = key as keyof typeof HANDOUT
    set(handout, key, choose(place, base.handout[name], plan.handout[name], document.handout[name]))
  }
  const headings: Record<string, unknown> = { ...plan.headings }
  for (const key of new Set([base, plan, document].flatMap(({ headings: own = {} }) => Object.keys(own)))) {
    const value = choose(`見出し:${key}`, base.headings?.[key], plan.headings?.[key], document.headings?.[key])
    set(headings, key, value)
  }
  const emphasis: Record<string, unknown> = {}
  for (const [key, place] of [
    ['lead', '前文'],
    ['notes', '注'],
  ] as const) {
    const [old, own, now] = [base, plan, document].map((each) => textOf(each, key))
    const text = mergeTexts(old!, own!, now!, prefer)
    conflicts.push(...text.conflicts.map((conflict) => ({ place, ...conflict })))
    const isThere = text.text.text !== '' || plan[key] !== undefined
    set(merged, key, isThere ? text.text.text : undefined)
    set(emphasis, key, text.text.emphasis)
  }
  set(merged, 'handout', handout)
  set(merged, 'headings', Object.keys(headings).length === 0 ? undefined : headings)
  set(merged, 'emphasis', Object.keys(emphasis).length === 0 ? undefined : emphasis)
  if (document.isMarked) merged.isMarked = true
  return { plan: merged as unknown as Plan, conflicts }
}

function textOf(plan: Plan, key: 'lead' | 'notes'): MarkedText {
  const emphasis = plan.emphasis?.[key]
  return { text: plan[key] ?? '', ...(emphasis && { emphasis }) }
}
