/** The style of a meeting handout (templates/handout/<style>.yaml) to a HandoutStyle. */

import type { BoxStyle, HandoutStyle } from '../../definition/handout-style.js'
import { CHANGES_NAMES, EXCERPT_NAMES, HANDOUT_NAMES, PAGE_NAMES, PLAN_NAMES } from '../../definition/text-names.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { findSlipsByKey } from '../form/judge-texts.js'
import { between, map, optional, required } from '../shape/build-shapes.js'
import type { Fields } from '../shape/fields.js'
import { type KeyShape, LINE, LINES, type MapShape, NAME } from '../shape/shape.js'
import { openStyle, texts } from './report-style.js'

const typeSize = (what: string, example: string): KeyShape =>
  required(between(4, 60), `${what}の文字の大きさ（ポイント）。`, example)
const space = (what: string, example: string, most = 100): KeyShape =>
  required(between(0, most), `${what}（ポイント）。`, example)

/** What tells of something that is not there: it must say so. */
const notice = (description: string, example: string): KeyShape =>
  required({ ...LINES, mayBeEmpty: false }, description, example)

function box(name: string): MapShape {
  return map(name, {
    文字の大きさ: typeSize(name, '12'),
    線の太さ: required(between(0.25, 6), '枠の線の太さ（ポイント）。', '0.75'),
    左右のあき: space('枠と文字の間の、左右のあき', '10', 30),
    上下のあき: space('枠と文字の間の、上下のあき', '2', 30),
  })
}

const HANDOUT_SHAPE: MapShape = map('会議資料の書き方', {
  名前: required(NAME, 'この書き方の日本語の名前。', '標準'),
  最小の文字の大きさ: optional(
    between(4, 40),
    '表の本文の文字が様式でこれより小さければ、ここまで大きくします（ポイント）。',
  ),
  番号の枠: required(box('番号の枠'), '資料番号の枠。一ページ目と表紙の右上に置きます。'),
  案の枠: required(box('案の枠'), '「案」などの印の枠。各ページの左上に置きます。'),
  右上の大きさ: typeSize('会議、日付、作成', '9.5'),
  議題の大きさ: typeSize('議題', '11'),
  注記の大きさ: typeSize('抜粋や変更の注記', '9'),
  行のあき: space('題名のまわりの文と文の間のあき', '3'),
  表紙: required(
    map('表紙', {
      題名の大きさ: typeSize('表紙の題名', '26'),
      文字の大きさ: typeSize('表紙の会議、日付、作成', '16'),
      行のあき: space('表紙の文と文の間のあき', '10'),
      下のあき: space('表紙の最後の文の下のあき', '70', 400),
    }),
    '表紙の文字の大きさとあき。',
  ),
  文章: required(
    map('文章', {
      番号: texts('枠の中の資料番号。', '"{{資料.番号}}"'),
      会議: texts('会議の名前。', '"{{資料.会議}}"'),
      日付: texts('会議の日付。', '"{{資料.日付}}"'),
      作成: texts('作成した機関。', '"作成：{{資料.作成}}"'),
      議題: texts('題名の上に置く議題。', '"{{議題}}"'),
      案: texts('各ページの左上の印。', '"{{案}}"'),
      抜粋: notice('一部の区分や欄だけを載せるとき、題名の下に書く文。', '"（抜粋：区分{{区分}}　欄{{欄}}）"'),
      変更: notice(
        '変わった行だけを載せるとき、題名の下に書く文。',
        '"（{{旧年度}}から変わった行：{{行}}行のうち{{変更行}}行）"',
      ),
      変更なし: notice('変わった行がないとき、表に書く文。', '変更はありません。'),
      下の欄外: required(LINE, '各ページの下の余白に置くページ番号。', '"{{ページ番号}}／{{総ページ数}}"'),
    }),
    '番号や注記の文。{{ }} の中は計画や会議の値で置き換えます。',
  ),
})

const COMMON = [...PLAN_NAMES, ...HANDOUT_NAMES]

/** What each text can name, by its key under 文章. */
const NAMES_IN_TEXTS: Readonly<Record<string, readonly string[]>> = {
  番号: COMMON,
  会議: COMMON,
  日付: COMMON,
  作成: COMMON,
  議題: COMMON,
  案: COMMON,
  抜粋: [...COMMON, ...EXCERPT_NAMES],
  変更: [...COMMON, ...CHANGES_NAMES],
  変更なし: [...COMMON, ...CHANGES_NAMES],
  下の欄外: [...COMMON, ...PAGE_NAMES],
}

/** Reads the bytes of a style file; `id` is its name without the ending. All slips of the file are reported at once. */
export function decodeHandoutStyle(file: string, bytes: Uint8Array, id: string): Outcome<HandoutStyle> {
  const opened = openStyle(file, bytes, HANDOUT_SHAPE)
  if (!opened.ok) return opened
  const top = opened.value
  const own = top.map('文章')
  const diagnostics = findSlipsByKey(file, own, NAMES_IN_TEXTS)
  if (diagnostics.length > 0) return { ok: false, diagnostics }
  const cover = top.map('表紙')
  const style: HandoutStyle = {
    id,
    name: top.text('名前'),
    ...(top.has('最小の文字の大きさ') ? { leastSize: top.number('最小の文字の大きさ') } : {}),
    number: readBox(top.map('番号の枠')),
    stamp: readBox(top.map('案の枠')),
    lineSize: top.number('右上の大きさ'),
    agendaSize: top.number('議題の大きさ'),
    noteSize: top.number('注記の大きさ'),
    space: top.number('行のあき'),
    cover: {
      titleSize: cover.number('題名の大きさ'),
      lineSize: cover.number('文字の大きさ'),
      space: cover.number('行のあき'),
      bottom: cover.number('下のあき'),
    },
    texts: {
      number: own.text('番号'),
      meeting: own.text('会議'),
      date: own.text('日付'),
      author: own.text('作成'),
      agenda: own.text('議題'),
      stamp: own.text('案'),
      excerpt: own.text('抜粋'),
      changes: own.text('変更'),
      noChange: own.text('変更なし'),
      footer: own.text('下の欄外'),
    },
  }
  return { ok: true, value: style, diagnostics: [] }
}

function readBox(box: Fields): BoxStyle {
  return {
    size: box.number('文字の大きさ'),
    rule: box.number('線の太さ'),
    padding: { x: box.number('左右のあき'), y: box.number('上下のあき') },
  }
}
