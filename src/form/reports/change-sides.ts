/** What a change says on its old side and on its new one, with the words marked that differ. */

import type { TaishohyoStyle } from '../../definition/report-style.js'
import type { MarkedText } from '../../domain/plan.js'
import type { Change, Comparison, Place } from '../../review/comparison.js'
import { emphasise, sliceRuns, withEmphasis } from '../emphasise.js'
import type { Emphasis, Paragraph, Run } from '../form.js'
import { runsToParagraphs, toParagraphs } from '../paragraphs.js'
import { type Edition, rowName } from './change-places.js'

export interface Sides {
  readonly old: readonly Paragraph[]
  readonly new: readonly Paragraph[]
}

/** A column of a row that came, went or moved. */
interface RowPart extends Sides {
  readonly column: string
}

type SideStyle = Pick<TaishohyoStyle, 'marks' | 'texts' | 'unchanged'>

/** Both sides of a change; a whole row's columns stand one below the other, each under its name. */
export function changeSides(comparison: Comparison, change: Change, style: SideStyle): Sides {
  return change.subject === 'row' ? rowSides(comparison, change, style) : textSides(change, style)
}

function textSides({ old, new: now, segments, realisedIn }: Change, { marks, texts }: SideStyle): Sides {
  if (old.length === 0) return { old: toParagraphs(texts.added), new: marked(joinTexts(now), marks.new) }
  if (now.length === 0) {
    const { text, emphasis } = realisedIn ?? { text: texts.removed }
    return { old: marked(joinTexts(old), marks.old), new: toParagraphs(text, emphasis) }
  }
  if (segments.length === 0) return { old: unmarked(joinTexts(old)), new: unmarked(joinTexts(now)) }
  const side = (said: MarkedText, drops: 'ins' | 'del', mark: Emphasis | undefined) => {
    const runs = emphasise(said.text, said.emphasis)
    let at = 0
    return runsToParagraphs(
      segments.flatMap(({ type, text }) => {
        if (type === drops) return []
        const own = sliceRuns(runs, at, at + text.length)
        at += text.length
        return type === 'same' ? own : own.map((run) => markRun(run, mark))
      }),
    )
  }
  return { old: side(joinTexts(old), 'ins', marks.old), new: side(joinTexts(now), 'del', marks.new) }
}

/** A row that moved, and each of whose items has a change of its own. */
const ALL_TOLD = '（この行の項目は、それぞれの変更のとおり）'

function rowSides(comparison: Comparison, change: Change, style: SideStyle): Sides {
  const parts = rowParts(comparison, change, style)
  const [first] = parts
  if (first === undefined) return { old: toParagraphs(ALL_TOLD), new: toParagraphs(ALL_TOLD) }
  const stack = (edition: Edition) =>
    change[edition].length === 0
      ? first[edition]
      : parts.flatMap((part) => [...toParagraphs(`〔${part.column}〕`), ...part[edition]])
  const isSame = change.old.length > 0 && joinTexts(change.old).text === joinTexts(change.new).text
  // What moved along word for word is said once.
  const old =
    isSame && style.unchanged !== 'in-full'
      ? toParagraphs(`文言の変更なし（旧${rowName(comparison, 'old', change.old[0]!)}から）`)
      : stack('old')
  return { old, new: stack('new') }
}

/**
 * A whole row, column by column. What came or went is said in full, 【…】 and gaps included; of what moved, the items
 * that moved with it unchanged: the others have changes of their own.
 */
function rowParts(comparison: Comparison, change: Change, { marks, texts }: SideStyle): readonly RowPart[] {
  const pair = comparison.rowPairs.find((each) => each.change === comparison.changes.indexOf(change))
  const parts = (pair?.cells ?? []).map(({ names, old, new: now }): RowPart => {
    const column = change.new.length === 0 ? names.old : names.new
    if (change.old.length === 0) {
      return { column, old: toParagraphs(texts.added), new: marked(now ?? NO_TEXT, marks.new) }
    }
    if (change.new.length === 0) {
      return { column, old: marked(old ?? NO_TEXT, marks.old), new: toParagraphs(texts.removed) }
    }
    const along = (places: readonly Place[], name: string) =>
      unmarked(joinTexts(places.filter((each) => each.column === name)))
    return { column, old: along(change.old, names.old), new: along(change.new, names.new) }
  })
  return parts.filter((part) => part[change.new.length === 0 ? 'old' : 'new'].length > 0)
}

const NO_TEXT: MarkedText = { text: '' }

function marked({ text, emphasis }: MarkedText, mark: Emphasis | undefined): readonly Paragraph[] {
  return runsToParagraphs(emphasise(text, emphasis).map((run) => markRun(run, mark)))
}

function markRun(run: Run, mark: Emphasis | undefined): Run {
  return mark === undefined ? run : withEmphasis(run, mark)
}

function unmarked({ text, emphasis }: MarkedText): readonly Paragraph[] {
  return toParagraphs(text, emphasis)
}

/** The texts of all places, one below the other. */
function joinTexts(places: readonly Place[]): MarkedText {
  const text = places.map((place) => place.text).join('\n')
  let at = 0
  const emphasis = places.flatMap((place) => {
    const from = at
    at += place.text.length + 1
    return (place.emphasis ?? []).map((range) => ({ ...range, start: from + range.start, end: from + range.end }))
  })
  return emphasis.length === 0 ? { text } : { text, emphasis }
}
