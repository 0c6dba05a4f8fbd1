/** A form file (templates/<form>/form.yaml), with the forms that it extends, to a FormDefinition. */

import type { FormDefinition, FormFileMap, FormFileValue } from '../../definition/form-definition.js'
import { type Diagnostic, fail, isError, type Outcome } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import { validate } from '../shape/validate.js'
import type { Tree, TreeMap, TreeText } from '../tree.js'
import { readText } from '../yaml/read-text.js'
import { readYaml } from '../yaml/yaml-tree.js'
import { BASE, FORM_SHAPE } from './form-shape.js'
import { findFormSlips } from './form-slips.js'
import { findTextSlips } from './judge-texts.js'
import { extendForm } from './merge-forms.js'
import { readForm } from './read-definition.js'

/** A form file's bytes; `file` names it for messages, and tells forms that extend one another in a circle. */
export interface FormFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Finds the form that `from` extends under the name that it gives; a message without a place is about that name. */
export type OpenBase = (name: string, from: string) => Outcome<FormFile>

/** Reads a form file; `id` is the name of its folder. All slips of the file are reported at once. */
export function decodeForm(
  file: string,
  bytes: Uint8Array,
  id: string,
  openBase: OpenBase = noBase,
): Outcome<FormDefinition> {
  const tree = readTree({ file, bytes }, openBase, [])
  return tree.ok ? { ok: true, value: readWhole(tree.value, id, file), diagnostics: [] } : tree
}

/** Reads a form that stands in a plan file behind 様式. */
export function decodeInlineForm(file: string, tree: TreeMap, openBase: OpenBase): Outcome<FormDefinition> {
  const whole = extendTree(file, tree, openBase, [])
  return whole.ok ? { ok: true, value: readWhole(whole.value, 'inline', file), diagnostics: [] } : whole
}

function readWhole(tree: TreeMap, id: string, file: string): FormDefinition {
  return { ...readForm(tree, id, file), written: plainMap(tree) }
}

function plainMap({ entries }: TreeMap): FormFileMap {
  return Object.fromEntries(entries.map(({ key, value }) => [key, plainValue(value)]))
}

function plainValue(tree: Tree): FormFileValue {
  switch (tree.tag) {
    case 'map':
      return plainMap(tree)
    case 'list':
      return tree.items.map(plainValue)
    case 'text':
      return tree.text
    case 'nothing':
      return ''
  }
}

/** The Japanese name in a form file that has it on a line of its own; quick, for nothing else of the file is read. */
export function readFormName(text: string): string | undefined {
  return /^名前:[ \t]+(?<quote>["']?)(?<name>[^"'\n]{1,200}?)\k<quote>[ \t]*(?:#.*)?$/m.exec(text)?.groups?.name
}

/** The whole form as one tree, whose places all lie in the file itself. `extending` are the files that led to it. */
function readTree({ file, bytes }: FormFile, openBase: OpenBase, extending: readonly string[]): Outcome<TreeMap> {
  const text = readText(file, bytes)
  if (!text.ok) return text
  const read = readYaml(file, text.value)
  return read.ok ? extendTree(file, read.value, openBase, extending) : read
}

function extendTree(file: string, own: Tree, openBase: OpenBase, extending: readonly string[]): Outcome<TreeMap> {
  const diagnostics = validate(file, own, FORM_SHAPE)
  if (own.tag !== 'map' || diagnostics.some(isError)) return { ok: false, diagnostics }
  const name = new Fields(own).value(BASE)
  if (name?.tag !== 'text') return judge(file, own, [])
  const base = readBase(name, file, openBase, [...extending, file])
  if (!base.ok) return base
  const { tree, slips } = extendForm(file, base.value, own)
  return judge(file, tree, slips)
}

function readBase(name: TreeText, file: string, openBase: OpenBase, extending: readonly string[]): Outcome<TreeMap> {
  const found = openBase(name.text, file)
  const place = { kind: 'text' as const, file, ...name.at, length: name.text.length }
  if (!found.ok) return { ok: false, diagnostics: found.diagnostics.map((each) => ({ place, ...each })) }
  if (!extending.includes(found.value.file)) return readTree(found.value, openBase, extending)
  return fail(say('circular-form', {}, place))
}

function judge(file: string, tree: TreeMap, slips: readonly Diagnostic[]): Outcome<TreeMap> {
  const diagnostics = [...slips, ...findTextSlips(file, tree)]
  if (slips.length === 0) diagnostics.push(...findFormSlips(file, tree, readForm(tree, '', file)))
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: tree, diagnostics }
}

/** For a form that is read by itself. */
function noBase(name: string): Outcome<FormFile> {
  return fail(say('unknown-form', { name, known: [] }))
}
