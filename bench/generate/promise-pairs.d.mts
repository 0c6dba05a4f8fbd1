import type { Plan } from '../../src/domain/plan.js'
import type { Comparison, PromiseFate } from '../../src/review/comparison.js'

export interface MadePromise {
  readonly text: string
  readonly event: string
  readonly by?: string
}

export interface JudgedFate {
  readonly event: string
  readonly text: string
  readonly fate: string
  readonly found?: PromiseFate
  readonly isRight: boolean
}

export const EVENTS: Readonly<Record<string, readonly string[]>>
export const TRUE_FATES: readonly string[]
export function makePromisePair(number: number): {
  readonly old: Plan
  readonly new: Plan
  readonly promises: readonly MadePromise[]
}
export function judgeFates(comparison: Comparison, promises: readonly MadePromise[]): readonly JudgedFate[]
