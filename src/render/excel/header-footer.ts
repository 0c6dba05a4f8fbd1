/** Headers and footers in the codes of Excel (ECMA-376 part 1, 18.3.1.46). */

import type { TypeDefinition } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import { sliceRuns } from '../../form/emphasise.js'
import type { PageText, PageTextPart, Run } from '../../form/form.js'
import type { LaidOut, Page } from '../../layout/page.js'
import { LONGEST_PAGE_TEXT } from './metrics.js'

/** A header or footer in codes, and what of its text they cannot hold: that stands in the sheet. */
export interface PageTextCodes {
  readonly code: string
  readonly moved: readonly Run[]
}

/** The header of all pages with the stamp. */
export function headerCodes({ form: { header, type }, pages }: LaidOut): PageTextCodes {
  const around = pages[0] === undefined ? NOTHING : stampCodes(pages[0], type)
  if (around.before.length + around.after.length <= LONGEST_PAGE_TEXT) return pageTextCodes(header, type, around)
  const { code, moved } = pageTextCodes(header, type, NOTHING)
  return { code, moved: [{ text: `${stampText(pages[0]!)}${moved.length === 0 ? '' : '　'}` }, ...moved] }
}

export function footerCodes({ form: { footer, type } }: LaidOut): PageTextCodes {
  return pageTextCodes(footer, type, NOTHING)
}

/**
 * In the middle. Excel refuses more than 255 characters: of a longer text only the page numbers stay, with what stands
 * between them, for no cell can hold them.
 */
function pageTextCodes(text: PageText, type: TypeDefinition, around: Around): PageTextCodes {
  const codeOf = (parts: PageText) => {
    if (parts.length === 0) return around.before
    const section = sectionCode('&C', type.noteSize, type.officeFont, 'Regular')
    return around.before + section + parts.map(codesOf).join('') + around.after
  }
  const whole = codeOf(text)
  if (whole.length <= LONGEST_PAGE_TEXT) return { code: whole, moved: [] }
  const isNumber = ({ tag }: PageTextPart) => tag !== 'text'
  const [first, last] = [text.findIndex(isNumber), text.findLastIndex(isNumber)]
  const between = text.slice(Math.max(0, first), last + 1)
  const numbers = codeOf(between).length <= LONGEST_PAGE_TEXT ? between : between.filter(isNumber)
  const moved = text.flatMap((part): readonly Run[] => {
    if (part.tag !== 'text' || numbers.includes(part)) return []
    const { tag: _, ...run } = part
    return [run]
  })
  return { code: codeOf(numbers), moved: trimRuns(moved) }
}

/** Without the blanks that parted the text from the page numbers. */
function trimRuns(runs: readonly Run[]): readonly Run[] {
  const text = runs.map((run) => run.text).join('')
  return sliceRuns(runs, text.length - text.trimStart().length, text.trimEnd().length)
}

/** Codes of the stamp, before and behind those of the header's text. */
interface Around {
  readonly before: string
  readonly after: string
}

const NOTHING: Around = { before: '', after: '' }

/**
 * The stamp on the left, in a line of its own below the header's text: Excel lets the parts of a header overlap, and
 * LibreOffice centres them, so that both need the lines of both. Excel can rule no box in a header: bold type in black
 * brackets stands for it, and is as little to be overlooked.
 */
function stampCodes(page: Page, { noteSize, officeFont }: TypeDefinition): Around {
  const { stamp, header } = page
  if (stamp === undefined) return NOTHING
  const { size } = stamp.block
  const blank = header.map(() => `&${Math.round(noteSize)} \n`).join('')
  const code = `&L${blank}${sectionCode('', size, officeFont, 'Bold')}`
  return { before: code + escapeCodes(stampText(page)), after: `\n&${Math.round(size)} ` }
}

function stampText({ stamp }: Page): string {
  const lines = stamp?.block.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')) ?? []
  return `【${lines.join('\n')}】`
}

/** The size before the font, so that no figure of the text joins the size. */
function sectionCode(section: '&C' | '', size: number, font: string, weight: 'Regular' | 'Bold'): string {
  return `${section}&${Math.round(size)}&"${font},${weight}"`
}

function escapeCodes(text: string): string {
  return text.replaceAll('&', '&&')
}

/** &S and &U turn the stroke and the line on and off again. */
function codesOf(part: PageTextPart): string {
  const toggle = part.revision === undefined ? '' : part.revision === 'deleted' ? '&S' : '&U'
  return toggle + plainCodesOf(part) + toggle
}

function plainCodesOf(part: PageTextPart): string {
  switch (part.tag) {
    case 'text':
      return escapeCodes(part.text)
    case 'page':
      return '&P'
    case 'pages':
      return '&N'
    default:
      return assertNever(part)
  }
}
