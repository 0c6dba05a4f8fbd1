/** Font files by family name: beside the form or one that it extends, with the program, then in the system's font folders. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { openTypeface, type Typeface } from '../../fonts/typeface.js'
import { InputFiles, type Use } from './input-files.js'

/** A font that comes with the program. */
interface Bundled {
  readonly family: string
  readonly package: string
  /** Within the package. */
  readonly path: string
}

const BUNDLED: Bundled = {
  family: 'BIZ UDPGothic',
  package: '@expo-google-fonts/biz-udpgothic',
  path: '400Regular/BIZUDPGothic_400Regular.ttf',
}

/** Has what the other lacks: check boxes, ticks, raised and lowered figures. */
const BUNDLED_SIGNS: Bundled = { family: 'DejaVu Sans', package: 'dejavu-fonts-ttf', path: 'ttf/DejaVuSans.ttf' }

/** Names of one and the same family, and the files that hold it. Windows, macOS, Debian. */
const KNOWN_FILES: Readonly<Record<string, { readonly files: readonly string[]; readonly postscriptName?: string }>> = {
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
const FALLBACKS = [
  'IPAmj Mincho',
  'Noto Sans CJK JP',
  'Noto Sans JP',
  'Yu Gothic',
  'MS Gothic',
  'Hiragino Sans',
  'IPAGothic',
]

export interface LoadedFonts {
  readonly faces: readonly Typeface[]
  /** The families that were not found. */
  readonly absent: readonly string[]
}

/** Loads the families of a form that are there; the bundled font ends the list, so that it is never empty. */
export function loadFonts(
  families: readonly string[],
  formFolders: readonly string[],
  files = InputFiles.open(),
): LoadedFonts {
  const own = formFolders.map((folder) => join(folder, 'fonts'))
  const found = families.map((family) => loadFamily(family, own, files))
  const faces = found.filter((face) => face !== undefined)
  const hasBundled = faces.some((face) => face.family === BUNDLED.family)
  return {
    faces: hasBundled ? faces : [...faces, loadBundled(BUNDLED, files)],
    absent: families.filter((_, index) => found[index] === undefined),
  }
}

/** The fonts that may have what the form's fonts lack, one after the other: those of the system, behind the bundled one. */
export function* loadFallbacks(files = InputFiles.open()): Generator<Typeface> {
  yield loadBundled(BUNDLED_SIGNS, files)
  for (const family of FALLBACKS) {
    const face = files.keep(`fallback ${family}`, (use) => loadKnown(family, systemFiles(files), use))
    if (face !== undefined) yield face
  }
}

/** `own` are the form's own folders of fonts, the nearest first. */
function loadFamily(family: string, own: readonly string[], files: InputFiles): Typeface | undefined {
  for (const folder of own) {
    const beside = files.keep(`font ${family} in ${folder}`, (use) => {
      use(folder)
      return loadNamed(family, listFonts(folder), use)
    })
    if (beside !== undefined) return beside
  }
  if (family === BUNDLED.family) return loadBundled(BUNDLED, files)
  const system = systemFiles(files)
  return files.keep(`font ${family}`, (use) => loadKnown(family, system, use) ?? loadNamed(family, system, use))
}

function loadBundled(font: Bundled, files: InputFiles): Typeface {
  return files.keep(`bundled font ${font.family}`, (use) => {
    const manifest = createRequire(import.meta.url).resolve(`${font.package}/package.json`)
    const file = join(dirname(manifest), font.path)
    use(file)
    return openTypeface(readFileSync(file), font.family)
  })
}

function loadKnown(family: string, files: readonly string[], use: Use): Typeface | undefined {
  const known = KNOWN_FILES[family]
  const file = files.find((path) => known?.files.some((name) => path.endsWith(name)))
  return file === undefined ? undefined : tryOpen(file, family, use, known?.postscriptName)
}

/** Looks into every file for a family of that name, its regular weight first: slow, but only asked for names that are not known. */
function loadNamed(family: string, files: readonly string[], use: Use): Typeface | undefined {
  let other: Typeface | undefined
  for (const file of files) {
    const face = tryOpen(file, family, use)
    if (!face?.names.includes(family)) continue
    if (!/bold|heavy|black|light|thin/i.test(face.postscriptName)) return face
    other ??= face
  }
  return other
}

function tryOpen(file: string, family: string, use: Use, postscriptName?: string): Typeface | undefined {
  use(file)
  try {
    return openTypeface(readFileSync(file), family, postscriptName)
  } catch {
    return undefined
  }
}

/** Looked through once: a font that is installed later is found the next time that the program starts. */
function systemFiles(files: InputFiles): readonly string[] {
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
