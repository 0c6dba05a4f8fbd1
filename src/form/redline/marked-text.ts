/** Paragraphs of two editions as one: what is alike stands once, what is not is marked, whole or word by word. */

import { type Segment, segmentWords } from '../../review/words/segments.js'
import { isAlike, sliceRuns, withEmphasis } from '../emphasise.js'
import type { Paragraph, Revision, Run } from '../form.js'

/** The whole paragraph, its end included. */
export function markParagraph(paragraph: Paragraph, revision: Revision): Paragraph {
  return { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, revision })), revision }
}

/** The paragraphs with the words that only went from one place to the other marked as such; `words` are all of theirs. */
export function markMoved(paragraphs: readonly Paragraph[], words: readonly Segment[]): readonly Paragraph[] {
  let start = 0
  return paragraphs.map((paragraph) => {
    let at = -start
    const runs = words.flatMap(({ type, text }) => {
      const own = sliceRuns(paragraph.runs, at, at + text.length)
      at += text.length
      return type === 'same' ? own.map((run) => withEmphasis(run, 'moved')) : own
    })
    start += paragraphText(paragraph).length + 1
    return { ...paragraph, runs }
  })
}

/** Paragraphs without any knowledge of their items: those that are alike at both ends stay, the rest was replaced. */
export function alignParagraphs(olds: readonly Paragraph[], news: readonly Paragraph[]): readonly Paragraph[] {
  const most = Math.min(olds.length, news.length)
  const isAlike = (old: number, now: number) => areAlike(olds.at(old)!, news.at(now)!)
  let head = 0
  while (head < most && isAlike(head, head)) head++
  let tail = 0
  while (tail < most - head && isAlike(-1 - tail, -1 - tail)) tail++
  const replaced = replaceParagraphs(olds.slice(head, olds.length - tail), news.slice(head, news.length - tail))
  return [...news.slice(0, head), ...replaced, ...news.slice(news.length - tail)]
}

/** One becomes another word by word; as many as were before become those one by one. */
function replaceParagraphs(olds: readonly Paragraph[], news: readonly Paragraph[]): readonly Paragraph[] {
  if (olds.length === news.length) return olds.map((old, at) => mergeParagraph(old, news[at]!))
  return [...olds.map((each) => markParagraph(each, 'deleted')), ...news.map((each) => markParagraph(each, 'inserted'))]
}

/** One paragraph with the words of both; `segments` are those of the two texts, where they are known. */
export function mergeParagraph(old: Paragraph, now: Paragraph, segments?: readonly Segment[]): Paragraph {
  const texts = [paragraphText(old), paragraphText(now)] as const
  if (texts[0] === texts[1]) return { ...now, runs: replaceEmphasis(old.runs, now.runs) }
  const at = { old: 0, now: 0 }
  const runs = (segments ?? segmentWords(...texts)).flatMap(({ type, text }): readonly Run[] => {
    const from = { ...at }
    if (type !== 'ins') at.old += text.length
    if (type !== 'del') at.now += text.length
    if (type === 'same') return sliceRuns(now.runs, from.now, at.now)
    const gone = type === 'del'
    const own = gone ? sliceRuns(old.runs, from.old, at.old) : sliceRuns(now.runs, from.now, at.now)
    return own.map((run) => ({ ...run, revision: gone ? 'deleted' : 'inserted' }))
  })
  return { ...now, runs, marker: markerOf(runs, old.marker, now.marker) }
}

function areAlike(old: Paragraph, now: Paragraph): boolean {
  return paragraphText(old) === paragraphText(now) && replaceEmphasis(old.runs, now.runs) === now.runs
}

/** Of one text in two ways, what is emphasised otherwise: words that came in the place of the same words. */
function replaceEmphasis(olds: readonly Run[], news: readonly Run[]): readonly Run[] {
  if ([...olds, ...news].every(({ emphasis }) => emphasis === undefined)) return news
  const ends = [...new Set([...endsOf(olds), ...endsOf(news)])].sort((a, b) => a - b)
  let hasChanged = false
  const runs = ends.flatMap((end, index): readonly Run[] => {
    const [old, now] = [olds, news].map((runs) => sliceRuns(runs, ends[index - 1] ?? 0, end)[0]!)
    if (isAlike(old!, now!)) return [now!]
    hasChanged = true
    return [
      { ...old!, revision: 'deleted' },
      { ...now!, revision: 'inserted' },
    ]
  })
  return hasChanged ? runs : news
}

function endsOf(runs: readonly Run[]): readonly number[] {
  const ends: number[] = []
  for (const { text } of runs) if (text !== '') ends.push((ends.at(-1) ?? 0) + text.length)
  return ends
}

/**
 * The last end of a cell's paragraphs cannot come or go in Word: a cell whose text is replaced as a whole needs one
 * paragraph with both texts in it, or an empty one would be left over.
 */
export function fuseReplaced(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  if (paragraphs.some(({ revision }) => revision === undefined)) return paragraphs
  const at = paragraphs.findIndex((each, index) => each.revision !== paragraphs[index + 1]?.revision)
  const [first, second] = paragraphs.slice(at, at + 2)
  if (first === undefined || second === undefined) return paragraphs
  const { revision: _, ...fused } = first
  return paragraphs.toSpliced(at, 2, { ...fused, runs: [...first.runs, ...second.runs] })
}

/** What stands in no edition: small and in brackets, and never marked. */
export function addRemark(paragraph: Paragraph, remark: string): Paragraph {
  return { ...paragraph, runs: [...paragraph.runs, withEmphasis({ text: `〔${remark}〕` }, 'small')] }
}

/** A figure in the place of another: without a sign between them 3 and 4 would be read as 34. */
export function partFigures(paragraph: Paragraph): Paragraph {
  const runs = paragraph.runs.flatMap((run, index): readonly Run[] => {
    const before = paragraph.runs[index - 1]
    const isFigure = before?.revision === 'deleted' && /\p{Nd}[%％]?$/u.test(before.text)
    // The same figure in another look is no other figure.
    const isPut = run.revision === 'inserted' && /^[△▲−+-]?\p{Nd}/u.test(run.text) && run.text !== before?.text
    return isFigure && isPut ? [withEmphasis({ text: '→' }, 'small'), run] : [run]
  })
  return { ...paragraph, runs }
}

export function paragraphText(paragraph: Paragraph): string {
  return paragraph.runs.map((run) => run.text).join('')
}

/** Where in the marked text the markers of both editions have ended, in UTF-16 units. */
function markerOf(runs: readonly Run[], oldMarker: number, newMarker: number): number {
  let old = oldMarker
  let now = newMarker
  let end = 0
  for (const { text, revision } of runs) {
    if (old <= 0 && now <= 0) break
    const left = Math.max(revision === 'inserted' ? 0 : old, revision === 'deleted' ? 0 : now)
    if (revision !== 'inserted') old -= text.length
    if (revision !== 'deleted') now -= text.length
    end += old <= 0 && now <= 0 ? left : text.length
  }
  return end
}
