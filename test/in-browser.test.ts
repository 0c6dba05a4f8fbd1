/** The library bundled for a browser as it stands: no shims, no code made at run time, and the bytes that the program writes. */

import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as library from '../src/index.js'
import { ROOT } from './support/forms.js'
import { runProgram } from './support/run-program.js'

const FOLDER = mkdtempSync(join(tmpdir(), 'keikaku-browser-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

/** Files as texts of base64: what may go into a page. */
type Files = Readonly<Record<'form' | 'font' | 'bold' | 'old' | 'new' | 'taishohyo' | 'summary', string>>

/** Documents by their names, as texts of base64. */
type Documents = Readonly<Record<string, string>>

/** Runs in the page: decode, compare, form, layout, every format. It knows the library and what a browser has. */
async function printAll(files: Files): Promise<Documents> {
  const { keikaku } = globalThis as unknown as { readonly keikaku: typeof library }
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const take = <T>(outcome: library.Outcome<T>): T => {
    if (outcome.ok) return outcome.value
    throw new Error(JSON.stringify(outcome.diagnostics))
  }
  const definition = take(keikaku.decodeForm('form.yaml', bytesOf(files.form), 'official'))
  const face = (file: 'font' | 'bold') => keikaku.openTypeface(bytesOf(files[file]), 'BIZ UDPGothic')
  const fonts = { faces: [face('font')], bolds: () => [face('bold')] }
  const open = (file: 'old' | 'new') => {
    const plan = take(keikaku.decodePlan(take(keikaku.openPlanFile(file, bytesOf(files[file]))), definition))
    return { plan, definition, fonts, file }
  }
  const editions = { old: open('old'), new: open('new') }
  const formats = ['pdf', 'docx', 'xlsx', 'html'] as const
  const plan = take(await keikaku.printPlan(editions.new, { formats }))
  const comparison = take(
    await keikaku.printComparison(editions, keikaku.compareEditions(editions), {
      reports: ['taishohyo', 'miekeshi', 'summary'],
      formats: [...formats, 'json'],
      revisions: 'tracked',
      styles: {
        taishohyo: take(keikaku.decodeTaishohyoStyle('taishohyo', bytesOf(files.taishohyo), 'standard')),
        summary: take(keikaku.decodeSummaryStyle('summary', bytesOf(files.summary), 'standard')),
      },
    }),
  )
  const documents = [...plan, ...comparison].map(({ kind, format, bytes }) => {
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    return [`${kind}.${format}`, btoa(text)] as const
  })
  return Object.fromEntries(documents)
}

const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json')
const read = (path: string | URL) => readFileSync(path).toString('base64')
const FILES: Files = {
  form: read(new URL('templates/official/form.yaml', ROOT)),
  font: read(join(dirname(FONT), '400Regular/BIZUDPGothic_400Regular.ttf')),
  bold: read(join(dirname(FONT), '700Bold/BIZUDPGothic_700Bold.ttf')),
  old: read(new URL('seeds/mogami-h30.yaml', ROOT)),
  new: read(new URL('seeds/mogami-r1.yaml', ROOT)),
  taishohyo: read(new URL('templates/taishohyo/standard.yaml', ROOT)),
  summary: read(new URL('templates/summary/standard.yaml', ROOT)),
}

let bundle = ''
let written: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('dist/index.js', ROOT))],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'keikaku',
    write: false,
    logLevel: 'error',
  })
  bundle = outputFiles[0]!.text
  const seeds = ['mogami-h30', 'mogami-r1'].map((name) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT)))
  for (const args of [
    ['build', seeds[1]!, '--format', 'pdf,docx,xlsx,html'],
    ['diff', ...seeds, '--format', 'pdf,docx,xlsx,html,json'],
  ]) {
    expect(await runProgram([...args, '--out', FOLDER])).toMatchObject({ status: 0 })
  }
  const kinds = readdirSync(FOLDER).map((name) => {
    const kind = name.replace('mogami-h30_mogami-r1.json', 'comparison.json').replace(/^mogami-h30_mogami-r1\./, '')
    return [kind.replace(/^mogami-r1\./, 'plan.'), sha256(readFileSync(join(FOLDER, name)))] as const
  })
  written = Object.fromEntries(kinds)
})

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hashes(documents: Documents): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(documents).map(([name, text]) => [name, sha256(Buffer.from(text, 'base64'))] as const),
  )
}

describe('ブラウザーで作る文書', () => {
  it('Node のものが何もないところでも、プログラムの文書と同じバイト列', async () => {
    expect(Object.keys(written)).toHaveLength(17)
    expect(hashes(await inBareContext())).toEqual(written)
  })

  const CHROMIUM = '/usr/bin/chromium'
  it.runIf(existsSync(CHROMIUM))(`${CHROMIUM} があれば、その中でも`, async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const policy = "default-src 'none'; script-src 'unsafe-inline'"
      await page.setContent(`<meta http-equiv="Content-Security-Policy" content="${policy}">`)
      await page.addScriptTag({ content: bundle })
      expect(hashes(await page.evaluate(printAll, FILES))).toEqual(written)
    } finally {
      await browser.close()
    }
  })
})

/** JavaScript itself and the few things of a browser that the library asks for; a string is no code here. */
async function inBareContext(): Promise<Documents> {
  const { setTimeout, clearTimeout, queueMicrotask, atob, btoa } = globalThis
  const encode = (text: string) => Array.from(new TextEncoder().encode(text))
  const decode = (bytes: Uint8Array, label?: string) => new TextDecoder(label).decode(bytes)
  const context = createContext(
    { setTimeout, clearTimeout, queueMicrotask, atob, btoa, encode, decode },
    { codeGeneration: { strings: false, wasm: false } },
  )
  runInContext(
    `globalThis.self = globalThis
     globalThis.TextEncoder = class { encode(text) { return Uint8Array.from(encode(text)) } }
     globalThis.TextDecoder = class { constructor(label) { this.decode = (bytes) => decode(bytes, label) } }`,
    context,
  )
  runInContext(`${bundle}\nglobalThis.keikaku = keikaku`, context)
  return runInContext(`(${printAll.toString()})`, context)(FILES)
}
