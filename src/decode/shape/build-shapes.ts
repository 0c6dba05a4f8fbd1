/** Builders of shapes: what a key wants, said in a word. */

import type { KeyShape, ListShape, MapShape, Shape } from './shape.js'

export function map(name: string, keys: Readonly<Record<string, KeyShape>>): MapShape {
  return { tag: 'map', name, keys }
}

export function list(of: Shape): ListShape {
  return { tag: 'list', of, atLeast: 1 }
}

export function choice(choices: Readonly<Record<string, unknown>>): Shape {
  return { tag: 'choice', choices: Object.keys(choices) }
}

export function between(least: number, most: number): Shape {
  return { tag: 'number', least, most }
}

export function count(least: number, most: number): Shape {
  return { tag: 'number', least, most, whole: true }
}

export function flag(description: string): KeyShape {
  return { shape: { tag: 'flag' }, description }
}

export function required(shape: Shape, description: string, ...examples: string[]): KeyShape {
  return { shape, required: true, description, ...(examples.length === 0 ? {} : { examples }) }
}

export function optional(shape: Shape, description: string): KeyShape {
  return { shape, description }
}

/** The shape of a map that says only what differs. Lists are given whole or not at all. */
export function allOptional(shape: MapShape): MapShape {
  const keys = Object.entries(shape.keys).map(([name, { required: _, ...key }]): [string, KeyShape] => [
    name,
    key.shape.tag === 'map' ? { ...key, shape: allOptional(key.shape) } : key,
  ])
  return { ...shape, keys: Object.fromEntries(keys) }
}
