/** The fonts by which the browser draws the pages: the very files that the layout measures. */

import type { PackedFonts } from '../opening/bundled-fonts.js'
import { unpack } from '../packed-parts.js'
import { familyName } from './svg-page.js'

/** The regular face now, for nothing can be read without it; the others behind it. */
export async function addFonts({ regular, bold, signs }: PackedFonts): Promise<void> {
  await addFont('BIZ UDPGothic', regular, '400')
  void addFont('DejaVu Sans', signs, '400')
  void addFont('BIZ UDPGothic', bold, '700')
}

async function addFont(family: string, packed: Uint8Array<ArrayBuffer>, weight: string): Promise<void> {
  const bytes = await unpack(packed).then((blob) => blob.arrayBuffer())
  await addFace(family, bytes, weight)
}

export async function addFace(family: string, bytes: ArrayBuffer, weight: string): Promise<void> {
  const face = new FontFace(familyName(family), bytes, { weight })
  document.fonts.add(await face.load())
}
