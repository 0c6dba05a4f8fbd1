/** What a document's maker and somebody else both changed, each in their own way. Data only. */

export interface Conflict {
  /** 題名, ③ 2 行目 取組み. */
  readonly place: string
  /** Empty where one of the three does not have it. */
  readonly base: string
  readonly plan: string
  readonly document: string
}
