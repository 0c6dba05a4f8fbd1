/** The paragraphs of a cell with both editions in them, item by item as the comparison found them. */

import type { Entry, Side } from '../../review/comparison.js'
import type { Segment } from '../../review/words/segments.js'
import type { FormCell, Paragraph } from '../form.js'
import { addRemark, alignParagraphs, markMoved, markParagraph, mergeParagraph, paragraphText } from './marked-text.js'

/** An entry of the comparison, with what is to be said of it. */
export interface RemarkedEntry extends Entry {
  readonly remark?: string | undefined
  /** Of what moved: its words, and which of them stand in the other edition too. */
  readonly words?: readonly Segment[]
  /** What differs is not to be told: the new text stands for both. */
  readonly isQuiet?: boolean
}

/** The entry with only what the editions on this side say; none where they say nothing. */
export function showEntry({ old, new: now, ...entry }: RemarkedEntry, side: Side): readonly RemarkedEntry[] {
  const shown = {
    ...entry,
    ...(old !== undefined && side !== 'new' && { old }),
    ...(now !== undefined && side !== 'old' && { new: now }),
  }
  return shown.old === undefined && shown.new === undefined ? [] : [shown]
}

/** The cells of both editions at one place; at least one of them is there. */
export interface CellSides {
  readonly old: FormCell | undefined
  readonly new: FormCell | undefined
}

/** The old edition's cell and the new one's as one. `fields` are the entries that tell how the one text became the other. */
export function redlineCell({ old, new: now }: CellSides, fields: readonly (readonly RemarkedEntry[])[]): FormCell {
  const { source, ...cell } = (now ?? old)!
  return {
    ...cell,
    paragraphs: redlineParagraphs(old?.paragraphs ?? [], now?.paragraphs ?? [], fields),
    // A place in the old plan's file is none in the new one's, of which messages speak.
    ...(now && source ? { source } : {}),
  }
}

/**
 * `olds` and `news` are all paragraphs of the cell in each edition; `fields` are the entries of the column's fields, one
 * below the other. What no entry tells of, such as a field's small heading, is compared line by line; so is all of a
 * cell whose lines are not those of the entries: the paper must have both texts, whatever was found.
 */
function redlineParagraphs(
  olds: readonly Paragraph[],
  news: readonly Paragraph[],
  fields: readonly (readonly RemarkedEntry[])[],
): readonly Paragraph[] {
  const old = new Reader(olds)
  const now = new Reader(news)
  const told = fields.flatMap((entries) => [
    ...alignParagraphs(
      old.readUntil(entries.find((entry) => entry.old !== undefined)?.old),
      now.readUntil(entries.find((entry) => entry.new !== undefined)?.new),
    ),
    ...entries.flatMap((entry) => redlineEntry(entry, old.readLines(entry.old), now.readLines(entry.new))),
  ])
  const rest = alignParagraphs(old.readRest(), now.readRest())
  return old.isLost || now.isLost ? alignParagraphs(olds, news) : [...told, ...rest]
}

function redlineEntry(
  { segments, words, remark, isQuiet = false }: RemarkedEntry,
  olds: readonly Paragraph[],
  news: readonly Paragraph[],
): readonly Paragraph[] {
  const merged = isQuiet ? news : mergeLines(olds, news, segments)
  const lines = words ? markMoved(merged, words) : merged
  const last = lines.at(-1)
  return remark === undefined || last === undefined ? lines : lines.with(-1, addRemark(last, remark))
}

function mergeLines(
  olds: readonly Paragraph[],
  news: readonly Paragraph[],
  segments: Entry['segments'],
): readonly Paragraph[] {
  if (olds.length === 0) return news.map((each) => markParagraph(each, 'inserted'))
  if (news.length === 0) return olds.map((each) => markParagraph(each, 'deleted'))
  const isOneLine = olds.length === 1 && news.length === 1
  return isOneLine ? [mergeParagraph(olds[0]!, news[0]!, segments)] : alignParagraphs(olds, news)
}

/** Reads paragraphs one after the other. */
class Reader {
  /** The lines that were asked for did not stand there. */
  isLost = false
  private at = 0

  constructor(private readonly paragraphs: readonly Paragraph[]) {}

  /** What stands before the first of these lines; nothing where there are none. */
  readUntil(lines: string | undefined): readonly Paragraph[] {
    const first = lines?.split('\n')[0]
    const isFirst = (each: Paragraph) => paragraphText(each) === first && !each.isFieldHeading
    const before = this.paragraphs.slice(this.at).findIndex(isFirst)
    return lines === undefined ? [] : this.read(before)
  }

  readLines(lines: string | undefined): readonly Paragraph[] {
    if (lines === undefined) return []
    const read = this.read(lines.split('\n').length)
    this.isLost ||= read.map(paragraphText).join('\n') !== lines
    return read
  }

  readRest(): readonly Paragraph[] {
    return this.read(this.paragraphs.length)
  }

  private read(count: number): readonly Paragraph[] {
    const read = this.paragraphs.slice(this.at, this.at + Math.max(count, 0))
    this.at += read.length
    return read
  }
}
