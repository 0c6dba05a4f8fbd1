export class Random {
  constructor(seed: number)
  next(): number
  integer(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  pickOther<T>(list: readonly T[], than: T): T
  shuffle<T>(list: readonly T[]): T[]
}
