/** Groups the lines of a cell: which belong together, under which heading, and which group belongs to which. */

import type { MarkerKind } from './marker.js'
import { type CellLine, type HeadingLine, isBareActor, type ParagraphLine } from './notation.js'

/** The lines [from, to) that make one item. Gaps inside the range are not part of it. */
export interface LineGroup {
  readonly first: ParagraphLine
  readonly from: number
  readonly to: number
  readonly heading?: HeadingLine
}

/**
 * A group opens at a marker, at （再掲） and at 【新規】, which name an item even where the marker was forgotten, at the
 * cell's first paragraph and at the first one under a heading. Unmarked lines go on with the group above, over gaps too.
 */
export function groupLines(lines: readonly CellLine[]): readonly LineGroup[] {
  const groups: LineGroup[] = []
  let heading: HeadingLine | undefined
  let open: LineGroup | undefined
  for (const [at, line] of lines.entries()) {
    if (line.tag === 'gap') continue
    if (line.tag === 'heading') {
      if (line.says === 'funding') heading = line
      open = undefined
      continue
    }
    const above: LineGroup | undefined = line.marker || line.again || line.status ? undefined : open
    open = above ? { ...above, to: at + 1 } : { first: line, from: at, to: at + 1, ...(heading && { heading }) }
    groups.splice(above ? -1 : groups.length, 1, open)
  }
  return groups
}

/** A group belongs to the nearest one above it, under the same heading, that stands less deep. */
const DEPTH: Record<MarkerKind, number | undefined> = {
  bullet: 1,
  number: 1,
  sub: 3,
  dash: 4,
  arrow: 5,
  note: undefined,
}
const UNMARKED_DEPTH = 1
/** ① under a bare ○[団体]. */
const ACTORS_NUMBER_DEPTH = 2

/** For every group the index of the group that it belongs to. A ※ belongs to none and leaves the others as they were. */
export function findParents(groups: readonly LineGroup[]): readonly (number | undefined)[] {
  let above: readonly number[] = []
  const depths: (number | undefined)[] = []
  return groups.map((group, at) => {
    if (group.heading !== groups[at - 1]?.heading) above = []
    const depth = depthOf(group, groups[above[0] ?? -1])
    depths.push(depth)
    if (depth === undefined) return undefined
    above = above.filter((index) => depths[index]! < depth)
    const parent = above.at(-1)
    above = [...above, at]
    return parent
  })
}

function depthOf({ first }: LineGroup, outermost: LineGroup | undefined): number | undefined {
  if (!first.marker) return UNMARKED_DEPTH
  const underActor = outermost !== undefined && outermost.to - outermost.from === 1 && isBareActor(outermost.first)
  return first.marker.kind === 'number' && underActor ? ACTORS_NUMBER_DEPTH : DEPTH[first.marker.kind]
}
