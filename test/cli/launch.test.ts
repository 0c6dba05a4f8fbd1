/** The bundled program: with what V8 compiled at the build, without it and with what V8 refuses, and never written to. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'

const FOLDER = mkdtempSync(join(tmpdir(), 'keikaku launch '))
const BUNDLE = join(FOLDER, 'dist/cli/bundle')
const SEED = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
afterAll(() => rmSync(FOLDER, { recursive: true }))

beforeAll(() => {
  cpSync(fileURLToPath(new URL('dist', ROOT)), join(FOLDER, 'dist'), { recursive: true })
  for (const name of ['templates', 'seeds', 'node_modules', 'package.json']) {
    symlinkSync(fileURLToPath(new URL(name, ROOT)), join(FOLDER, name))
  }
  execFileSync(process.execPath, [fileURLToPath(new URL('build/bundle.mjs', ROOT)), FOLDER])
})

/** Builds the seed and returns the documents' names and checksums. */
function build(): readonly string[] {
  const out = mkdtempSync(join(FOLDER, 'out-'))
  execFileSync(process.execPath, [join(FOLDER, 'dist/cli.js'), 'build', SEED, '--out', out])
  return readdirSync(out).map((name) => {
    const hash = createHash('sha256').update(readFileSync(join(out, name)))
    return `${name} ${hash.digest('hex')}`
  })
}

/** Names, sizes and times of the files of the bundle. */
function state(): readonly string[] {
  return readdirSync(BUNDLE).map((name) => {
    const { size, mtimeMs } = statSync(join(BUNDLE, name))
    return `${name} ${size} ${mtimeMs}`
  })
}

const caches = () => readdirSync(BUNDLE).filter((name) => name.endsWith('.cache'))

/** Whether V8 refuses what it compiled at the build. */
function isRefused(): string {
  const code = `import { Bundle } from './dist/cli/launch.js'
    const bundle = new Bundle(new URL('dist/cli/bundle/', 'file://' + process.cwd() + '/'))
    bundle.program()
    console.log(bundle.scripts.get('program').cachedDataRejected)`
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: FOLDER, encoding: 'utf8' }).trim()
}

describe('一つにまとめたプログラム', () => {
  it('組み立てのときに訳したものから始まる', () => {
    expect(isRefused()).toBe('false')
  })

  it('まとめる前のプログラムと同じ文書を作り、自分のファイルには書かない', () => {
    expect(caches()).toContain('program.cache')
    const before = state()
    const documents = build()
    expect(documents).toHaveLength(3)
    expect(state()).toEqual(before)
    writeFileSync(
      join(FOLDER, 'dist/plain.js'),
      `import { processTerminal } from './cli/console/process-terminal.js'
       import { run } from './cli/program.js'
       process.exitCode = await run(process.argv.slice(2), processTerminal(), '')`,
    )
    const out = mkdtempSync(join(FOLDER, 'out-'))
    execFileSync(process.execPath, [join(FOLDER, 'dist/plain.js'), 'build', SEED, '--out', out])
    for (const document of documents) {
      const [name, hash] = document.split(' ')
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, name!)))
          .digest('hex'),
      ).toBe(hash)
    }
  })

  it('この計算機の名前や場所を含まない', () => {
    for (const name of readdirSync(BUNDLE)) {
      const bytes = readFileSync(join(BUNDLE, name))
      const found = [FOLDER, pathToFileURL(FOLDER).href, fileURLToPath(ROOT)].filter((place) => bytes.includes(place))
      expect([name, found]).toEqual([name, []])
    }
  })

  it('別の V8 のものや壊れたものは使わず、なくても同じ文書を作る', () => {
    const documents = build()
    for (const name of caches()) {
      const bytes = readFileSync(join(BUNDLE, name))
      bytes.fill(0xff, 0, 64)
      writeFileSync(join(BUNDLE, name), bytes)
    }
    const damaged = state()
    expect(isRefused()).toBe('true')
    expect(build()).toEqual(documents)
    expect(state()).toEqual(damaged)
    for (const name of caches()) rmSync(join(BUNDLE, name))
    expect(build()).toEqual(documents)
    expect(caches()).toEqual([])
  })

  it('--jobs のスレッドも、まとめたプログラムで動く', () => {
    for (const room of ['decode', 'form', 'layout', 'print', 'render'])
      rmSync(join(FOLDER, 'dist', room), { recursive: true })
    const out = mkdtempSync(join(FOLDER, 'out-'))
    const other = join(FOLDER, 'other.yaml')
    cpSync(SEED, other)
    execFileSync(process.execPath, [join(FOLDER, 'dist/cli.js'), 'build', SEED, other, '--jobs', '2', '--out', out])
    expect(readdirSync(out)).toHaveLength(6)
  })
})
