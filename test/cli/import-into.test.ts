/** `import --into`: what was changed in documents comes into the plan file, and nothing else of it changes. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess as run } from '../support/in-process.js'

const SEED = readFileSync(new URL('seeds/mogami-h30.yaml', ROOT), 'utf8')
const PARTS = { docx: 'word/document.xml', xlsx: 'xl/sharedStrings.xml' } as const
type Kind = keyof typeof PARTS
const KINDS = Object.keys(PARTS) as Kind[]

const folder = mkdtempSync(join(tmpdir(), 'keikaku-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const plan = () => readFileSync(at('plan.yaml'), 'utf8')

beforeAll(async () => {
  writeFileSync(at('plan.yaml'), SEED)
  const built = await run(['build', at('plan.yaml'), '--format', 'docx,xlsx', '--out', at('made')])
  expect(built.status).toBe(0)
})

/** The document with other words in it; without what it carries where `stripped`. */
function edit(kind: Kind, name: string, changes: readonly (readonly [string, string])[], stripped = false): string {
  const parts = unzipSync(readFileSync(at(`made/plan.${kind}`)))
  const changed = Object.entries(parts).flatMap(([part, content]): [string, Uint8Array][] => {
    if (stripped && part.startsWith('customXml/')) return []
    let xml = strFromU8(content)
    if (part === PARTS[kind]) for (const [from, to] of changes) xml = xml.replace(from, () => to)
    if (stripped) {
      xml = xml
        .replace(/<(?:Relationship|Override) [^>]*customXml[^>]*\/>/g, '')
        .replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
        .replace(/<definedName [^>]*keikaku_row[^>]*>[^<]*<\/definedName>/g, '')
    }
    return [[part, strToU8(xml)]]
  })
  writeFileSync(at(name), zipSync(Object.fromEntries(changed)))
  return at(name)
}

const into = (files: readonly string[], ...options: string[]) =>
  run(['import', ...files, '--into', at('plan.yaml'), ...options])

const ADDED = ['情報交換会の開催', '情報交換会と研修の開催'] as const

describe.each(KINDS)('import --into（%s）', (kind) => {
  it('編集のない文書は、一バイトも変えない', async () => {
    writeFileSync(at('plan.yaml'), SEED)
    const { status, err } = await into([at(`made/plan.${kind}`), edit(kind, `same.${kind}`, [])])
    expect(status).toBe(0)
    expect(err.match(/変更なし/g)).toHaveLength(2)
    expect(plan()).toBe(SEED)
    expect((await run(['import', at(`same.${kind}`)])).err).toContain('編集されていません')
  })

  it.each([
    ['控えのある文書', false],
    ['控えのない文書', true],
  ])('%sの編集だけが書き込まれる', async (_, stripped) => {
    const file = `# 覚え書き\r\n${SEED.replaceAll('\n', '\r\n')}`
    writeFileSync(at('plan.yaml'), file)
    const edited = edit(kind, `edited.${kind}`, [ADDED], stripped)
    const dry = await into([edited], '--dry-run')
    expect([dry.status, plan()]).toEqual([0, file])
    const { status, err } = await into([edited])
    expect(status).toBe(0)
    expect(err).toContain('反映 1件')
    expect(err).toContain('①1行目 取組み: 修正')
    expect(err.includes('控え')).toBe(stripped)
    expect(plan()).toBe(file.replace(...ADDED))
  })

  it('双方が変えた項目は両方の文を示し、何も書き込まない。--prefer で決まる', async () => {
    const mine = SEED.replace(ADDED[0], '意見交換会の開催')
    writeFileSync(at('plan.yaml'), mine)
    const edited = edit(kind, `both.${kind}`, [ADDED])
    const { status, err } = await into([edited])
    expect(status).toBe(1)
    expect(err).toContain('要調整 1件')
    expect(err).toContain('意見交換会の開催')
    expect(err).toContain(ADDED[1])
    expect(plan()).toBe(mine)
    expect((await into([edited], '--prefer', 'plan')).status).toBe(0)
    expect(plan()).toBe(mine)
    expect((await into([edited], '--prefer', 'document')).status).toBe(0)
    expect(plan()).toBe(SEED.replace(...ADDED))
  })

  it('計画ファイルの変更は残り、いくつもの文書が順に入る', async () => {
    const more = ['入院時情報提供書）の作成', '入院時情報提供書）の作成と周知'] as const
    const mine = SEED.replace('在宅医療への円滑な移行', '在宅への移行')
    writeFileSync(at('plan.yaml'), mine)
    const pieces = [edit(kind, `one.${kind}`, [ADDED]), edit(kind, `two.${kind}`, [more]), at(`made/plan.${kind}`)]
    const { status, err } = await into(pieces)
    expect(status).toBe(0)
    expect(err.match(/: (?:反映|変更なし|要調整)/g)).toEqual([': 反映', ': 反映', ': 変更なし'])
    expect(plan()).toBe(mine.replace(...ADDED).replace(...more))
  })
})

describe('import --into の断り', () => {
  it('文書には書き込まない', async () => {
    const { status, err } = await run(['import', at('made/plan.docx'), '--into', at('made/plan.xlsx')])
    expect([status, err.includes('計画ファイル（.yaml か .json）')]).toEqual([1, true])
  })

  it('知らない範囲は誤り', async () => {
    writeFileSync(at('plan.yaml'), SEED)
    expect((await into([at('made/plan.docx')], '--scope', '９９')).err).toContain('--scope の「99」')
  })
})

describe('計画の中に書かれた様式', () => {
  const FORM = (columns: string) => `計画: 試し\n年度: R6\n様式:\n  名前: 自分の表\n  元の様式: 四欄\n${columns}`
  const column = (name: string) => `- { 見出し: ${name}, 欄: [{ 名前: ${name}, 役割: その他 }], 幅: 20 }\n`
  const one = FORM(`  列:\n    ${column('事業')}    ${column('取組')}行:\n  - { 事業: あ, 取組: い }\n`)
  const several = FORM(
    `  表:\n    - 名前: 甲\n      列:\n        ${column('事業')}    - 名前: 乙\n      列:\n        ${column('取組')}        ${column('期限')}` +
      '表:\n  - 行:\n      - { 事業: あ }\n  - 行:\n      - { 取組: う, 期限: え }\n',
  )

  it.each([
    ['docx', '一つの表', one],
    ['xlsx', '一つの表', one],
    ['docx', '列の違ういくつもの表', several],
    ['xlsx', '列の違ういくつもの表', several],
  ])('%s の%sを読めば、同じ様式の計画に戻り、同じ文書になる', async (kind, _, text) => {
    writeFileSync(at('own.yaml'), text)
    expect((await run(['build', at('own.yaml'), '--format', kind, '--out', at('own')])).status).toBe(0)
    const document = at(`own/own.${kind}`)
    rmSync(at('again.yaml'), { force: true })
    expect((await run(['import', document, '--out', at('again.yaml')])).status).toBe(0)
    expect(readFileSync(at('again.yaml'), 'utf8')).toMatch(/^計画: 試し\n年度: R6\n様式:\n {2}名前: 自分の表\n/)
    expect((await run(['build', at('again.yaml'), '--format', kind, '--out', at('own-again')])).status).toBe(0)
    expect(readFileSync(at(`own-again/again.${kind}`)).equals(readFileSync(document))).toBe(true)
  })
})
