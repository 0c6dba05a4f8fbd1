/** Files followed on the disk: a word each time that one of them was saved, however the editor does it. */

import { type FSWatcher, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stampOf } from './input-files.js'
import { lookUp } from './look-up.js'

/** A save may be several writes, or a rename: it is over when nothing has happened for so long, in milliseconds. */
const QUIET = 30

/** Network drives and folders that are made anew send no word: so the files are also looked at, in milliseconds. */
const LOOK = 1000

/**
 * Yields after every save of one of the paths, with the moment of its end (`performance.now`), until the signal.
 * `paths` is asked anew each time. What happens while the caller is busy is yielded afterwards.
 */
export async function* saves(paths: () => ReadonlySet<string>, signal: AbortSignal): AsyncGenerator<number> {
  const watchers = new Map<string, FSWatcher>()
  let stamps = stampAll(paths())
  let touched = false
  let last = 0
  let wake = () => {}
  const touch = () => {
    touched = true
    last = performance.now()
    wake()
  }
  const look = () => {
    followFolders(watchers, paths(), touch)
    if ([...stampAll(paths())].some(([path, stamp]) => stamps.get(path) !== stamp)) touch()
  }
  const timer = setInterval(look, LOOK)
  signal.addEventListener('abort', () => wake())
  try {
    while (!signal.aborted) {
      look()
      if (!touched) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      while (touched && !signal.aborted) {
        touched = false
        await wait(QUIET)
      }
      if (signal.aborted) return
      stamps = stampAll(paths())
      yield last
    }
  } finally {
    clearInterval(timer)
    for (const watcher of watchers.values()) watcher.close()
  }
}

function stampAll(paths: Iterable<string>): ReadonlyMap<string, string> {
  return new Map([...paths].map((path) => [path, stampOf(path)]))
}

/** Watches folders and not files: a file that is saved by a rename is another file of the same name. */
function followFolders(watchers: Map<string, FSWatcher>, paths: ReadonlySet<string>, touch: () => void): void {
  const wanted = new Map([...paths].flatMap((path) => [path, dirname(path)]).flatMap(identify))
  for (const [key, watcher] of watchers) {
    if (wanted.has(key)) continue
    watcher.close()
    watchers.delete(key)
  }
  for (const [key, folder] of wanted) {
    if (watchers.has(key)) continue
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || paths.has(folder) || paths.has(join(folder, name))) touch()
      })
      watchers.set(
        key,
        watcher.on('error', () => watcher.close()),
      )
    } catch {
      // Where folders cannot be watched, they are looked at.
    }
  }
}

/** A folder under a name that stays its own: one that is deleted and made anew is another. */
function identify(path: string): readonly (readonly [key: string, folder: string])[] {
  const stat = lookUp(path)
  return stat?.isDirectory() ? [[`${stat.ino} ${path}`, path]] : []
}
