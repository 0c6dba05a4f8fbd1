/** Characters of the symbol fonts that Word takes its bullets and boxes from, as the signs that they look like. */

/** By font and by the last byte of the code: Word stores F0xx or xx (ECMA-376 part 1, 17.3.3.30 sym). */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    110: '■',
    111: '□',
    112: '□',
    113: '□',
    114: '□',
    115: '◆',
    116: '◆',
    117: '◆',
    118: '❖',
    119: '◆',
    129: '①',
    130: '②',
    131: '③',
    132: '④',
    133: '⑤',
    159: '・',
    160: '・',
    161: '○',
    167: '■',
    168: '□',
    216: '➢',
    223: '←',
    224: '→',
    232: '→',
    252: '✓',
    254: '☑',
  },
  symbol: { 45: '−', 174: '→', 180: '×', 183: '・', 176: '°', 177: '±', 163: '≤', 179: '≥' },
}

/** The sign that a character of such a font shows; undefined where this table does not know it. */
export function symbolOf(code: number, font: string): string | undefined {
  return SIGNS[font.toLowerCase()]?.[code & 0xff]
}
