/** The shape of a form file, templates/<form>/form.yaml: one that stands alone, and one that extends another. */

import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { allOptional, between, choice, count, flag, list, map, optional, required } from '../shape/build-shapes.js'
import { type EitherShape, LINE, LINES, type MapShape, NAME, type Shape, type TextShape } from '../shape/shape.js'
import {
  ALIGNS,
  CATEGORY_STYLES,
  DIRECTIONS,
  NOTES_STAND,
  ORIENTATIONS,
  PARTS,
  PLAN_BREAKS,
  SHEETS,
  STRICTNESS,
  TABLES_STAND,
  VERTICAL_ALIGNS,
  WIDTHS,
} from './form-words.js'
import { readOffset } from './read-columns.js'
import { RECORD_KEYS, recordShape } from './record-shape.js'

/** Names the form that a form extends. */
export const BASE = '元の様式'
/** Names a column of that form by one of its fields. */
export const BASE_COLUMN = '元の列'

/** The tables of a form that prints several, in the place of its columns. */
const TABLES_KEY = '表'

/** Names that a row of a plan file uses for itself. */
export const ROW_KEYS: readonly string[] = ['id', '改ページ', '揃え']

const LINE_OR_NONE: TextShape = { ...LINE, mayBeEmpty: true }

const FIELD = map('欄', {
  名前: required(
    { ...NAME, judge: judgeFieldName },
    '計画ファイルの行に書くキー。この名前で列を指すこともできます。',
    '取組み',
  ),
  役割: required(choice(PARTS), 'この欄の役割。件数や前年度との比較に使います。', '取組み'),
  小見出し: optional(LINE_OR_NONE, '一つの列に欄を重ねるとき、欄の文の上に付ける見出し。'),
})

const COLUMN = map('列', {
  見出し: required(LINES, '列の見出し。改行は \\n。{{略記 年度}} のように計画の値も使えます。', '取組み'),
  上の見出し: optional(
    { tag: 'texts', of: LINE_OR_NONE },
    '隣の列と共有する上段の見出し。三段の見出しでは [一段目, 二段目] のように、上から書きます。',
  ),
  見出しの向き: optional(choice(DIRECTIONS), '「見出し」の文字の向き。省くと横です。'),
  欄: required(
    list(FIELD),
    'この列に入る欄。[{ 名前: 取組み, 役割: 取組み }] のように書き、二つ以上なら上下に重ねます。',
  ),
  幅: required(between(1, 200), '一行の文字数（本文の大きさの全角）。', '16.5'),
  結合: flag('true なら、書かれていないセルを上の行のセルと結合します。'),
  向き: optional(choice(DIRECTIONS), '文字の向き。省くと横です。'),
  左右: optional(choice(ALIGNS), '文字の左右の位置。省くと左です。数は右にします。'),
  上下: optional(choice(VERTICAL_ALIGNS), '文字の上下の位置。省くと上です。'),
  文字の大きさ: optional(between(4, 40), 'この列だけの文字の大きさ（ポイント）。省くと本文の大きさです。'),
  地: optional(between(0, 1), 'この列の背景の明るさ。1 は白、0 は黒。省くと白です。'),
})

const OFFSET_OR_YEAR: TextShape = { ...NAME, judge: judgeYearShown }

/** A column for each year; what stands over all of them may be left out. */
const YEARS_COLUMN: MapShape = {
  ...COLUMN,
  keys: {
    ...COLUMN.keys,
    見出し: optional(LINES, '年ごとの列すべての上に置く見出し。省くと、年の見出しだけです。'),
    幅: required(between(1, 200), '年ごとの列の一つの、一行の文字数（本文の大きさの全角）。', '4.5'),
    年: required(
      { tag: 'named', name: { ...NAME, judge: judgePeriod }, whole: { tag: 'list', of: OFFSET_OR_YEAR, atLeast: 1 } },
      'この列を年ごとに並べます。[-2, -1, 0] は計画の年度とその前の二年度、[R4, R5] は決まった年度、期間 は計画の「期間」の年度です。',
      '[-2, -1, 0]',
    ),
    年の見出し: optional(
      LINES,
      '年ごとの列の見出し。"{{略記 年}}"（R6）、"{{全角 (元号なし 年)}}年度"（６年度）のように書きます。省くと R6 の形です。',
    ),
  },
}

const OWN_COLUMN: EitherShape = { tag: 'either', key: '年', having: YEARS_COLUMN, lacking: COLUMN }

const PAPER = map('用紙', {
  大きさ: required(choice(SHEETS), '用紙の大きさ。', 'A3'),
  向き: required(choice(ORIENTATIONS), '用紙の向き。', '横'),
  余白: required(
    map('余白', {
      上: required(between(5, 100), '上の余白（ミリ）。', '12'),
      右: required(between(0, 100), '右の余白（ミリ）。', '10'),
      下: required(between(5, 100), '下の余白（ミリ）。', '12'),
      左: required(between(0, 100), '左の余白（ミリ）。', '10'),
    }),
    '余白をミリで書きます。',
  ),
})

/** How a table is shown: of the form, or of one of its tables. */
const TABLE_LOOK: MapShape['keys'] = {
  区分の示し方: optional(
    choice(CATEGORY_STYLES),
    '区分を「列」に示すか、区分の行の上に表を横切る「帯」で示すか、区分ごとの表の上の「見出し」で示すか。省くと、役割が区分の欄があれば列、なければ帯です。',
  ),
  列幅: optional(
    choice(WIDTHS),
    '列の「幅」の読み方。用紙いっぱい なら、幅の比を保って余白の内側いっぱいに広げ縮めします。省くと文字数です。',
  ),
}

const WHOLE = map('様式ファイル', {
  名前: required(NAME, '様式の日本語の名前。計画ファイルの「様式」や --form で指定します。', '公式'),
  説明: optional(NAME, 'この様式が何のためのものか、一文で。keikaku forms と keikaku new が示します。'),
  用紙: required(PAPER, '用紙の大きさと向きと余白。'),
  文字: required(
    map('文字', {
      書体: required(
        list(NAME),
        '行を組み PDF に埋め込む書体の名前。先に書いたものから使い、ない文字は次の書体で補います。',
      ),
      文書の書体: required(NAME, 'Word と Excel の文書で使う書体の名前。', 'BIZ UDPゴシック'),
      大きさ: required(between(4, 40), '本文の文字の大きさ（ポイント）。', '10.5'),
      行送り: required(between(1, 3), '行と行の間隔。文字の大きさに対する倍率。', '1.3'),
      題名の大きさ: required(between(4, 60), '題名の文字の大きさ（ポイント）。', '14'),
      見出しの大きさ: required(between(4, 40), '列の見出しの文字の大きさ（ポイント）。', '10'),
      欄外の大きさ: required(between(4, 40), 'ページ番号など欄外の文字の大きさ（ポイント）。', '9'),
    }),
    '書体と文字の大きさ。',
  ),
  行組み: required(
    map('行組み', {
      禁則: required(choice(STRICTNESS), '行頭・行末に置かない文字の決まりの強さ。', '標準'),
      追い込み: flag('true なら、約物を詰めて行末に一字を追い込みます。'),
      ぶら下げ: flag('true なら、行末の「、」「。」を欄の外にぶら下げます。'),
      両端揃え: flag('true なら、行の両端を揃えます。'),
      字下げ: flag('true なら、○などの記号の下を空けて二行目以降を字下げします。'),
    }),
    '行の組み方。',
  ),
  ページ: required(
    map('ページ', {
      分割の最少行数: required(count(1, 20), 'ページをまたぐ行を分けるとき、前後に最低これだけの行を残します。', '2'),
      続きの印: optional(LINE_OR_NONE, '次のページに繰り返す区分などに添える文字。例: （続き）'),
      計画の改ページ: optional(
        choice(PLAN_BREAKS),
        '計画の行の「改ページ: true」に従うかどうか。ほかの様式に合わせた改ページなら「従わない」。省くと従います。',
      ),
      表の置き方: optional(
        choice(TABLES_STAND),
        '計画に表がいくつもあるとき、上から「続ける」か、「表ごと」に新しいページ（Excel では新しいシート）にするか。省くと続けます。',
      ),
    }),
    'ページの分け方。',
  ),
  罫線: required(
    map('罫線', {
      左右のあき: required(between(0, 30), '罫線と文字の左右のあき（ポイント）。', '2.5'),
      上下のあき: required(between(0, 30), '罫線と文字の上下のあき（ポイント）。', '2'),
      外枠: required(between(0, 6), '表の外枠の太さ（ポイント）。', '1'),
      内側: required(between(0, 6), '内側の罫線の太さ（ポイント）。', '0.5'),
      見出しの地: required(between(0, 1), '見出しの背景の明るさ。1 は白、0 は黒。', '0.92'),
    }),
    '罫線とあき。',
  ),
  表のまわり: optional(
    map('表のまわり', {
      見出しの大きさ: optional(between(4, 60), '計画の「見出し」の文字の大きさ（ポイント）。省くと本文の大きさです。'),
      本文の大きさ: optional(between(4, 40), '計画の「本文」の文字の大きさ（ポイント）。省くと本文の大きさです。'),
      前文の大きさ: optional(between(4, 40), '計画の「前文」の文字の大きさ（ポイント）。省くと本文の大きさです。'),
      単位の大きさ: optional(between(4, 40), '計画の「単位」の文字の大きさ（ポイント）。省くと本文の大きさです。'),
      単位の位置: optional(choice(ALIGNS), '「単位」を表のどちら側に置くか。省くと右です。'),
      注の大きさ: optional(between(4, 40), '計画の「注」の文字の大きさ（ポイント）。省くと本文の大きさです。'),
      注の位置: optional(choice(NOTES_STAND), '「注」を表の前と後のどちらに置くか。省くと表の後です。'),
    }),
    '表の前と後に置く計画の文（見出し、前文、単位、本文、注）の大きさと位置。',
  ),
  文章: required(
    map('文章', {
      題名: required(LINES, '表の上の題名。"{{計画}}" は計画の題名です。'),
      区分: required(LINE, '区分の欄の書き方。"{{丸数字 番号}}{{名称}}" のように書きます。'),
      単位: optional(LINE, '計画に「単位」があるとき表の上に置く文。省くと（単位：{{単位}}）です。'),
      上の欄外: optional(LINES, '各ページの上の余白に置く文。改行は \\n。'),
      下の欄外: optional(LINES, '各ページの下の余白に置く文。改行は \\n。'),
    }),
    '題名や欄外の文。{{ }} の中は計画の値で置き換えます。',
  ),
  ...TABLE_LOOK,
})

const NAME_OF_BASE = required(NAME, '変えたいところだけを書くとき、元にする様式の名前かフォルダー。', '公式')
const NAME_OF_COLUMN = required(
  NAME,
  '元の様式の列を、その欄の名前で指します。変えたい項目だけを続けて書きます。',
  '取組み',
)

const TAKEN_COLUMN: MapShape = { ...COLUMN, keys: { [BASE_COLUMN]: NAME_OF_COLUMN, ...allOptional(YEARS_COLUMN).keys } }

/** One of the tables of a form that prints several. */
const TABLE = map('表', {
  名前: required(NAME, '表の名前。計画ファイルの表の「様式の表」で指します。', '量の見込み'),
  用紙: optional(allOptional(PAPER), 'この表の用紙。様式の用紙と違うところだけを書きます。例: { 向き: 横 }'),
  ...TABLE_LOOK,
})

const COLUMNS = '表の列。左から順に書きます。'
const COLUMNS_OF_BASE =
  '表の列を左から順に、残すものもすべて書きます。元の様式の列は「元の列: 取組み」のように欄の名前で指します。'
const TABLES = '表がいくつもある様式の表。「列」の代わりに、計画ファイルの「表」の順に書きます。'

const ANY_COLUMN: Shape = { tag: 'either', key: BASE_COLUMN, having: TAKEN_COLUMN, lacking: OWN_COLUMN }
const EXTENDING: MapShape['keys'] = {
  [BASE]: NAME_OF_BASE,
  ...allOptional(WHOLE).keys,
  ...RECORD_KEYS,
  名前: WHOLE.keys.名前!,
}

/** What the form file of tables may say. */
export const TABLE_SHAPE: EitherShape = {
  tag: 'either',
  key: BASE,
  having: {
    tag: 'either',
    key: TABLES_KEY,
    having: {
      ...WHOLE,
      keys: { ...EXTENDING, [TABLES_KEY]: required(list(withColumns(TABLE, ANY_COLUMN, COLUMNS_OF_BASE)), TABLES) },
    },
    lacking: { ...WHOLE, keys: { ...EXTENDING, 列: optional(list(ANY_COLUMN), COLUMNS_OF_BASE) } },
  },
  lacking: {
    tag: 'either',
    key: TABLES_KEY,
    having: {
      ...WHOLE,
      keys: { ...WHOLE.keys, [TABLES_KEY]: required(list(withColumns(TABLE, OWN_COLUMN, COLUMNS)), TABLES) },
    },
    lacking: withColumns(WHOLE, OWN_COLUMN, COLUMNS),
  },
}

function withColumns(shape: MapShape, column: Shape, description: string): MapShape {
  return { ...shape, keys: { ...shape.keys, 列: required(list(column), description) } }
}

/** All that a form file may say. */
export const FORM_SHAPE: EitherShape = recordShape(
  {
    common: withoutColumns(WHOLE.keys),
    base: BASE,
    extending: withoutColumns(EXTENDING),
    field: { ...NAME, judge: judgeFieldName },
  },
  TABLE_SHAPE,
)

/** What is no matter of columns. */
function withoutColumns({ 列: _, 列幅: __, 区分の示し方: ___, ...keys }: MapShape['keys']): MapShape['keys'] {
  return keys
}

/** A row's own keys, and what every object of JavaScript has, cannot name a field. */
function judgeFieldName(name: string): ReturnType<NonNullable<TextShape['judge']>> {
  if (!ROW_KEYS.includes(name) && !(name in {})) return undefined
  return { code: 'reserved-field', values: { name } }
}

function judgePeriod(text: string): ReturnType<NonNullable<TextShape['judge']>> {
  return text === '期間' ? undefined : { code: 'bad-years', values: { text } }
}

function judgeYearShown(text: string): ReturnType<NonNullable<TextShape['judge']>> {
  if (readOffset(text) !== undefined || parseFiscalYear(text) !== undefined) return undefined
  return { code: 'bad-years', values: { text } }
}
