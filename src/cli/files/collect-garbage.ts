/** Frees memory that is no longer used: V8 lets its heap grow to several times as much before it does so itself. */

import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** In bytes. A smaller heap is not worth the time. */
const LARGE = 130e6

let collect: (() => void) | undefined

/** For places where much has just become free. */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size < LARGE) return
  collect ??= findCollector()
  collect()
}

/** What `--expose-gc` shows. The flag is taken back: V8 would refuse what it compiled at the build without it. */
function findCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const found = runInNewContext('globalThis.gc') as (() => void) | undefined
  setFlagsFromString('--no-expose-gc')
  return found ?? (() => {})
}
