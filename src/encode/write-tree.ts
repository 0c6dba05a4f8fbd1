/** Keys and values of a plan file as the lines of its block style. */

import type { FileMap, FileValue } from './plan-tree.js'
import { writeEntry, writeKey, writeMap } from './yaml-text.js'

/** Every line of a map; `indent` is that of its keys. */
export function mapLines({ entries }: FileMap, indent: string): string[] {
  return [...entries].flatMap(([key, value]) => entryLines(key, value, indent))
}

export function entryLines(key: string, value: FileValue, indent: string): string[] {
  switch (value.tag) {
    case 'text': {
      if (value.isImplied) return []
      const [first, ...rest] = writeEntry(key, value.text, indent)
      return [`${indent}${first}`, ...rest]
    }
    case 'map':
      return [`${indent}${writeKey(key)}:`, ...mapLines(value, `${indent}  `)]
    case 'list':
      return [`${indent}${writeKey(key)}:`, ...value.items.flatMap((item) => itemLines(item, `${indent}  `))]
    case 'form':
      return [`${indent}${writeKey(key)}:`, ...writeMap(value.form, `${indent}  `)]
  }
}

/** An item of a list; `indent` is that of its dash. */
export function itemLines(item: FileMap, indent: string): string[] {
  const [first = '', ...rest] = mapLines(item, `${indent}  `)
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest]
}
