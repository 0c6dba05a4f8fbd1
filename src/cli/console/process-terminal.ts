/** The terminal of this process, or the pipes and files in its place. */

import { availableParallelism } from 'node:os'
import { EXIT, type Terminal } from './console.js'

/** Colours follow NO_COLOR (https://no-color.org) and the terminal. */
export function processTerminal(): Terminal {
  const isTerminal = process.stderr.isTTY === true && process.env.TERM !== 'dumb'
  const status = isTerminal ? statusLine(process.stderr) : undefined
  const print = (stream: NodeJS.WriteStream) => (line: string) => {
    status?.('')
    stream.write(`${line}\n`)
  }
  process.stdout.on('error', tellLost)
  // Nothing is left to tell it to.
  process.stderr.on('error', () => {})
  return {
    out: print(process.stdout),
    err: print(process.stderr),
    colours: process.stderr.isTTY === true && !process.env.NO_COLOR,
    env: process.env,
    cores: availableParallelism(),
    ...(status === undefined ? {} : { status }),
    interrupted() {
      const controller = new AbortController()
      process.once('SIGINT', () => controller.abort())
      return controller.signal
    },
  }
}

/** Whoever reads the lines may stop reading (`| head -1`); a full disk behind stdout is a failure. */
function tellLost({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return
  process.stderr.write(`エラー: 標準出力に書き出せません（${code ?? '原因不明'}）。\n`)
  process.once('exit', () => {
    process.exitCode = EXIT.cannotWrite
  })
}

/** Erase in line (ECMA-48 EL) takes away what stood there. */
function statusLine(stream: NodeJS.WriteStream): (line: string) => void {
  let shown = false
  return (line) => {
    if (shown || line !== '') stream.write(`\r\u001b[K${line}`)
    shown = line !== ''
  }
}
