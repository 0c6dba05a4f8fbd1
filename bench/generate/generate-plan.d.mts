import type { Plan } from '../../src/domain/plan.js'
import type { ComparedColumn } from '../../src/review/compared-columns.js'
import type { Random } from './random.mjs'

export type Line =
  | {
      tag: 'item'
      id: number
      marker: string
      again: boolean
      actor: string
      pieces: string[]
      years: string
    }
  | { tag: 'funding'; name: string }
  | { tag: 'gap' }

export interface DraftRow {
  id: number
  cells: Record<string, Line[] | undefined>
}

export interface DraftCategory {
  id: number
  name: string
  rows: DraftRow[]
}

export interface DraftPlan {
  year: number
  nextId: number
  categories: DraftCategory[]
}

export const COLUMNS: readonly ComparedColumn[]
export function generatePlan(
  random: Random,
  size?: { categories?: [least: number, most: number]; rows?: [least: number, most: number] },
): DraftPlan
export function toPlan(draft: DraftPlan): Plan
