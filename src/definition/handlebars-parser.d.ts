/** Handlebars' parser and its escaping without the rest, which makes code at run time; the package has types for the whole only. */

declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  import type {} from 'handlebars'
  export function parse(text: string): hbs.AST.Program
}

declare module 'handlebars/dist/cjs/handlebars/utils.js' {
  export function escapeExpression(text: string): string
}
