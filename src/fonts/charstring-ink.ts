/** Where a glyph of CFF outlines leaves ink: its charstring carried out (Adobe Technical Note 5177). */

import type { Charstrings, Index } from './cff-table.js'
import { Extent, type Ink, UNSOUND } from './ink.js'

/** Calls within calls (5177, appendix B), numbers on the stack (a few fonts keep more than its 48), operators of one glyph. */
const DEEPEST = 10
const MOST_NUMBERS = 192
const MOST_OPERATORS = 50_000

export function inkOfCharstring({ glyphs, shared, ownOf }: Charstrings, glyph: number): Ink {
  const charstring = glyphs.item(glyph)
  if (charstring === undefined) return UNSOUND
  const pen = new Pen()
  const drawing: Drawing = { pen, shared, own: ownOf(glyph), numbers: [], stems: 0, operators: 0 }
  try {
    return carryOut(drawing, charstring, 0) === 'ended' ? pen.extent.ink() : UNSOUND
  } catch (error) {
    if (error instanceof RangeError) return UNSOUND
    throw error
  }
}

interface Drawing {
  readonly pen: Pen
  readonly shared: Index
  readonly own: Index
  /** Operands of the next operator. */
  readonly numbers: number[]
  /** How many stems were declared: masks have a bit for each. */
  stems: number
  operators: number
}

/** Whether the glyph ended, or a subroutine came to its end. */
function carryOut(drawing: Drawing, code: Uint8Array, depth: number): 'ended' | 'returned' {
  if (depth > DEEPEST) throw new RangeError('subroutines call each other for ever')
  const { numbers } = drawing
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength)
  for (let at = 0; at < code.length; ) {
    const first = view.getUint8(at++)
    if (first >= 32 || first === 28) {
      if (numbers.length === MOST_NUMBERS) throw new RangeError('too many numbers')
      numbers.push(numberAt(view, first, at))
      at += first === 28 ? 2 : first === 255 ? 4 : first >= 247 ? 1 : 0
      continue
    }
    if (++drawing.operators > MOST_OPERATORS) throw new RangeError('too many operators')
    switch (first) {
      case 10: // callsubr
      case 29: // callgsubr
        if (call(drawing, first === 10 ? drawing.own : drawing.shared, depth) === 'ended') return 'ended'
        continue
      case 11: // return
        return 'returned'
      case 14: // endchar
        return 'ended'
      case 1: // hstem
      case 3: // vstem
      case 18: // hstemhm
      case 23: // vstemhm
        drawing.stems += numbers.length >> 1
        break
      case 19: // hintmask
      case 20: // cntrmask
        drawing.stems += numbers.length >> 1
        at += Math.ceil(drawing.stems / 8)
        break
      default: {
        const draw = PATHS[first === 12 ? 0x0c00 + view.getUint8(at++) : first]
        if (draw === undefined) throw new RangeError('the glyph holds what is no operator')
        draw(drawing.pen, numbers)
      }
    }
    numbers.length = 0
  }
  return 'returned'
}

function numberAt(view: DataView, first: number, at: number): number {
  if (first === 28) return view.getInt16(at)
  if (first === 255) return view.getInt32(at) / 0x10000
  if (first >= 251) return -256 * (first - 251) - view.getUint8(at) - 108
  if (first >= 247) return 256 * (first - 247) + view.getUint8(at) + 108
  return first - 139
}

/** Numbers of subroutines count from the middle of their list (5176, 16). */
function call(drawing: Drawing, subroutines: Index, depth: number): 'ended' | 'returned' {
  const bias = subroutines.count < 1240 ? 107 : subroutines.count < 33900 ? 1131 : 32768
  const code = subroutines.item((drawing.numbers.pop() ?? Number.NaN) + bias)
  if (code === undefined) throw new RangeError('the glyph calls a subroutine that is not there')
  return carryOut(drawing, code, depth + 1)
}

class Pen {
  readonly extent = new Extent()
  private x = 0
  private y = 0

  move(dx: number, dy: number): void {
    this.x += dx
    this.y += dy
  }

  line(dx: number, dy: number): void {
    this.extent.add(this.x, this.y)
    this.move(dx, dy)
    this.extent.add(this.x, this.y)
  }

  /** The points that steer a curve count as well: its ink lies between them. */
  curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void {
    this.line(dx1, dy1)
    this.line(dx2, dy2)
    this.line(dx3, dy3)
  }
}

type Draw = (pen: Pen, numbers: readonly number[]) => void

/**
 * The operators of paths by their numbers. Those that move take the last numbers: one before them is the glyph's width.
 * Operators that reckon are not among them: fonts make no use of them any more.
 */
const PATHS: Readonly<Record<number, Draw>> = {
  4: (pen, numbers) => pen.move(0, last(numbers, 0)), // vmoveto
  5: (pen, numbers) => lines(pen, numbers), // rlineto
  6: (pen, numbers) => turningLines(pen, numbers, 'across'), // hlineto
  7: (pen, numbers) => turningLines(pen, numbers, 'upwards'), // vlineto
  8: (pen, numbers) => curves(pen, numbers), // rrcurveto
  21: (pen, numbers) => pen.move(last(numbers, 1), last(numbers, 0)), // rmoveto
  22: (pen, numbers) => pen.move(last(numbers, 0), 0), // hmoveto
  24: (pen, numbers) => {
    // rcurveline
    curves(pen, numbers.slice(0, -2))
    lines(pen, numbers.slice(-2))
  },
  25: (pen, numbers) => {
    // rlinecurve
    lines(pen, numbers.slice(0, -6))
    curves(pen, numbers.slice(-6))
  },
  26: (pen, numbers) => straightCurves(pen, numbers, 'upwards'), // vvcurveto
  27: (pen, numbers) => straightCurves(pen, numbers, 'across'), // hhcurveto
  30: (pen, numbers) => turningCurves(pen, numbers, 'upwards'), // vhcurveto
  31: (pen, numbers) => turningCurves(pen, numbers, 'across'), // hvcurveto
  3106: (pen, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0]) => {
    // hflex
    curves(pen, [a, 0, b, c, d, 0, e, 0, f, -c, g, 0])
  },
  3107: (pen, numbers) => curves(pen, numbers.slice(0, 12)), // flex
  3108: (pen, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]) => {
    // hflex1
    curves(pen, [a, b, c, d, e, 0, f, 0, g, h, i, -(b + d + h)])
  },
  3109: (pen, numbers) => {
    // flex1
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, end = 0] = numbers
    const [dx, dy] = [a + c + e + g + i, b + d + f + h + j]
    const isAcross = Math.abs(dx) > Math.abs(dy)
    curves(pen, [...numbers.slice(0, 10), isAcross ? end : -dx, isAcross ? -dy : end])
  },
}

function last(numbers: readonly number[], before: number): number {
  return numbers[numbers.length - 1 - before] ?? 0
}

function lines(pen: Pen, numbers: readonly number[]): void {
  for (let at = 0; at + 1 < numbers.length; at += 2) pen.line(numbers[at]!, numbers[at + 1]!)
}

function curves(pen: Pen, numbers: readonly number[]): void {
  for (let at = 0; at + 5 < numbers.length; at += 6) {
    const [a, b, c, d, e, f] = numbers.slice(at, at + 6) as [number, number, number, number, number, number]
    pen.curve(a, b, c, d, e, f)
  }
}

type Direction = 'across' | 'upwards'

/** Lines across and upwards by turns. */
function turningLines(pen: Pen, numbers: readonly number[], first: Direction): void {
  numbers.forEach((number, index) => {
    if ((index % 2 === 0) === (first === 'across')) pen.line(number, 0)
    else pen.line(0, number)
  })
}

/** Curves that begin and end in one direction; only the first may begin a little aside of it. */
function straightCurves(pen: Pen, numbers: readonly number[], direction: Direction): void {
  const start = numbers.length % 4
  for (let at = start; at + 3 < numbers.length; at += 4) {
    const aside = at === start && start > 0 ? numbers[0]! : 0
    const [a, b, c, d] = numbers.slice(at, at + 4) as [number, number, number, number]
    if (direction === 'across') pen.curve(a, aside, b, c, d, 0)
    else pen.curve(aside, a, b, c, 0, d)
  }
}

/** Curves that begin across and end upwards, and the other way round, by turns; only the last may end a little aside. */
function turningCurves(pen: Pen, numbers: readonly number[], first: Direction): void {
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [a, b, c, d] = numbers.slice(at, at + 4) as [number, number, number, number]
    const aside = numbers.length - at === 5 ? numbers[at + 4]! : 0
    if ((at % 8 === 0) === (first === 'across')) pen.curve(a, 0, b, c, aside, d)
    else pen.curve(0, a, b, c, d, aside)
  }
}
