/** The table of messages, and the page that is made from it. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// @ts-expect-error: a script without types
import { messagesPage } from '../../docs/messages.mjs'
import type { Message, MessageValues } from '../../src/domain/messages/message.js'
import { MESSAGES } from '../../src/domain/messages/messages.js'
import { ROOT } from '../support/forms.js'

const ENTRIES = Object.entries(MESSAGES) as unknown as (readonly [string, Message<MessageValues>])[]

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
})
