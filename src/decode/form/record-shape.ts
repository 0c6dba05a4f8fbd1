/** The shape of the form file of a 個票: what every form says, and boxes in the place of columns. */

import { between, choice, count, list, optional, required } from '../shape/build-shapes.js'
import { type EitherShape, type KeyShape, LINES, type MapShape, type TextShape } from '../shape/shape.js'
import { ALIGNS, DIRECTIONS, PARTS, VERTICAL_ALIGNS } from './form-words.js'

/** The boxes of a 個票, and that the form is one. */
export const BOXES = '枠'
export const KIND = '種類'
export const RECORD = '個票'

/** What the shape of a 個票 takes over from that of a table's form. */
interface AnyForm {
  readonly common: MapShape['keys']
  /** The key that names the form that a form extends, and what such a form may say. */
  readonly base: string
  readonly extending: MapShape['keys']
  /** The name of a field. */
  readonly field: TextShape
}

/** Keys that only a 個票 has. */
export const RECORD_KEYS: MapShape['keys'] = {
  見出しの幅: optional(between(1, 100), '個票の、欄の左の見出しの一行の文字数（本文の大きさの全角）。省くと 8 です。'),
  繰り返す段: optional(
    count(0, 20),
    '個票の一件が次のページに続くとき、もう一度上に置く段の数。省くと 1 です。「段数」のある枠は途中で分けません。',
  ),
}

/** The shape of a file that has boxes or calls itself a 個票; `table` is that of all others. */
export function recordShape({ common, base, extending, field }: AnyForm, table: EitherShape): EitherShape {
  const box: MapShape = {
    tag: 'map',
    name: '枠',
    keys: {
      見出し: optional(LINES, '枠の見出し。「欄」があればその左に、なければ枠いっぱいに印刷します。'),
      欄: optional(field, 'この枠に文を入れる、計画ファイルの行のキー。省くと見出しだけの枠です。'),
      役割: optional(choice(PARTS), '欄の役割。件数や前年度との比較に使います。省くと「その他」です。'),
      幅: optional(between(1, 100), '段の中での幅の割合（用紙の幅が 100）。省くと、残りを等しく分けます。'),
      見出しの幅: optional(between(1, 100), 'この枠だけの、欄の左の見出しの一行の文字数。'),
      見出しの向き: optional(choice(DIRECTIONS), '見出しの文字の向き。省くと横です。'),
      段数: optional(count(1, 60), 'この枠が下へいくつの段にわたるか。省くと 1 です。'),
      行数: optional(count(1, 100), '文が短くても空けておく行の数。省くと文の長さだけです。'),
      向き: optional(choice(DIRECTIONS), '文の向き。省くと横です。'),
      左右: optional(choice(ALIGNS), '文の左右の位置。省くと左、見出しだけの枠では中央です。'),
      上下: optional(choice(VERTICAL_ALIGNS), '文の上下の位置。省くと上です。'),
      文字の大きさ: optional(between(4, 40), 'この枠の文（見出しだけの枠では見出し）の文字の大きさ（ポイント）。'),
      地: optional(between(0, 1), 'この枠の文（見出しだけの枠では見出し）の背景の明るさ。1 は白、0 は黒。'),
    },
  }
  const boxes: KeyShape = required(
    list(list(box)),
    '一件の枠を上の段から書きます。一つの段は、並ぶ枠を [ ] で囲みます。例: - [{ 見出し: 事業名, 欄: 事業名 }]',
  )
  const kind: KeyShape = required(
    choice({ [RECORD]: true }),
    '「個票」は、計画の一行を一件として、一件ずつ別のページに印刷する様式です。',
    RECORD,
  )
  const file = (keys: MapShape['keys']): MapShape => ({ tag: 'map', name: '個票の様式ファイル', keys })
  const own = { ...RECORD_KEYS, [KIND]: kind, [BOXES]: boxes }
  const whole = file({ ...common, ...own })
  return {
    tag: 'either',
    key: BOXES,
    having: { tag: 'either', key: base, having: file({ ...extending, ...own }), lacking: whole },
    lacking: { tag: 'either', key: KIND, having: whole, lacking: table },
  }
}
