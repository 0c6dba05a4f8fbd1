/** Which pages of the layout make a sheet, and what the sheets are called. */

import type { LaidOut, Page } from '../../layout/page.js'
import { isCover } from '../../layout/page-sections.js'
import { stretchesOfPages } from '../../layout/stretches.js'

/** A sheet prints on one paper; the form may want one for each table. The cover's own is none of these. */
export function sheetsOf({ form, pages }: LaidOut): readonly LaidOut[] {
  const begun = new Set<number>()
  const opening = new Set<Page>()
  for (const page of pages) {
    const [first] = page.sections
    const section = first && form.sections[first.section]
    const startsSheet = section !== undefined && section.tag !== 'cover' && section.starts === 'sheet'
    if (startsSheet && !begun.has(first!.section)) opening.add(page)
    for (const each of page.sections) begun.add(each.section)
  }
  const own = pages.filter((page) => !isCover(page, form))
  return stretchesOfPages({ form, pages: own }, (page) => opening.has(page))
}

/** One sheet is called by the area; of several each by the heading that stands first on it. */
export function nameSheets(sheets: readonly LaidOut[]): readonly string[] {
  const names: string[] = []
  for (const [index, sheet] of sheets.entries()) {
    const subject = allowed(sheet.form.meta.subject) || '計画'
    const name = sheets.length === 1 ? subject : allowed(headingOf(sheet)) || `表${index + 1}`
    names.push(unlike(names, name))
  }
  return names
}

function headingOf({ form, pages }: LaidOut): string {
  const here = new Set(pages.flatMap((page) => page.sections.map(({ section }) => section)))
  const headings = form.sections.filter(
    (section, index) => section.tag === 'texts' && section.bookmark && here.has(index),
  )
  const [first] = headings
  return first?.tag === 'texts' ? (first.bookmark ?? '') : ''
}

const LONGEST = 31

/** None of the characters that Excel refuses in the name of a sheet, and not more than it takes. */
function allowed(text: string, longest = LONGEST): string {
  const name = text.replace(/[[\]:*?/\\'\p{C}]/gu, '').trim()
  const cut = name.slice(0, longest).replace(/\p{Surrogate}$/u, '')
  return cut.toLowerCase() === 'history' ? '' : cut
}

/** Excel wants each name once, whatever its case. */
function unlike(names: readonly string[], name: string): string {
  const isTaken = (each: string) => names.some((other) => other.toLowerCase() === each.toLowerCase())
  if (!isTaken(name)) return name
  for (let count = 2; ; count++) {
    const counted = `${allowed(name, LONGEST - 4)}（${count}）`
    if (!isTaken(counted)) return counted
  }
}
