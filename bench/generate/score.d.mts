import type { Comparison } from '../../src/review/comparison.js'
import type { Expected } from './edit-plan.mjs'
import type { DraftPlan } from './generate-plan.mjs'

export function listFoundAndMade(
  comparison: Comparison,
  old: DraftPlan,
  now: DraftPlan,
  expected: readonly Expected[],
): { found: string[]; made: string[]; unlisted: string[] }

export interface Hits {
  made: number
  found: number
  right: number
}

export class Score {
  readonly byKind: ReadonlyMap<string, Hits>
  add(found: readonly string[], made: readonly string[]): void
  total(): Hits
}

export function precision(hits: Hits): number
export function recall(hits: Hits): number
