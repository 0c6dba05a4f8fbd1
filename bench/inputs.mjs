/** The inputs of one size in a folder: the plan with n times its rows, and what is made of it for the peers, which no clock counts. */

import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import { openPlan } from '../dist/cli/files/open-plan.js'
import { createFontSet } from '../dist/fonts/font-set.js'
import { onlyTable } from '../dist/form/only-table.js'
import { toForm } from '../dist/form/to-form.js'
import { layOut } from '../dist/layout/pages/lay-out.js'
import { renderWord } from '../dist/render/word/render-word.js'
import { copyCategories } from './copy-categories.mjs'
import { htmlSource } from './peers/html-source.mjs'
import { typstSource } from './peers/typst-source.mjs'
import { tableOf } from './table.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const SEED = join(ROOT, 'seeds/mogami-h30.yaml')

/**
 * @typedef {object} Inputs
 * @property {string} plan paths of files
 * @property {string} table
 * @property {string} typst
 * @property {string} html
 * @property {string} docx
 * @property {string} font
 * @property {string} uncached the program without what V8 compiled at the build
 * @property {number} rows of the table's body
 */

/**
 * Writes the inputs for `times` times the seed's rows into a folder. Word's document only where somebody reads it.
 * @param {string} folder
 * @param {{ times: number, wording: import('./copy-categories.mjs').Wording }} size
 * @param {boolean} withWord
 * @returns {Promise<Inputs>}
 */
export async function writeInputs(folder, { times, wording }, withWord) {
  const at = (name) => join(folder, name)
  const inputs = {
    plan: at('plan.yaml'),
    table: at('table.json'),
    typst: at('table.typ'),
    html: at('table.html'),
    docx: at('plan.docx'),
    font: at('font.ttf'),
    uncached: at('program/dist/cli.js'),
  }
  copyUncached(at('program'))
  writeFileSync(inputs.plan, copyCategories(readFileSync(SEED, 'utf8'), times, wording))
  const { plan, definition, fonts } = openPlan(inputs.plan).value
  const form = toForm(plan, definition).value
  const { faces } = fonts
  writeFileSync(inputs.font, faces[0].bytes)
  const table = tableOf(form, { family: faces[0].family, path: inputs.font, lineHeight: lineHeightOf(faces[0].bytes) })
  writeFileSync(inputs.table, JSON.stringify(table))
  writeFileSync(inputs.typst, typstSource(table))
  writeFileSync(inputs.html, htmlSource(table))
  if (withWord) writeFileSync(inputs.docx, (await renderWord(layOut(form, createFontSet(faces)).value)).value)
  return { ...inputs, rows: onlyTable(form).body.length }
}

function copyUncached(place) {
  if (existsSync(place)) return
  const filter = (path) => !path.endsWith('.cache')
  cpSync(join(ROOT, 'dist'), join(place, 'dist'), { recursive: true, filter })
  for (const name of ['node_modules', 'templates', 'package.json']) symlinkSync(join(ROOT, name), join(place, name))
}

/** What pdfkit takes a line for, in em. */
function lineHeightOf(bytes) {
  const { ascent, descent, lineGap, unitsPerEm } = fontkit.create(bytes)
  return (ascent - descent + lineGap) / unitsPerEm
}
