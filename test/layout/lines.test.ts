/** Laws of line breaking, over random text with odd characters, widths, rules and runs. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineDefinition } from '../../src/definition/form-definition.js'
import type { Paragraph, Run } from '../../src/form/form.js'
import { breakLines } from '../../src/layout/lines/break-lines.js'
import { keepsEdges, mayBreak } from '../../src/layout/lines/kinsoku.js'
import type { Line } from '../../src/layout/page.js'
import { emMeasure } from './em-measure.js'

const size = 9
const tolerance = 1e-6

/** What plans are made of, and what breaks a naive line breaker. */
const word = fc.constantFrom(
  ...[
    '在宅医療',
    '療養',
    'の',
    'を',
    'ネットワーク',
    'づくり',
    'っ',
    'ー',
    '々',
    '、',
    '。',
    '，',
    '．',
    '・',
    '：',
    '！',
    '？',
  ],
  ...[
    '（',
    '）',
    '「',
    '」',
    '【',
    '】',
    '［',
    '｛',
    '｝',
    '“',
    '”',
    '[',
    ']',
    '(',
    ')',
    '"',
    '～',
    '〜',
    '‐',
    '……',
    '――',
  ],
  ...[
    'H30',
    'Ｈ30',
    '２０',
    '10,000',
    '１０，０００',
    '年度',
    '第８次',
    '第',
    '％',
    '℃',
    '￥',
    '№',
    'ＱＯＬ',
    'network',
    'it’s',
  ],
  ...[
    '𠮷',
    '葛󠄀',
    '㈱',
    'ｱ',
    'ｶﾞ',
    'ｯ',
    '｡',
    'か\u3099',
    'ㇷ\u309a',
    'e\u0301',
    '👨‍👩‍👧',
    '🇯🇵',
    '각',
    '\u0e01\u0e33',
    '\u3099',
    '\ud842',
  ],
  ...[' ', '　', '\t', '\u00a0', '\u200b', '\u2060', '\n', '\r\n'],
)
const text = fc.oneof(
  fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
  fc.array(word, { minLength: 60, maxLength: 120 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const rules: fc.Arbitrary<LineDefinition> = fc.record({
  strictness: fc.constantFrom('loose', 'standard', 'strict'),
  pushIn: fc.boolean(),
  hanging: fc.boolean(),
  justify: fc.boolean(),
  markerIndent: fc.boolean(),
})
const width = fc
  .oneof(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 40, noNaN: true }))
  .map((em) => em * size)
const marker = fc.integer({ min: 0, max: 3 })
const marks: fc.Arbitrary<Omit<Run, 'text'>> = fc.constantFrom(
  {},
  { revision: 'inserted' as const },
  { revision: 'deleted' as const, emphasis: ['bold' as const] },
)
const cuts = fc.array(fc.tuple(fc.nat(), marks), { maxLength: 6 })

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const clustersOf = (content: string) => [...graphemes.segment(content)].map(({ segment }) => segment)
const isSpaceOnly = (content: string) => /^[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]*$/.test(content)

function paragraphOf(content: string, units = 0): Paragraph {
  return {
    runs: content === '' ? [] : [{ text: content }],
    marker: Math.min(units, content.length),
    keepWithNext: false,
  }
}

/** The same text in runs, some of them empty. */
function cutRuns(content: string, at: readonly (readonly [number, Omit<Run, 'text'>])[]): Run[] {
  const places = at
    .map(([place, mark]) => ({ place: place % (content.length + 1), mark }))
    .sort((a, b) => a.place - b.place)
  return [{ place: 0, mark: {} }, ...places].map(({ place, mark }, index) => ({
    text: content.slice(place, places[index]?.place ?? content.length),
    ...mark,
  }))
}

function breakText(content: string, em: number, definition: LineDefinition, units = 0): Line[] {
  return breakLines(paragraphOf(content, units), 0, { width: em, size, rules: definition, measure: emMeasure })
}

/** The places inside of a text where a line ends without a line feed. */
function breaksOf(content: string, lines: readonly Line[]): Line[] {
  return lines.slice(0, -1).filter(({ end }) => content[end - 1] !== '\n')
}

describe('行分割の法則', () => {
  it('行をつなぐと段落の本文に戻る', () => {
    fc.assert(
      fc.property(text, width, rules, marker, (content, em, definition, units) => {
        const lines = breakText(content, em, definition, units)
        expect(lines.length).toBeGreaterThan(0)
        expect(lines.map(({ start, end }) => content.slice(start, end)).join('')).toBe(content)
        expect(lines.map(({ start }) => start)).toEqual([0, ...lines.slice(0, -1).map(({ end }) => end)])
        if (content !== '' && !content.endsWith('\n'))
          for (const { start, end } of lines) expect(end).toBeGreaterThan(start)
      }),
    )
  })

  it('欄より広い行はない（欄より広い一字は一行に立つ）', () => {
    fc.assert(
      fc.property(text, width, rules, marker, (content, em, definition, units) => {
        for (const line of breakText(content, em, definition, units)) {
          if (line.indent + line.width <= em + tolerance) continue
          const drawn = clustersOf(drawnOf(line)).filter((cluster) => emMeasure.advance(cluster.codePointAt(0)!) > 0)
          expect(drawn.filter((cluster) => !isSpaceOnly(cluster))).toHaveLength(1)
        }
      }),
    )
  })

  it('欄が広ければ一行になる', () => {
    fc.assert(
      fc.property(text, rules, (content, definition) => {
        const [line, ...others] = breakText(content.replaceAll('\n', ''), Number.POSITIVE_INFINITY, definition)
        expect(others).toEqual([])
        expect(line?.end).toBe(content.replaceAll('\n', '').length)
      }),
    )
  })

  it('書記素の中では改行しない', () => {
    fc.assert(
      fc.property(text, width, rules, (content, em, definition) => {
        const starts = new Set([...graphemes.segment(content)].map(({ index }) => index))
        for (const { end } of breaksOf(content, breakText(content, em, definition))) expect(starts.has(end)).toBe(true)
      }),
    )
  })

  it('禁則を破るのは、行の中に改行してよい所が一つもないときだけ', () => {
    fc.assert(
      fc.property(text, width, rules, marker, (content, em, definition, units) => {
        const { strictness } = definition
        const head = paragraphOf(content, units).marker
        for (const { start, end } of breaksOf(content, breakText(content, em, definition, units))) {
          if (end > head && mayBreak(content, end, strictness)) continue
          const starts = [...graphemes.segment(content)].map(({ index }) => index)
          const inside = starts.filter((at) => at > start && at < end && !isSpaceOnly(content.slice(0, at).slice(head)))
          expect(inside.filter((at) => mayBreak(content, at, strictness))).toEqual([])
          if (!keepsEdges(content, end, strictness))
            expect(inside.filter((at) => keepsEdges(content, at, strictness))).toEqual([])
        }
      }),
    )
  })

  it('行頭に空白は来ない（段落の頭のほか）', () => {
    fc.assert(
      fc.property(text, width, rules, (content, em, definition) => {
        for (const { end } of breaksOf(content, breakText(content, em, definition)))
          expect([' ', '\t', '　', '\u200b']).not.toContain(clustersOf(content.slice(end))[0])
      }),
    )
  })

  it('次の字が入る余地を残して改行しない', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('療', '養', 'の', 'を', '在'), { minLength: 1 }),
        width,
        rules,
        (letters, em, definition) => {
          const content = letters.join('')
          const lines = breakText(content, em, definition)
          const room = Math.max(1, Math.floor(em / size + tolerance))
          expect(lines.map(({ start, end }) => end - start)).toEqual(
            lines.map((_, index) => (index < lines.length - 1 ? room : content.length - room * index)),
          )
        },
      ),
    )
  })

  it('記号の次の字が入るなら、記号だけの行はない', () => {
    fc.assert(
      fc.property(fc.constantFrom('○', '□', '・', '（１）', '(1) '), text, rules, (mark, content, definition) => {
        const body = content.trimStart().replaceAll('\n', '')
        fc.pre(!isSpaceOnly(body))
        const cluster = clustersOf(mark + body).find(
          (_, index, all) => all.slice(0, index).join('').length >= mark.length,
        )!
        const [line] = breakText(mark + body, (3.5 + clustersOf(cluster).length * 3) * size, definition, mark.length)
        expect(line?.end).toBeGreaterThan(mark.length)
      }),
    )
  })
})

describe('割り付けの法則', () => {
  it('印は改行の位置を変えず、切れ目ごとに受け継がれる', () => {
    fc.assert(
      fc.property(text, width, rules, cuts, (content, em, definition, at) => {
        const runs = cutRuns(content, at)
        const request = { width: em, size, rules: definition, measure: emMeasure }
        const marked = breakLines({ ...paragraphOf(content), runs }, 0, request)
        const bare = breakText(content, em, definition)
        expect(marked.map(({ pieces, ...line }) => line)).toEqual(bare.map(({ pieces, ...line }) => line))
        expect(marked.map(drawnOf)).toEqual(bare.map(drawnOf))
        for (const name of ['revision', 'emphasis'] as const)
          expect(marksDrawn(marked, name)).toBe(marksExpected(content, runs, name))
      }),
    )
  })

  it('印も詰めも広げもない行はちょうど一つの部分になる', () => {
    fc.assert(
      fc.property(text, width, rules, (content, em, definition) => {
        for (const line of breakText(content, em, { ...definition, pushIn: false, justify: false }))
          expect(line.pieces.length).toBe(drawnOf(line) === '' ? 0 : 1)
      }),
    )
  })

  it('部分は隙間なく並び、つなぐと行の本文になる', () => {
    fc.assert(
      fc.property(text, width, rules, cuts, (content, em, definition, at) => {
        const runs = cutRuns(content, at)
        const request = { width: em, size, rules: definition, measure: emMeasure }
        for (const line of breakLines({ ...paragraphOf(content), runs }, 3, request)) {
          expect(drawnOf(line)).toBe(visible(content.slice(line.start, line.end)))
          let offset = 0
          for (const piece of line.pieces) {
            expect(piece.offset).toBeCloseTo(offset, 6)
            offset = piece.offset + piece.advance
          }
          const last = drawnOf(line).trimEnd().at(-1) ?? ''
          const hanging =
            definition.hanging && /[、。，．､｡]/.test(last) ? emMeasure.advance(last.codePointAt(0)!) * size : 0
          expect([0, hanging].some((hung) => Math.abs(line.width + hung - offset) < tolerance)).toBe(true)
          expect(line).toMatchObject({ paragraph: 3, size, direction: 'horizontal' })
        }
      }),
    )
  })

  it('両端揃えでは、段落の最後のほかはどの行も幅いっぱいになる', () => {
    fc.assert(
      fc.property(text, width, rules, (content, em, definition) => {
        const lines = breakText(content, em, { ...definition, justify: true })
        for (const line of breaksOf(content, lines)) {
          const drawn = clustersOf(drawnOf(line).trimEnd()).length
          if (drawn > 2) expect(line.indent + line.width).toBeGreaterThan(em - tolerance)
        }
      }),
    )
  })

  it('詰めるのは約物だけで、半角まで', () => {
    fc.assert(
      fc.property(text, width, rules, (content, em, definition) => {
        const lines = breakText(content, em, { ...definition, pushIn: true, justify: false })
        for (const piece of lines.flatMap((line) => line.pieces)) {
          expect(piece.spacing).toBeLessThanOrEqual(0)
          expect(piece.spacing).toBeGreaterThanOrEqual(-size - tolerance)
        }
      }),
    )
  })
})

function drawnOf(line: Line): string {
  return line.pieces.map((piece) => piece.text).join('')
}

function visible(content: string): string {
  return content.replaceAll('\t', ' ').replace(/[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
}

/** One sign for every drawn unit: how it is marked. */
function marksDrawn(lines: readonly Line[], name: 'revision' | 'emphasis'): string {
  return lines
    .flatMap((line) => line.pieces.map((piece) => (piece[name]?.[0] ?? '-').charAt(0).repeat(piece.text.length)))
    .join('')
}

function marksExpected(content: string, runs: readonly Run[], name: 'revision' | 'emphasis'): string {
  const byUnit = runs.flatMap((run) => [...(run[name]?.[0] ?? '-').charAt(0).repeat(run.text.length)])
  return [...graphemes.segment(content)]
    .map(({ segment, index }) => byUnit[index]!.repeat(visible(segment).length))
    .join('')
}
