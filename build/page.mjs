/**
 * Makes dist/keikaku.html: the whole program in one file that a browser opens from a folder. `npm run build:page`; prints
 * the file's path as its last line.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../', import.meta.url))
const browser = join(root, 'src/browser')
const target = join(root, 'dist/keikaku.html')

/** Files of the packages that hold them. */
const FONTS = {
  regular: ['@expo-google-fonts/biz-udpgothic', '400Regular/BIZUDPGothic_400Regular.ttf'],
  bold: ['@expo-google-fonts/biz-udpgothic', '700Bold/BIZUDPGothic_700Bold.ttf'],
  signs: ['dejavu-fonts-ttf', 'ttf/DejaVuSans.ttf'],
}

const script = await bundle('page.ts')
const styles = (await bundle('page.css')).trim()
const resources = { templates: textsUnder('templates'), seeds: textsUnder('seeds', /\.yaml$/) }
const values = {
  styles,
  script,
  policy: policyFor(script, styles),
  resources: pack(JSON.stringify(resources)),
  core: pack(await bundle('worker/core.ts')),
  writers: pack(await bundle('worker/writers.ts')),
  ...Object.fromEntries(
    Object.entries(FONTS).map(([name, [of, path]]) => [name, pack(readFileSync(packageFile(of, path)))]),
  ),
}
const template = readFileSync(join(browser, 'page.html'), 'utf8')
mkdirSync(dirname(target), { recursive: true })
writeFileSync(
  target,
  template.replace(/(?:\/\* )?__(\w+)__(?: \*\/)?/g, (_, name) => values[name]),
)
console.log(target)

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(browser, entry)],
    bundle: true,
    write: false,
    minify: true,
    // Nothing of it ends the script that it stands in.
    charset: 'ascii',
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  })
  return outputFiles[0].text
}

/** Nothing is fetched and nothing runs but what stands in the file; nothing is made code. */
function policyFor(script, styles) {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    "connect-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(styles)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function pack(content) {
  return gzipSync(content, { level: 9 }).toString('base64')
}

function packageFile(name, path) {
  return join(dirname(require.resolve(`${name}/package.json`)), path)
}

function textsUnder(folder, wanted = /./) {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.[a-z]+$/.test(name) && wanted.test(name))
    .sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]))
}
