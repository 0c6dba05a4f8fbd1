/** The tree of a whole, judged form file to a FormDefinition: millimetres become points, Japanese words our names. */

import type { FormDefinition, FormTable, Paper } from '../../definition/form-definition.js'
import { fitBoxes } from '../../definition/record-grid.js'
import { Fields } from '../shape/fields.js'
import type { TreeMap } from '../tree.js'
import { ALIGNS, NOTES_STAND, ORIENTATIONS, PLAN_BREAKS, SHEETS, STRICTNESS, TABLES_STAND } from './form-words.js'
import { mergeMaps } from './merge-forms.js'
import { readColumns } from './read-columns.js'

export const POINTS_PER_MM = 72 / 25.4

/** `id` is the name of the form's folder, `file` its file. */
export function readForm(tree: TreeMap, id: string, file: string): FormDefinition {
  const top = new Fields(tree)
  const type = top.map('文字')
  const lines = top.map('行組み')
  const pages = top.map('ページ')
  const table = top.map('罫線')
  const around = top.map('表のまわり')
  const texts = top.map('文章')
  const size = type.number('大きさ')
  const sizeOf = (key: string) => (around.has(key) ? around.number(key) : size)
  const paper = readPaper(top.map('用紙'), file)
  const look = {
    type: {
      fonts: type.texts('書体'),
      officeFont: type.text('文書の書体'),
      size,
      leading: type.number('行送り'),
      titleSize: type.number('題名の大きさ'),
      headSize: type.number('見出しの大きさ'),
      noteSize: type.number('欄外の大きさ'),
      source: { file, at: type.placeOf('大きさ') },
    },
    table: {
      padding: { x: table.number('左右のあき'), y: table.number('上下のあき') },
      outerRule: table.number('外枠'),
      innerRule: table.number('内側'),
      headShade: table.number('見出しの地'),
    },
  }
  const form: FormDefinition = {
    id,
    name: top.text('名前'),
    ...(top.has('説明') ? { purpose: top.text('説明') } : {}),
    paper,
    ...look,
    lines: {
      strictness: lines.choice('禁則', STRICTNESS, 'standard'),
      pushIn: lines.flag('追い込み'),
      hanging: lines.flag('ぶら下げ'),
      justify: lines.flag('両端揃え'),
      markerIndent: lines.flag('字下げ'),
    },
    pages: {
      minLines: pages.number('分割の最少行数'),
      continued: pages.text('続きの印'),
      ...(pages.choice('計画の改ページ', PLAN_BREAKS, 'obeyed') === 'ignored' ? { ignoresBreaks: true } : {}),
      ...(pages.choice('表の置き方', TABLES_STAND, 'on') === 'apart' ? { tables: 'apart' } : {}),
    },
    around: {
      headingSize: sizeOf('見出しの大きさ'),
      textSize: sizeOf('本文の大きさ'),
      leadSize: sizeOf('前文の大きさ'),
      unitSize: sizeOf('単位の大きさ'),
      unitAlign: around.choice('単位の位置', ALIGNS, 'end'),
      notesSize: sizeOf('注の大きさ'),
      notesStand: around.choice('注の位置', NOTES_STAND, 'below'),
    },
    ...readColumns(top, top, { paper, ...look }),
    texts: {
      title: texts.text('題名'),
      category: texts.text('区分'),
      unit: texts.text('単位') || '（単位：{{単位}}）',
      header: texts.text('上の欄外'),
      footer: texts.text('下の欄外'),
    },
  }
  if (form.record !== undefined) return fitBoxes({ ...form, record: form.record })
  const tables = top.maps('表').map((table) => readFormTable(table, top, form, file))
  if (tables.length === 0) return form
  const { widths: _, ...rest } = form
  return { ...rest, categories: tables[0]!.categories, columns: tables[0]!.columns, tables }
}

/** A table of a form that prints several. What it does not say of its look and its paper, the form says. */
function readFormTable(table: Fields, top: Fields, { type, table: look }: FormDefinition, file: string): FormTable {
  const paper = readPaper(new Fields(mergeMaps(top.map('用紙').tree, table.map('用紙').tree)), file)
  return {
    name: table.text('名前'),
    ...readColumns(table, top, { paper, type, table: look }),
    ...(table.has('用紙') && { paper }),
  }
}

/** Also read by the style files of reports. */
export function readPaper(paper: Fields, file: string): Paper {
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
    source: { file, at: paper.tree.at },
  }
}
