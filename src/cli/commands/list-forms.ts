/** `keikaku forms`: the forms that come with the program, and where one to copy lies. */

import { isAbsolute, relative } from 'node:path'
import type { ColumnDefinition, Paper } from '../../definition/form-definition.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { type FoundForm, type FoundOverview, listForms, listOverviews } from '../files/find-form.js'

/** Prints each form with its name, paper, use, columns and folder. */
export function printForms(console: Console): ExitStatus {
  for (const line of [...listForms().flatMap(describe), ...listOverviews().flatMap(describeOverview)]) console.out(line)
  return EXIT.done
}

function describeOverview({ style, folder }: FoundOverview): string[] {
  const { name, id, paper } = style
  return [
    `${name}（${id}） ${describePaper(paper)}`,
    '    欄: なし。計画の様式の欄を、件数と年次工程表にまとめます（keikaku build 計画ファイル --form 概要）',
    `    フォルダー: ${shortPath(folder)}`,
  ]
}

function describe({ definition, folder }: FoundForm): string[] {
  const { name, id, purpose, paper, columns } = definition
  return [
    `${name}（${id}） ${describePaper(paper)}`,
    ...(purpose === undefined ? [] : [`    用途: ${purpose}`]),
    `    欄: ${columns.map(describeColumn).join(' ｜ ')}`,
    `    フォルダー: ${shortPath(folder)}`,
  ]
}

function describePaper({ size, orientation }: Paper): string {
  return `${size} ${orientation === 'landscape' ? '横' : '縦'}`
}

/** Stacked fields are joined by ／. */
function describeColumn({ fields }: ColumnDefinition): string {
  return fields.map((field) => field.key).join('／')
}

/** From the working folder, where the folder lies within it. */
function shortPath(folder: string): string {
  const path = relative('', folder)
  return path.startsWith('..') || isAbsolute(path) ? folder : path
}
