/** The plan's texts outside its tables: 見出し, 本文, 前文, 単位, 注, at the places and in the sizes of the form. */

import type { Align, FormDefinition } from '../definition/form-definition.js'
import type { MarkedText, Plan, TablePart, TextPart } from '../domain/plan.js'
import { plainParagraph } from './cells.js'
import { fillText, type TextValues } from './fill-texts.js'
import type { TableSection, TextRole, TextSection } from './form.js'
import { toParagraphs } from './paragraphs.js'

type Look = Pick<FormDefinition, 'around' | 'type'>

/** The sections with the 前文 and 注 of a plan, or of one of its tables, around them. What is not there has no section. */
export function aroundSections(
  { lead, notes, emphasis }: Pick<Plan, 'lead' | 'notes' | 'emphasis'>,
  { around, type }: Look,
  sections: readonly (TextSection | TableSection)[],
): readonly (TextSection | TableSection)[] {
  const space = type.size / 2
  const below = around.notesStand === 'below'
  const noteSection = textSection('notes', notes, emphasis?.notes, { size: around.notesSize, align: 'start', space })
  return [
    ...textSection('lead', lead, emphasis?.lead, { size: around.leadSize, align: 'start', space }),
    ...(below ? [] : noteSection),
    ...sections,
    ...(below ? noteSection : []),
  ]
}

/** A table below its 単位. */
export function belowUnit(
  { unit }: Pick<TablePart, 'unit'>,
  { around, texts, type, table: look }: Look & Pick<FormDefinition, 'texts' | 'table'>,
  values: TextValues,
  table: TableSection,
): readonly (TextSection | TableSection)[] {
  if (unit === undefined) return [table]
  const section = textSection('unit', fillText(texts.unit, { ...values, 単位: unit }), undefined, {
    size: around.unitSize,
    align: around.unitAlign,
    space: type.size / 2,
    keepWithNext: true,
  })
  return [...section, { ...table, space: look.padding.y }]
}

/** A heading stays with what it heads; a bookmark points to it. */
export function headingSection(
  role: 'heading' | 'category',
  text: string | undefined,
  { around, type }: Look,
): readonly TextSection[] {
  if (text === undefined || text.trim() === '') return []
  const paragraphs = text.split('\n').map((line) => plainParagraph(line, 'bold'))
  const block = { paragraphs, size: around.headingSize, align: 'start', space: type.size, keepWithNext: true } as const
  return [{ tag: 'texts', role, bookmark: text.replaceAll('\n', ''), blocks: [block] }]
}

/** 本文. */
export function bodySection({ text, emphasis }: TextPart, { around, type }: Look): readonly TextSection[] {
  return textSection('body', text, emphasis, { size: around.textSize, align: 'start', space: type.size / 2 })
}

interface TextLook {
  readonly size: number
  readonly align: Align
  readonly space: number
  readonly keepWithNext?: boolean
}

function textSection(
  role: TextRole,
  text: string | undefined,
  emphasis: MarkedText['emphasis'],
  look: TextLook,
): readonly TextSection[] {
  if (text === undefined || text.trim() === '') return []
  return [{ tag: 'texts', role, blocks: [{ paragraphs: toParagraphs(text, emphasis), ...look }] }]
}
