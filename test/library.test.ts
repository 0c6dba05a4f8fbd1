/** The README's example, run as it stands through the package's public face, from a folder with a blank in its name. */

import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from './support/forms.js'
import { readPdf } from './support/read-pdf.js'

const FOLDER = mkdtempSync(join(tmpdir(), 'keikaku library '))
afterAll(() => rmSync(FOLDER, { recursive: true }))

describe('プログラムから使う', () => {
  it('README の例はそのまま動き、三つの形式の文書ができる', async () => {
    const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('README.md', ROOT), 'utf8'))!
    const { outputText } = ts.transpileModule(example!, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    })
    writeFileSync(join(FOLDER, 'example.mjs'), outputText)
    mkdirSync(join(FOLDER, 'node_modules'))
    symlinkSync(fileURLToPath(ROOT), join(FOLDER, 'node_modules/keikaku'), 'junction')
    copyFileSync(new URL('templates/official/form.yaml', ROOT), join(FOLDER, 'form.yaml'))
    copyFileSync(new URL('seeds/mogami-h30.yaml', ROOT), join(FOLDER, 'plan.yaml'))
    const font = createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json')
    copyFileSync(join(dirname(font), '400Regular/BIZUDPGothic_400Regular.ttf'), join(FOLDER, 'font.ttf'))

    execFileSync(process.execPath, ['example.mjs'], { cwd: FOLDER })
    const made = readdirSync(FOLDER).filter((name) => /^plan\.(pdf|docx|xlsx)$/.test(name))
    expect(made.sort()).toEqual(['plan.docx', 'plan.pdf', 'plan.xlsx'])
    const { pages } = await readPdf(readFileSync(join(FOLDER, 'plan.pdf')))
    expect(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('')).toContain('医療介護福祉関係者')
  })
})
