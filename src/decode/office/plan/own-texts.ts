/** The texts around the table of a document of ours: what it printed is known, and what differs was written by somebody. */

import type { Skeleton } from '../../../definition/skeleton.js'
import { type Listed, linesOf } from '../office-document.js'
import type { FoundPart, FoundTable } from '../table/found-table.js'
import type { OwnDocument } from './own-document.js'
import type { ReadText } from './read-plan.js'
import type { SurroundingTexts } from './surrounding-texts.js'

interface Line {
  readonly text: string
  readonly place: string
  readonly pieces: ReadText['pieces']
  readonly isTitle: boolean
}

export function readOwnTexts(
  parts: readonly FoundPart[],
  table: FoundTable,
  { base, printed }: OwnDocument,
  listed: Listed[],
): SurroundingTexts & { readonly saidTitle: string } {
  const first = parts.findIndex((part) => part.tag === 'table' && part.table === table)
  const [before, behind] = [parts.slice(0, first), parts.slice(first)].map((some) => some.flatMap(linesOfPart))
  const list = (kind: Listed['kind'], { place, text }: Line) => {
    if (text.trim() !== '') listed.push({ kind, place, text })
  }
  // What opens a paper is printed from 資料 and the style; the title may stand there as well.
  const front = take(before!, printed.front)
  for (const line of front.taken) list('notation', line)
  const title = takeTitle(front.left, printed, base.title, listed)
  const unit = takeUnit(title.left, printed.unit, base.unit, listed)
  const notesAbove = base.notes !== undefined && unit.left.length > 0 ? unit.left : []
  const [lead, above] = partNotes(unit.left, notesAbove.length > 0 ? base.notes! : '')
  const notes = [...above, ...behind!.filter(({ text }) => text.trim() !== '' || base.notes !== undefined)]
  return {
    title: title.text,
    saidTitle: title.said,
    year: undefined,
    ...(base.area === undefined ? {} : { area: base.area }),
    ...(unit.text === undefined ? {} : { unit: unit.text }),
    handout: base.handout,
    lead: withoutEnds(lead).map(({ pieces }) => ({ pieces })),
    notes: withoutEnds(notes).map(({ pieces }) => ({ pieces })),
  }
}

function linesOfPart(part: FoundPart): Line[] {
  if (part.tag !== 'text') return []
  const { place, role, paragraph } = part
  const pieces = [...(paragraph.mark === '' ? [] : [{ text: paragraph.mark, marks: [] }]), ...paragraph.runs]
  const text = linesOf([paragraph]).join('')
  const isTitle = role === 'title'
  if (!text.includes('\n')) return [{ text, place, pieces, isTitle }]
  return text.split('\n').map((line) => ({ text: line, place, pieces: [{ text: line, marks: [] }], isTitle }))
}

/** Takes the lines of a text out of others, each once. */
function take(
  lines: readonly Line[],
  text: string,
): { readonly taken: readonly Line[]; readonly left: readonly Line[] } {
  const wanted = text === '' ? [] : text.split('\n')
  const taken = wanted.flatMap((each) => lines.find((line) => line.text === each) ?? [])
  return { taken, left: lines.filter((line) => !taken.includes(line)) }
}

/** The title that stands in another place or in other words: a line in Word's style of a title, else the first one. */
function takeTitle(
  lines: readonly Line[],
  printed: Skeleton['printed'],
  title: string,
  listed: Listed[],
): { readonly text: string; readonly said: string; readonly left: readonly Line[] } {
  if (printed.title === '') return { text: title, said: '', left: lines }
  const known = take(lines, printed.title)
  const count = printed.title.split('\n').length
  const styled = lines.filter(({ isTitle }) => isTitle)
  const whole = known.taken.length === count ? known.taken : styled.length > 0 ? styled : lines.slice(0, count)
  const left = lines.filter((line) => !whole.includes(line))
  const said = whole.map(({ text }) => text).join('\n')
  const at = printed.title.indexOf(title)
  const [head, tail] = at < 0 ? ['', ''] : [printed.title.slice(0, at), printed.title.slice(at + title.length)]
  const isAround = said.startsWith(head) && said.endsWith(tail) && said.length >= head.length + tail.length
  const isPrinted = said === printed.title
  // A form may print the title in other words than the plan's.
  const isOther = isPrinted && at < 0
  const text = isPrinted ? title : isAround ? said.slice(head.length, said.length - tail.length) : said
  const rest = isOther ? said : isPrinted || isAround ? head + tail : ''
  if (rest !== '') listed.push({ kind: 'notation', place: whole[0]?.place ?? '題名', text: rest })
  if (text.trim() === '') return { text: title, said: '', left }
  return { text, said: isOther ? '' : text, left }
}

const UNIT = /^[(（【［[]?\s*単位\s*[:：]\s*(.+?)\s*[)）】］\]]?$/

function takeUnit(
  lines: readonly Line[],
  printed: string,
  unit: string | undefined,
  listed: Listed[],
): { readonly text: string | undefined; readonly left: readonly Line[] } {
  const line =
    lines.find(({ text }) => printed !== '' && text === printed) ?? lines.find(({ text }) => UNIT.test(text.trim()))
  if (line === undefined) return { text: printed === '' ? unit : undefined, left: lines }
  const text = line.text === printed ? unit! : UNIT.exec(line.text.trim())![1]!
  listed.push({ kind: 'notation', place: line.place, text: line.text.replace(text, '') })
  return { text, left: lines.filter((each) => each !== line) }
}

/** A form may print 注 above its table: the lines from the first of them on. */
function partNotes(lines: readonly Line[], notes: string): [lead: readonly Line[], notes: readonly Line[]] {
  const known = notes.split('\n').filter((line) => line.trim() !== '')
  const start = lines.findIndex(({ text }) => known.includes(text))
  return start < 0 ? [lines, []] : [lines.slice(0, start), lines.slice(start)]
}

function withoutEnds(lines: readonly Line[]): readonly Line[] {
  const filled = lines.map(({ text }) => text.trim() !== '')
  return lines.slice(Math.max(0, filled.indexOf(true)), filled.lastIndexOf(true) + 1)
}
