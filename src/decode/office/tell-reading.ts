/** What is said of a document that was read as a plan: how much of it, under which form, and what was listed of which kind. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { ImportedPlan } from './import-plan.js'
import type { Listed, ListedKind } from './office-document.js'

/** What each kind of entry is, in the words of the account. */
export const KINDS: Readonly<Record<ListedKind, string>> = {
  'change-by-hand': '手で付けた見え消し（取消線と下線・赤字）',
  comment: 'コメント',
  'control-character': '印刷できない制御文字（除きました）',
  'data-sheet': '計画の表から作ったシート「データ」（読みません。直すときは表を直してください）',
  'embedded-object': '埋め込まれたもの（読みません）',
  emphasis: '太字・下線・取消線・上付き・下付き（文字だけを読みました）',
  'external-link': '外の文書への参照（開きません）',
  footer: 'フッター',
  formula: '数式（保存されていた値を読みました）',
  'formula-without-value': '値の保存されていない数式（空欄にしました）',
  furigana: 'ふりがな（本文だけを読みました）',
  header: 'ヘッダー',
  heading: '見出し（様式が印刷します）',
  'heading-repeated': '繰り返しの見出し',
  hidden: '隠れた行・列・シート・文字',
  image: '図（読みません）',
  'label-repeated': '繰り返しの名前・（続き）',
  macro: 'マクロ（動かしません）',
  'nested-table': 'セルの中の表（行ごとに一段落にしました）',
  'no-title': '題名のない文書',
  'no-category': '区分の列がない表',
  notation: '番号・年度・単位などの書き方（計画では値になりました）',
  'number-repeated': '同じ番号の区分',
  revision: '変更履歴で残らなかった文字',
  symbol: '記号の書体の文字（見た目の文字にしました）',
  tab: 'タブ（全角の空きにしました）',
  table: '計画の表でない表',
  text: '計画に置き場のない文',
  'title-repeated': '繰り返しの題名・単位',
  'total-row': '区分の列にまたがる行（区分の次の列に書きました）',
}

/** Entries of the account by their kind, in the order in which the kinds are met. */
export function groupEntries(entries: readonly Listed[]): ReadonlyMap<ListedKind, readonly Listed[]> {
  const groups = new Map<ListedKind, Listed[]>()
  for (const entry of entries) groups.set(entry.kind, [...(groups.get(entry.kind) ?? []), entry])
  return groups
}

/** 読み取った文字 N＝計画 M＋一覧 K. */
export function tellSum({ read, planned, listed }: ImportedPlan['account']): string {
  return `読み取った文字 ${read}＝計画 ${planned}＋一覧 ${listed}`
}

export function tellForm({ definition, formFile, origin }: ImportedPlan): string {
  if (origin !== undefined && formFile !== undefined) return `文書が控えている様式「${definition.name}」で読みました。`
  if (formFile === undefined) return `様式「${definition.name}」の見出しに合わせて読みました。`
  const base = formFile.元の様式
  if (base !== undefined) return `様式「${String(base)}」にない列を加えた様式を作りました。`
  return `見出しの合う様式がないので、表の見出しから様式を作りました（${definition.columns.length}列）。`
}

export function tellOrigin({ state }: NonNullable<ImportedPlan['origin']>): string {
  return state === 'as made'
    ? 'このプログラムが作った文書です。編集されていません。'
    : 'このプログラムが作った文書です。作ったあとに編集されています。'
}

/** One message for a command that prints the plan. */
export function tellReading(file: string, imported: ImportedPlan): Diagnostic {
  const kinds = [...groupEntries(imported.account.entries)].map(
    ([kind, entries]) => `${KINDS[kind]} ${entries.length}件`,
  )
  const values = { form: tellForm(imported), sum: tellSum(imported.account), kinds, file }
  return say('document-read', values, { kind: 'file', file })
}
