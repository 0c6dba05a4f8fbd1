/** A workbook: its sheets in order, and the names that say which rows head a table and what a page's end parted. */

import { ROW_NAME } from '../../../definition/skeleton.js'
import type { OfficeCell } from '../office-document.js'
import type { OfficePackage } from '../package/office-package.js'
import { childOf, childrenOf, textOf } from '../package/xml-elements.js'
import { type Range, readRange } from './addresses.js'

type Link = NonNullable<OfficeCell['link']>

export interface WorkbookSheet {
  readonly name: string
  readonly part: string | undefined
  readonly isHidden: boolean
  /** Repeated at the top of every page. */
  readonly titles: Range | undefined
  /** Names of our own sheets, by row and column. */
  readonly links: ReadonlyMap<number, ReadonlyMap<number, Link>>
  /** Our own names of its rows. */
  readonly anchors: ReadonlyMap<number, string>
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly is1904: boolean
}

export function readWorkbook(office: OfficePackage, main: string): Workbook {
  const root = office.tree(main, 'x:workbook')
  const related = office.relationshipsOf(main)
  const names = childrenOf(childOf(root, 'x:definedNames') ?? root, 'x:definedName').map((each) => ({
    name: each.attributes.name ?? '',
    scope: each.attributes.localSheetId,
    ...splitReference(textOf(each)),
  }))
  const date1904 = childOf(root, 'x:workbookPr')?.attributes.date1904 ?? '0'
  const sheets = childrenOf(childOf(root, 'x:sheets') ?? root, 'x:sheet').map(
    ({ attributes }, index): WorkbookSheet => {
      const name = attributes.name ?? ''
      const relationship = related.get(attributes['r:id'] ?? '')
      const isWorksheet = relationship?.type === 'worksheet'
      const own = names.filter(({ sheet }) => sheet === name)
      const titles = own.find((each) => each.name === '_xlnm.Print_Titles' && (each.scope ?? `${index}`) === `${index}`)
      return {
        name,
        part: isWorksheet ? relationship.target : undefined,
        isHidden: (attributes.state ?? 'visible') !== 'visible',
        titles: titles?.range,
        links: readLinks(own),
        anchors: readAnchors(own),
      }
    },
  )
  return { sheets, is1904: date1904 === '1' || date1904 === 'true' }
}

type NamedRange = { readonly name: string; readonly range: Range | undefined }

function readAnchors(names: readonly NamedRange[]): ReadonlyMap<number, string> {
  return new Map(
    names.flatMap(({ name, range }): [number, string][] =>
      range !== undefined && ROW_NAME.test(name) ? [[range.top, name]] : [],
    ),
  )
}

function readLinks(names: readonly NamedRange[]): Map<number, Map<number, Link>> {
  const links = new Map<number, Map<number, Link>>()
  for (const { name, range } of names) {
    const [, link] = /^keikaku_(repeated|continued|joined)_\d+$/.exec(name) ?? []
    if (link === undefined || range === undefined) continue
    const row = links.get(range.top) ?? new Map<number, Link>()
    links.set(range.top, row.set(range.left, link as Link))
  }
  return links
}

/** `'進捗 １'!$A$3:$I$4`; of several ranges the one of rows. */
function splitReference(text: string): { sheet: string; range: Range | undefined } {
  const parts = text.split(/,(?=(?:'|[^',]+!))/).map((part) => /^(?:'((?:[^']|'')*)'|([^'!]*))!(.*)$/.exec(part))
  const rows = parts.find((part) => part !== null && /^\$?\d/.test(part[3]!)) ?? parts[0]
  const sheet = (rows?.[1]?.replace(/''/g, "'") ?? rows?.[2]) || ''
  return { sheet, range: readRange(rows?.[3] ?? '') }
}
