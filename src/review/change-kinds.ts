/** The kinds of change between two editions, their Japanese labels and their rank. */

export type Kind =
  | 'document-changed'
  | 'category-added'
  | 'category-removed'
  | 'category-split'
  | 'category-merged'
  | 'category-moved'
  | 'category-renamed'
  | 'category-renumbered'
  | 'row-added'
  | 'row-removed'
  | 'row-moved'
  | 'label-changed'
  | 'joined-changed'
  | 'cancelled'
  | 'postponed'
  | 'planned-but-missing'
  | 'partly-realised'
  | 'realised'
  | 'carried-over'
  | 'split'
  | 'merged'
  | 'moved'
  | 'reordered'
  | 'added'
  | 'removed'
  | 'body-changed'
  | 'funding-changed'
  | 'marker-changed'
  | 'reworded'
  | 'years-only'
  | 'notation-only'
  | 'format-only'
  | 'unchanged'

/**
 * By rank. Where a change is of several kinds, the one that stands first here is named first and the change is counted
 * under it: what became of a row or a promise is worth more than where it went, and that more than how it is worded.
 */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  'document-changed': '題名等の変更',
  'category-added': '区分の追加',
  'category-removed': '区分の削除',
  'category-split': '区分の分割',
  'category-merged': '区分の統合',
  'category-moved': '区分の移動',
  'category-renamed': '区分の名称変更',
  'category-renumbered': '区分の番号変更',
  'row-added': '行の追加',
  'row-removed': '行の削除',
  'row-moved': '行の移動',
  'label-changed': '見出し変更',
  'joined-changed': '結合の変更',
  cancelled: '中止・見送り',
  postponed: '延期',
  'planned-but-missing': '実績未記載',
  'partly-realised': '一部実施',
  realised: '実施',
  'carried-over': '継続予定',
  split: '分割',
  merged: '統合',
  moved: '移動',
  reordered: '並べ替え',
  added: '新規',
  removed: '削除',
  'body-changed': '実施主体の変更',
  'funding-changed': '財源の変更',
  'marker-changed': '記号変更',
  reworded: '修正',
  'years-only': '年度更新',
  'notation-only': '表記のみ',
  'format-only': '書式',
  unchanged: '変更なし',
}

/** What counts of changes call a kind. A promise that goes on word for word is no change, and one may go with its row. */
export const COUNT_LABELS: Readonly<Record<Kind, string>> = {
  ...KIND_LABELS,
  'carried-over': '継続予定（文言に変更）',
  'planned-but-missing': '実績未記載（行は残る）',
}

/** What became of promises; 要確認 is no kind of change. */
export const FATE_LABELS = {
  realised: KIND_LABELS.realised,
  'partly-realised': KIND_LABELS['partly-realised'],
  'carried-over': KIND_LABELS['carried-over'],
  postponed: KIND_LABELS.postponed,
  cancelled: KIND_LABELS.cancelled,
  'planned-but-missing': KIND_LABELS['planned-but-missing'],
  'to-confirm': '要確認',
} as const

export const KINDS = Object.keys(KIND_LABELS) as readonly Kind[]

/** Each once and by rank; `unchanged` where nothing else is said. */
export function rankKinds(kinds: readonly Kind[]): readonly Kind[] {
  const said = new Set(kinds)
  if (said.size === 0) return ['unchanged']
  return KINDS.filter((kind) => said.has(kind))
}
