/** Walks a Handlebars text and finds what it may not say: names that it cannot know, helpers that do not exist, ways out of the plan's values. */

import { BLOCKS, HELPERS, type HelperDefinition, NAMES_FOR } from '../../definition/text-names.js'
import { assertNever } from '../../domain/assert-never.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import type { FaultOfText } from '../../domain/messages/form-texts.js'
import { nearestKey } from '../shape/nearest-key.js'

/** What is wrong at a place of a text: `line` from 1, `column` from 0, as Handlebars counts. */
export interface TextSlip {
  readonly fault: FaultOfText
  readonly line: number
  readonly column: number
  readonly length: number
}

/** All that `program` may not say where it can name `names`. */
export function judgeNames(program: hbs.AST.Program, names: readonly string[]): readonly TextSlip[] {
  const judge = new NameJudge(names)
  judge.visitProgram(program)
  return judge.slips
}

class NameJudge {
  readonly slips: TextSlip[] = []

  constructor(private readonly names: readonly string[]) {}

  visitProgram(program: hbs.AST.Program | undefined): void {
    for (const statement of program?.body ?? []) this.visitStatement(statement)
  }

  private visitStatement(statement: hbs.AST.Statement): void {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return
      case 'MustacheStatement': {
        const mustache = statement as hbs.AST.MustacheStatement
        const isCall = mustache.params.length > 0 || mustache.hash !== undefined || isHelper(nameOf(mustache.path))
        if (isCall) this.visitCall(mustache)
        else this.visitValue(mustache.path, this.names)
        return
      }
      case 'BlockStatement':
        this.visitBlock(statement as hbs.AST.BlockStatement)
        return
      default:
        this.report(statement, { fault: 'statement' })
    }
  }

  private visitBlock({ path, params, hash, program, inverse }: hbs.AST.BlockStatement): void {
    const name = nameOf(path)
    if (!BLOCKS.includes(name) || params.length !== 1 || hash !== undefined) {
      const usages = BLOCKS.map((block) => `{{#${block} 区域}} … {{/${block}}}`)
      this.report(path, { fault: 'block', name, usages })
    } else {
      this.visitValue(params[0]!, this.names)
    }
    this.visitProgram(program)
    this.visitProgram(inverse)
  }

  /** {{和暦 年度 -1}} and, within another, (和暦 年度 -1). */
  private visitCall({ path, params, hash }: Call): void {
    const name = nameOf(path)
    if (!isHelper(name)) {
      const known = Object.keys(HELPERS)
      this.report(path, { fault: 'unknown-helper', name, nearest: nearestKey(name, known), known })
      return
    }
    const { takes, usage }: HelperDefinition = HELPERS[name]
    const [value, years, ...rest] = params
    const wrongYears = years !== undefined && (takes !== 'year' || !isYears(years))
    if (value === undefined || wrongYears || rest.length > 0 || hash !== undefined) {
      this.report(path, { fault: 'argument', name, usage })
      return
    }
    if (isLiteral(value, takes)) return
    if (value.type === 'SubExpression' && takes === 'text') this.visitCall(value as hbs.AST.SubExpression)
    else if (value.type !== 'PathExpression') {
      this.report(value, { fault: 'argument', name, usage })
    } else if (this.names.includes(nameOf(value)) && !NAMES_FOR[takes].includes(nameOf(value))) {
      this.report(value, { fault: 'wrong-argument', name, value: nameOf(value), usage })
    } else this.visitValue(value, this.names)
  }

  private visitValue(value: hbs.AST.Expression, names: readonly string[]): void {
    const name = nameOf(value)
    if (names.includes(name)) return
    if (name === '') {
      this.report(value, { fault: 'expression', known: names })
      return
    }
    const inner = partsOf(value).find((part) => part in {})
    if (inner !== undefined) {
      this.report(value, { fault: 'inner-name', name: inner, known: names })
    } else {
      this.report(value, { fault: 'unknown-name', name, nearest: nearestKey(name, names), known: names })
    }
  }

  private report({ loc: { start, end } }: hbs.AST.Node, fault: FaultOfText): void {
    const length = end.line === start.line ? Math.max(1, end.column - start.column) : 1
    this.slips.push({ fault, line: start.line, column: start.column, length })
  }
}

/** A mustache or a subexpression. */
interface Call {
  readonly path: hbs.AST.Expression
  readonly params: readonly hbs.AST.Expression[]
  readonly hash?: hbs.AST.Hash
}

function isHelper(name: string): name is keyof typeof HELPERS {
  return Object.hasOwn(HELPERS, name)
}

function isLiteral(value: hbs.AST.Expression, takes: HelperDefinition['takes']): boolean {
  switch (takes) {
    case 'year':
      return parseFiscalYear(written(value)) !== undefined
    case 'number':
      return isWholeNumber(value)
    case 'text':
      return value.type === 'StringLiteral' || value.type === 'NumberLiteral'
    default:
      return assertNever(takes)
  }
}

/** No plan looks further back or ahead. */
const MOST_YEARS = 100

function isYears(value: hbs.AST.Expression): boolean {
  return isWholeNumber(value) && Math.abs(Number(written(value))) <= MOST_YEARS
}

function isWholeNumber(value: hbs.AST.Expression): boolean {
  return value.type === 'NumberLiteral' && Number.isInteger(Number(written(value)))
}

/** A text or a number in the form's own words. */
function written(value: hbs.AST.Expression): string {
  const isLiteral = value.type === 'StringLiteral' || value.type === 'NumberLiteral'
  return isLiteral ? String((value as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value) : ''
}

/** As it is written: ../ and @ included, which no name has. */
function nameOf(path: hbs.AST.Expression): string {
  return 'original' in path ? String(path.original) : ''
}

function partsOf(path: hbs.AST.Expression): readonly string[] {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).parts : []
}
