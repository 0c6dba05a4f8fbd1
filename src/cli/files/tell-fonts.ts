/** What is said of a form's fonts: those that were not found, and files that are not used, with the reason. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { LoadedFonts } from './find-fonts.js'
import type { PassedOver } from './font-folder.js'

/** `file` is the plan file, whose form asks for the fonts. */
export function tellFonts({ faces, absent, passedOver }: LoadedFonts, file: string): Diagnostic[] {
  const first = faces[0]!.family
  const insteadOf = (family: string) => faces.find((face) => face.family === family)?.family ?? first
  const told = new Set(passedOver.flatMap(({ family }) => family ?? []))
  return [
    ...onceAFile(passedOver).map((each) => passedOverFont(each, insteadOf)),
    ...absent
      .filter((family) => !told.has(family))
      .map((family) => say('absent-font', { family, instead: first }, { kind: 'file', file })),
  ]
}

function onceAFile(passedOver: readonly PassedOver[]): readonly PassedOver[] {
  return passedOver.filter(({ file }, index) => passedOver.findIndex((each) => each.file === file) === index)
}

function passedOverFont({ file, why, family }: PassedOver, insteadOf: (family: string) => string): Diagnostic {
  const place = { kind: 'file', file } as const
  switch (why.tag) {
    case 'unasked':
      return say('unused-font', { families: why.families }, place)
    case 'second':
      return say('unused-font', { families: [family!], first: why.first }, place)
    default: {
      const instead =
        family === undefined
          ? ''
          : `PDF は${family === insteadOf(family) ? '別のファイルの' : ''}「${insteadOf(family)}」で組みます。`
      const table = why.tag === 'damaged' ? why.table : undefined
      return say('unusable-font', { fault: why.tag, table, instead }, place)
    }
  }
}
