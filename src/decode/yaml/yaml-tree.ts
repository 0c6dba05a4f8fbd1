/** YAML 1.2 (and so JSON) to a Tree, with every slip of the file in Japanese. */

import { type Document, LineCounter, parseAllDocuments, type YAMLError, type YAMLWarning } from 'yaml'
import { byPlace, type Outcome } from '../../domain/diagnostic.js'
import type { Tree } from '../tree.js'
import { findSlips } from './find-slips.js'
import { readPlainYaml } from './plain-yaml.js'
import { lineAndColumn, type Marks, TreeReader } from './tree-reader.js'

/** Spaces and dashes before a line's text: more than these are none either, and too much for the library. */
const ENDLESS_INDENT = /^[ ?-]{500,}/m

/** Reads one YAML document. */
export function readYaml(file: string, text: string, marks: Marks = 'obeyed'): Outcome<Tree> {
  const plain = readPlainYaml(text)
  return plain === undefined ? readAnyYaml(file, text, marks) : { ok: true, value: plain, diagnostics: [] }
}

/** Reads it with the YAML library. Anchors may stand for single texts only, so that no file can unfold without end. */
export function readAnyYaml(file: string, text: string, marks: Marks = 'obeyed'): Outcome<Tree> {
  const lines = new LineCounter()
  const reader = new TreeReader({ file, text, lines, marks, isJson: isJson(text) })
  const tree = readDocument(text, lines, reader)
  if (tree === undefined || reader.diagnostics.length > 0) {
    return { ok: false, diagnostics: reader.diagnostics.sort(byPlace) }
  }
  return { ok: true, value: tree, diagnostics: [] }
}

function readDocument(text: string, lines: LineCounter, reader: TreeReader): Tree | undefined {
  const endless = ENDLESS_INDENT.exec(text)
  if (endless !== null) {
    reader.reportDepth({ line: text.slice(0, endless.index).split('\n').length, column: 1 })
    return undefined
  }
  // failsafe: every scalar stays the text that was written, and no tag makes anything else of it.
  const options = { lineCounter: lines, schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const
  const documents = parseAllDocuments(text, { ...options, strict: true }) as Document.Parsed[]
  const errors = documents.flatMap((each) => [...each.errors, ...each.warnings.filter(isUnread)])
  if (errors.length > 0) {
    reportErrors(errors, text, lines, reader)
    return undefined
  }
  const [document, second] = documents
  if (document === undefined || document.contents === null) {
    reader.report({ code: 'empty-file', values: { holds: 'remarks' } }, { line: 1, column: 1 })
    return undefined
  }
  if (second !== undefined) {
    const at = lineAndColumn(lines, second.range?.[0] ?? 0)
    reader.report({ code: 'yaml', values: { stop: 'MULTIPLE_DOCS' } }, at)
    return undefined
  }
  const tree = reader.read(document.contents, 0, undefined)
  // A file without a single `: ` is one text for YAML.
  if (tree.tag === 'text') reportSlips(text, reader)
  return tree
}

/** A line that begins with `%`, of which only a warning tells; an unknown tag is told of as a mark. */
function isUnread({ code }: YAMLWarning): boolean {
  return code !== 'TAG_RESOLVE_FAILED'
}

/** The slips that the file's lines show; else the library's first error, for the others may follow from it. */
function reportErrors(
  errors: readonly (YAMLError | YAMLWarning)[],
  text: string,
  lines: LineCounter,
  reader: TreeReader,
): void {
  if (reportSlips(text, reader)) return
  const first = errors.reduce((least, error) => (error.pos[0] < least.pos[0] ? error : least))
  const at = lineAndColumn(lines, first.pos[0])
  if (first.code === 'RESOURCE_EXHAUSTION') {
    reader.reportDepth(at)
    return
  }
  const stop = /tab/i.test(first.message) ? 'TAB_AS_INDENT' : first.code
  reader.report({ code: 'yaml', values: { stop } }, at)
}

function reportSlips(text: string, reader: TreeReader): boolean {
  const slips = findSlips(text)
  for (const { said, at } of slips) reader.report(said, at)
  return slips.length > 0
}

/** In JSON brackets, escapes and null are what they are: whoever wrote them meant them. */
function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
