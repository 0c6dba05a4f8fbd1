/** The table that ends a build of several plans: what was written, and what was not and why. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { type Console, EXIT } from '../console/console.js'
import { displayWidth, padColumns } from '../console/display-width.js'
import { nameFile } from '../console/name-file.js'
import type { BuiltPlan } from './build-plan.js'

/** More good ones than these are counted, not listed; what failed is always listed. */
const MOST = 30

export function tellBuilds(built: readonly BuiltPlan[], console: Console): void {
  const good = built.filter(isGood)
  const listed = good.length > MOST ? built.filter((each) => !isGood(each)) : built
  const width = Math.max(0, ...listed.map(({ file }) => displayWidth(nameFile(file))))
  if (listed.length > 0) console.err('')
  for (const each of listed) {
    const row =
      `  ${padColumns(nameFile(each.file), width)}  ${isGood(each) ? goodNote(each) : failureNote(each)}`.trimEnd()
    if (isGood(each)) console.err(`作成${row}`)
    else console.err(row, { word: '失敗', tone: 'error' })
  }
  const documents = good.reduce((sum, { written }) => sum + written.length, 0)
  const count = (number: number) => number.toLocaleString('ja')
  const failures = built.length - good.length
  const rest = failures === 0 ? '' : `${count(failures)} 件は作れませんでした。`
  console.err(
    `${count(built.length)} 件の計画のうち ${count(good.length)} 件から ${count(documents)} 個の文書を作りました。${rest}`,
  )
}

function isGood({ status }: BuiltPlan): boolean {
  return status === EXIT.done
}

function goodNote({ written, diagnostics }: BuiltPlan): string {
  const endings = written.map((path) => path.slice(path.lastIndexOf('.') + 1)).join('、')
  return diagnostics.length === 0 ? endings : `${endings}（注意 ${diagnostics.length} 件）`
}

/** The first error; all of them stand above with their places. */
function failureNote({ file, diagnostics }: BuiltPlan): string {
  const [first, ...others] = diagnostics.filter(({ severity }) => severity === 'error')
  if (first === undefined) return ''
  return `${placeIn(first, file)}${first.message}${others.length === 0 ? '' : `ほかに ${others.length} 件`}`
}

function placeIn({ place }: Diagnostic, file: string): string {
  if (place === undefined) return ''
  const other = place.file === file ? '' : `${nameFile(place.file)}: `
  return place.kind === 'text' ? `${other}${place.line}行目: ` : other
}
