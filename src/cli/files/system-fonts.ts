/** The fonts of the computer and of the program: where they lie, and which files hold the families that forms ask for. */

import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { InputFiles } from './input-files.js'

/** A font that comes with the program. */
export interface Bundled {
  readonly family: string
  readonly package: string
  /** Within the package. */
  readonly path: string
}

export const BUNDLED: Bundled = {
  family: 'BIZ UDPGothic',
  package: '@expo-google-fonts/biz-udpgothic',
  path: '400Regular/BIZUDPGothic_400Regular.ttf',
}

/** The bold face of the same family. */
export const BUNDLED_BOLD: Bundled = { ...BUNDLED, path: '700Bold/BIZUDPGothic_700Bold.ttf' }

/** Has what the other lacks: check boxes, ticks, raised and lowered figures. */
export const BUNDLED_SIGNS: Bundled = { family: 'DejaVu Sans', package: 'dejavu-fonts-ttf', path: 'ttf/DejaVuSans.ttf' }

export function bundledFile(font: Bundled): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${font.package}/package.json`)), font.path)
}

interface KnownFiles {
  readonly files: readonly string[]
  readonly postscriptName?: string
}

/** Names of one and the same family, and the files that hold it. Windows, macOS, Debian. */
export const KNOWN_FILES: Readonly<Record<string, KnownFiles>> = {
  'BIZ UDPゴシック': { files: ['BIZ-UDGothicR.ttc'], postscriptName: 'BIZ-UDPGothic' },
  'MS Pゴシック': { files: ['msgothic.ttc'], postscriptName: 'MS-PGothic' },
  'MS PGothic': { files: ['msgothic.ttc'], postscriptName: 'MS-PGothic' },
  'MS Gothic': { files: ['msgothic.ttc'], postscriptName: 'MS-Gothic' },
  'Yu Gothic': { files: ['YuGothR.ttc', 'YuGothic-Medium.otf'] },
  Meiryo: { files: ['meiryo.ttc'] },
  'Hiragino Sans': { files: ['ヒラギノ角ゴシック W3.ttc'] },
  IPAPGothic: { files: ['ipagp.ttf'] },
  IPAGothic: { files: ['ipag.ttf'] },
  'Noto Sans CJK JP': { files: ['NotoSansCJK-Regular.ttc'], postscriptName: 'NotoSansCJKjp-Regular' },
  'Noto Sans JP': { files: ['NotoSansJP-Regular.ttf', 'NotoSansJP-Regular.otf'] },
  'IPAmj Mincho': { files: ['ipamjm.ttf'] },
}

/** Where characters are looked for that no font of the form has. */
export const FALLBACKS = [
  'IPAmj Mincho',
  'Noto Sans CJK JP',
  'Noto Sans JP',
  'Yu Gothic',
  'MS Gothic',
  'Hiragino Sans',
  'IPAGothic',
]

/** Looked through once: a font that is installed later is found the next time that the program starts. */
export function systemFiles(files: InputFiles): readonly string[] {
  return files.keep('system fonts', () => systemFolders().flatMap(listFonts))
}

function systemFolders(): string[] {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return [
        join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
        join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ]
    case 'darwin':
      return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts']
    default:
      return [join(home, '.local/share/fonts'), join(home, '.fonts'), '/usr/local/share/fonts', '/usr/share/fonts']
  }
}

function listFonts(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
    .sort()
    .map((name) => join(folder, name))
}
