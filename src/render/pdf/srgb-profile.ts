/** sRGB (IEC 61966-2-1) as a colour profile of our own making: a display's, by three curves and a matrix (ICC.1:2001-04, 6.3.2). */

export const SRGB = 'sRGB IEC61966-2.1'

type Bytes = readonly number[]

/** D50, the white of all profiles (annex A), and the primaries as it shows them. */
const D50 = [0.9642, 1, 0.8249]
const PRIMARIES: Readonly<Record<string, readonly number[]>> = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
}

/** Between so many points a straight line is nowhere off by what a display could show. */
const CURVE_POINTS = 1024

/** Header, a table of the tags, their contents; the three curves are one. */
export function srgbProfile(): Uint8Array {
  const curve = curveContent()
  const tags: readonly (readonly [signature: string, content: Bytes])[] = [
    ['desc', descriptionContent()],
    ['cprt', [...ascii('text'), ...word(0), ...ascii('Free to use.'), 0]],
    ['wtpt', xyzContent(D50)],
    ...Object.entries(PRIMARIES).map(([signature, xyz]) => [signature, xyzContent(xyz)] as const),
    ...['rTRC', 'gTRC', 'bTRC'].map((signature) => [signature, curve] as const),
  ]
  const contents = [...new Set(tags.map(([, content]) => content))]
  let end = HEADER_LENGTH + 4 + 12 * tags.length
  const places = new Map<Bytes, number>()
  for (const content of contents) {
    places.set(content, end)
    end += padded(content).length
  }
  const table = tags.flatMap(([signature, content]) => [
    ...ascii(signature),
    ...word(places.get(content)!),
    ...word(content.length),
  ])
  return Uint8Array.from([...header(end), ...word(tags.length), ...table, ...contents.flatMap(padded)])
}

const HEADER_LENGTH = 128

/** 6.1: version 2.1, a display, RGB to XYZ, a day that is always the same. */
function header(length: number): Bytes {
  const day = [2000, 1, 1, 0, 0, 0].flatMap(short)
  const opening = [...word(length), ...word(0), 2, 0x10, 0, 0, ...ascii('mntrRGB XYZ '), ...day, ...ascii('acsp')]
  // Platform, flags, maker, model, attributes and intent are nothing of note.
  const noted = [...opening, ...Array<number>(28).fill(0), ...D50.flatMap(fixed)]
  return [...noted, ...Array<number>(HEADER_LENGTH - noted.length).fill(0)]
}

/** 6.5.17: in ASCII, and in no other way. */
function descriptionContent(): Bytes {
  const name = [...ascii(SRGB), 0]
  return [...ascii('desc'), ...word(0), ...word(name.length), ...name, ...Array<number>(4 + 4 + 2 + 1 + 67).fill(0)]
}

/** 6.5.26. */
function xyzContent(xyz: readonly number[]): Bytes {
  return [...ascii('XYZ '), ...word(0), ...xyz.flatMap(fixed)]
}

/** 6.5.3, with the light that IEC 61966-2-1 gives each value. */
function curveContent(): Bytes {
  const points = Array.from({ length: CURVE_POINTS }, (_, index) => {
    const value = index / (CURVE_POINTS - 1)
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const shorts = points.flatMap((light) => short(Math.round(light * 0xffff)))
  return [...ascii('curv'), ...word(0), ...word(CURVE_POINTS), ...shorts]
}

function ascii(text: string): Bytes {
  return Array.from(text, (character) => character.charCodeAt(0))
}

function short(value: number): Bytes {
  return [value >>> 8, value & 0xff]
}

function word(value: number): Bytes {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}

/** s15Fixed16Number (5.3.2). */
function fixed(value: number): Bytes {
  return word(Math.round(value * 0x10000))
}

/** Contents begin at every fourth byte (6.2.2). */
function padded(content: Bytes): Bytes {
  return [...content, ...Array<number>((4 - (content.length % 4)) % 4).fill(0)]
}
