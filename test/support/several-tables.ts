/** A small form of two tables: rows alone upright, and 区分 in a column on its side. */

import { decodeForm } from '../../src/decode/form/form-file.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import { expectValue } from './forms.js'

const TEXT = `名前: 二つの表
用紙: { 大きさ: A4, 向き: 縦, 余白: { 上: 15, 右: 15, 下: 15, 左: 15 } }
文字:
  書体: [BIZ UDPGothic]
  文書の書体: BIZ UDPゴシック
  大きさ: 10.5
  行送り: 1.3
  題名の大きさ: 14
  見出しの大きさ: 10
  欄外の大きさ: 9
行組み: { 禁則: 標準, 追い込み: false, ぶら下げ: false, 両端揃え: false, 字下げ: true }
ページ: { 分割の最少行数: 2, 続きの印: （続き） }
罫線: { 左右のあき: 3, 上下のあき: 2, 外枠: 1, 内側: 0.5, 見出しの地: 0.9 }
文章: { 題名: "{{計画}}", 区分: "{{丸数字 番号}}{{名称}}", 下の欄外: "{{ページ番号}}／{{総ページ数}}" }
表:
  - 名前: 需要
    列:
      - { 見出し: サービス, 欄: [{ 名前: サービス, 役割: 見出し }], 幅: 12, 結合: true }
      - { 見出し: 見込み, 欄: [{ 名前: 見込み, 役割: その他 }], 幅: 8, 左右: 右 }
  - 名前: 取組み
    用紙: { 向き: 横 }
    列幅: 用紙いっぱい
    列:
      - { 見出し: 区分, 欄: [{ 名前: 区分, 役割: 区分 }], 幅: 6 }
      - { 見出し: 取組み, 欄: [{ 名前: 取組み, 役割: 取組み }], 幅: 30 }
`

export function severalTables(): FormDefinition {
  return expectValue(decodeForm('form.yaml', new TextEncoder().encode(TEXT), 'several'))
}
severalTables.text = TEXT
