/** What is kept of files, and when it is made anew. */

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFonts } from '../../src/cli/files/find-fonts.js'
import { findForm } from '../../src/cli/files/find-form.js'
import { InputFiles } from '../../src/cli/files/input-files.js'
import { expectValue } from '../support/forms.js'

describe('読んだファイルの控え', () => {
  it('時刻か大きさが変わるか、現れるか消えるかしたときだけ作り直す', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'keikaku-kept-')), 'a')
    const files = InputFiles.open()
    let made = 0
    const keep = () =>
      files.keep('a', (use) => {
        use(file)
        return ++made
      })
    const changes = [
      () => writeFileSync(file, 'あ'),
      () => writeFileSync(file, 'あい'),
      () => utimesSync(file, 1, 2),
      () => rmSync(file),
    ]
    expect([keep(), keep()]).toEqual([1, 1])
    for (const [index, change] of changes.entries()) {
      change()
      expect([keep(), keep()]).toEqual([index + 2, index + 2])
    }
  })

  it('様式と書体は一度だけ読み、何を使ったかは別々に分かる', () => {
    const files = InputFiles.open()
    const [one, two] = [files.fork(), files.fork()]
    expect(findForm('四欄A3', 'plan.yaml', one)).toBe(findForm('四欄A3', 'plan.yaml', two))
    const { folder } = expectValue(findForm('公式', 'plan.yaml', files))
    expect(loadFonts(['BIZ UDPGothic'], [folder], two).faces[0]).toBe(
      loadFonts(['BIZ UDPGothic'], [folder], files).faces[0],
    )
    const names = (used: ReadonlySet<string>) => [...used].map((path) => path.split(/[/\\]/).slice(-2).join('/')).sort()
    expect(names(one.used)).toEqual(['four-column-a3/form.yaml', 'four-column/form.yaml'])
    expect(names(two.used)).toEqual([
      '400Regular/BIZUDPGothic_400Regular.ttf',
      'four-column-a3/form.yaml',
      'four-column/form.yaml',
      'official/fonts',
    ])
  })
})
