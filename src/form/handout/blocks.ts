/** The texts around the table of a handout as blocks: number, meeting, date, author, agenda, title, notes, stamp, cover. */

import type { Align } from '../../definition/form-definition.js'
import type { BoxStyle, HandoutStyle } from '../../definition/handout-style.js'
import type { Handout } from '../../domain/plan.js'
import { plainParagraphs } from '../cells.js'
import { fillText, type TextValues } from '../fill-texts.js'
import type { CoverSection, Paragraph, TextBlock } from '../form.js'

/** What there is to say, and the values that the style's texts can name. */
export interface HandoutContent {
  readonly style: HandoutStyle
  readonly values: TextValues
  readonly handout: Handout
  readonly agenda?: string | undefined
  readonly stamp?: string | undefined
  readonly title: readonly Paragraph[]
  /** Size of the title over the table, in points. */
  readonly titleSize: number
  readonly notes: readonly string[]
}

/** The blocks over the table. What is not known has none; who meets and when a cover has said before. */
export function frontBlocks(content: HandoutContent, hasCover: boolean): readonly TextBlock[] {
  const { style, values, agenda, title, titleSize, notes } = content
  const { lineSize, agendaSize, noteSize, space } = style
  const lines = hasCover ? [] : meetingLines(content)
  return [
    ...numberBlocks(content),
    ...lines.flatMap((text, index) => textBlocks(text, lineSize, 'end', index === 0 ? space : 0)),
    ...(agenda === undefined ? [] : textBlocks(fillText(style.texts.agenda, values), agendaSize, 'center', space)),
    ...titleBlocks(title, titleSize, space),
    ...notes.flatMap((note) => textBlocks(note, noteSize, 'center', space)),
  ]
}

/** On the cover stands who meets when and about what; the notes on the table stay with it. */
export function coverSection(content: HandoutContent): CoverSection {
  const { style, values, agenda, title } = content
  const { titleSize, lineSize, space, bottom } = style.cover
  return {
    tag: 'cover',
    top: numberBlocks(content),
    middle: [
      ...(agenda === undefined ? [] : textBlocks(fillText(style.texts.agenda, values), lineSize, 'center', 0)),
      ...titleBlocks(title, titleSize, space),
    ],
    bottom: meetingLines(content).flatMap((text) => textBlocks(text, lineSize, 'center', space)),
    space: bottom,
  }
}

export function stampBlock({ style, values, stamp }: HandoutContent): TextBlock | undefined {
  return stamp === undefined ? undefined : boxBlocks(fillText(style.texts.stamp, values), style.stamp, 'start')[0]
}

function numberBlocks({ style, values, handout }: HandoutContent): readonly TextBlock[] {
  return handout.number === undefined ? [] : boxBlocks(fillText(style.texts.number, values), style.number, 'end')
}

function meetingLines({ style: { texts }, values, handout }: HandoutContent): readonly string[] {
  const { meeting, date, author } = handout
  return [
    ...(meeting === undefined ? [] : [texts.meeting]),
    ...(date === undefined ? [] : [texts.date]),
    ...(author === undefined ? [] : [texts.author]),
  ].map((text) => fillText(text, values))
}

function titleBlocks(paragraphs: readonly Paragraph[], size: number, space: number): readonly TextBlock[] {
  return paragraphs.length === 0 ? [] : [{ paragraphs, size, align: 'center', space, isTitle: true }]
}

function boxBlocks(text: string, { size, rule, padding }: BoxStyle, align: Align): readonly TextBlock[] {
  return textBlocks(text, size, align, 0).map((block) => ({ ...block, frame: { rule, padding } }))
}

function textBlocks(text: string, size: number, align: Align, space: number): readonly TextBlock[] {
  if (text === '') return []
  return [{ paragraphs: plainParagraphs(text), size, align, space }]
}
