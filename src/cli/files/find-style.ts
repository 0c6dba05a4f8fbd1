/** The house style of a report: a file under templates/<report>/, by its name or its Japanese name, or a path. */

import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearestKey } from '../../decode/shape/nearest-key.js'
import { fail, type Outcome } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { readInput } from './read-file.js'

const TEMPLATES = fileURLToPath(new URL('../../../templates/', import.meta.url))
const ENDING = /\.ya?ml$/i

export const DEFAULT_STYLE = '標準'

/** What every style is called, whatever it is the style of. */
interface Named {
  readonly id: string
  readonly name: string
}

type Decode<S> = (file: string, bytes: Uint8Array, id: string) => Outcome<S>

/** Finds and reads a style of the report; `decode` reads its file. */
export function findStyle<S extends Named>(report: string, name: string, decode: Decode<S>): Outcome<S> {
  const path = resolve(name)
  if (ENDING.test(name) && existsSync(path)) return readStyle(name, decode)
  const styles = listStyles(report).map((file) => readStyle(file, decode))
  const known = styles.flatMap((style) => (style.ok ? [style.value] : []))
  const found = known.find((style) => style.id === name || style.name === name)
  if (found !== undefined) return { ok: true, value: found, diagnostics: [] }
  const names = known.map((style) => style.name)
  const nearest = nearestKey(name, [...names, ...known.map((style) => style.id)])
  return fail(say('unknown-style', { name, nearest, known: names }))
}

function listStyles(report: string): string[] {
  const folder = join(TEMPLATES, report)
  return readdirSync(folder)
    .filter((file) => ENDING.test(file))
    .sort()
    .map((file) => join(folder, file))
}

function readStyle<S>(file: string, decode: Decode<S>): Outcome<S> {
  const bytes = readInput(file)
  return bytes.ok ? decode(file, bytes.value, basename(file).replace(ENDING, '')) : bytes
}
