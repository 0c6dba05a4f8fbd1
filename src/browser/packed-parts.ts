/** What stands packed in the page's own file: scripts of workers, fonts, forms, examples. */

import type { PackedFonts } from './opening/bundled-fonts.js'
import type { Templates } from './opening/shelf.js'

type PartName = 'core' | 'writers' | 'resources' | 'font-regular' | 'font-bold' | 'font-signs'

export interface PackedTexts {
  readonly templates: Templates
  /** The examples: plan files by their names. */
  readonly seeds: Readonly<Record<string, string>>
}

export async function readTexts(): Promise<PackedTexts> {
  return JSON.parse(await unpack(packedPart('resources')).then((blob) => blob.text())) as PackedTexts
}

export async function readScript(name: 'core' | 'writers'): Promise<Blob> {
  const script = await unpack(packedPart(name))
  return new Blob([script], { type: 'text/javascript' })
}

export function readFonts(): PackedFonts {
  return { regular: packedPart('font-regular'), bold: packedPart('font-bold'), signs: packedPart('font-signs') }
}

export function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}

function packedPart(name: PartName): Uint8Array<ArrayBuffer> {
  const text = atob(document.getElementById(name)!.textContent)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
