import type { Plan } from '../../src/domain/plan.js'
import type { ComparedColumn } from '../../src/review/compared-columns.js'
import type { Comparison } from '../../src/review/comparison.js'
import type { DocumentText } from '../../src/review/document-text.js'

export interface StructureEdition {
  readonly plan: Plan
  readonly columns: readonly ComparedColumn[]
  readonly texts: readonly DocumentText[]
}

export function makeStructurePair(number: number): {
  readonly old: StructureEdition
  readonly new: StructureEdition
  readonly event: string
  readonly expected: readonly string[]
}
export function tellStructure(comparison: Pick<Comparison, 'changes'>): readonly string[]
