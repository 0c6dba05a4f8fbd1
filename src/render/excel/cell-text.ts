/** The text that a cell of the sheet carries: what of the form's cell stands on its page, as runs with line feeds between paragraphs. */

import { assertNever } from '../../domain/assert-never.js'
import { isAlike, sliceRuns } from '../../form/emphasise.js'
import type { FormCell, Paragraph, Run } from '../../form/form.js'
import type { Line, PageCell, PlacedBlock, PlacedLine } from '../../layout/page.js'
import { LONGEST_TEXT } from './metrics.js'

/** A place in a cell's text: a paragraph and a UTF-16 offset in it. */
interface Place {
  readonly paragraph: number
  readonly offset: number
}

/** What of a cell stands on its page: the whole text wherever it does, else the paragraphs of its lines, parted ones without their rest. */
export function textOnPage(pageCell: PageCell): readonly Run[] {
  const { cell, lines, flow, openBelow } = pageCell
  const first = lines[0]?.line
  const last = lines.at(-1)?.line
  switch (flow) {
    case 'repeated':
      return first === undefined ? [] : joinParagraphs(cell.paragraphs)
    case 'first':
      if (!openBelow) return joinParagraphs(cell.paragraphs)
      if (last === undefined) return []
      return textBetween(cell, START, endOfPart(cell, last))
    case 'continued':
      if (first === undefined || last === undefined || hasOnlyBlanksLeft(pageCell)) return []
      return textBetween(
        cell,
        { paragraph: first.paragraph, offset: first.start },
        openBelow ? endOfPart(cell, last) : endOf(cell),
      )
    default:
      return assertNever(flow)
  }
}

/** The part that has the last words has the empty lines below them too, wherever the layout put these. */
function endOfPart(cell: FormCell, last: Line): Place {
  return endsText(cell, last) ? endOf(cell) : { paragraph: last.paragraph, offset: last.end }
}

/** A cell that goes on with no more than empty lines, which the part before it has already. */
export function hasOnlyBlanksLeft({ cell, lines, flow }: PageCell): boolean {
  const first = lines[0]?.line
  if (flow !== 'continued' || first === undefined || first.paragraph === 0) return false
  return endsText(cell, { paragraph: first.paragraph, end: first.start })
}

/** Paragraphs below each other. */
export function joinParagraphs(paragraphs: readonly Paragraph[]): readonly Run[] {
  const runs: Run[] = []
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) runs.push({ ...runs.at(-1), text: '\n' })
    for (const run of paragraph.runs) {
      const revision = run.revision ?? paragraph.revision
      runs.push(revision === undefined ? run : { ...run, revision })
    }
  })
  return mergeAlike(runs)
}

/** Parts a text that is too long for a cell, behind a line feed where there is one and never within a character. */
export function partText(runs: readonly Run[], longest = LONGEST_TEXT): readonly (readonly Run[])[] {
  if (runs.reduce((sum, run) => sum + run.text.length, 0) <= longest) return [runs]
  const text = runs.map((run) => run.text).join('')
  const feed = text.lastIndexOf('\n', longest - 1)
  const end = feed >= 0 ? feed + 1 : characterStart(text, longest)
  return [sliceRuns(runs, 0, end), ...partText(sliceRuns(runs, end, text.length), longest)]
}

const START: Place = { paragraph: 0, offset: 0 }

function endOf(cell: FormCell): Place {
  return { paragraph: cell.paragraphs.length - 1, offset: Number.POSITIVE_INFINITY }
}

function endsText(cell: FormCell, last: { readonly paragraph: number; readonly end: number }): boolean {
  const rest = cell.paragraphs.slice(last.paragraph)
  return rest.every((paragraph, index) => lengthOf(paragraph) <= (index === 0 ? last.end : 0))
}

function lengthOf(paragraph: Paragraph): number {
  return paragraph.runs.reduce((sum, run) => sum + run.text.length, 0)
}

/** What of a text outside a table stands in these lines of it. */
export function textOfLines(
  paragraphs: readonly Paragraph[],
  lines: readonly PlacedLine[],
  part: PlacedBlock['part'],
): readonly Run[] {
  const [first, last] = [lines[0]?.line, lines.at(-1)?.line]
  if (part === 'whole' || first === undefined || last === undefined) return joinParagraphs(paragraphs)
  const to = part === 'last' ? Number.POSITIVE_INFINITY : last.end
  return textBetween(
    { paragraphs },
    { paragraph: first.paragraph, offset: first.start },
    { paragraph: last.paragraph, offset: to },
  )
}

function textBetween(cell: Pick<FormCell, 'paragraphs'>, from: Place, to: Place): readonly Run[] {
  const paragraphs = cell.paragraphs.slice(from.paragraph, to.paragraph + 1).map((paragraph, index) => {
    const at = from.paragraph + index
    const start = at === from.paragraph ? from.offset : 0
    const end = at === to.paragraph ? to.offset : Number.POSITIVE_INFINITY
    return { ...paragraph, runs: sliceRuns(paragraph.runs, start, end) }
  })
  return joinParagraphs(paragraphs)
}

function mergeAlike(runs: readonly Run[]): readonly Run[] {
  const [first, ...others] = runs.filter((run) => run.text !== '')
  if (first === undefined) return []
  const merged: Run[] = []
  let last = first
  let { text } = first
  for (const run of others) {
    if (isAlike(last, run)) text += run.text
    else {
      merged.push({ ...last, text })
      last = run
      text = run.text
    }
  }
  return [...merged, { ...last, text }]
}

/** The last place up to `end` that parts no surrogate pair and nothing from the mark or variation selector behind it. */
function characterStart(text: string, end: number): number {
  let at = end
  while (at > 1 && /^(?:[\uDC00-\uDFFF]|\p{M})/u.test(text.slice(at, at + 2))) at--
  return at
}
