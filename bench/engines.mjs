/** What is compared: programs that make a PDF of the table, and how each is started. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * @typedef {object} Engine
 * @property {string} key
 * @property {string} name
 * @property {number} largest the largest size that does not take too long, in times the seed's rows
 * @property {() => boolean} [isThere]
 * @property {(inputs: import('./inputs.mjs').Inputs, out: string) => string[]} command
 * @property {string} [pdf] the name that the PDF has in the folder `out`
 * @property {boolean} [hidesWork] much of its work is done by processes that are not waited for: their time is not known
 */

/** @type {readonly Engine[]} */
export const ENGINES = [
  {
    key: 'ours',
    name: 'keikaku（PDF）',
    largest: 1000,
    command: ({ plan }, out) => [
      process.execPath,
      path('../dist/cli.js'),
      'build',
      plan,
      '--format',
      'pdf',
      '--out',
      out,
    ],
    pdf: 'plan.pdf',
  },
  {
    key: 'uncached',
    name: 'keikaku（PDF、訳し置きなし）',
    largest: 1,
    command: ({ plan, uncached }, out) => [process.execPath, uncached, 'build', plan, '--format', 'pdf', '--out', out],
    pdf: 'plan.pdf',
  },
  {
    key: 'all',
    name: 'keikaku（PDF・Word・Excel）',
    largest: 1000,
    command: ({ plan }, out) => [process.execPath, path('../dist/cli.js'), 'build', plan, '--out', out],
    pdf: 'plan.pdf',
  },
  {
    key: 'typst',
    name: 'Typst',
    largest: 1000,
    command: ({ typst, font }, out) => [process.execPath, path('peers/typst.mjs'), typst, font, join(out, 'typst.pdf')],
    pdf: 'typst.pdf',
  },
  {
    key: 'pdfmake',
    name: 'pdfmake のみ',
    largest: 100,
    command: ({ table }, out) => [process.execPath, path('peers/pdfmake.mjs'), table, join(out, 'pdfmake.pdf')],
    pdf: 'pdfmake.pdf',
  },
  {
    key: 'chromium',
    name: 'Chromium',
    largest: 100,
    hidesWork: true,
    isThere: () => runs('chromium'),
    command: ({ html }, out) => [
      'chromium',
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(out, 'chromium')}`,
      `--print-to-pdf=${join(out, 'chromium.pdf')}`,
      pathToFileURL(html).href,
    ],
    pdf: 'chromium.pdf',
  },
  {
    key: 'libreoffice',
    name: 'LibreOffice（Word から）',
    largest: 100,
    isThere: () => runs('soffice'),
    command: ({ docx }, out) => [
      'soffice',
      `-env:UserInstallation=${pathToFileURL(join(out, 'libreoffice')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      join(out, 'libreoffice.out'),
      docx,
    ],
    pdf: 'libreoffice.out/plan.pdf',
  },
  { key: 'node', name: 'node -e 0', largest: 1000, command: () => [process.execPath, '-e', '0'] },
]

function path(relative) {
  return fileURLToPath(new URL(relative, import.meta.url))
}

function runs(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
