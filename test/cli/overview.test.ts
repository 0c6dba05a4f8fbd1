/** `--form 概要` with each command, as a new user would try it. */

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findForm, findOverview, listForms, listOverviews } from '../../src/cli/files/find-form.js'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'

async function keikaku(...args: string[]) {
  const told = await runInProcess(args)
  return { ...told, out: told.out.join('\n') }
}

const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-overview-'))
const seed = (name: string) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))

describe('概要を使う', () => {
  it.each(['mogami-h30', 'progress-r6', 'welfare-r6'])('%s を自分の様式で読み、概要に印刷する', async (name) => {
    const out = folder()
    const { status } = await keikaku('build', seed(name), '--form', '概要', '--out', out)
    expect(status).toBe(0)
    expect(readdirSync(out).sort()).toEqual([`${name}.docx`, `${name}.pdf`, `${name}.xlsx`])
  })

  it('同じ計画からは同じバイト列ができる', async () => {
    const [first, second] = [folder(), folder()]
    for (const out of [first, second]) await keikaku('build', seed('mogami-h30'), '--form', 'overview', '--out', out)
    for (const file of readdirSync(first)) {
      expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file)))).toBe(true)
    }
  })

  it('写して直した概要も、フォルダーで指定できる', async () => {
    const out = folder()
    const text = readFileSync(new URL('templates/overview/form.yaml', ROOT), 'utf8')
    writeFileSync(join(out, 'form.yaml'), text.replace('名前: 概要', '名前: 町の概要'))
    const { status } = await keikaku('build', seed('welfare-r6'), '--form', out, '--out', out, '--format', 'pdf')
    expect(status).toBe(0)
    expect(readdirSync(out)).toContain('welfare-r6.pdf')
  })

  it('概要の様式ファイルの誤りは、その行で知らせる', async () => {
    const out = folder()
    const text = readFileSync(new URL('templates/overview/form.yaml', ROOT), 'utf8')
    writeFileSync(join(out, 'form.yaml'), text.replace('棒の色: 34557F', '棒の色: 青'))
    const { status, err } = await keikaku('build', seed('welfare-r6'), '--form', out, '--out', out)
    expect(status).toBe(1)
    expect(err).toMatch(/form\.yaml:\d+:\d+: 棒の色「青」を読めません。/)
  })
})

describe('概要は表の様式の代わりにならない', () => {
  it.each([
    ['new', [join(folder(), 'plan.yaml')]],
    ['schema', []],
    ['diff', [seed('mogami-h30'), seed('mogami-r1'), '--out', folder()]],
  ])('%s --form 概要 は、使い方を知らせる', async (command, args) => {
    const { status, err } = await keikaku(command, ...args, '--form', '概要')
    expect(status).toBe(1)
    expect(err).toContain('様式「概要」は計画を一枚にまとめて印刷するもので、表の欄がありません。')
    expect(err).toContain('keikaku build 計画ファイル --form 概要')
  })

  it('計画ファイルの様式や、元の様式にも書けない', async () => {
    const out = folder()
    const plan = join(out, 'plan.yaml')
    writeFileSync(plan, readFileSync(seed('mogami-h30'), 'utf8').replace('様式: 公式', '様式: 概要'))
    writeFileSync(join(out, 'form.yaml'), '元の様式: 概要\n名前: 町の概要\n')
    for (const args of [[plan], [plan, '--form', '概要'], [seed('mogami-h30'), '--form', out]]) {
      const { status, err } = await keikaku('build', ...args, '--out', out)
      expect(status).toBe(1)
      expect(err).toContain('様式「概要」は計画を一枚にまとめて印刷するもので')
    }
  })

  it('様式の一覧には、別に並ぶ', async () => {
    expect(listOverviews().map(({ style }) => [style.id, style.name])).toEqual([['overview', '概要']])
    expect(listForms().map(({ definition }) => definition.id)).not.toContain('overview')
    expect(findForm('overview', 'plan.yaml').ok).toBe(false)
    expect(findOverview('公式', 'plan.yaml')).toBeUndefined()
    expect(findOverview('ない', 'plan.yaml')).toBeUndefined()
    const { out } = await keikaku('forms')
    expect(out).toMatch(/概要（overview） A3 縦\n {4}欄: なし。.*--form 概要）\n {4}フォルダー: .*templates.overview$/m)
  })
})
