/** Headers and footers in the codes of Excel (ECMA-376 part 1, 18.3.1.46). */

import type { TypeDefinition } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import type { PageText, PageTextPart } from '../../form/form.js'
import type { Page } from '../../layout/page.js'
import { LONGEST_PAGE_TEXT } from './metrics.js'

/** In the middle. Cut off where Excel would refuse it, what stands before it and behind it included. */
export function pageTextCode(text: PageText, type: TypeDefinition, around: Around = NOTHING): string {
  if (text.length === 0) return around.before
  const code = around.before + sectionCode('&C', type.noteSize, type.officeFont, 'Regular')
  return extend(code, text.flatMap(codesOf), LONGEST_PAGE_TEXT - around.after.length) + around.after
}

/** Codes of the stamp, before and behind those of the header's text. */
export interface Around {
  readonly before: string
  readonly after: string
}

const NOTHING: Around = { before: '', after: '' }

/**
 * The stamp on the left, in a line of its own below the header's text: Excel lets the parts of a header overlap, and
 * LibreOffice centres them, so that both need the lines of both. Excel can rule no box in a header: bold type in black
 * brackets stands for it, and is as little to be overlooked.
 */
export function stampCodes({ stamp, header }: Page, { noteSize, officeFont }: TypeDefinition): Around {
  if (stamp === undefined) return NOTHING
  const { size, paragraphs } = stamp.block
  const text = paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  const blank = header.map(() => `&${Math.round(noteSize)} \n`).join('')
  const code = `&L${blank}${sectionCode('', size, officeFont, 'Bold')}`
  return {
    before: extend(code, [...`【${text}】`].map(escapeCode), LONGEST_PAGE_TEXT),
    after: `\n&${Math.round(size)} `,
  }
}

/** The size before the font, so that no figure of the text joins the size. */
function sectionCode(section: '&C' | '', size: number, font: string, weight: 'Regular' | 'Bold'): string {
  return `${section}&${Math.round(size)}&"${font},${weight}"`
}

function extend(code: string, pieces: readonly string[], longest: number): string {
  return pieces.reduce((all, each) => (all.length + each.length <= longest ? all + each : all), code)
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
