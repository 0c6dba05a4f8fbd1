/** The shape of an overview's form file, templates/overview/form.yaml. */

import type { SheetCount } from '../../definition/overview-style.js'
import { FORM_SHAPE, TABLE_SHAPE } from '../form/form-shape.js'
import { KIND, RECORD } from '../form/record-shape.js'
import { between, choice, map, optional, required } from '../shape/build-shapes.js'
import {
  type EitherShape,
  type KeyShape,
  LINE,
  type MapShape,
  NAME,
  type Shape,
  type TextShape,
} from '../shape/shape.js'
import { MARGIN_TEXTS, styleShape, texts } from './report-style.js'

export const OVERVIEW = '概要'

export const SHEET_COUNTS: Readonly<Record<string, SheetCount>> = { '1': 'one', 入るだけ: 'as-many' }

const COLOR: TextShape = {
  ...NAME,
  judge: (text) => (/^[0-9A-Fa-f]{6}$/.test(text) ? undefined : { code: 'bad-color', values: { text } }),
}

const count = (what: string, most: number, example: string): KeyShape =>
  required(
    { tag: 'number', least: 2, most, whole: true },
    `${what}の数。これより多ければ「ほか」にまとめます。`,
    example,
  )
const keys = (what: string): KeyShape => {
  const names: Shape = { tag: 'list', of: NAME, atLeast: 1 }
  return required(names, `行の${what}を書いた欄の名前。`, `[${what}]`)
}
const line = (description: string, example: string) => required(LINE, description, example)
const note = (description: string, example: string) => required({ ...LINE, mayBeEmpty: true }, description, example)

export const OVERVIEW_SHAPE: MapShape = styleShape('概要の様式ファイル', {
  [KIND]: required(
    choice({ [OVERVIEW]: true, [RECORD]: true }),
    '「概要」は計画を見渡す紙、「個票」は計画の一行を一件として一件ずつ別のページに印刷する紙の様式です。',
    OVERVIEW,
  ),
  枚数: optional(
    choice(SHEET_COUNTS),
    '1 では、一枚に入らない項目を件数にします。入るだけ では、すべての項目を何枚にでも印刷します。書かなければ 1 です。',
  ),
  最小の文字の大きさ: required(between(4, 40), '一枚に入らないとき、文字をここまで小さくします（ポイント）。', '6.5'),
  行送り: required(between(1, 3), '行と行の間隔。文字の大きさに対する倍率。', '1.25'),
  最小の行送り: required(between(1, 3), '一枚に入らないとき、行送りをここまで詰めます。', '1.15'),
  棒の色: required(COLOR, '棒の色。赤・緑・青を 00 から FF までの二桁ずつで書きます。', '34557F'),
  名前を挙げる数: required(
    map('名前を挙げる数', {
      区分: count('区分', 100, '12'),
      実施主体: count('実施主体', 50, '6'),
      資金: count('資金', 50, '6'),
      年度: required(
        { tag: 'number', least: 3, most: 20, whole: true },
        '年次工程表の年度の数。これより外の年度は端の列にまとめます。',
        '12',
      ),
    }),
    '区分や実施主体の名前を挙げる数。',
  ),
  読む欄: required(
    map('読む欄', { 実施主体: keys('実施主体'), 資金: keys('資金'), 年度: keys('年度') }),
    'セルの中の記法のほかに、行の実施主体などとして読む欄の名前。',
  ),
  文章: required(
    map('文章', {
      題名: texts('表の上の題名。', '"{{計画}}"'),
      章: required(
        map('章', {
          件数: line('区分ごとの件数の見出し。', '区分ごとの件数'),
          実施主体: line('実施主体ごとの件数の見出し。', '実施主体ごとの件数'),
          資金: line('資金ごとの件数の見出し。', '資金ごとの件数'),
          工程表: line('年次工程表の見出し。', '年次工程表'),
        }),
        '三つの表の見出し。',
      ),
      件数の欄: required(
        map('件数の欄', {
          取組み: line('取組みの列の見出し。', '取組み'),
          成果: line('成果の列の見出し。', '成果（□）'),
          課題: line('課題の列の見出し。', '課題（■）'),
          対応: line('対応の列の見出し。', '今後の対応'),
          予定: line('予定の列の見出し。', '予定'),
        }),
        '件数の列の見出し。',
      ),
      区分の欄: line('区分の列の見出し。', '区分'),
      項目の欄: line('年次工程表の項目の列の見出し。', '取組み・予定'),
      実施主体の欄: line('実施主体の列の見出し。', '実施主体'),
      資金の欄: line('資金の列の見出し。', '資金'),
      合計: line('全体の件数の見出し。', '全体'),
      記載なし: line('主体や資金の書かれていない項目の名前。', '（記載なし）'),
      ほかの区分: line('名前を挙げない区分をまとめた行。', 'ほか{{数}}区分'),
      ほかの実施主体: line('名前を挙げない実施主体をまとめた行。', 'ほか{{数}}団体'),
      ほかの資金: line('名前を挙げない資金をまとめた行。', 'ほか{{数}}種類'),
      ほかの項目: line('年次工程表に入らない項目をまとめた行。', 'ほか{{数}}件'),
      以前: line('年次工程表の最初の列に、それより前の年度もまとめるときの見出し。', '"～{{略記 年度}}"'),
      以後: line('年次工程表の最後の列に、それより後の年度もまとめるときの見出し。', '"{{略記 年度}}～"'),
      凡例: required(
        map('凡例', {
          実施: line('塗りつぶした棒の意味。', '取組み'),
          予定: line('縞の棒の意味。', '予定'),
          継続: line('矢印の意味。', '終わりの年度の記載なし'),
          今年度: line('地に色のある列の意味。', '"{{年度}}"'),
        }),
        '棒と印の意味。',
      ),
      注: required(
        map('注', {
          年度なし: note('年次工程表にない項目があるときの注。', '年度の書かれていない{{数}}件は、…'),
          主体なし: note('実施主体がどこにも書かれていないときの注。', '実施主体の書かれた取組み・予定はありません。'),
          資金なし: note('資金がどこにも書かれていないときの注。', '資金の書かれた取組み・予定はありません。'),
          重なり: note('主体がいくつも書かれた項目があるときの注。', '主体がいくつも書かれた{{数}}件は、…'),
          記号なし: note('□でも■でもない項目があるときの注。', '□でも■でもない{{数}}件は、…'),
          欄なし: note('計画の様式にない欄があるときの注。', '{{欄}}に当たる欄はありません。'),
          工程表なし: note('年度の書かれた項目がないときの注。', '年次工程表はありません。'),
          数え方: note('いつも添える注。', '（再掲）は数えていません。'),
        }),
        '表の下の注。',
      ),
      ...MARGIN_TEXTS,
    }),
    '題名や見出しの文。{{ }} の中は計画の値や件数で置き換えます。',
  ),
})

/** All that a form file may say: that of a table or a 個票, or that of an overview. */
export const FORM_FILE_SHAPE: EitherShape = {
  ...FORM_SHAPE,
  lacking: { tag: 'either', key: KIND, having: OVERVIEW_SHAPE, lacking: TABLE_SHAPE },
}
