/** What ends a build of several plans, and the bar while it goes on. */

import { describe, expect, it, vi } from 'vitest'
import { openConsole } from '../../src/cli/console/console.js'
import { progressLine, startProgress } from '../../src/cli/console/progress.js'
import type { BuiltPlan } from '../../src/cli/many/build-plan.js'
import { tellBuilds } from '../../src/cli/many/tell-builds.js'
import { say } from '../../src/domain/messages/say.js'

function told(built: readonly BuiltPlan[]): readonly string[] {
  const lines: string[] = []
  tellBuilds(built, openConsole({ out: () => {}, err: (line) => lines.push(line), colours: false, env: {} }))
  return lines
}

const good = (file: string): BuiltPlan => ({
  file,
  status: 0,
  written: [`o/${file}.pdf`, `o/${file}.docx`],
  diagnostics: [],
})
const bad = (file: string): BuiltPlan => {
  const place = { kind: 'text' as const, file, line: 3, column: 1 }
  return { file, status: 1, written: [], diagnostics: [say('bad-key', {}, place), say('bad-key', {})] }
}

describe('終わりの表', () => {
  it('全角の幅をそろえ、作ったものと、作れないわけを一行ずつ', () => {
    const warned = { ...good('x.yaml'), diagnostics: [say('drafts', {})] }
    expect(told([good('最上ｶﾞ.yaml'), bad('plan.yaml'), warned])).toEqual([
      '',
      '作成  最上ｶﾞ.yaml  pdf、docx',
      '失敗  plan.yaml    3行目: キーが文字ではありません。ほかに 1 件',
      '作成  x.yaml       pdf、docx（注意 1 件）',
      '3 件の計画のうち 2 件から 4 個の文書を作りました。1 件は作れませんでした。',
    ])
  })

  it('作れた計画が三十を超えたら数だけにして、作れないものはすべて挙げる', () => {
    const many = Array.from({ length: 1200 }, (_, index) => good(`${index}.yaml`))
    expect(told([...many, bad('a.yaml'), bad('b.yaml')])).toEqual([
      '',
      '失敗  a.yaml  3行目: キーが文字ではありません。ほかに 1 件',
      '失敗  b.yaml  3行目: キーが文字ではありません。ほかに 1 件',
      '1,202 件の計画のうち 1,200 件から 2,400 個の文書を作りました。2 件は作れませんでした。',
    ])
    expect(told(many)).toEqual(['1,200 件の計画のうち 1,200 件から 2,400 個の文書を作りました。'])
  })
})

describe('進み具合', () => {
  it('割合と、残りの見込みを示す', () => {
    expect(progressLine(0, 40, 1000)).toBe('[------------------------] 0／40 計画')
    expect(progressLine(10, 40, 5000)).toBe('[######------------------] 10／40 計画　残り約 15 秒')
    expect(progressLine(1000, 4000, 100_000)).toBe('[######------------------] 1,000／4,000 計画　残り約 5 分')
  })

  it('一秒を超えたら示し、終われば消す。すぐに終わる仕事では何も示さない', () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
    const shown: string[] = []
    const status = (line: string) => shown.push(line)
    const console = openConsole({ out: () => {}, err: () => {}, colours: false, env: {}, status })
    const progress = startProgress(2, console)
    vi.advanceTimersByTime(900)
    progress.advance()
    expect(shown).toEqual([])
    vi.advanceTimersByTime(200)
    expect(shown).toEqual([progressLine(1, 2, 1000)])
    progress.advance()
    progress.end()
    expect(shown.slice(1)).toEqual([progressLine(2, 2, 1100), ''])
    const short = startProgress(1, console)
    short.advance()
    short.end()
    vi.advanceTimersByTime(5000)
    expect(shown).toHaveLength(3)
    vi.useRealTimers()
  })
})
