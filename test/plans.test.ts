/** Plans that are odd in one way each (test/plans): a file that is put there is held to every law, with no line of code. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPlan } from '../src/cli/files/open-plan.js'
import { compareEditions } from '../src/print/print-comparison.js'
import { printPlan } from '../src/print/print-plan.js'
import type { Printable, PrintedDocument } from '../src/print/printable.js'
import { toJson } from '../src/review/to-json.js'
import { expectValue } from './support/forms.js'
import { importOffice } from './support/import-office.js'
import { expectNothingLost } from './support/nothing-lost.js'
import { printed, readable } from './support/printed-plan.js'
import { ALL_FORMATS, READERS } from './support/read-documents.js'

const FOLDER = join(import.meta.dirname, 'plans')
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

async function print(printable: Printable, formats = ALL_FORMATS): Promise<readonly PrintedDocument[]> {
  return expectValue(await printPlan(printable, { formats }))
}

describe.each(FILES)('%s', (name) => {
  let printable: Printable
  let documents: readonly PrintedDocument[]

  beforeAll(async () => {
    printable = expectValue(openPlan(join(FOLDER, name)))
    documents = await print(printable)
  })

  it('どの形式でも欠けない', async () => {
    for (const [at, format] of ALL_FORMATS.entries()) {
      expectNothingLost(await READERS[format](documents[at]!.bytes), printable.plan, printable.definition)
    }
  })

  it('もう一度読んで印刷しても、同じバイト列になる', async () => {
    const again = await print(expectValue(openPlan(join(FOLDER, name))))
    for (const [at, { bytes }] of again.entries()) expect(Buffer.compare(bytes, documents[at]!.bytes)).toBe(0)
  })

  it.each(['docx', 'xlsx'] as const)('%s を読み戻せば、印刷した計画', async (format) => {
    const { definition } = printable
    const plan = readable(printable.plan)
    const [document] = await print({ ...printable, plan }, [format])
    const read = importOffice(document!.bytes, { year: plan.year, form: definition })
    expect(printed(read.plan, definition)).toEqual(printed(plan, definition))
  })

  it('自分自身と比べても、変更はない', () => {
    const { same, changes } = toJson(compareEditions({ old: printable, new: printable }))
    expect({ same, changes }).toEqual({ same: true, changes: [] })
  })
})

it('試す計画がある', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(10)
})
