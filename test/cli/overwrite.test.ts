/** Nobody's work is overwritten: a document that somebody edited stays, an input is never a target, rows that went are told. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'

const SEED = readFileSync(new URL('seeds/mogami-h30.yaml', ROOT), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'keikaku-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const build = (...options: string[]) =>
  runInProcess(['build', at('plan.yaml'), '--format', 'docx,xlsx', '--out', at('out'), ...options])

/** As a program of an office saves it; the skeleton goes where `stripped`. */
function saveAgain(name: string, stripped: boolean): Uint8Array {
  const parts = Object.entries(unzipSync(readFileSync(at(name)))).flatMap(([part, content]): [string, Uint8Array][] => {
    if (stripped && part.startsWith('customXml/')) return []
    const xml = strFromU8(content)
    return [
      [
        part,
        strToU8(
          stripped
            ? xml.replace(/<(?:Relationship|Override) [^>]*customXml[^>]*\/>/g, '')
            : xml.replace('情報交換会', '情報交流会'),
        ),
      ],
    ]
  })
  const bytes = zipSync(Object.fromEntries(parts))
  writeFileSync(at(name), bytes)
  return bytes
}

describe('だれの編集も上書きしない', () => {
  it.each([
    ['out/plan.docx', false],
    ['out/plan.xlsx', false],
    ['out/plan.docx', true],
  ])('編集された %s（控えなし: %s）は、--overwrite がなければそのまま', async (name, stripped) => {
    writeFileSync(at('plan.yaml'), SEED)
    expect((await build('--overwrite')).status).toBe(0)
    // Nobody touched them: they are made anew.
    expect((await build()).status).toBe(0)
    const edited = saveAgain(name, stripped)
    const refused = await build()
    expect(refused.status).toBe(3)
    expect(refused.err).toContain('--overwrite')
    expect(refused.err).toContain('import 文書 --into')
    expect(Buffer.from(readFileSync(at(name))).equals(Buffer.from(edited))).toBe(true)
    expect((await build('--overwrite')).status).toBe(0)
    expect((await build()).status).toBe(0)
  })

  it('入力の文書には書かず、--out を案内する', async () => {
    writeFileSync(at('plan.yaml'), SEED)
    await build('--overwrite')
    const { status, err } = await runInProcess(['build', at('out/plan.docx'), '--format', 'docx', '--out', at('out')])
    expect([status, err.includes('--out で別のフォルダー')]).toEqual([2, true])
  })

  it('途中で切れた計画ファイルは、行の少なさで分かる', async () => {
    writeFileSync(at('plan.yaml'), SEED)
    await build('--overwrite')
    const cut = SEED.slice(0, SEED.indexOf('  - 名称: 看取りの普及'))
    writeFileSync(at('plan.yaml'), cut)
    const { status, err } = await build()
    expect(status).toBe(0)
    expect(err).toMatch(/置き換える前の文書より \d+ 行少なくなっています/)
  })
})
