/** A links file (対応) to Links: what an official says became of last year's items. */

import type { Outcome } from '../../domain/diagnostic.js'
import type { Fate, Link, LinkPlace } from '../../domain/link.js'
import { Fields } from '../shape/fields.js'
import { type KeyShape, LINES, type MapShape, NAME, type Shape } from '../shape/shape.js'
import { validate } from '../shape/validate.js'
import type { Tree } from '../tree.js'
import { readText } from '../yaml/read-text.js'
import { readYaml } from '../yaml/yaml-tree.js'

export const FATES = {
  実施: 'realised',
  一部実施: 'partly-realised',
  継続予定: 'carried-over',
  延期: 'postponed',
  中止: 'cancelled',
  '中止・見送り': 'cancelled',
  実績未記載: 'planned-but-missing',
  要確認: 'to-confirm',
} as const satisfies Readonly<Record<string, Fate>>

const TEXT: Shape = { ...LINES, mayBeEmpty: false }
const COUNT: Shape = { tag: 'number', least: 1, most: 100_000, whole: true }
const key = (shape: Shape, description: string, required = false): KeyShape => ({ shape, description, required })

const PLACE: MapShape = {
  tag: 'map',
  name: '項目の場所',
  keys: {
    表: key(NAME, '何番目の表か、または表の見出し。表が一つなら書きません。'),
    区分: key(NAME, '区分の順番、または名称。', true),
    行: key(COUNT, '区分の中の何行目か。', true),
    欄: key(NAME, '欄の名前。', true),
    文: key(TEXT, '項目の文。', true),
    番目: key(COUNT, '同じ欄に同じ文がいくつもあるとき、その何番目か。'),
  },
}

const SHAPE: MapShape = {
  tag: 'map',
  name: '対応のファイル',
  keys: {
    対応: key(
      {
        tag: 'list',
        atLeast: 0,
        of: {
          tag: 'map',
          name: '対応',
          keys: {
            旧: key(PLACE, '旧い版の項目。', true),
            新: key({ tag: 'list', of: PLACE, atLeast: 1 }, '新しい版でそれに当たる項目。いくつあってもかまいません。'),
            その後: key({ tag: 'choice', choices: Object.keys(FATES) }, '予定がどうなったか。'),
            理由: key(TEXT, 'そう判断した理由。印刷します。'),
            担当: key(NAME, '担当する課など。印刷します。'),
            説明: key(TEXT, '事務局の説明。印刷します。'),
          },
        },
      },
      '旧い版の項目と、新しい版の項目の対応。',
      true,
    ),
  },
}

/** Reads the bytes of a links file. All slips of the file are reported at once. */
export function decodeLinks(file: string, bytes: Uint8Array): Outcome<readonly Link[]> {
  const text = readText(file, bytes)
  if (!text.ok) return text
  const read = readYaml(file, text.value)
  if (!read.ok) return read
  const tree = listNews(read.value)
  const diagnostics = validate(file, tree, SHAPE)
  if (diagnostics.length > 0 || tree.tag !== 'map') return { ok: false, diagnostics }
  return { ok: true, value: new Fields(tree).maps('対応').map(readLink), diagnostics: [] }
}

/** One 新 may stand by itself: it is a list of one. */
function listNews(tree: Tree): Tree {
  if (tree.tag === 'list') return { ...tree, items: tree.items.map(listNews) }
  if (tree.tag !== 'map') return tree
  const entries = tree.entries.map((entry) => {
    const value = listNews(entry.value)
    const isSingle = entry.key === '新' && value.tag === 'map'
    return { ...entry, value: isSingle ? { tag: 'list' as const, at: value.at, items: [value] } : value }
  })
  return { ...tree, entries }
}

function readLink(fields: Fields): Link {
  const text = (name: string) => (fields.has(name) ? fields.text(name).trim() : undefined)
  const [reason, assignee, explanation] = [text('理由'), text('担当'), text('説明')]
  return {
    old: readPlace(fields.map('旧')),
    new: fields.maps('新').map(readPlace),
    ...(fields.has('その後') && { fate: fields.choice<Fate>('その後', FATES, 'to-confirm') }),
    ...(reason !== undefined && { reason }),
    ...(assignee !== undefined && { assignee }),
    ...(explanation !== undefined && { explanation }),
    line: fields.tree.at.line,
  }
}

function readPlace(fields: Fields): LinkPlace {
  return {
    ...(fields.has('表') && { table: numberOrName(fields.text('表')) }),
    category: numberOrName(fields.text('区分')),
    row: fields.number('行'),
    column: fields.text('欄'),
    text: fields.text('文').replace(/\n+$/, ''),
    ...(fields.has('番目') && { nth: fields.number('番目') }),
  }
}

function numberOrName(text: string): number | string {
  return /^[0-9]+$/.test(text) ? Number(text) : text
}
