/** Documents onto the disk: all or none, whatever stands in the way of one of them. */

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { identifyFiles } from '../../src/cli/documents/judge-target.js'
import { writeOutputs } from '../../src/cli/documents/write-output.js'

/** Asked before every rename and every second name: throws where the system would. */
const asked = vi.hoisted(() => ({
  rename: (_from: string, _to: string) => {},
  link: () => {},
  sync: () => {},
  copy: undefined as (() => Error) | undefined,
}))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    renameSync(from: string, to: string) {
      asked.rename(from, to)
      fs.renameSync(from, to)
    },
    fsyncSync(file: number) {
      asked.sync()
      fs.fsyncSync(file)
    },
    copyFileSync(from: string, to: string) {
      if (asked.copy) throw asked.copy()
      fs.copyFileSync(from, to)
    },
    linkSync(from: string, to: string) {
      asked.link()
      fs.linkSync(from, to)
    },
  }
})

const made: string[] = []
afterEach(() => {
  asked.rename = () => {}
  asked.link = () => {}
  asked.sync = () => {}
  asked.copy = undefined
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keikaku-write-'))
  made.push(folder)
  return folder
}

const NAMES = ['計画.pdf', '計画.docx', '計画.xlsx']

/** A folder in which the set stands already. */
function oldSet(): string {
  const folder = newFolder()
  for (const name of NAMES) writeFileSync(join(folder, name), `旧 ${name}`)
  return folder
}

function write(folder: string, inputs: readonly string[] = []) {
  const outputs = NAMES.map((name) => ({ path: join(folder, name), bytes: new TextEncoder().encode(`新 ${name}`) }))
  return writeOutputs(outputs, identifyFiles(inputs))
}

/** What every entry of a folder is and holds. */
function contents(folder: string): Record<string, string> {
  const holds = (path: string) => {
    const stat = lstatSync(path)
    return stat.isFile() ? readFileSync(path, 'utf8') : stat.isDirectory() ? 'フォルダー' : 'ほか'
  }
  return Object.fromEntries(readdirSync(folder).map((name) => [name, holds(join(folder, name))]))
}

/** In a container that root works in, /dev/null itself may have become a file. */
const DEVICE = ['/dev/null', '/dev/zero', '/dev/full'].find((path) => statSync(path).isCharacterDevice())!

const busy = () => Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' })

describe('すべてか、一つもか', () => {
  it('新しく書き、書き換え、ほかに何も残さない', async () => {
    const folder = newFolder()
    expect(await write(join(folder, '新しい', '中'))).toEqual([])
    expect(await write(join(folder, '新しい', '中'))).toEqual([])
    expect(contents(join(folder, '新しい', '中'))).toEqual(
      Object.fromEntries(NAMES.map((name) => [name, `新 ${name}`])),
    )
  })

  type Block = (folder: string, name: string) => void
  const blocks: readonly (readonly [what: string, block: Block, code: string])[] = [
    [
      '同じ名前のフォルダー',
      (folder, name) => {
        rmSync(join(folder, name))
        mkdirSync(join(folder, name))
      },
      'target-is-folder',
    ],
    ['読み取り専用', (folder, name) => chmodSync(join(folder, name), 0o444), 'target-is-read-only'],
    [
      'ほかの人の文書',
      (folder, name) => {
        chmodSync(join(folder, name), 0o644)
        chownSync(join(folder, name), 12345, 12345)
      },
      'target-is-read-only',
    ],
    ['Word や Excel', (folder, name) => writeFileSync(join(folder, `~$${name}`), ''), 'target-is-open'],
    ['LibreOffice', (folder, name) => writeFileSync(join(folder, `.~lock.${name}#`), ''), 'target-is-open'],
    [
      'デバイス',
      (folder, name) => {
        rmSync(join(folder, name))
        symlinkSync(DEVICE, join(folder, name))
      },
      'target-is-no-file',
    ],
    [
      'FIFO',
      (folder, name) => {
        rmSync(join(folder, name))
        execFileSync('mkfifo', [join(folder, name)])
      },
      'target-is-no-file',
    ],
    [
      'ほかの文書へのリンク',
      (folder, name) => {
        rmSync(join(folder, name))
        symlinkSync(NAMES.find((other) => other !== name)!, join(folder, name))
      },
      'same-target',
    ],
    [
      'フォルダーへのリンク',
      (folder, name) => {
        rmSync(join(folder, name))
        symlinkSync('.', join(folder, name))
      },
      'target-is-folder',
    ],
    [
      '開かれている文書へのリンク',
      (folder, name) => {
        const other = newFolder()
        writeFileSync(join(other, '元'), '')
        writeFileSync(join(other, '.~lock.元#'), '')
        rmSync(join(folder, name))
        symlinkSync(join(other, '元'), join(folder, name))
      },
      'target-is-open',
    ],
    [
      'いっぱいのディスク',
      (_, name) => {
        asked.sync = (() => {
          let left = NAMES.indexOf(name)
          return () => {
            if (left-- === 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
          }
        })()
      },
      'cannot-write',
    ],
    [
      '書き換えのとき EPERM',
      (folder, name) => {
        asked.rename = (_, to) => {
          if (to === join(folder, name)) throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
        }
      },
      'cannot-write',
    ],
    [
      '輪になったリンク',
      (folder, name) => {
        rmSync(join(folder, name))
        symlinkSync(name, join(folder, name))
      },
      'cannot-write',
    ],
    [
      '書き換えのとき EBUSY',
      (folder, name) => {
        asked.rename = (_, to) => {
          if (to === join(folder, name)) throw busy()
        }
      },
      'cannot-write',
    ],
    [
      '書き換えのとき EBUSY、戻すときも',
      (folder, name) => {
        let failed = false
        asked.rename = (_, to) => {
          failed ||= to === join(folder, name)
          if (failed) throw busy()
        }
      },
      'cannot-write',
    ],
    [
      '別の名を持てないドライブで EBUSY',
      (folder, name) => {
        asked.link = () => {
          throw busy()
        }
        asked.rename = (_, to) => {
          if (to === join(folder, name)) throw busy()
        }
      },
      'cannot-write',
    ],
  ]
  const isRoot = process.getuid?.() === 0
  const cases = blocks
    .filter(([what]) => isRoot || what !== 'ほかの人の文書')
    .flatMap(([what, block, code]) => NAMES.map((name) => [what, name, block, code] as const))

  it.each(cases)('%s（%s）があれば、どれも前のまま', async (_, name, block, code) => {
    const folder = oldSet()
    block(folder, name)
    const before = contents(folder)
    const failures = await write(folder)
    expect(contents(folder)).toEqual(before)
    expect(failures.map((each) => each.code)).toEqual([code])
    const message = failures.at(-1)!.message
    for (const each of NAMES.filter((other) => before[other]?.startsWith('旧')))
      expect(message).toContain(`「${each}」`)
    expect(failures.some(({ place }) => place?.file === join(folder, name))).toBe(true)
  })

  it.each(NAMES)('まだ一つもないところで %s だけが書けなければ、作ったフォルダーも片づける', async (name) => {
    const folder = newFolder()
    asked.rename = (_, to) => {
      if (to.endsWith(name)) throw busy()
    }
    const [failure] = await write(join(folder, 'あ', 'い'))
    expect(failure!.message).toContain('どの文書も書いていません')
    expect(readdirSync(folder)).toEqual([])
  })

  it('前の文書に戻すこともできなければ、どれが新しいかを告げる', async () => {
    const folder = oldSet()
    let failed = false
    asked.rename = (_, to) => {
      failed ||= to.endsWith('xlsx')
      if (failed) throw busy()
    }
    asked.copy = busy
    const failures = await write(folder)
    expect(failures.map(({ code }) => code)).toEqual(['not-put-back', 'not-put-back', 'cannot-write'])
    expect(failures[2]!.message).toMatch(/前のまま: 「計画.xlsx」$/)
    expect(contents(folder)).toEqual({
      '計画.pdf': '新 計画.pdf',
      '計画.docx': '新 計画.docx',
      '計画.xlsx': '旧 計画.xlsx',
    })
  })

  it('誰も書けないフォルダーには、管理者としてでも書かない', async () => {
    const folder = oldSet()
    const before = contents(folder)
    chmodSync(folder, 0o555)
    expect(await write(folder)).toMatchObject([
      {
        message: expect.stringMatching(/権限.*前のまま: 「計画.pdf」「計画.docx」「計画.xlsx」/),
        place: { file: folder },
      },
    ])
    chmodSync(folder, 0o755)
    expect(contents(folder)).toEqual(before)
  })

  it('フォルダーのところにファイルがあれば、一度だけ告げる', async () => {
    const folder = oldSet()
    const failures = await write(join(folder, NAMES[0]!, 'あ'))
    expect(failures).toMatchObject([{ code: 'cannot-write', place: { file: join(folder, NAMES[0]!, 'あ') } }])
  })

  it('Word は長い名前の頭を略した名前で、開いていることを示す', async () => {
    for (const [name, lock] of [
      ['在宅医療の計画書.docx', '~$医療の計画書.docx'],
      ['在宅医療の計画.docx', '~$宅医療の計画.docx'],
      ['在宅医療.docx', '~$在宅医療.docx'],
    ] as const) {
      const folder = newFolder()
      writeFileSync(join(folder, lock), '')
      const [failure] = await writeOutputs([{ path: join(folder, name), bytes: new Uint8Array(1) }], new Set())
      expect(failure).toMatchObject({
        code: 'target-is-open',
        message: expect.stringContaining(`Word で開かれています（「${lock}」`),
      })
    }
  })

  it('入力のファイルには、名前やリンクがそれを指していても書かない', async () => {
    const folder = oldSet()
    const plan = join(folder, 'plan.yaml')
    writeFileSync(plan, '計画')
    rmSync(join(folder, NAMES[0]!))
    symlinkSync('plan.yaml', join(folder, NAMES[0]!))
    expect(await write(folder, [plan])).toMatchObject([{ code: 'target-is-input' }])
    expect(await write(folder, [join(folder, NAMES[1]!), 'ない'])).toMatchObject([{ code: 'target-is-input' }])
    expect(readFileSync(plan, 'utf8')).toBe('計画')
  })
})

describe('書くところ', () => {
  it('リンクはたどり、リンクのまま残す', async () => {
    const [folder, other] = [newFolder(), newFolder()]
    writeFileSync(join(other, '本物.pdf'), '旧')
    symlinkSync(join(other, '本物.pdf'), join(folder, NAMES[0]!))
    symlinkSync(join(other, 'まだない.docx'), join(folder, NAMES[1]!))
    expect(await write(folder)).toEqual([])
    expect(lstatSync(join(folder, NAMES[0]!)).isSymbolicLink()).toBe(true)
    expect(contents(other)).toEqual({ '本物.pdf': `新 ${NAMES[0]}`, 'まだない.docx': `新 ${NAMES[1]}` })
  })

  it('前の文書の読み書きの印を引き継ぐ', async () => {
    const folder = oldSet()
    chmodSync(join(folder, NAMES[0]!), 0o640)
    expect(await write(folder)).toEqual([])
    expect(statSync(join(folder, NAMES[0]!)).mode & 0o777).toBe(0o640)
  })

  it('八十字の仮名の名前でも書ける', async () => {
    const path = join(newFolder(), `${'あ'.repeat(80)}.docx`)
    expect(await writeOutputs([{ path, bytes: new Uint8Array(1) }], new Set())).toEqual([])
    expect(readdirSync(dirname(path))).toHaveLength(1)
    const longer = join(dirname(path), `${'あ'.repeat(90)}.docx`)
    const [failure] = await writeOutputs([{ path: longer, bytes: new Uint8Array(1) }], new Set())
    expect(failure!.message).toContain('名前が長すぎ')
  })
})

describe('途中で終わった実行の残り', () => {
  const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  const DEAD = spawnSync(process.execPath, ['-e', '']).pid
  const part = (host: string, pid: number | undefined) => `.keikaku-${host}-${pid}-0123456789ab`

  it('終わったプロセスのものと一日たったものを片づけ、ほかには触れない', async () => {
    const folder = newFolder()
    const dead = part(HOST, DEAD)
    const own = part(HOST, process.pid)
    const running = part(HOST, process.ppid)
    const elsewhere = part('ffffffff', DEAD)
    const old = part('eeeeeeee', 1)
    const theirs = '.keikaku-私の覚え書き'
    for (const name of [dead, own, running, elsewhere, old, theirs]) writeFileSync(join(folder, name), '')
    const yesterday = Date.now() / 1000 - 25 * 60 * 60
    utimesSync(join(folder, old), yesterday, yesterday)
    utimesSync(join(folder, theirs), yesterday, yesterday)
    expect(await write(folder)).toEqual([])
    expect(readdirSync(folder).sort()).toEqual([...NAMES, running, elsewhere, theirs].sort())
  })

  it('二つ目の名前を持つ前の文書も、片づければ一つ', async () => {
    const folder = oldSet()
    const kept = join(folder, part(HOST, DEAD))
    linkSync(join(folder, NAMES[0]!), kept)
    expect(await write(folder)).toEqual([])
    expect(existsSync(kept)).toBe(false)
  })
})
