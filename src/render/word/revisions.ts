/** Word's tracked changes (ECMA-376 part 1, 17.13.5): what has to be put around a run, into a paragraph's end and into a row. */

import { assertNever } from '../../domain/assert-never.js'
import type { FormCell, Meta, Revision } from '../../form/form.js'
import { escapeXml } from '../ooxml/units.js'

/** Who changed, when, and the ids of all annotations of a document in the order in which they are asked for. */
export interface Annotations {
  /** The attributes of a new annotation with an author, ` w:id="…" w:author="…" w:date="…"`. */
  readonly change: () => string
  readonly nextId: () => number
}

/** A tracked change must name somebody; where the office is not known, this stands for it. */
const UNKNOWN_OFFICE = '事務局'

export function countAnnotations(meta: Meta): Annotations {
  let last = 0
  const nextId = () => ++last
  const who = `w:author="${escapeXml(meta.author || UNKNOWN_OFFICE)}" w:date="${escapeXml(meta.date)}"`
  return { nextId, change: () => ` w:id="${nextId()}" ${who}` }
}

function tagOf(revision: Revision): 'w:ins' | 'w:del' {
  switch (revision) {
    case 'inserted':
      return 'w:ins'
    case 'deleted':
      return 'w:del'
    default:
      return assertNever(revision)
  }
}

/** Around runs: 17.13.5.18 ins, 17.13.5.14 del. */
export function trackRuns(runs: string, revision: Revision | undefined, annotations: Annotations): string {
  if (revision === undefined || runs === '') return runs
  const tag = tagOf(revision)
  return `<${tag}${annotations.change()}>${runs}</${tag}>`
}

/** Within the properties of a paragraph's end (17.13.5.20, 17.13.5.15) or of a row (17.13.5.16, 17.13.5.12). */
export function trackEnd(revision: Revision | undefined, annotations: Annotations): string {
  return revision === undefined ? '' : `<${tagOf(revision)}${annotations.change()}/>`
}

/**
 * Within the properties of a cell that is one with the cell above in one edition only (17.13.5.1 cellMerge). `vMerge`
 * beside it says how it is now: LibreOffice goes by that alone.
 */
export function trackMerge(join: FormCell['join'], { change }: Annotations): string {
  if (join === undefined) return ''
  const [now, before] = join === 'joined' ? ['cont', 'rest'] : ['rest', 'cont']
  return `<w:cellMerge${change()} w:vMerge="${now}" w:vMergeOrig="${before}"/>`
}

/** Within the properties of a cell that came or went with its column (17.13.5.2 cellDel, 17.13.5.3 cellIns). */
export function trackCell(revision: Revision | undefined, { change }: Annotations): string {
  if (revision === undefined) return ''
  return `<${revision === 'inserted' ? 'w:cellIns' : 'w:cellDel'}${change()}/>`
}

/** The element for a run's text: what is deleted must not be read as text (17.3.3.7 delText). */
export function textTag(revision: Revision | undefined): 'w:t' | 'w:delText' {
  return revision === 'deleted' ? 'w:delText' : 'w:t'
}

/**
 * Which paragraph ends are marked, so that paragraphs come and go whole. The last end of a cell cannot go: a deleted
 * or inserted last paragraph takes the end before it, as Word itself does. A cell that is all deleted or all inserted
 * keeps one empty paragraph, which an empty cell has anyway.
 */
export function paragraphEnds(revisions: readonly (Revision | undefined)[]): readonly (Revision | undefined)[] {
  const tail = revisions.lastIndexOf(undefined)
  return revisions.map((revision, index) => (index < tail ? revision : revisions[index + 1]))
}
