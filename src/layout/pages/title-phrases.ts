/** A long title in lines that end where a phrase does: 在宅医療に係る／取組みについて, and not within a word. */

import type { Paragraph, TextBlock } from '../../form/form.js'
import { breakLines, type LineRequest } from '../lines/break-lines.js'
import { classOf } from '../lines/character-class.js'
import { mayBreak } from '../lines/kinsoku.js'
import { textOf } from '../lines/line-pieces.js'
import { measureText, widthOf } from '../lines/measured-text.js'

/** Particles and endings behind which a phrase ends; り, し, い and their like mostly go on: 取り組み, 話し合い. */
const ENDINGS = 'はがをにへとでのやもてびるくた'

/** The block with line feeds in its paragraphs where their lines end; as it is where no phrases give lines that fit. */
export function breakAtPhrases(block: TextBlock, request: LineRequest): TextBlock {
  return { ...block, paragraphs: block.paragraphs.map((paragraph) => breakParagraph(paragraph, request)) }
}

function breakParagraph(paragraph: Paragraph, request: LineRequest): Paragraph {
  const text = textOf(paragraph)
  const count = breakLines(paragraph, 0, request).length
  if (count === 1 || text.includes('\n')) return paragraph
  const joints = jointsOf(text, request)
  const ends = evenLines(text, joints, count, request) ?? evenLines(text, joints, count + 1, request)
  return ends === undefined ? paragraph : feedLines(paragraph, ends)
}

/** Where a phrase ends: behind an ending, a comma, ・ or a bracket, and before a bracket that opens. */
function jointsOf(text: string, { rules }: LineRequest): number[] {
  const joints: number[] = []
  for (let at = 1; at < text.length; at++) {
    const [before, after] = [classOf(text.charCodeAt(at - 1)), classOf(text.charCodeAt(at))]
    const isEnd =
      (ENDINGS.includes(text[at - 1]!) && !/\p{Script=Hiragana}/u.test(text[at]!)) ||
      ['closing', 'comma', 'middleDot', 'space'].includes(before) ||
      after === 'opening'
    if (isEnd && mayBreak(text, at, rules.strictness)) joints.push(at)
  }
  return joints
}

/** The ends of so many lines, at joints, of which the longest is as short as it can be; undefined where none would fit. */
function evenLines(
  text: string,
  joints: readonly number[],
  count: number,
  { width, size, measure }: LineRequest,
): readonly number[] | undefined {
  const measured = measureText(text, measure)
  const places = [0, ...joints, text.length]
  const widths = places.slice(1).map((end, index) => widthOf(measured, places[index]!, end) * size)
  const upTo = [0]
  for (const each of widths) upTo.push(upTo.at(-1)! + each)
  /** By place: the least that the longest line to there can be, and where that last line begins. */
  let longest = upTo
  const begins: number[][] = []
  for (let line = 1; line < count; line++) {
    const begin: number[] = []
    longest = upTo.map((end, place) => {
      let least = Number.POSITIVE_INFINITY
      for (let start = 0; start < place; start++) {
        const own = Math.max(longest[start]!, end - upTo[start]!)
        if (own >= least) continue
        least = own
        begin[place] = start
      }
      return least
    })
    begins.push(begin)
  }
  if (longest.at(-1)! > width) return undefined
  const ends: number[] = []
  for (let place = places.length - 1; begins.length > 0; ) {
    place = begins.pop()![place]!
    ends.unshift(places[place]!)
  }
  return ends
}

function feedLines(paragraph: Paragraph, ends: readonly number[]): Paragraph {
  let at = 0
  const runs = paragraph.runs.map((run) => {
    const start = at
    at += run.text.length
    const cuts = [...ends.filter((end) => end > start && end <= at).map((end) => end - start), run.text.length]
    return { ...run, text: cuts.map((cut, index) => run.text.slice(cuts[index - 1] ?? 0, cut)).join('\n') }
  })
  return { ...paragraph, runs }
}
