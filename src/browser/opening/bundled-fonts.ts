/** The fonts that stand in the page, and those that the official opened: the choice for a form. */

import { gunzipSync } from 'fflate'
import { type Diagnostic, fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { FontError } from '../../fonts/font-fault.js'
import { openFont, openTrustedFont, readFonts, type Typeface } from '../../fonts/typeface.js'
import type { FontChoice } from '../../print/printable.js'

/** The names by which the page knows its own fonts, packed. */
export type PackedFonts = Readonly<Record<'regular' | 'bold' | 'signs', Uint8Array<ArrayBuffer>>>

const FAMILY = 'BIZ UDPGothic'
const SIGNS = 'DejaVu Sans'

export class Fonts {
  private readonly opened = new Map<string, Typeface>()
  private readonly own: Typeface[] = []

  constructor(private readonly packed: PackedFonts) {}

  /** The fonts for a form, and what is to be said of families that are not here. `file` is the plan's. */
  choose(
    families: readonly string[],
    file: string,
  ): { readonly fonts: FontChoice; readonly diagnostics: readonly Diagnostic[] } {
    const found = families.map((family) =>
      family === FAMILY ? this.bundled('regular', FAMILY) : this.openedAs(family),
    )
    const known = found.filter((face) => face !== undefined)
    const faces = known.some(({ family }) => family === FAMILY) ? known : [...known, this.bundled('regular', FAMILY)]
    const absent = families.filter((_, index) => found[index] === undefined)
    return {
      fonts: {
        faces,
        fallbacks: () => [this.bundled('signs', SIGNS)],
        bolds: () => [this.bundled('bold', FAMILY)],
      },
      diagnostics: absent.map((family) =>
        say('absent-font', { family, instead: faces[0]!.family }, { kind: 'file', file }),
      ),
    }
  }

  /** Takes in a font file of the official's: forms that ask for one of its families are set in it from now on. */
  add(file: string, bytes: Uint8Array): Outcome<readonly string[]> {
    try {
      const fonts = readFonts(bytes)
      for (const font of fonts) for (const family of font.names.families) this.own.push(openFont(font, family))
      return succeed(fonts.flatMap(({ names }) => names.families))
    } catch (error) {
      if (!(error instanceof FontError)) throw error
      const { fault } = error
      const table = fault.tag === 'damaged' ? fault.table : undefined
      return fail(say('unusable-font', { fault: fault.tag, table, instead: '' }, { kind: 'file', file }))
    }
  }

  private openedAs(family: string): Typeface | undefined {
    return this.own.find((face) => face.family === family)
  }

  /** Unpacked when it is first needed: most plans have no bold type. */
  private bundled(name: keyof PackedFonts, family: string): Typeface {
    const known = this.opened.get(name)
    if (known !== undefined) return known
    const face = openTrustedFont(readFonts(gunzipSync(this.packed[name]))[0]!, family)
    this.opened.set(name, face)
    return face
  }
}
