/** The shape of a house style of the 新旧対照表, templates/taishohyo/<style>.yaml. */

import type { Mark } from '../../definition/report-style.js'
import { between, choice, map, optional, required } from '../shape/build-shapes.js'
import { LINE, type MapShape } from '../shape/shape.js'
import { MARGIN_TEXTS, styleShape, texts } from './report-style.js'

export const SIDES = { 左: 'left', 右: 'right' } as const
export const UNCHANGED = { 省く: 'left-out', 略: 'abridged', 全文: 'in-full' } as const
export const MARKS: Readonly<Record<string, Mark>> = {
  下線: 'underline',
  太字: 'bold',
  取消線: 'strike',
  二重取消線: 'double-strike',
}

/** The kinds that a house style may name in its own way, by their common names. */
export const KIND_KEYS: Readonly<Record<string, string>> = {
  題名等の変更: 'document-changed',
  区分の名称変更: 'category-renamed',
  見出し変更: 'label-changed',
  結合の変更: 'joined-changed',
  '中止・見送り': 'cancelled',
  延期: 'postponed',
  実績未記載: 'planned-but-missing',
  一部実施: 'partly-realised',
  実施: 'realised',
  継続予定: 'carried-over',
  新規: 'added',
  削除: 'removed',
  移動: 'moved',
  並べ替え: 'reordered',
  修正: 'reworded',
  年度更新: 'years-only',
  表記のみ: 'notation-only',
}

const share = (what: string, example: string) => required(between(1, 1000), `${what}の幅の割合。`, example)

export const TAISHOHYO_SHAPE: MapShape = styleShape('新旧対照表の書き方', {
  対照: required(
    map('対照', {
      新の位置: required(choice(SIDES), '新しい版を置く側。', '左'),
      新の印: required(choice(MARKS), '新しい版で、変わった箇所に付ける印。', '下線'),
      旧の印: required(choice(MARKS), '古い版で、変わった箇所に付ける印。', '下線'),
      変更のない項目: required(
        choice(UNCHANGED),
        '変更のない項目の扱い。省く、続くものをまとめて（略）とする（略）、そのまま載せる（全文）のどれか。',
        '省く',
      ),
      備考: optional({ tag: 'flag' }, 'true なら、変更の種類を書く備考の列を付けます。'),
    }),
    '何をどう並べるか。',
  ),
  列の幅: required(
    map('列の幅', {
      区分: share('区分の列', '2'),
      欄: share('欄の名前の列', '7'),
      新旧: share('新と旧、それぞれの列', '32'),
      備考: share('備考の列', '11'),
    }),
    '列の幅の割合。合わせて用紙の余白の内側いっぱいになります。',
  ),
  種類の名前: optional(
    map(
      '種類の名前',
      Object.fromEntries(
        Object.keys(KIND_KEYS).map((name) => [
          name,
          optional(LINE, `「${name}」の、この書き方での名前。{{欄}} は欄の名前に置き換えます。`),
        ]),
      ),
    ),
    '備考に書く変更の種類の名前。書かないものは、いつもの名前です。',
  ),
  文章: required(
    map('文章', {
      題名: texts('表の上の題名。', '"{{計画}} 新旧対照表"'),
      新の見出し: texts('新しい版の列の見出し。', '"新（{{新年度}}）"'),
      旧の見出し: texts('古い版の列の見出し。', '"旧（{{旧年度}}）"'),
      新設: required(LINE, '新しくできた項目の、旧の側に書く文。', '（新設）'),
      削除: required(LINE, 'なくなった項目の、新の側に書く文。', '（削る）'),
      略: required(LINE, '変更のない項目に代えて書く文。', '（略）'),
      変更なし: texts('二つの版に変更がないとき、表に書く文。', '変更なし'),
      ...MARGIN_TEXTS,
    }),
    '題名や見出しの文。{{ }} の中は計画の値で置き換えます。',
  ),
})
