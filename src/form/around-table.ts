/** A table with the plan's texts around it: 前文, 単位, 注, at the places and in the sizes of the form. */

import type { Align, FormDefinition } from '../definition/form-definition.js'
import type { MarkedText, Plan } from '../domain/plan.js'
import { fillText, type TextValues } from './fill-texts.js'
import type { Section, TableSection, TextRole, TextSection } from './form.js'
import { toParagraphs } from './paragraphs.js'

/** What is not there has no section: a table alone stands alone. */
export function aroundTable(
  { lead, unit, notes, emphasis }: Pick<Plan, 'lead' | 'unit' | 'notes' | 'emphasis'>,
  { around, texts, type, table: look }: FormDefinition,
  values: TextValues,
  table: TableSection,
): readonly Section[] {
  const space = type.size / 2
  const unitText = unit === undefined ? undefined : fillText(texts.unit, { ...values, 単位: unit })
  const below = around.notesStand === 'below'
  const noteSection = textSection('notes', notes, emphasis?.notes, { size: around.notesSize, align: 'start', space })
  return [
    ...textSection('lead', lead, emphasis?.lead, { size: around.leadSize, align: 'start', space }),
    ...(below ? [] : noteSection),
    ...textSection('unit', unitText, undefined, {
      size: around.unitSize,
      align: around.unitAlign,
      space,
      keepWithNext: true,
    }),
    { ...table, ...(unitText === undefined ? {} : { space: look.padding.y }) },
    ...(below ? noteSection : []),
  ]
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
