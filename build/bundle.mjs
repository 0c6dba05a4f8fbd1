/**
 * Bundles the command line in dist/ and compiles it for the V8 that runs here: `npm run build`. Without it dist/ works as
 * well, slower. `node build/bundle.mjs [folder of the package]`
 */

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const root = process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url))
const dist = join(root, 'dist')
/** As deep as the modules that find files from where they stand. */
const folder = join(dist, 'cli/bundle')

/** Libraries that most runs do not need: scripts of their own, by the names that they are imported by. */
const LIBRARIES = {
  docx: 'docx',
  fontkit: 'fontkit',
  yaml: 'yaml',
}

/** Has V8 compile what is used: a plan and a comparison in every format. */
const RUNS = [
  ['build', 'seeds/mogami-h30.yaml'],
  ['diff', 'seeds/mogami-h30.yaml', 'seeds/mogami-r1.yaml', '--format', 'pdf,docx,xlsx,json'],
]

const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'eof',
  logLevel: 'warning',
  absWorkingDir: root,
}

await writeScript('program', {
  stdin: {
    contents: `export { run } from './cli/program.js'
      export { serveBuilds } from './cli/many/serve-builds.js'
      export { processTerminal } from './cli/console/process-terminal.js'`,
    resolveDir: dist,
  },
  plugins: [loadLater(LIBRARIES)],
})
for (const [module, name] of Object.entries(LIBRARIES))
  await writeScript(name, { entryPoints: [require.resolve(module)] })
await writeLauncher('cli.js', launcher())
await writeLauncher('cli/many/build-worker.js', workerLauncher())
chmodSync(join(dist, 'cli.js'), 0o755)
await compile()

async function writeScript(name, options) {
  const { outputFiles } = await build({
    ...COMMON,
    ...options,
    format: 'cjs',
    write: false,
    define: { 'import.meta.url': '__url' },
    // The function that `Bundle` in src/cli/launch.ts calls.
    banner: { js: '(function(module,require,__url){var exports=module.exports;' },
    footer: { js: '})' },
    outfile: join(folder, `${name}.cjs`),
  })
  // ASCII is read without being decoded; esbuild leaves other characters in regular expressions alone.
  const inAscii = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.cjs`), outputFiles[0].text.replace(/[^\0-\x7f]/g, inAscii))
}

/** Puts in the place of a library an object with its names, each of which loads the library. */
function loadLater(libraries) {
  return {
    name: 'load-later',
    setup(plugin) {
      const filter = new RegExp(`^(${Object.keys(libraries).join('|')})$`)
      plugin.onResolve({ filter }, ({ path }) => ({ path, namespace: 'later' }))
      plugin.onResolve({ filter: /^bundled:/ }, ({ path }) => ({ path, external: true }))
      plugin.onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => {
        const getters = Object.keys(require(path)).map((key) => `get ${JSON.stringify(key)}(){return load().${key}}`)
        const load = `const load = () => require('bundled:${libraries[path]}')`
        return { contents: `${load}\nmodule.exports = {${getters.join(',')}}`, loader: 'js' }
      })
    },
  }
}

async function writeLauncher(name, contents) {
  await build({ ...COMMON, format: 'esm', stdin: { contents, resolveDir: dist }, outfile: join(dist, name) })
}

function workerLauncher() {
  return `import { Bundle } from './cli/launch.js'
    new Bundle(new URL('../bundle/', import.meta.url)).program().serveBuilds()`
}

function launcher() {
  return `#!/usr/bin/env node
    import { readFileSync } from 'node:fs'
    import { Bundle } from './cli/launch.js'
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    const { run, processTerminal } = new Bundle(new URL('./cli/bundle/', import.meta.url)).program()
    process.exitCode = await run(process.argv.slice(2), processTerminal(), version)`
}

/** Runs the scripts and keeps what V8 compiled of them. */
async function compile() {
  const { Bundle } = await import(pathToFileURL(join(dist, 'cli/launch.js')).href)
  const bundle = new Bundle(pathToFileURL(`${folder}/`))
  const out = mkdtempSync(join(tmpdir(), 'keikaku-build-'))
  const errors = []
  const terminal = { ...bundle.program().processTerminal(), out: () => {}, err: (line) => errors.push(line) }
  try {
    for (const args of RUNS) {
      const words = args.map((word) => (word.startsWith('seeds/') ? join(root, word) : word))
      const status = await bundle.program().run([...words, '--out', out], terminal, '')
      if (status !== 0) throw new Error(`${args.join(' ')}: ${status}\n${errors.join('\n')}`)
    }
  } finally {
    rmSync(out, { recursive: true })
  }
  for (const [name, script] of bundle.scripts) writeFileSync(join(folder, `${name}.cache`), script.createCachedData())
}
