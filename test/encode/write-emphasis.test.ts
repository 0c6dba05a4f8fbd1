/** Marks that are written are read again as the same marks. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMarkedText } from '../../src/decode/office/plan/marked-text.js'
import { readEmphasis } from '../../src/decode/plan/read-emphasis.js'
import type { MarkedText } from '../../src/domain/plan.js'
import { writeEmphasis } from '../../src/encode/write-emphasis.js'

const piece = fc.record({
  text: fc
    .array(fc.constantFrom('甲', '乙', ' ', '*', '**', '_', '__', '~~', ',', ',,', '^', '\\', '***'), { maxLength: 3 })
    .map((all) => all.join('')),
  marks: fc.subarray(['bold', 'underline', 'strike', 'superscript', 'subscript', 'red'] as const),
})
const lines = fc.array(fc.record({ pieces: fc.array(piece, { maxLength: 4 }) }), { minLength: 1, maxLength: 3 })

const sorted = ({ text, emphasis = [] }: MarkedText) => ({
  text,
  emphasis: emphasis.map(({ start, end, emphasis: mark }) => `${start}-${end} ${mark}`).sort(),
})

describe('装飾を書く', () => {
  it('書いて読めば同じ装飾', () => {
    fc.assert(
      fc.property(lines, (each) => {
        const marked = toMarkedText(each)
        expect(sorted(readEmphasis(writeEmphasis(marked)))).toEqual(sorted(marked))
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    [[['○声かけを'], ['続ける。', 'strike'], ['広げる。', 'underline']], '○声かけを~~続ける。~~__広げる。__'],
    [
      [
        ['太', 'bold'],
        ['太線', 'bold', 'underline'],
        ['線', 'underline'],
      ],
      '**太__太線__**__線__',
    ],
    [[['x'], ['2', 'superscript'], [' **'], ['強', 'bold']], 'x^^2^^ \\**強'],
  ] as const)('%j は %s', (pieces, typed) => {
    const marked = toMarkedText([
      { pieces: pieces.map(([text, ...marks]) => ({ text: text!, marks: marks as never })) },
    ])
    expect(writeEmphasis(marked)).toBe(typed)
  })
})
