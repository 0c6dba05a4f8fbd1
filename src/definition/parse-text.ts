/** Parses a Handlebars text of a form. */

import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js'

/** `{{略記 年度 +1}}` says what it means; Handlebars knows no sign before a number but the minus. Places stay as they are. */
export function parseText(text: string): hbs.AST.Program {
  return parse(text.replace(/\{\{[^{}]*\}\}/g, (tag) => tag.replace(/"[^"]*"|'[^']*'|(?<=\s)\+(?=\d)/g, withoutPlus)))
}

function withoutPlus(part: string): string {
  return part === '+' ? ' ' : part
}
