/** A form file (templates/<form>/form.yaml) to a FormDefinition: millimetres become points, Japanese words our names. */

import type { Diagnostic, Outcome } from '../domain/diagnostic.js'
import type { ColumnDefinition, FieldDefinition, FormDefinition, Paper } from '../domain/form-definition.js'
import {
  ALIGNS,
  DIRECTIONS,
  FORM_SHAPE,
  ORIENTATIONS,
  PARTS,
  SHEETS,
  STRICTNESS,
  VERTICAL_ALIGNS,
} from './form-shape.js'
import { readText } from './read-text.js'
import { YES } from './shape.js'
import type { Tree, TreeMap } from './tree.js'
import { toNumber, validate } from './validate.js'
import { readYaml } from './yaml-tree.js'

const POINTS_PER_MM = 72 / 25.4

/** Reads the bytes of a form file; `id` is the name of its folder. All slips of the file are reported at once. */
export function decodeForm(file: string, bytes: Uint8Array, id: string): Outcome<FormDefinition> {
  const text = readText(file, bytes)
  if (!text.ok) return text
  const tree = readYaml(file, text.value)
  if (!tree.ok) return tree
  const diagnostics = validate(file, tree.value, FORM_SHAPE)
  if (diagnostics.length > 0 || tree.value.tag !== 'map') return { ok: false, diagnostics }
  const form = readForm(new Fields(tree.value), id)
  const wrong = [...findDoubleKeys(file, tree.value), ...findTooWide(file, tree.value, form)]
  return wrong.length > 0 ? { ok: false, diagnostics: wrong } : { ok: true, value: form, diagnostics: [] }
}

function readForm(top: Fields, id: string): FormDefinition {
  const type = top.map('文字')
  const lines = top.map('行組み')
  const pages = top.map('ページ')
  const table = top.map('罫線')
  const texts = top.map('文章')
  return {
    id,
    name: top.text('名前'),
    paper: readPaper(top.map('用紙')),
    type: {
      fonts: type.texts('書体'),
      officeFont: type.text('文書の書体'),
      size: type.number('大きさ'),
      leading: type.number('行送り'),
      titleSize: type.number('題名の大きさ'),
      headSize: type.number('見出しの大きさ'),
      noteSize: type.number('欄外の大きさ'),
    },
    lines: {
      strictness: lines.choice('禁則', STRICTNESS, 'standard'),
      pushIn: lines.flag('追い込み'),
      hanging: lines.flag('ぶら下げ'),
      justify: lines.flag('両端揃え'),
      markerIndent: lines.flag('字下げ'),
    },
    pages: { minLines: pages.number('分割の最少行数'), continued: pages.text('続きの印') },
    table: {
      padding: { x: table.number('左右のあき'), y: table.number('上下のあき') },
      outerRule: table.number('外枠'),
      innerRule: table.number('内側'),
      headShade: table.number('見出しの地'),
    },
    columns: top.maps('列').map(readColumn),
    texts: {
      title: texts.text('題名'),
      category: texts.text('区分'),
      header: texts.text('上の欄外'),
      footer: texts.text('下の欄外'),
    },
  }
}

function readPaper(paper: Fields): Paper {
  const size = paper.text('大きさ') as keyof typeof SHEETS
  const [short, long] = SHEETS[size].map((mm) => mm * POINTS_PER_MM) as [number, number]
  const orientation = paper.choice('向き', ORIENTATIONS, 'portrait')
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const margins = paper.map('余白')
  const side = (key: string) => margins.number(key) * POINTS_PER_MM
  return {
    size,
    orientation,
    width,
    height,
    margins: { top: side('上'), right: side('右'), bottom: side('下'), left: side('左') },
  }
}

function readColumn(column: Fields): ColumnDefinition {
  const upper = column.text('上の見出し')
  return {
    heading: column.text('見出し'),
    ...(upper === '' ? {} : { upperHeading: upper }),
    fields: column.maps('欄').map(readField),
    width: column.number('幅'),
    merges: column.flag('結合'),
    direction: column.choice('向き', DIRECTIONS, 'horizontal'),
    align: column.choice('左右', ALIGNS, 'start'),
    valign: column.choice('上下', VERTICAL_ALIGNS, 'top'),
  }
}

function readField(field: Fields): FieldDefinition {
  const label = field.text('小見出し')
  return {
    key: field.text('名前'),
    part: field.choice('役割', PARTS, 'plain'),
    ...(label === '' ? {} : { label }),
  }
}

function findDoubleKeys(file: string, top: TreeMap): Diagnostic[] {
  const seen = new Set<string>()
  return new Fields(top).maps('列').flatMap((column) =>
    column.maps('欄').flatMap((field): Diagnostic[] => {
      const key = field.text('名前')
      const double = seen.has(key)
      seen.add(key)
      if (!double) return []
      const place = { kind: 'text' as const, file, ...field.tree.at }
      const message = `欄の名前「${key}」が二度使われています。`
      return [
        { severity: 'error', code: 'duplicate-field', message, place, hint: '欄ごとに違う名前を付けてください。' },
      ]
    }),
  )
}

function findTooWide(file: string, top: TreeMap, form: FormDefinition): Diagnostic[] {
  const { paper, type, table, columns } = form
  const wanted = columns.reduce((sum, column) => sum + column.width * type.size + 2 * table.padding.x, 0)
  const there = paper.width - paper.margins.left - paper.margins.right
  if (wanted <= there + 0.01) return []
  const at = top.entries.find((entry) => entry.key === '列')!.keyAt
  const mm = (points: number) => Math.ceil(points / POINTS_PER_MM)
  const message = `列の幅の合計が用紙に入りません（列 ${mm(wanted)} ミリ、用紙の余白の内側 ${mm(there)} ミリ）。`
  const hint = '列の「幅」か文字の「大きさ」を小さくするか、余白を狭くしてください。'
  return [{ severity: 'error', code: 'too-wide', message, place: { kind: 'text', file, ...at }, hint }]
}

/** A map of the file that has already been judged. What is not there reads as an empty text, 0 or no. */
class Fields {
  constructor(readonly tree: TreeMap) {}

  text(key: string): string {
    const value = this.value(key)
    if (value?.tag === 'list') return value.items.map((item) => (item.tag === 'text' ? item.text : '')).join('\n')
    return value?.tag === 'text' ? value.text : ''
  }

  texts(key: string): string[] {
    const value = this.value(key)
    return value?.tag === 'list' ? value.items.flatMap((item) => (item.tag === 'text' ? [item.text] : [])) : []
  }

  number(key: string): number {
    return toNumber(this.text(key))
  }

  flag(key: string): boolean {
    return YES.includes(this.text(key))
  }

  choice<V>(key: string, choices: Readonly<Record<string, V>>, otherwise: V): V {
    return choices[this.text(key)] ?? otherwise
  }

  map(key: string): Fields {
    return new Fields(this.value(key) as TreeMap)
  }

  maps(key: string): Fields[] {
    const value = this.value(key)
    return value?.tag === 'list' ? value.items.map((item) => new Fields(item as TreeMap)) : []
  }

  private value(key: string): Tree | undefined {
    return this.tree.entries.find((entry) => entry.key === key)?.value
  }
}
