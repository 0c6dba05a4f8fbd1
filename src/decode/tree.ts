/** What a YAML or JSON file holds before anyone judges its shape: maps, lists and texts, each with its position. */

import type { Position } from '../domain/diagnostic.js'
import { shorten } from '../domain/messages/shorten.js'
import type { Loss } from './loss.js'

export type Tree = TreeMap | TreeList | TreeText | TreeNothing

export interface TreeMap {
  readonly tag: 'map'
  readonly at: Position
  readonly loss?: Loss
  readonly entries: readonly TreeEntry[]
}

export interface TreeEntry {
  readonly key: string
  readonly keyAt: Position
  readonly value: Tree
}

export interface TreeList {
  readonly tag: 'list'
  readonly at: Position
  readonly loss?: Loss
  readonly items: readonly Tree[]
}

/** Every scalar is a text, as it is written: `2018`, `true` and `007` too. */
export interface TreeText {
  readonly tag: 'text'
  /** Where the first line of the text stands. */
  readonly at: Position
  readonly text: string
  /** The text's lines follow one another in the file, so that line n of it stands n lines below `at`. */
  readonly lineByLine: boolean
  readonly loss?: Loss
}

/** No value: nothing behind the key, or a word that says so. */
export interface TreeNothing {
  readonly tag: 'nothing'
  readonly at: Position
  /** JSON's `null`: it is meant, and as good as no key. */
  readonly isMeant: boolean
  readonly loss?: Loss
}

/** The Japanese word for what a node is, for messages. */
export function describeTree(tree: Tree): string {
  switch (tree.tag) {
    case 'map':
      return '「キー: 値」の並び'
    case 'list':
      return '「- 」の並び'
    case 'text':
      return `「${shorten(tree.text)}」`
    case 'nothing':
      return '値なし'
  }
}
