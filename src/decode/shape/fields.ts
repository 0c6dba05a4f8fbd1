/** Reads the values of a map that has been judged: what is not there is an empty text, 0 or no. */

import type { Position } from '../../domain/diagnostic.js'
import type { Tree, TreeMap } from '../tree.js'
import { YES } from './shape.js'
import { toNumber } from './validate.js'

export class Fields {
  constructor(readonly tree: TreeMap) {}

  has(key: string): boolean {
    return this.value(key) !== undefined
  }

  text(key: string): string {
    const value = this.value(key)
    if (value?.tag === 'list') return value.items.map((item) => (item.tag === 'text' ? item.text : '')).join('\n')
    return value?.tag === 'text' ? value.text : ''
  }

  /** Undefined where no text stands behind the key. */
  maybe(key: string): string | undefined {
    const value = this.value(key)
    return value?.tag === 'text' || value?.tag === 'list' ? this.text(key) : undefined
  }

  /** Of a list, or the one that stands alone. */
  texts(key: string): string[] {
    const value = this.value(key)
    if (value?.tag === 'text') return [value.text]
    return value?.tag === 'list' ? value.items.flatMap((item) => (item.tag === 'text' ? [item.text] : [])) : []
  }

  number(key: string): number {
    return toNumber(this.text(key))
  }

  flag(key: string): boolean {
    return YES.includes(this.text(key))
  }

  choice<V>(key: string, choices: Readonly<Record<string, V>>, otherwise: V): V {
    return choices[this.text(key)] ?? otherwise
  }

  map(key: string): Fields {
    const value = this.value(key)
    return new Fields(value?.tag === 'map' ? value : { tag: 'map', at: this.tree.at, entries: [] })
  }

  maps(key: string): Fields[] {
    const value = this.value(key)
    return value?.tag === 'list' ? value.items.flatMap((item) => (item.tag === 'map' ? [new Fields(item)] : [])) : []
  }

  /** Where the value stands; where its map does, if there is none. */
  placeOf(key: string): Position {
    return (this.value(key) ?? this.tree).at
  }

  value(key: string): Tree | undefined {
    return this.tree.entries.find((entry) => entry.key === key)?.value
  }
}
