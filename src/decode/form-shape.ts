/** The shape of a form file, templates/<form>/form.yaml. */

import { type KeyShape, LINE, LINES, type MapShape, type Shape } from './shape.js'

export const PARTS = {
  区分: 'category',
  見出し: 'heading',
  取組み: 'initiatives',
  成果と課題: 'results',
  対応: 'responses',
  予定: 'plans',
  その他: 'plain',
} as const

export const STRICTNESS = { 緩い: 'loose', 標準: 'standard', 厳しい: 'strict' } as const
export const DIRECTIONS = { 横: 'horizontal', 縦: 'vertical' } as const
export const ALIGNS = { 左: 'start', 中央: 'center', 右: 'end' } as const
export const VERTICAL_ALIGNS = { 上: 'top', 中央: 'middle' } as const
export const ORIENTATIONS = { 横: 'landscape', 縦: 'portrait' } as const

/** Width and height of the sheets in millimetres, upright (ISO 216; B sizes JIS P 0138). */
export const SHEETS = { A3: [297, 420], A4: [210, 297], A5: [148, 210], B4: [257, 364], B5: [182, 257] } as const

export const FORM_SHAPE: MapShape = map('様式ファイル', {
  名前: required(LINE, '様式の日本語の名前。計画ファイルの「様式」や --form で指定します。', '公式'),
  用紙: required(
    map('用紙', {
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
    }),
    '用紙の大きさと向きと余白。',
  ),
  文字: required(
    map('文字', {
      書体: required(
        list(LINE),
        '行を組み PDF に埋め込む書体の名前。先に書いたものから使い、ない文字は次の書体で補います。',
      ),
      文書の書体: required(LINE, 'Word と Excel の文書で使う書体の名前。', 'BIZ UDPゴシック'),
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
      分割の最少行数: required(
        { tag: 'number', least: 1, most: 20, whole: true },
        'ページをまたぐ行を分けるとき、前後に最低これだけの行を残します。',
        '2',
      ),
      続きの印: optional({ ...LINE, mayBeEmpty: true }, '次のページに繰り返す区分などに添える文字。例: （続き）'),
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
  文章: required(
    map('文章', {
      題名: required({ ...LINES, mayBeEmpty: true }, '表の上の題名。{{計画}} は計画の題名です。', '{{計画}}'),
      区分: required(LINE, '区分の欄の書き方。', '{{丸数字 番号}}{{名称}}'),
      上の欄外: optional({ ...LINE, mayBeEmpty: true }, '各ページの上の余白に置く文。'),
      下の欄外: optional({ ...LINE, mayBeEmpty: true }, '各ページの下の余白に置く文。'),
    }),
    '題名や欄外の文。{{ }} の中は計画の値で置き換えます。',
  ),
  列: required(
    list(
      map('列', {
        見出し: required({ ...LINES, mayBeEmpty: true }, '列の見出し。改行は \\n。'),
        上の見出し: optional(LINE, '隣の列と共有する上段の見出し。'),
        欄: required(
          list(
            map('欄', {
              名前: required(LINE, '計画ファイルの行に書くキー。', '取組み'),
              役割: required(choice(PARTS), 'この欄の役割。前年度との比較に使います。', '取組み'),
              小見出し: optional(LINE, '一つの列に欄を重ねるとき、上に付ける見出し。'),
            }),
          ),
          'この列に入る欄。二つ以上書くと上下に重ねます。',
        ),
        幅: required(between(1, 200), '一行の文字数（全角）。', '16.5'),
        結合: flag('true なら、書かれていないセルを上の行のセルと結合します。'),
        向き: optional(choice(DIRECTIONS), '文字の向き。'),
        左右: optional(choice(ALIGNS), '左右の位置。'),
        上下: optional(choice(VERTICAL_ALIGNS), '上下の位置。'),
      }),
    ),
    '表の列。左から順に書きます。',
  ),
})

function map(name: string, keys: Readonly<Record<string, KeyShape>>): MapShape {
  return { tag: 'map', name, keys }
}

function list(of: Shape): Shape {
  return { tag: 'list', of, atLeast: 1 }
}

function choice(choices: Readonly<Record<string, unknown>>): Shape {
  return { tag: 'choice', choices: Object.keys(choices) }
}

function between(least: number, most: number): Shape {
  return { tag: 'number', least, most }
}

function flag(description: string): KeyShape {
  return { shape: { tag: 'flag' }, description }
}

function required(shape: Shape, description: string, ...examples: string[]): KeyShape {
  return { shape, required: true, description, ...(examples.length === 0 ? {} : { examples }) }
}

function optional(shape: Shape, description: string): KeyShape {
  return { shape, description }
}
