/** The numbers and bullets that Word counts by itself (ECMA-376 part 1, 17.9), as the text that it shows. */

import { childOf, childrenOf, type Element } from '../package/xml-elements.js'
import { writeCount } from './count-words.js'
import type { NumberingReference } from './styles.js'
import { isOn } from './styles.js'
import { symbolOf } from './symbols.js'

interface Level {
  readonly start: number
  readonly format: string
  /** `第%1章`. */
  readonly text: string
  /** What stands behind the number. */
  readonly suffix: string
  readonly font: string
  readonly isLegal: boolean
  /** The level begins anew after a paragraph of this level or one above; 0 never. */
  readonly restart: number | undefined
}

interface List {
  readonly abstract: string
  readonly levels: readonly (Level | undefined)[]
  readonly starts: ReadonlyMap<number, number>
}

/** Word draws a tab here; a plan has none, and a full-width blank sets a text off as far. */
const TAB = '　'

export class WordNumbering {
  private readonly lists = new Map<string, List>()
  /** How far each level has counted, by the abstract list: several lists may count on together. */
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(root: Element | undefined) {
    if (root === undefined) return
    const abstracts = new Map(
      childrenOf(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
    )
    for (const num of childrenOf(root, 'w:num')) {
      const abstract = childOf(num, 'w:abstractNumId')?.attributes['w:val'] ?? ''
      this.lists.set(num.attributes['w:numId'] ?? '', readList(num, abstract, abstracts.get(abstract)))
    }
  }

  /** Counts a paragraph and gives the text that stands before it; empty for a paragraph of no list. */
  next({ id, level }: NumberingReference): string {
    const list = this.lists.get(id)
    const current = list?.levels[level]
    if (list === undefined || current === undefined) return ''
    const counts = this.countsOf(list.abstract, id, list.starts)
    counts[level] = counts[level] === undefined ? (list.starts.get(level) ?? current.start) : counts[level] + 1
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = list.levels[deeper]?.restart
      if (restart === undefined || (restart > 0 && level < restart)) counts[deeper] = undefined
    }
    const text = fill(current, list, counts)
    return text === '' ? '' : text + current.suffix
  }

  /** A list that overrides where it starts begins anew when it is met first. */
  private countsOf(abstract: string, id: string, starts: ReadonlyMap<number, number>): (number | undefined)[] {
    const counts = this.counts.get(abstract) ?? []
    this.counts.set(abstract, counts)
    if (!this.begun.has(id)) for (const level of starts.keys()) counts[level] = undefined
    this.begun.add(id)
    return counts
  }
}

function fill({ format, text, font, isLegal }: Level, list: List, counts: readonly (number | undefined)[]): string {
  if (format === 'bullet') return [...text].map((sign) => bullet(sign, font)).join('')
  return text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    const other = list.levels[level]
    const count = counts[level] ?? other?.start ?? 1
    return writeCount(count, isLegal ? 'decimal' : (other?.format ?? 'decimal'))
  })
}

/** A bullet of a symbol font that no table knows still is a bullet. */
function bullet(sign: string, font: string): string {
  const code = sign.codePointAt(0)!
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  return symbolOf(code, font) ?? (isPrivate ? '・' : sign)
}

function readList(num: Element, abstract: string, definition: Element | undefined): List {
  const levels = new Map<number, Level>()
  for (const each of definition === undefined ? [] : childrenOf(definition, 'w:lvl')) {
    levels.set(Number(each.attributes['w:ilvl'] ?? 0), readLevel(each))
  }
  const starts = new Map<number, number>()
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = Number(override.attributes['w:ilvl'] ?? 0)
    const own = childOf(override, 'w:lvl')
    if (own !== undefined) levels.set(level, readLevel(own))
    const start = childOf(override, 'w:startOverride')?.attributes['w:val']
    if (start !== undefined) starts.set(level, Number(start))
  }
  return { abstract, levels: Array.from({ length: 9 }, (_, level) => levels.get(level)), starts }
}

function readLevel(level: Element): Level {
  const value = (name: string) => childOf(level, name)?.attributes['w:val']
  const suffix = value('w:suff') ?? 'tab'
  const fonts = childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes ?? {}
  const legal = childOf(level, 'w:isLgl')
  const restart = value('w:lvlRestart')
  return {
    start: Number(value('w:start') ?? 0),
    format: value('w:numFmt') ?? 'decimal',
    text: value('w:lvlText') ?? '',
    suffix: suffix === 'tab' ? TAB : suffix === 'space' ? ' ' : '',
    font: fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '',
    isLegal: legal !== undefined && isOn(legal.attributes['w:val'] ?? 'true'),
    restart: restart === undefined ? undefined : Number(restart),
  }
}
