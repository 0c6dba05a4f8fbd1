import type { Random } from './random.mjs'

export interface FuzzCase {
  readonly kind: string
  readonly words: readonly string[]
}

export function writeFuzzCase(random: Random, folder: string): FuzzCase
