/** Values within brackets, as JSON writes them: a plan file that is JSON, and the lists in brackets of one that is not. */

import type { FileValue } from '../plan-tree.js'
import { quote } from '../yaml-text.js'

export function writeFlow(value: FileValue | string): string {
  if (typeof value === 'string') return quote(value)
  switch (value.tag) {
    case 'text':
      return quote(value.text)
    case 'map': {
      const entries = [...value.entries].filter(([, each]) => each.tag !== 'text' || !each.isImplied)
      return `{ ${entries.map(([key, each]) => `${quote(key)}: ${writeFlow(each)}`).join(', ')} }`
    }
    case 'list':
      return `[${value.items.map(writeFlow).join(', ')}]`
    case 'form':
      return JSON.stringify(value.form)
  }
}
