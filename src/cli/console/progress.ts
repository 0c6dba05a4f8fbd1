/** A progress bar for the person who waits: only on a terminal, and only where the work takes longer than a second. */

import type { Console } from './console.js'

/** Nobody needs a bar for less, in milliseconds. */
const PATIENCE = 1000

const WIDTH = 24

export interface Progress {
  advance(): void
  end(): void
}

export function startProgress(total: number, console: Console): Progress {
  const start = performance.now()
  let done = 0
  let shown = false
  const show = () => {
    shown = true
    console.status?.(progressLine(done, total, performance.now() - start))
  }
  const timer = setTimeout(show, PATIENCE).unref()
  return {
    advance() {
      done += 1
      if (shown || performance.now() - start > PATIENCE) show()
    },
    end() {
      clearTimeout(timer)
      if (shown) console.status?.('')
    },
  }
}

/** `[######------------------] 30／120 計画　残り約 12 秒`; `elapsed` in milliseconds. */
export function progressLine(done: number, total: number, elapsed: number): string {
  const filled = Math.floor((done / total) * WIDTH)
  const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled)
  const counts = `[${bar}] ${done.toLocaleString('ja')}／${total.toLocaleString('ja')} 計画`
  return done === 0 ? counts : `${counts}　残り約 ${duration(((total - done) * elapsed) / done)}`
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分`
}
