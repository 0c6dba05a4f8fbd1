/** Runs as texts of a workbook: what is marked in them, and in which type. */

import type { TypeDefinition } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import type { Emphasis, Revision, Run } from '../../form/form.js'
import type { Mark, Text } from './workbook/workbook.js'

/** The text of a cell in type of `size` points. */
export function richText(runs: readonly Run[], size: number, { officeFont, noteSize }: TypeDefinition): Text {
  if (runs.every(({ revision, emphasis }) => revision === undefined && emphasis === undefined)) return runs
  return runs.map(({ text, revision, emphasis = [] }) => ({
    text,
    font: {
      name: officeFont,
      size: emphasis.includes('small') ? noteSize : size,
      marks: [...new Set([...revisionMarks(revision, emphasis.includes('moved')), ...emphasis.flatMap(emphasisMarks)])],
      ...(revision && { color: 'FF0000' }),
    },
  }))
}

/** Excel has no double strike: a double line under the struck words says that they moved. */
function revisionMarks(revision: Revision | undefined, isMoved: boolean): readonly Mark[] {
  switch (revision) {
    case undefined:
      return []
    case 'inserted':
      return [isMoved ? 'double-underline' : 'underline']
    case 'deleted':
      return isMoved ? ['strike', 'double-underline'] : ['strike']
    default:
      return assertNever(revision)
  }
}

function emphasisMarks(emphasis: Emphasis): readonly Mark[] {
  switch (emphasis) {
    case 'small':
    case 'moved':
      return []
    case 'bold':
    case 'underline':
    case 'strike':
    case 'superscript':
    case 'subscript':
      return [emphasis]
    // Excel has no double strike.
    case 'double-strike':
      return ['strike']
    default:
      return assertNever(emphasis)
  }
}
