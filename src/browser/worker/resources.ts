/** What a worker is given to begin with: the fonts, forms and styles that stand in the page. */

import { Fonts, type PackedFonts } from '../opening/bundled-fonts.js'
import { Shelf, type Templates } from '../opening/shelf.js'

export interface Resources {
  readonly fonts: PackedFonts
  readonly templates: Templates
}

export interface Opened {
  readonly fonts: Fonts
  readonly shelf: Shelf
}

export function openResources({ fonts, templates }: Resources): Opened {
  return { fonts: new Fonts(fonts), shelf: new Shelf(templates) }
}
