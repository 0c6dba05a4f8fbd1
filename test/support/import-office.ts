/** Documents to plans as the command line imports them, and plans as short texts. */

import { readFileSync } from 'node:fs'
import { listForms, openBundledBase } from '../../src/cli/files/find-form.js'
import { type ImportedPlan, importPlan } from '../../src/decode/office/import-plan.js'
import { type ListedKind, type ReadingOptions, USUAL_READING } from '../../src/decode/office/office-document.js'
import type { ForeignOptions } from '../../src/decode/office/plan/read-document.js'
import type { Outcome } from '../../src/domain/diagnostic.js'
import type { Plan } from '../../src/domain/plan.js'
import { expectValue, ROOT } from './forms.js'

export interface ImportOptions
  extends Partial<ReadingOptions>,
    Partial<Pick<ForeignOptions, 'form' | 'year' | 'forms'>> {}

const FORMS = listForms().map(({ definition }) => definition)

export function tryImport(
  bytes: Uint8Array,
  { form, year, forms = FORMS, ...reading }: ImportOptions = {},
): Outcome<ImportedPlan> {
  return importPlan(
    '文書',
    bytes,
    { ...USUAL_READING, ...reading },
    {
      forms,
      name: '文書',
      openBase: openBundledBase,
      ...(form === undefined ? {} : { form }),
      ...(year === undefined ? {} : { year }),
    },
  )
}

/** Every import's account must add up, whatever the test is about. */
export function importOffice(bytes: Uint8Array, options: ImportOptions = {}): ImportedPlan {
  const imported = expectValue(tryImport(bytes, options))
  const { read, planned, listed } = imported.account
  if (read !== planned + listed) throw new Error(`${read} characters read, ${planned} planned, ${listed} listed`)
  return imported
}

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`test/fixtures/office/${name}`, ROOT))
}

/** `①名` before the rows; each cell as `欄=文`, a joined one as `欄=↑`; line ends as ⏎. */
export function tellPlan({ categories }: Plan): string[] {
  return categories.flatMap(({ number, name, rows }) => [
    `${number} ${name}`,
    ...rows.map(({ cells }) =>
      Object.entries(cells)
        .map(
          ([key, cell]) =>
            `${key}=${cell.tag === 'text' ? cell.text.replaceAll('\n', '⏎') : cell.tag === 'joined' ? '↑' : '←'}`,
        )
        .join(' | '),
    ),
  ])
}

export function entriesOf({ account }: ImportedPlan, kind: ListedKind): string[] {
  return account.entries
    .filter((each) => each.kind === kind)
    .map(({ place, text, author }) => [place, text, author].filter(Boolean).join(' '))
}
