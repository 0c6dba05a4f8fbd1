/**
 * The program from its bundle, in a third of the time that its modules take to load: `npm run build` puts this file in
 * the place of `cli.js`. A script comes with the functions that V8 compiled when it was built; where V8 is another one
 * it refuses them and compiles anew.
 */

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import type { Terminal } from './console/console.js'
import type { run } from './program.js'

/** What the main script exports. */
interface Program {
  readonly run: typeof run
  /** What a thread of `build --jobs` does. */
  readonly serveBuilds: () => void
  readonly processTerminal: () => Terminal
}

/** A CommonJS module and the URL that it takes for its own. */
type Wrapped = (module: { exports: unknown }, require: (name: string) => unknown, url: string) => void

/** Libraries that are scripts of their own, loaded when they are used, begin so in `require`. */
const OWN = 'bundled:'

/** The scripts of a bundle as they are loaded, by name. */
export class Bundle {
  readonly scripts = new Map<string, Script>()
  private readonly loaded = new Map<string, unknown>()
  private readonly require: NodeJS.Require

  /** `folder` ends in a slash. It stands as deep in `dist` as the modules that were bundled. */
  constructor(private readonly folder: URL) {
    this.require = createRequire(folder)
  }

  program(): Program {
    return this.load('program') as Program
  }

  private load(name: string): unknown {
    if (this.loaded.has(name)) return this.loaded.get(name)
    const file = new URL(`${name}.cjs`, this.folder)
    const cache = new URL(`${name}.cache`, this.folder)
    // Bundles are written in ASCII.
    const source = readFileSync(file, 'latin1')
    const script = new Script(source, {
      filename: `${name}.cjs`,
      ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
    })
    this.scripts.set(name, script)
    const module = { exports: {} as unknown }
    const find = (wanted: string) =>
      wanted.startsWith(OWN) ? this.load(wanted.slice(OWN.length)) : this.require(wanted)
    ;(script.runInThisContext() as Wrapped)(module, find, file.href)
    this.loaded.set(name, module.exports)
    return module.exports
  }
}
