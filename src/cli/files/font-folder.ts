/** Font files as they are read, before it is asked what for: a form's own folder of them, every file. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FontError, type FontFault } from '../../fonts/font-fault.js'
import { type FontInFile, readFonts } from '../../fonts/typeface.js'
import type { InputFiles, Use } from './input-files.js'

/** A font file that was looked at and is not used. */
export interface PassedOver {
  readonly file: string
  readonly why:
    | FontFault
    | { readonly tag: 'unreadable' }
    /** Nobody asked for what it holds. */
    | { readonly tag: 'unasked'; readonly families: readonly string[] }
    /** Another file of the same folder is nearer to what was asked for. */
    | { readonly tag: 'second'; readonly first: string }
  /** What it was asked for, where that is known. */
  readonly family?: string
}

/** A font file, or what is named like one, as it was read. */
export interface FontFile {
  readonly file: string
  readonly fonts: readonly FontInFile[]
  readonly why?: PassedOver['why']
}

/** A form's own folder of fonts. */
export interface FontFolder {
  readonly folder: string
  readonly content: readonly FontFile[]
}

/** Licences and the like, which fonts come with, and what file managers leave behind. */
const NO_FONTS =
  /(^|[\\/])(\.[^\\/]*|thumbs\.db|desktop\.ini|(ofl|licen[cs]e|readme|copying)[^\\/]*|[^\\/]*\.(txt|md|pdf|html?|rtf))$/i

export function readFolder(folder: string, files: InputFiles): FontFolder {
  const content = files.keep(`fonts in ${folder}`, (use): readonly FontFile[] => {
    use(folder)
    const entries = listFolder(folder)
    if (entries === undefined) return [{ file: folder, fonts: [], why: { tag: 'unreadable' } }]
    return entries.flatMap((file) => readFontsOf(file, use) ?? [])
  })
  return { folder, content }
}

/** `undefined` where it is there and no folder, or not to be looked into. */
function listFolder(folder: string): string[] | undefined {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !NO_FONTS.test(name))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined
  }
}

/** `undefined` for a folder. */
export function readFontsOf(file: string, use: Use): FontFile | undefined {
  use(file)
  try {
    const entry = statSync(file)
    if (entry.isDirectory()) return undefined
    // A device or a pipe might never end.
    if (!entry.isFile()) return { file, fonts: [], why: { tag: 'unreadable' } }
    return { file, fonts: readFonts(readFileSync(file)) }
  } catch (error) {
    return { file, fonts: [], why: error instanceof FontError ? error.fault : { tag: 'unreadable' } }
  }
}
