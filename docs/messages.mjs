/** Writes docs/messages.md, the page of all messages, from the table in src/domain/messages (npm run messages). */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MESSAGES } from '../dist/domain/messages/messages.js'

const PAGE = new URL('messages.md', import.meta.url)

/** The page as text. */
export function messagesPage() {
  const entries = Object.entries(MESSAGES).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = entries.map(([code, entry]) => `## ${code}\n\n${sentencesOf(entry).join('\n')}`)
  const head = [
    '# 知らせの一覧',
    '',
    '<!-- npm run messages で作り直す。直すのは src/domain/messages の表 -->',
    '',
    `知らせは ${entries.length} 種類あります。「エラー」のときは文書を作らず、「注意」のときは作ります。見出しは \`--format json\` や`,
    'テストで使う名前です。文の中の名前や数は例です。',
    '',
  ]
  return `${head.join('\n')}\n${parts.join('\n')}`
}

/** Each sentence of a code with its cure; the cause stands under the first, and a cure is not said twice running. */
function sentencesOf({ severity, says, cure, cause, example, others = [] }) {
  let last
  return [example, ...others].map((values, index) => {
    const said = `${severity === 'error' ? 'エラー' : '注意'}: ${says(values)}`
    const todo = cure?.(values)
    const lines = [
      ...(index === 0 ? [`- わけ: ${plain(cause)}`] : []),
      ...(todo === undefined || todo === last ? [] : [`- 直し方: ${plain(todo)}`]),
    ]
    last = todo
    return `> ${plain(said)}\n${lines.length === 0 ? '' : `\n${lines.join('\n')}\n`}`
  })
}

/** As text of Markdown: one line, and no sign of it means anything. */
function plain(text) {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll('\n', ' ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, messagesPage())
