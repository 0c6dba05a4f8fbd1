/** Says where a file is not the newest save of its plan that this browser knows, or another branch of it. */

import { notify } from '../dom/notices.js'
import { readStamp, textHash } from './stamp.js'

interface Saved {
  readonly text: string
  readonly number: number
  readonly time: string
}

export async function tellFork(text: string, saved: Saved, compare: () => void): Promise<void> {
  if (text === saved.text || saved.number === 0) return
  const stamp = readStamp(text)
  const number = stamp?.number ?? 0
  const choice = { name: '比べる', choose: compare }
  const known = `この PC で最後に受け取ったのは 保存${saved.number}（${saved.time.replace('T', ' ')}）`
  if (number < saved.number) {
    notify(
      'fork',
      `古い版です。${known}、開いたのは ${number === 0 ? '保存の印のない版' : `保存${number}`} です。`,
      choice,
    )
  } else if (
    number === saved.number ||
    (number === saved.number + 1 && stamp!.before !== (await textHash(saved.text)))
  ) {
    notify('fork', `枝分かれした版です。${known}ですが、開いた 保存${number} はその続きではありません。`, choice)
  }
}
