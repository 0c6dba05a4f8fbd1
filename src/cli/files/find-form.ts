/** The form that a plan asks for: a folder under templates/, by its name or its Japanese name, or a path. */

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  decodeForm,
  decodeInlineForm,
  type FormFile,
  type OpenBase,
  readFormName,
} from '../../decode/form/form-file.js'
import { nearestKey } from '../../decode/shape/nearest-key.js'
import { decodeOverviewStyle, isOverviewFile } from '../../decode/styles/overview-file.js'
import type { TreeMap } from '../../decode/tree.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import type { OverviewStyle } from '../../definition/overview-style.js'
import { type Diagnostic, fail, type Outcome, type Place } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { InputFiles, type Use } from './input-files.js'
import { readInput } from './read-file.js'

const TEMPLATES = fileURLToPath(new URL('../../../templates/', import.meta.url))
const FORM_FILE = 'form.yaml'

export const DEFAULT_FORM = '公式'

/** A form with the folder that it was read from. */
export interface FoundForm {
  readonly definition: FormDefinition
  readonly folder: string
  /** Where its own fonts may lie: its folder and those of the forms that it extends, the nearest first. */
  readonly folders: readonly string[]
}

/** An overview: it has no columns of its own, and prints what a plan says in those of the plan's form. */
export interface FoundOverview {
  readonly style: OverviewStyle
  readonly folder: string
}

/** Finds and reads a form. A path is looked up from the working folder, then from beside the plan file where there is one. */
export function findForm(name: string, planFile?: string, files = InputFiles.open()): Outcome<FoundForm> {
  const folder = findFolder(name, planFile === undefined ? [''] : ['', dirname(planFile)])
  const place = planFile === undefined ? undefined : ({ kind: 'file', file: planFile } as const)
  if (folder === undefined) return fail(unknownForm(name, place))
  const file = files.keep(`form file ${folder}`, (use) => openForm(folder, use))
  if (!file.ok) return file
  if (file.value.kind === 'overview') return fail(say('overview-form', { name, wanted: 'columns' }, place))
  return files.keep(`form ${folder}`, (use) => readForm(folder, use))
}

/** Reads a form that a plan file holds; the form that it extends is looked up from beside the plan file. */
export function readInlineForm(tree: TreeMap, planFile: string, files = InputFiles.open()): Outcome<FoundForm> {
  const folders: string[] = []
  const openBase: OpenBase = (name, from) => {
    const base = files.keep(`base ${name} ${dirname(from)}`, (use) => findBase(name, from, use))
    if (base.ok) folders.push(dirname(base.value.file))
    return base
  }
  const definition = decodeInlineForm(planFile, tree, openBase)
  if (!definition.ok) return definition
  return { ok: true, value: { definition: definition.value, folder: dirname(planFile), folders }, diagnostics: [] }
}

/** Opens a form that one made of a document extends: one of those that come with the program. */
export const openBundledBase: OpenBase = (name, from) => findBase(name, from, () => {})

/** Finds and reads an overview, looked up like a form; undefined where the name is that of none. */
export function findOverview(
  name: string,
  planFile: string,
  files = InputFiles.open(),
): Outcome<FoundOverview> | undefined {
  const folder = findFolder(name, ['', dirname(planFile)])
  if (folder === undefined) return undefined
  const file = files.keep(`form file ${folder}`, (use) => openForm(folder, use))
  if (!file.ok) return file
  if (file.value.kind === 'table') return undefined
  return files.keep(`overview ${folder}`, (use) => readOverview(folder, use))
}

/** The forms that come with the program, by their folders' names. */
export function listForms(): FoundForm[] {
  return bundledForms().flatMap(({ folder, kind }) => {
    const form = kind === 'table' ? readForm(folder, () => {}) : undefined
    return form?.ok ? [form.value] : []
  })
}

/** The overviews that come with the program. */
export function listOverviews(): FoundOverview[] {
  return bundledForms().flatMap(({ folder, kind }) => {
    const overview = kind === 'overview' ? readOverview(folder, () => {}) : undefined
    return overview?.ok ? [overview.value] : []
  })
}

function readOverview(folder: string, use: Use): Outcome<FoundOverview> {
  const file = openForm(folder, use)
  if (!file.ok) return file
  const style = decodeOverviewStyle(file.value.file, file.value.bytes, basename(folder))
  return style.ok ? { ok: true, value: { style: style.value, folder }, diagnostics: [] } : style
}

function readForm(folder: string, use: Use): Outcome<FoundForm> {
  const file = openForm(folder, use)
  if (!file.ok) return file
  const folders = [folder]
  const openBase = (name: string, from: string) => {
    const base = findBase(name, from, use)
    if (base.ok) folders.push(dirname(base.value.file))
    return base
  }
  const definition = decodeForm(file.value.file, file.value.bytes, basename(folder), openBase)
  if (!definition.ok) return definition
  return { ok: true, value: { definition: definition.value, folder, folders }, diagnostics: [] }
}

/** A form that another extends: its path is looked up from the other's folder. */
function findBase(name: string, from: string, use: Use): Outcome<FormFile> {
  const folder = findFolder(name, [dirname(from)])
  if (folder === undefined) return fail(unknownForm(name))
  const file = openForm(folder, use)
  if (!file.ok || file.value.kind === 'table') return file
  return fail(say('overview-form', { name, wanted: 'base' }))
}

interface OpenedForm extends FormFile {
  readonly text: string
  readonly kind: 'table' | 'overview'
}

function openForm(folder: string, use: Use): Outcome<OpenedForm> {
  const file = join(folder, FORM_FILE)
  use(file)
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  const text = new TextDecoder().decode(bytes.value)
  const kind = isOverviewFile(text) ? 'overview' : 'table'
  return { ok: true, value: { file, bytes: bytes.value, text, kind }, diagnostics: [] }
}

/** A path from one of the places, to the folder or to the file in it; else a bundled form's folder. */
function findFolder(name: string, places: readonly string[]): string | undefined {
  const path = basename(name) === FORM_FILE ? dirname(name) : name
  const paths = places.map((place) => (isAbsolute(path) ? path : join(place, path)))
  return paths.find(isFormFolder) ?? bundledForms().find((form) => form.id === name || form.name === name)?.folder
}

interface BundledForm {
  readonly folder: string
  /** The folder's name, `official`, and the Japanese one, 公式. */
  readonly id: string
  readonly name: string
  readonly kind: OpenedForm['kind']
}

/** Their names only: a form that extends another one here looks it up among them. */
function bundledForms(): BundledForm[] {
  const folders = readdirSync(TEMPLATES)
    .sort()
    .map((folder) => join(TEMPLATES, folder))
    .filter(isFormFolder)
  return folders.flatMap((folder) => {
    const form = openForm(folder, () => {})
    if (!form.ok) return []
    const id = basename(folder)
    return [{ folder, id, name: readFormName(form.value.text) ?? id, kind: form.value.kind }]
  })
}

function isFormFolder(folder: string): boolean {
  return existsSync(join(folder, FORM_FILE)) && statSync(folder).isDirectory()
}

function unknownForm(name: string, place?: Place): Diagnostic {
  const forms = bundledForms()
  const nearest = nearestKey(name, [...forms.map((form) => form.name), ...forms.map((form) => form.id)])
  return say('unknown-form', { name, nearest, known: forms.map((form) => form.name) }, place)
}
