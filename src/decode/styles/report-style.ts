/** What all style files of reports have in common: name, paper and sizes of type. */

import type { ReportStyle } from '../../definition/report-style.js'
import { isError, type Outcome } from '../../domain/diagnostic.js'
import { ORIENTATIONS, SHEETS } from '../form/form-words.js'
import { readPaper } from '../form/read-definition.js'
import { between, choice, map, optional, required } from '../shape/build-shapes.js'
import { Fields } from '../shape/fields.js'
import { type KeyShape, LINE, LINES, type MapShape, NAME } from '../shape/shape.js'
import { validate } from '../shape/validate.js'
import { readText } from '../yaml/read-text.js'
import { readYaml } from '../yaml/yaml-tree.js'

/** The shape of a style file with these keys beside the common ones. */
export function styleShape(name: string, own: Readonly<Record<string, KeyShape>>): MapShape {
  const margin = (side: string, least: number) => required(between(least, 100), `${side}の余白（ミリ）。`, '15')
  const margins = map('余白', { 上: margin('上', 5), 右: margin('右', 0), 下: margin('下', 5), 左: margin('左', 0) })
  const paper = map('用紙', {
    大きさ: required(choice(SHEETS), '用紙の大きさ。', 'A4'),
    向き: required(choice(ORIENTATIONS), '用紙の向き。', '横'),
    余白: required(margins, '余白をミリで書きます。', '{ 上: 15, 右: 12, 下: 15, 左: 12 }'),
  })
  return map(name, {
    名前: required(NAME, 'この書き方の日本語の名前。', '標準'),
    用紙: required(paper, '用紙の大きさと向きと余白。'),
    文字の大きさ: required(between(4, 40), '本文の文字の大きさ（ポイント）。', '9'),
    題名の大きさ: required(between(4, 60), '題名の文字の大きさ（ポイント）。', '13'),
    欄外の大きさ: required(between(4, 40), 'ページ番号など欄外の文字の大きさ（ポイント）。', '8'),
    ...own,
  })
}

/** Reads the bytes of a style file and judges them. All slips of the file are reported at once. */
export function openStyle(file: string, bytes: Uint8Array, shape: MapShape): Outcome<Fields> {
  const text = readText(file, bytes)
  if (!text.ok) return text
  const tree = readYaml(file, text.value)
  if (!tree.ok) return tree
  const diagnostics = validate(file, tree.value, shape)
  if (tree.value.tag !== 'map' || diagnostics.some(isError)) return { ok: false, diagnostics }
  return { ok: true, value: new Fields(tree.value), diagnostics: [] }
}

/** The common part of a style; `id` is the file's name without its ending. Millimetres become points. */
export function readReportStyle(top: Fields, id: string, file: string): ReportStyle {
  return {
    id,
    name: top.text('名前'),
    paper: readPaper(top.map('用紙'), file),
    size: top.number('文字の大きさ'),
    titleSize: top.number('題名の大きさ'),
    noteSize: top.number('欄外の大きさ'),
    source: { file, at: top.placeOf('文字の大きさ') },
  }
}

/** The keys of a report's texts that stand in the margins. */
export const MARGIN_TEXTS: Readonly<Record<string, KeyShape>> = {
  上の欄外: optional({ ...LINE, mayBeEmpty: true }, '各ページの上の余白に置く文。'),
  下の欄外: optional({ ...LINE, mayBeEmpty: true }, '各ページの下の余白に置く文。'),
}

export function texts(description: string, example: string): KeyShape {
  return required(LINES, description, example)
}
