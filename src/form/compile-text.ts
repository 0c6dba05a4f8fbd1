/**
 * A Handlebars text as a function of the values that it can name. Handlebars parses it; its own way on, code made
 * at run time, is one that browsers' security policies forbid and that a text could break out of.
 */

import { escapeExpression } from 'handlebars/dist/cjs/handlebars/utils.js'
import { parseText } from '../definition/parse-text.js'
import { BLOCKS, HELPERS, type HelperName } from '../definition/text-names.js'
import { textHelpers } from './text-helpers.js'

/** The values that a text of a form can name. */
export type TextValues = Readonly<Record<string, unknown>>

type Part<T> = (values: TextValues) => T

/** What values become where they are put in, and which blocks there are. */
interface Language {
  readonly escape: (text: string) => string
  readonly blocks: readonly string[]
}

/** A text of a form: it is printed as it is. */
const PLAIN: Language = { escape: (text) => text, blocks: BLOCKS }

/** A page: every value is escaped but for those in {{{ }}}, and {{#each 行}} goes through a list of values. */
const HTML: Language = { escape: escapeExpression, blocks: [...BLOCKS, 'each'] }

/** Throws an Error where the text is not written as `judge-texts` wants it; so does the function, where a value is not there. */
export function compileText(text: string): Part<string> {
  return compileProgram(parseText(text), PLAIN)
}

/** A text of the program's own that makes HTML. */
export function compileHtml(text: string): Part<string> {
  return compileProgram(parseText(text), HTML)
}

function compileProgram(program: hbs.AST.Program | undefined, language: Language): Part<string> {
  if (program?.blockParams) throw unusable(program)
  const parts = (program?.body ?? []).map((statement) => compileStatement(statement, language))
  return (values) => parts.map((part) => part(values)).join('')
}

function compileStatement(statement: hbs.AST.Statement, language: Language): Part<string> {
  switch (statement.type) {
    case 'ContentStatement': {
      const { value } = statement as hbs.AST.ContentStatement
      return () => value
    }
    case 'CommentStatement':
      return () => ''
    case 'MustacheStatement': {
      const mustache = statement as hbs.AST.MustacheStatement
      const { path, params, hash, escaped } = mustache
      const written = escaped ? language.escape : PLAIN.escape
      const isCall = params.length > 0 || hash !== undefined || helperName(path) !== undefined
      const value = isCall ? compileCall(mustache) : compileName(path, 'must be there')
      return (values) => written(String(value(values) ?? ''))
    }
    case 'BlockStatement':
      return compileBlock(statement as hbs.AST.BlockStatement, language)
    default:
      throw unusable(statement)
  }
}

/** {{#if 区域}} … {{else}} … {{/if}}, {{#unless}} the other way round, {{#each}} with the values of each in its turn. */
function compileBlock(block: hbs.AST.BlockStatement, language: Language): Part<string> {
  const { path, params, hash, program, inverse } = block
  const [param] = params
  const name = path.original
  if (!language.blocks.includes(name) || param === undefined || params.length > 1 || hash !== undefined) {
    throw unusable(block)
  }
  const value = compileValue(param)
  const [full, empty] = [compileProgram(program, language), compileProgram(inverse, language)]
  if (name === 'each') {
    return (values) => {
      const items = value(values) as readonly TextValues[] | undefined
      return isEmpty(items) ? empty(values) : items!.map((item) => full(item)).join('')
    }
  }
  return (values) => (isEmpty(value(values)) === (name === 'if') ? empty(values) : full(values))
}

/** What Handlebars takes for no: beside what is false, a list with nothing in it. */
function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0)
}

/** {{和暦 年度 -1}} and, within another, (和暦 年度 -1). */
function compileCall(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression): Part<string> {
  const { path, params, hash } = call
  const name = helperName(path)
  if (name === undefined || params.length === 0 || hash !== undefined) throw unusable(call)
  const args = params.map(compileValue)
  return (values) => textHelpers[name](...args.map((arg) => arg(values)))
}

function compileValue(value: hbs.AST.Expression): Part<unknown> {
  switch (value.type) {
    case 'PathExpression':
      return compileName(value, 'may be missing')
    case 'SubExpression':
      return compileCall(value as hbs.AST.SubExpression)
    default: {
      const literal = (value as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value
      return () => literal
    }
  }
}

/** Nothing but own properties: so no text comes from the plan's values to the program. */
function compileName(
  path: hbs.AST.PathExpression | hbs.AST.Literal,
  last: 'must be there' | 'may be missing',
): Part<unknown> {
  const parts = partsOf(path)
  return (values) => {
    let value: unknown = values
    for (const [index, part] of parts.entries()) {
      const within = typeof value === 'object' && value !== null ? (value as TextValues) : {}
      const isThere = Object.hasOwn(within, part)
      const mayBeMissing = last === 'may be missing' && index === parts.length - 1 && within === value
      if (!isThere && !mayBeMissing) throw new Error(`「${parts.join('.')}」という名前はありません`)
      value = isThere ? within[part] : undefined
    }
    return value
  }
}

/** {{計画}}, and {{"計画"}} as well. What begins elsewhere (../, @root, this) is no name. */
function partsOf(path: hbs.AST.PathExpression | hbs.AST.Literal): readonly string[] {
  if (!('parts' in path)) return [String((path as unknown as { original: unknown }).original)]
  if (path.data || path.depth > 0 || path.parts.length === 0 || /^(\.|this\b)/.test(path.original)) throw unusable(path)
  return path.parts
}

function helperName(path: hbs.AST.Expression): HelperName | undefined {
  const name = 'original' in path ? String(path.original) : ''
  return Object.hasOwn(HELPERS, name) ? (name as HelperName) : undefined
}

function unusable({ loc }: hbs.AST.Node): Error {
  return new Error(`${loc.start.line} 行目の {{ }} の書き方は使えません`)
}
