/** What a change says on its old side and on its new one, with the words marked that differ. */

import type { TaishohyoStyle } from '../../definition/report-style.js'
import type { Change, Comparison, Place } from '../../review/comparison.js'
import type { Paragraph, Run } from '../form.js'
import { toMarkedParagraphs } from '../marked-paragraphs.js'
import { toParagraphs } from '../paragraphs.js'
import type { Edition } from './change-places.js'

export interface Sides {
  readonly old: readonly Paragraph[]
  readonly new: readonly Paragraph[]
}

/** A column of a row that came, went or moved. */
export interface RowPart extends Sides {
  readonly column: string
}

type SideStyle = Pick<TaishohyoStyle, 'marks' | 'texts'>

/** Both sides of a change; a whole row's columns stand one below the other, each under its name. */
export function changeSides(comparison: Comparison, change: Change, style: SideStyle): Sides {
  return change.subject === 'row' ? rowSides(comparison, change, style) : textSides(change, style)
}

function textSides({ old, new: now, segments, realisedIn }: Change, { marks, texts }: SideStyle): Sides {
  if (old.length === 0) return { old: toParagraphs(texts.added), new: marked(joinTexts(now), marks.new) }
  if (now.length === 0) {
    const instead = realisedIn?.text ?? texts.removed
    return { old: marked(joinTexts(old), marks.old), new: toParagraphs(instead) }
  }
  if (segments.length === 0) return { old: toParagraphs(joinTexts(old)), new: toParagraphs(joinTexts(now)) }
  const side = (drops: 'ins' | 'del', mark: Run['emphasis']) =>
    toMarkedParagraphs(
      segments.flatMap(({ type, text }) =>
        type === drops ? [] : [type === 'same' ? { text } : markedRun(text, mark)],
      ),
    )
  return { old: side('ins', marks.old), new: side('del', marks.new) }
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
  return { old: stack('old'), new: stack('new') }
}

/**
 * A whole row, column by column. What came or went is said in full, 【…】 and gaps included; of what moved, the items
 * that moved with it unchanged: the others have changes of their own.
 */
export function rowParts(comparison: Comparison, change: Change, { marks, texts }: SideStyle): readonly RowPart[] {
  const pair = comparison.rowPairs.find((each) => each.change === comparison.changes.indexOf(change))
  const parts = (pair?.cells ?? []).map(({ names, old, new: now }): RowPart => {
    const column = change.new.length === 0 ? names.old : names.new
    if (change.old.length === 0) {
      return { column, old: toParagraphs(texts.added), new: marked(now?.text ?? '', marks.new) }
    }
    if (change.new.length === 0) {
      return { column, old: marked(old?.text ?? '', marks.old), new: toParagraphs(texts.removed) }
    }
    const along = (places: readonly Place[], name: string) =>
      toParagraphs(joinTexts(places.filter((each) => each.column === name)))
    return { column, old: along(change.old, names.old), new: along(change.new, names.new) }
  })
  return parts.filter((part) => part[change.new.length === 0 ? 'old' : 'new'].length > 0)
}

function marked(text: string, mark: Run['emphasis']): readonly Paragraph[] {
  return toMarkedParagraphs([markedRun(text, mark)])
}

function markedRun(text: string, mark: Run['emphasis']): Run {
  return mark === undefined ? { text } : { text, emphasis: mark }
}

function joinTexts(places: readonly Place[]): string {
  return places.map((place) => place.text).join('\n')
}
