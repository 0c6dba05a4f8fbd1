/** The kinds of change between two editions, their Japanese labels and their rank. */

export type Kind =
  | 'row-added'
  | 'row-removed'
  | 'row-moved'
  | 'heading-changed'
  | 'planned-but-missing'
  | 'realised'
  | 'carried-over'
  | 'split'
  | 'merged'
  | 'moved'
  | 'reordered'
  | 'added'
  | 'removed'
  | 'marker-changed'
  | 'reworded'
  | 'years-only'
  | 'notation-only'
  | 'unchanged'

/**
 * By rank. Where a change is of several kinds, the one that stands first here is named first and the change is counted
 * under it: what became of a row or a promise is worth more than where it went, and that more than how it is worded.
 */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  'row-added': '行の追加',
  'row-removed': '行の削除',
  'row-moved': '行の移動',
  'heading-changed': '見出し変更',
  'planned-but-missing': '実績未記載',
  realised: '実施',
  'carried-over': '継続予定',
  split: '分割',
  merged: '統合',
  moved: '移動',
  reordered: '並べ替え',
  added: '新規',
  removed: '削除',
  'marker-changed': '記号変更',
  reworded: '修正',
  'years-only': '年度更新',
  'notation-only': '表記のみ',
  unchanged: '変更なし',
}

export const KINDS = Object.keys(KIND_LABELS) as readonly Kind[]

/** Each once and by rank; `unchanged` where nothing else is said. */
export function rankKinds(kinds: readonly Kind[]): readonly Kind[] {
  const said = new Set(kinds)
  if (said.size === 0) return ['unchanged']
  return KINDS.filter((kind) => said.has(kind))
}
