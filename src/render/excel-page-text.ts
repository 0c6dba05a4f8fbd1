/** Headers and footers in the codes of Excel (ECMA-376 part 1, 18.3.1.46). */

import { assertNever } from '../domain/assert-never.js'
import type { TypeDefinition } from '../domain/form-definition.js'
import type { PageText, PageTextPart } from '../form/form.js'
import { LONGEST_PAGE_TEXT } from './excel-metrics.js'

/** In the middle; the size before the font, so that no figure of the text joins the size. Cut off where Excel would refuse it. */
export function pageTextCode(text: PageText, type: TypeDefinition): string {
  let code = `&C&${Math.round(type.noteSize)}&"${type.officeFont},Regular"`
  for (const each of text.flatMap(codesOf)) if (code.length + each.length <= LONGEST_PAGE_TEXT) code += each
  return code
}

function codesOf(part: PageTextPart): readonly string[] {
  switch (part.tag) {
    case 'text':
      return [...part.text].map((char) => (char === '&' ? '&&' : char))
    case 'page':
      return ['&P']
    case 'pages':
      return ['&N']
    default:
      return assertNever(part)
  }
}
