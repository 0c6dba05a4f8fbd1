/** A house style of the 新旧対照表 (templates/taishohyo/<style>.yaml) to a TaishohyoStyle. */

import type { TaishohyoStyle } from '../../definition/report-style.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { openStyle, readReportStyle } from './report-style.js'
import { KIND_KEYS, MARKS, SIDES, TAISHOHYO_SHAPE, UNCHANGED } from './taishohyo-shape.js'

/** Reads the bytes of a style file; `id` is its name without the ending. All slips of the file are reported at once. */
export function decodeTaishohyoStyle(file: string, bytes: Uint8Array, id: string): Outcome<TaishohyoStyle> {
  const opened = openStyle(file, bytes, TAISHOHYO_SHAPE)
  if (!opened.ok) return opened
  const top = opened.value
  const contrast = top.map('対照')
  const widths = top.map('列の幅')
  const texts = top.map('文章')
  const names = top.map('種類の名前')
  const style: TaishohyoStyle = {
    ...readReportStyle(top, id, file),
    newSide: contrast.choice('新の位置', SIDES, 'left'),
    marks: {
      old: contrast.choice('旧の印', MARKS, 'underline'),
      new: contrast.choice('新の印', MARKS, 'underline'),
    },
    unchanged: contrast.choice('変更のない項目', UNCHANGED, 'left-out'),
    remarks: contrast.flag('備考'),
    widths: {
      category: widths.number('区分'),
      field: widths.number('欄'),
      side: widths.number('新旧'),
      remarks: widths.number('備考'),
    },
    texts: {
      title: texts.text('題名'),
      newHeading: texts.text('新の見出し'),
      oldHeading: texts.text('旧の見出し'),
      added: texts.text('新設'),
      removed: texts.text('削除'),
      abridged: texts.text('略'),
      noChange: texts.text('変更なし'),
      header: texts.text('上の欄外'),
      footer: texts.text('下の欄外'),
    },
    kindNames: Object.fromEntries(
      Object.entries(KIND_KEYS).flatMap(([name, kind]) => (names.has(name) ? [[kind, names.text(name)]] : [])),
    ),
  }
  return { ok: true, value: style, diagnostics: [] }
}
