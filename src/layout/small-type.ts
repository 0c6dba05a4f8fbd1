/** Type that the layout had to set so small that it is hard to read: told with its cell. */

import type { Diagnostic } from '../domain/diagnostic.js'
import type { Form, FormCell } from '../form/form.js'
import type { Page } from './page.js'
import { cellsOn } from './page-sections.js'

/** In points: what official documents print is not smaller. */
const LEGIBLE = 6

/** One warning for the whole document: the first such cell, how many there are, and the smallest type. */
export function findSmallType({ source }: Form, pages: readonly Page[]): readonly Diagnostic[] {
  const sizes = new Map<FormCell, number>()
  for (const { cell, lines } of pages.flatMap(cellsOn)) {
    const size = lines[0]?.line.size ?? cell.size
    if (size < Math.min(LEGIBLE, cell.size)) sizes.set(cell, Math.min(size, sizes.get(cell) ?? size))
  }
  const [first] = sizes.keys()
  if (first === undefined) return []
  const others = sizes.size === 1 ? '' : `ほか${sizes.size - 1}か所`
  const smallest = Math.floor(Math.min(...sizes.values()) * 10) / 10
  return [
    {
      severity: 'warning',
      code: 'small-type',
      message: `${nameOf(first)}${others}の文字を、欄に収めるため ${smallest} ポイントまで小さくしました。`,
      ...placeOf(first, source?.file),
      hint: '様式の列の「幅」を広げるか、用紙を大きくするか、文を短くしてください。',
    },
  ]
}

function nameOf({ source }: FormCell): string {
  return source === undefined ? '表' : `区分${source.category}の${source.row}行目「${source.column}」`
}

function placeOf({ source }: FormCell, file: string | undefined): Pick<Diagnostic, 'place'> {
  if (file === undefined) return {}
  return { place: source?.at === undefined ? { kind: 'file', file } : { kind: 'text', file, ...source.at } }
}
