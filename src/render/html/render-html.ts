/** Writes the form as one page of HTML for the web: no script, nothing to load, read by eye and by ear, and printable. */

import type { Paper } from '../../definition/form-definition.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import { compileHtml, type TextValues } from '../../form/compile-text.js'
import type { Form, PageText } from '../../form/form.js'
import { spokenText } from '../../form/spoken/spoken-marks.js'
import type { LaidOut } from '../../layout/page.js'
import { cssString, decimal, type Looks } from './css.js'
import { PAGE } from './page-template.js'
import { otherPapers, pageView } from './page-view.js'
import { STYLE } from './style-template.js'
import { plainText } from './text-view.js'

const fillPage = compileHtml(PAGE)
const fillStyle = compileHtml(STYLE)

/** The same form makes the same bytes. Where its lines and pages end the reader's own screen and printer decide. */
export async function renderHtml({ form }: LaidOut): Promise<Outcome<Uint8Array>> {
  const { page, looks } = pageView(form)
  const html = fillPage({ ...page, style: fillStyle(styleValues(form, looks)) })
  return succeed(new TextEncoder().encode(html))
}

/** A screen narrower than this has no room for a table; a column of text wants so much. In em. */
const NARROWEST = 30
const NARROW = 64
const COLUMN = 8

function styleValues(form: Form, looks: Looks): TextValues {
  const { paper, type, table, lines, sections, header, footer, stamp } = form
  const { margins, width, height } = paper
  const tables = sections.filter((section) => section.tag === 'table')
  const columns = Math.max(0, ...tables.map((each) => each.columns.length))
  const em = (points: number) => decimal(points / type.size)
  const box = (place: string, content: string, others: TextValues = {}) => {
    return { place, content, size: decimal(type.noteSize), frame: 0, ...others }
  }
  return {
    font: cssString(type.officeFont),
    indent: lines.markerIndent,
    titleSize: em(type.titleSize),
    wide: em(width),
    narrow: Math.min(NARROW, Math.max(NARROWEST, columns * COLUMN)),
    outer: decimal(table.outerRule),
    inner: decimal(table.innerRule),
    padding: `${em(table.padding.y)}em ${em(table.padding.x)}em`,
    looks: looks.rules(),
    ...sheetValues(paper),
    papers: otherPapers(form).map((each, index) => ({ name: `paper${index + 1}`, ...sheetValues(each) })),
    size: decimal(type.size),
    leading: decimal(type.leading),
    coverHeight: decimal(height - margins.top - margins.bottom - type.size),
    boxes: [
      ...(header.length === 0 ? [] : [box('top-center', pageContent(header))]),
      ...(footer.length === 0 ? [] : [box('bottom-center', pageContent(footer))]),
      ...(stamp === undefined
        ? []
        : [
            box('top-left', cssString(plainText(stamp.paragraphs)), {
              size: decimal(stamp.size),
              frame: decimal(stamp.frame?.rule ?? 0),
              padding: `${decimal(stamp.frame?.padding.y ?? 0)}pt ${decimal(stamp.frame?.padding.x ?? 0)}pt`,
              below: decimal(type.size / 2),
            }),
          ]),
    ],
  }
}

function sheetValues({ width, height, margins: { top, right, bottom, left } }: Paper): TextValues {
  const margins = [top, right, bottom, left].map((side) => `${decimal(side)}pt`).join(' ')
  return { width: decimal(width), height: decimal(height), margins }
}

/** Header or footer of every page (CSS Paged Media 4.2). */
function pageContent(text: PageText): string {
  return text.map((part) => (part.tag === 'text' ? cssString(spokenText(part)) : `counter(${part.tag})`)).join(' ')
}
