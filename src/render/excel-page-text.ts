/** Headers and footers in the codes of Excel (ECMA-376 part 1, 18.3.1.46). */

import { assertNever } from '../domain/assert-never.js'
import type { TypeDefinition } from '../domain/form-definition.js'
import type { PageText, PageTextPart } from '../form/form.js'
import type { Page } from '../layout/page.js'
import { LONGEST_PAGE_TEXT } from './excel-metrics.js'

/** In the middle. Cut off where Excel would refuse it, what stands before it included. */
export function pageTextCode(text: PageText, type: TypeDefinition, before = ''): string {
  if (text.length === 0) return before
  const code = before + sectionCode('C', type.noteSize, type.officeFont, 'Regular')
  return extend(code, text.flatMap(codesOf))
}

/**
 * The stamp on the left, in the line below the header's text, or long texts would meet. Excel can rule no box in a
 * header: bold type in black brackets stands for it, and is as little to be overlooked.
 */
export function stampCode({ stamp, header }: Page, { officeFont }: TypeDefinition): string {
  if (stamp === undefined) return ''
  const text = stamp.block.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  const code = `&L${'\n'.repeat(header.length)}${sectionCode('', stamp.block.size, officeFont, 'Bold')}`
  return extend(code, [...`【${text}】`].map(escapeCode))
}

/** The size before the font, so that no figure of the text joins the size. */
function sectionCode(section: 'C' | '', size: number, font: string, weight: 'Regular' | 'Bold'): string {
  return `${section === '' ? '' : `&${section}`}&${Math.round(size)}&"${font},${weight}"`
}

function extend(code: string, pieces: readonly string[]): string {
  return pieces.reduce((all, each) => (all.length + each.length <= LONGEST_PAGE_TEXT ? all + each : all), code)
}

function escapeCode(char: string): string {
  return char === '&' ? '&&' : char
}

function codesOf(part: PageTextPart): readonly string[] {
  switch (part.tag) {
    case 'text':
      return [...part.text].map(escapeCode)
    case 'page':
      return ['&P']
    case 'pages':
      return ['&N']
    default:
      return assertNever(part)
  }
}
