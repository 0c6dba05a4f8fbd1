/** Texts as the template of the page takes them: items as lists, paragraphs, and runs with their marks as elements and in words. */

import type { Direction } from '../../definition/form-definition.js'
import type { TextValues } from '../../form/compile-text.js'
import type { Emphasis, Paragraph, Revision, Run } from '../../form/form.js'
import { spokenMarks } from '../../form/spoken/spoken-marks.js'
import { ACROSS, LETTER } from '../../layout/lines/vertical-lines.js'

/** Items that follow one another make a list; every other paragraph stands by itself, and so does an item that is alone. */
export function blocksView(paragraphs: readonly Paragraph[], direction: Direction = 'horizontal'): TextValues[] {
  const blocks: (TextValues & { readonly items?: TextValues[] })[] = []
  for (const { runs, marker } of paragraphs) {
    const view = runsView(runs, direction)
    const list = blocks.at(-1)?.items
    if (marker === 0 || paragraphs.length === 1) blocks.push({ look: marker === 0 ? '' : 'item', runs: view })
    else if (list === undefined) blocks.push({ items: [{ runs: view }] })
    else list.push({ runs: view })
  }
  return blocks
}

/** Paragraphs one a line. */
export function linesView(paragraphs: readonly Paragraph[]): TextValues[] {
  return paragraphs.map(({ runs }, index) => ({ follows: index > 0, runs: runsView(runs, 'horizontal') }))
}

export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ')
    .trim()
}

interface Element {
  readonly tag: string
  readonly look?: string
}

/** Neighbours that are marked alike are told as one. */
function runsView(runs: readonly Run[], direction: Direction): readonly TextValues[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last !== undefined && isMarkedAlike(last, run))
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged.map((run) => {
    const open = elementsOf(run)
    return { open, close: open.toReversed(), words: spokenMarks(run), pieces: piecesOf(run.text, direction) }
  })
}

function isMarkedAlike(one: Run, other: Run): boolean {
  return one.revision === other.revision && (one.emphasis ?? []).join() === (other.emphasis ?? []).join()
}

function elementsOf({ revision, emphasis = [] }: Run): readonly Element[] {
  return [...(revision === undefined ? [] : [REVISIONS[revision]]), ...emphasis.map((each) => EMPHASES[each])]
}

const REVISIONS: Readonly<Record<Revision, Element>> = { inserted: { tag: 'ins' }, deleted: { tag: 'del' } }

const EMPHASES: Readonly<Record<Emphasis, Element>> = {
  bold: { tag: 'strong' },
  underline: { tag: 'u' },
  strike: { tag: 's' },
  'double-strike': { tag: 's', look: 'twice' },
  superscript: { tag: 'sup' },
  subscript: { tag: 'sub' },
  small: { tag: 'small' },
  moved: { tag: 'u', look: 'twice' },
}

/** Upright lines set a few letters and figures side by side, as the layout does. */
function piecesOf(text: string, direction: Direction): readonly TextValues[] {
  if (direction === 'horizontal') return [{ text, across: false }]
  return text
    .split(LETTERS)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, across: ONLY_LETTERS.test(piece) && piece.length > 1 && piece.length <= ACROSS }))
}

const LETTERS = new RegExp(`(${LETTER}+)`)
const ONLY_LETTERS = new RegExp(`^${LETTER}+$`)
