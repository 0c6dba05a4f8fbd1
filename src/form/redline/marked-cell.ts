/** The paragraphs of a cell with both editions in them, item by item as the comparison found them. */

import type { Entry } from '../../review/comparison.js'
import type { Paragraph } from '../form.js'
import { addRemark, alignParagraphs, markParagraph, mergeParagraph, paragraphText } from './marked-text.js'

/** An entry of the comparison, with what is to be said of it. */
export interface RemarkedEntry extends Entry {
  readonly remark?: string | undefined
  /** What differs is not to be told: the new text stands for both. */
  readonly isQuiet?: boolean
}

/**
 * `olds` and `news` are all paragraphs of the cell in each edition; `fields` are the entries of the column's fields, one
 * below the other. What no entry tells of, such as a field's small heading, is compared line by line; so is all of a
 * cell whose lines are not those of the entries: the paper must have both texts, whatever was found.
 */
export function redlineParagraphs(
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
  { segments, remark, isQuiet = false }: RemarkedEntry,
  olds: readonly Paragraph[],
  news: readonly Paragraph[],
): readonly Paragraph[] {
  const lines = isQuiet ? news : mergeLines(olds, news, segments)
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
