/** The style of the 変更の概要 (templates/summary/<style>.yaml) to a SummaryStyle. */

import type { SummaryStyle } from '../../definition/report-style.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { map, required } from '../shape/build-shapes.js'
import { MARGIN_TEXTS, openStyle, readReportStyle, styleShape, texts } from './report-style.js'

const SUMMARY_SHAPE = styleShape('変更の概要の書き方', {
  文章: required(
    map('文章', {
      題名: texts('表の上の題名。', '"{{計画}} 変更の概要"'),
      要約: texts(
        '数の意味を文で書いたもの。件数は {{実績未記載}} のように種類の名前で書けます。',
        '変更は{{変更}}件です。',
      ),
      ...MARGIN_TEXTS,
    }),
    '題名や要約の文。{{ }} の中は計画の値と件数で置き換えます。',
  ),
})

/** Reads the bytes of a style file; `id` is its name without the ending. All slips of the file are reported at once. */
export function decodeSummaryStyle(file: string, bytes: Uint8Array, id: string): Outcome<SummaryStyle> {
  const opened = openStyle(file, bytes, SUMMARY_SHAPE)
  if (!opened.ok) return opened
  const own = opened.value.map('文章')
  const style: SummaryStyle = {
    ...readReportStyle(opened.value, id, file),
    texts: {
      title: own.text('題名'),
      digest: own.text('要約'),
      header: own.text('上の欄外'),
      footer: own.text('下の欄外'),
    },
  }
  return { ok: true, value: style, diagnostics: [] }
}
