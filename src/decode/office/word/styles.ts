/** What a Word style says that a reader needs: strokes, hidden text, numbering, and which paragraphs are the title. */

import { isRedColour, type RunMark } from '../office-document.js'
import { childOf, childrenOf, type Element } from '../package/xml-elements.js'

/** What runs carry; `undefined` leaves it to the style above. */
export type RunLook = Readonly<Partial<Record<RunMark | 'hidden', boolean>>>

export interface NumberingReference {
  readonly id: string
  readonly level: number
}

interface Style {
  readonly base: string | undefined
  readonly look: RunLook
  readonly numbering: NumberingReference | undefined
  readonly isTitle: boolean
}

export class WordStyles {
  private readonly styles: ReadonlyMap<string, Style>
  private readonly usual: string | undefined

  constructor(root: Element | undefined) {
    const all = root === undefined ? [] : childrenOf(root, 'w:style')
    this.styles = new Map(all.map((each) => [each.attributes['w:styleId'] ?? '', readStyle(each)]))
    const usual = all.find(
      ({ attributes }) => attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? 'false'),
    )
    this.usual = usual?.attributes['w:styleId']
  }

  /** The look of a run: its own, its style's, that of its paragraph's style. */
  lookOf(properties: Element | undefined, paragraphStyle: string | undefined): RunLook {
    const style = childOf(properties, 'w:rStyle')?.attributes['w:val']
    return {
      ...this.inherited(paragraphStyle ?? this.usual, ({ look }) => look),
      ...this.inherited(style, ({ look }) => look),
      ...readLook(properties),
    }
  }

  numberingOf(style: string | undefined): NumberingReference | undefined {
    return this.chain(style ?? this.usual).find(({ numbering }) => numbering !== undefined)?.numbering
  }

  isTitle(style: string | undefined): boolean {
    return this.chain(style).some(({ isTitle }) => isTitle)
  }

  private inherited(style: string | undefined, pick: (style: Style) => RunLook): RunLook {
    return Object.assign({}, ...this.chain(style).toReversed().map(pick))
  }

  /** A style and those that it is based on, the nearest first. */
  private chain(id: string | undefined): Style[] {
    const chain: Style[] = []
    for (let style = this.styles.get(id ?? ''); style !== undefined && chain.length < 20; ) {
      chain.push(style)
      style = this.styles.get(style.base ?? '')
    }
    return chain
  }
}

function readStyle(style: Element): Style {
  const name = childOf(style, 'w:name')?.attributes['w:val'] ?? ''
  return {
    base: childOf(style, 'w:basedOn')?.attributes['w:val'],
    look: readLook(childOf(style, 'w:rPr')),
    numbering: readNumbering(childOf(style, 'w:pPr')),
    isTitle: /^(?:title|表題)$/i.test(name),
  }
}

/** `w:numPr` of a paragraph's or a style's properties; the id 0 takes a numbering away (17.9.18). */
export function readNumbering(properties: Element | undefined): NumberingReference | undefined {
  const found = childOf(properties, 'w:numPr')
  const id = childOf(found, 'w:numId')?.attributes['w:val']
  if (id === undefined) return undefined
  return { id, level: Number(childOf(found, 'w:ilvl')?.attributes['w:val'] ?? 0) }
}

export function readLook(properties: Element | undefined): RunLook {
  if (properties === undefined) return {}
  const look: Record<string, boolean> = {}
  const flag = (name: string) => {
    const found = childOf(properties, name)
    return found === undefined ? undefined : isOn(found.attributes['w:val'] ?? 'true')
  }
  const set = (mark: RunMark | 'hidden', value: boolean | undefined) => {
    if (value !== undefined) look[mark] = value
  }
  set('bold', flag('w:b'))
  set('strike', flag('w:strike') || flag('w:dstrike') ? true : (flag('w:strike') ?? flag('w:dstrike')))
  set('hidden', flag('w:vanish'))
  const line = childOf(properties, 'w:u')?.attributes['w:val']
  set('underline', line === undefined ? undefined : line !== 'none')
  const colour = childOf(properties, 'w:color')?.attributes['w:val']
  set('red', colour === undefined ? undefined : isRedColour(colour))
  const script = childOf(properties, 'w:vertAlign')?.attributes['w:val']
  if (script !== undefined) {
    set('superscript', script === 'superscript')
    set('subscript', script === 'subscript')
  }
  return look
}

export function isOn(value: string): boolean {
  return !['0', 'false', 'off', 'none'].includes(value)
}

/** The tracked change that stands on an element's mark: of a paragraph's end, of a row. */
export function markedRevision(properties: Element | undefined): Element | undefined {
  return ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].map((name) => childOf(properties, name)).find((each) => each)
}
