/** The table of messages, and the page that is made from it. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// @ts-expect-error: a script without types
import { messagesPage } from '../../docs/messages.mjs'
import type { Message, MessageValues } from '../../src/domain/messages/message.js'
import { MESSAGES } from '../../src/domain/messages/messages.js'
import { ROOT } from '../support/forms.js'

const ENTRIES = Object.entries(MESSAGES) as unknown as (readonly [string, Message<MessageValues>])[]

const SRC = new URL('src/', ROOT)
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, SRC), 'utf8') }))
/** A diagnostic written out; an entry of a table has a severity and no code. */
const BUILDS = /\bseverity(?:: (?:'error'|'warning'|\w+))?,\s*code\b/
const isTable = ({ name }: { readonly name: string }) => name.startsWith('domain/messages/')

describe('知らせの表', () => {
  it('docs/messages.md は表のとおり（npm run messages で作り直す）', () => {
    expect(readFileSync(new URL('docs/messages.md', ROOT), 'utf8')).toBe(messagesPage())
  })

  it.each(ENTRIES)(
    '%s は日本語の文で、句点で終わり、値の抜けがない',
    (code, { says, cure, cause, example, others = [] }) => {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(cause).toMatch(/。$/)
      for (const values of [example, ...others]) {
        expect(says(values)).toMatch(/[。）]$/)
        expect(says(values)).toMatch(/[ぁ-ん]/)
        for (const text of [says(values), cure?.(values) ?? '']) expect(text).not.toMatch(/undefined|NaN|\[object|\n/)
      }
    },
  )

  it('一つの名前は一つの表にだけある', () => {
    const named = sources
      .filter(isTable)
      .flatMap(({ text }) => [...text.matchAll(/^ {2}'?([a-z0-9-]+)'?: (?:message|ofDocument)\(/gm)])
    expect(named.map(([, code]) => code).sort()).toEqual(ENTRIES.map(([code]) => code).sort())
  })

  it.each(ENTRIES)('%s はどこかで言われる', (code) => {
    expect(sources.some((each) => !isTable(each) && each.text.includes(`'${code}'`))).toBe(true)
  })

  it('知らせを組み立てるのは say だけ', () => {
    const others = sources.filter(({ name, text }) => name !== 'domain/messages/say.ts' && BUILDS.test(text))
    expect(others.map(({ name }) => name)).toEqual([])
  })
})
