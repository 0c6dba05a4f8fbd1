/** The form that a plan asks for: a folder under templates/, by its name or its Japanese name, or a path. */

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeForm } from '../decode/form-file.js'
import { nearestKey } from '../decode/nearest-key.js'
import type { Outcome } from '../domain/diagnostic.js'
import type { FormDefinition } from '../domain/form-definition.js'
import { readInput } from './read-file.js'

const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url))
const FORM_FILE = 'form.yaml'

export const DEFAULT_FORM = '公式'

/** A form with the folder that it was read from, where its own fonts may lie. */
export interface FoundForm {
  readonly definition: FormDefinition
  readonly folder: string
}

/** Finds and reads a form. A path is looked up from the working folder, then from beside the plan file. */
export function findForm(name: string, planFile: string): Outcome<FoundForm> {
  const folder = [resolve(name), resolve(dirname(planFile), name)].find(isFormFolder)
  if (folder !== undefined) return readForm(folder)
  const bundled = listForms()
  const found = bundled.find(({ definition }) => definition.id === name || definition.name === name)
  if (found !== undefined) return { ok: true, value: found, diagnostics: [] }
  const known = bundled.map(({ definition }) => definition.name)
  const nearest = nearestKey(name, [...known, ...bundled.map(({ definition }) => definition.id)])
  const guess = nearest === undefined ? '' : `「${nearest}」ではありませんか。`
  const hint = `${guess}使える様式: ${known.join('、')}。自作の様式は form.yaml のあるフォルダーで指定します。`
  const place = { kind: 'file' as const, file: planFile }
  const message = `様式「${name}」が見つかりません。`
  return { ok: false, diagnostics: [{ severity: 'error', code: 'unknown-form', message, place, hint }] }
}

/** The forms that come with the program. */
export function listForms(): FoundForm[] {
  return readdirSync(TEMPLATES)
    .sort()
    .map((folder) => join(TEMPLATES, folder))
    .filter(isFormFolder)
    .flatMap((folder) => {
      const form = readForm(folder)
      return form.ok ? [form.value] : []
    })
}

function readForm(folder: string): Outcome<FoundForm> {
  const file = join(folder, FORM_FILE)
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  const definition = decodeForm(file, bytes.value, basename(folder))
  return definition.ok ? { ok: true, value: { definition: definition.value, folder }, diagnostics: [] } : definition
}

function isFormFolder(folder: string): boolean {
  return existsSync(join(folder, FORM_FILE)) && statSync(folder).isDirectory()
}
