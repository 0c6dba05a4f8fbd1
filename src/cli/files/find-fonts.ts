/** Fonts by family name: beside the form or one that it extends, with the program, then in the system's font folders. */

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FontError } from '../../fonts/font-fault.js'
import {
  chooseFont,
  type FontInFile,
  openFont,
  openTrustedFont,
  openTypeface,
  readFonts,
  type Typeface,
} from '../../fonts/typeface.js'
import { type FontFile, type FontFolder, type PassedOver, readFolder, readFontsOf } from './font-folder.js'
import { InputFiles, type Use } from './input-files.js'
import {
  BUNDLED,
  BUNDLED_BOLD,
  BUNDLED_SIGNS,
  type Bundled,
  bundledFile,
  FALLBACKS,
  KNOWN_FILES,
  systemFiles,
} from './system-fonts.js'

export interface LoadedFonts {
  readonly faces: readonly Typeface[]
  /** The families that were not found. */
  readonly absent: readonly string[]
  /** A file may be named several times: the first says most. */
  readonly passedOver: readonly PassedOver[]
}

/** A family that was looked for. */
interface FoundFamily {
  readonly face?: Typeface
  readonly file?: string
  readonly passedOver: readonly PassedOver[]
}

/** Loads the families of a form that are there; the bundled font ends the list, so that it is not empty. */
export function loadFonts(
  families: readonly string[],
  formFolders: readonly string[],
  files = InputFiles.open(),
): LoadedFonts {
  const own = formFolders.map((folder) => readFolder(join(folder, 'fonts'), files))
  const found = families.map((family) => loadFamily(family, own, files))
  const faces = found.flatMap(({ face }) => face ?? [])
  const last = faces.some((face) => face.family === BUNDLED.family) ? [] : [loadBundled(BUNDLED, files)]
  const all = [...found, ...last]
  return {
    faces: all.flatMap(({ face }) => face ?? []),
    absent: families.filter((_, index) => found[index]!.face === undefined),
    passedOver: [...all.flatMap(({ passedOver }) => passedOver), ...leftOver(families, found, own)],
  }
}

/** The fonts that may have what the form's fonts lack, one after the other: those of the system, behind the bundled one. */
export function* loadFallbacks(files = InputFiles.open()): Generator<Typeface> {
  const { face } = loadBundled(BUNDLED_SIGNS, files)
  if (face !== undefined) yield face
  for (const family of FALLBACKS) {
    const known = files.keep(`fallback ${family}`, (use) => loadKnown(family, systemFiles(files), use))
    if (known.face !== undefined) yield known.face
  }
}

/** The bold faces that come with the program. */
export function loadBolds(files = InputFiles.open()): readonly Typeface[] {
  const { face } = loadBundled(BUNDLED_BOLD, files)
  return face === undefined ? [] : [face]
}

/** `own` are the form's own folders of fonts, the nearest first. */
function loadFamily(family: string, own: readonly FontFolder[], files: InputFiles): FoundFamily {
  const passedOver: PassedOver[] = []
  for (const { folder, content } of own) {
    const beside = files.keep(`font ${family} in ${folder}`, (use) => {
      for (const each of [folder, ...content.map(({ file }) => file)]) use(each)
      return openFirst(content, family)
    })
    passedOver.push(...beside.passedOver)
    if (beside.face !== undefined) return { ...beside, passedOver }
  }
  const elsewhere = family === BUNDLED.family ? loadBundled(BUNDLED, files) : loadInstalled(family, files)
  return { ...elsewhere, passedOver: [...passedOver, ...elsewhere.passedOver] }
}

/** The family's regular weight before others, and of several files the first that can be trusted. */
function openFirst(among: Iterable<FontFile>, family: string): FoundFamily {
  const passedOver: PassedOver[] = []
  const open = ({ file, font }: Candidate): FoundFamily | undefined => {
    const opened = tryOpen(file, family, () => openFont(font, family))
    passedOver.push(...opened.passedOver)
    return opened.face === undefined ? undefined : { ...opened, passedOver }
  }
  const others: Candidate[] = []
  for (const { file, fonts } of among) {
    for (const font of fonts.filter(({ names }) => names.families.includes(family))) {
      const isRegular = !/bold|heavy|black|light|thin/i.test(font.names.postscript)
      const opened = isRegular ? open({ file, font }) : undefined
      if (opened !== undefined) return opened
      if (!isRegular) others.push({ file, font })
    }
  }
  for (const other of others) {
    const opened = open(other)
    if (opened !== undefined) return opened
  }
  return { passedOver }
}

interface Candidate {
  readonly file: string
  readonly font: FontInFile
}

function loadBundled(font: Bundled, files: InputFiles): FoundFamily {
  const { family } = font
  return files.keep(`bundled font ${font.path}`, (use) => {
    const file = bundledFile(font)
    use(file)
    return tryOpen(file, family, () => openTrustedFont(chooseFont(readFonts(readFileSync(file)), family), family))
  })
}

function loadInstalled(family: string, files: InputFiles): FoundFamily {
  const system = systemFiles(files)
  return files.keep(`font ${family}`, (use) => {
    const known = loadKnown(family, system, use)
    if (known.face !== undefined) return known
    const named = openFirst(readEach(system, use), family)
    return { ...named, passedOver: [...known.passedOver, ...named.passedOver] }
  })
}

/** One after the other: all of a system's fonts are too much to be held. Slow, but only asked for names that are not known. */
function* readEach(files: readonly string[], use: Use): Generator<FontFile> {
  for (const file of files) {
    const read = readFontsOf(file, use)
    if (read !== undefined) yield read
  }
}

function loadKnown(family: string, files: readonly string[], use: Use): FoundFamily {
  const known = KNOWN_FILES[family]
  const file = files.find((path) => known?.files.some((name) => path.endsWith(name)))
  if (file === undefined) return { passedOver: [] }
  use(file)
  return tryOpen(file, family, () => openTypeface(readFileSync(file), family, known?.postscriptName))
}

function tryOpen(file: string, family: string, open: () => Typeface): FoundFamily {
  try {
    return { face: open(), file, passedOver: [] }
  } catch (error) {
    return { passedOver: [{ file, family, why: error instanceof FontError ? error.fault : { tag: 'unreadable' } }] }
  }
}

/** What is in the form's own folders and nobody needs. A family that a nearer folder has covers those of the folders behind. */
function leftOver(
  families: readonly string[],
  found: readonly FoundFamily[],
  own: readonly FontFolder[],
): readonly PassedOver[] {
  const used = new Set(found.map(({ file }) => file))
  return own.flatMap(({ content }, place) =>
    content.flatMap(({ file, fonts, why }): PassedOver[] => {
      if (why !== undefined) return [{ file, why }]
      if (used.has(file)) return []
      const names = [...new Set(fonts.flatMap((font) => font.names.families))]
      const family = families.find((each) => names.includes(each))
      if (family === undefined) return [{ file, why: { tag: 'unasked', families: names } }]
      const first = found[families.indexOf(family)]!.file
      const isHere = first !== undefined && own[place]!.content.some((each) => each.file === first)
      return isHere ? [{ file, family, why: { tag: 'second', first: basename(first) } }] : []
    }),
  )
}
