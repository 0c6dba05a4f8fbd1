/** The shape that a file must have, as data: the validator, the messages and the JSON Schema all go by it. */

import type { Said } from '../../domain/messages/say.js'

export type Shape =
  | TextShape
  | { readonly tag: 'number'; readonly least: number; readonly most: number; readonly whole?: boolean }
  | { readonly tag: 'flag' }
  | { readonly tag: 'choice'; readonly choices: readonly string[] }
  | ListShape
  /** One text, or several in a list. */
  | { readonly tag: 'texts'; readonly of: TextShape }
  | MapShape
  | EitherShape
  | NamedShape
  | ByYearShape

export interface TextShape {
  readonly tag: 'text'
  /** May be empty, may have several lines, may be a list of texts. */
  readonly manyLines: boolean
  readonly mayBeEmpty: boolean
  /** What YAML may keep of what is typed; left out: nothing, for the text is printed to the letter. */
  readonly mayLose?: 'remarks' | 'anything'
  /** What to write where nothing stands behind the key. */
  readonly ifNothing?: string
  /** Says in Japanese what is wrong with a text, where something is. */
  readonly judge?: (text: string) => Said | undefined
}

export interface ListShape {
  readonly tag: 'list'
  readonly of: Shape
  /** Of each item by its index, where a file's items are known before it is judged. */
  readonly items?: readonly Shape[]
  readonly atLeast: number
  readonly atMost?: number
}

export interface MapShape {
  readonly tag: 'map'
  /** What the map is, in Japanese, for messages: 「行」. */
  readonly name: string
  readonly keys: Readonly<Record<string, KeyShape>>
  /** What a key of an older make stands for: it is read, and nobody is told to write it. */
  readonly former?: (key: string) => KeyShape | undefined
}

/** A map whose shape goes by whether it has a key. */
export interface EitherShape {
  readonly tag: 'either'
  readonly key: string
  readonly having: MapShape | EitherShape
  readonly lacking: MapShape | EitherShape
}

/** The name of something, or the thing itself as a map or a list. */
export interface NamedShape {
  readonly tag: 'named'
  readonly name: TextShape
  readonly whole: MapShape | EitherShape | ListShape
}

export interface ListShape {
  readonly tag: 'list'
  readonly of: Shape
  readonly atLeast: number
  readonly atMost?: number
}

/** A map from fiscal years, however they are written, to texts; or one of the texts that may stand for all of them. */
export interface ByYearShape {
  readonly tag: 'by-year'
  readonly of: TextShape
  readonly forAll: readonly string[]
}

export interface KeyShape {
  readonly shape: Shape
  readonly required?: boolean
  /** One Japanese sentence for people who fill in the file. */
  readonly description: string
  readonly examples?: readonly string[]
  /** Why the key cannot stand here, though it does elsewhere in such a file. */
  readonly refused?: Said
}

/** A text of one line that says something. */
export const LINE: TextShape = { tag: 'text', manyLines: false, mayBeEmpty: false }
/** A text that says something, in one line or several. */
export const TITLE: TextShape = { tag: 'text', manyLines: true, mayBeEmpty: false }
/** A line behind which a remark may stand. */
export const REMARKED: TextShape = { ...LINE, mayLose: 'remarks' }
/** The name of something, which is not printed. */
export const NAME: TextShape = { ...LINE, mayLose: 'anything' }
/** A text of any number of lines, or none. */
export const LINES: TextShape = { tag: 'text', manyLines: true, mayBeEmpty: true }

export const YES = ['true', 'はい']
export const NO = ['false', 'いいえ']
