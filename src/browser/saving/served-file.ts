/** The plan file of a page that `keikaku preview` serves: read, followed, and saved into. */

import { textHash } from './stamp.js'

export interface ServedPlan {
  readonly file: string
  readonly text: string
  readonly save: number
}

/** Nothing where the page was opened from a folder: it then has no one to ask. */
export function findServedFile(): ServedFile | undefined {
  const token = document.querySelector<HTMLMetaElement>('meta[name="opening"]')?.content ?? ''
  return token === '' ? undefined : new ServedFile(token)
}

/** Between two tries where the command line has ended, in milliseconds. */
const AGAIN = 2000

export class ServedFile {
  constructor(private readonly token: string) {}

  /** At once, or when the file was saved after the save that was seen. */
  async read(seen?: number): Promise<ServedPlan> {
    const answer = await this.ask(seen === undefined ? 'plan' : `plan?seen=${seen}`, {})
    if (!answer.ok) throw new Error(`${answer.status}`)
    return (await answer.json()) as ServedPlan
  }

  /** Goes on as long as the page is open. */
  async follow(seen: number, changed: (plan: ServedPlan) => void): Promise<never> {
    for (let last = seen; ; ) {
      try {
        const plan = await this.read(last)
        if (plan.save !== last) changed(plan)
        last = plan.save
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN))
      }
    }
  }

  /** What stands in the way; nothing where the file now holds the text. `before` is what it held. */
  async save(text: string, before: string): Promise<string | undefined> {
    try {
      const answer = await this.ask('plan', {
        method: 'PUT',
        body: text,
        headers: { 'X-Before': await textHash(before) },
      })
      return answer.ok ? undefined : (await answer.text()) || `書き込めませんでした（${answer.status}）。`
    } catch {
      return 'keikaku preview が終わっているので、書き込めません。「渡す」の計画ファイルで受け取ってください。'
    }
  }

  private ask(path: string, { headers, ...request }: RequestInit): Promise<Response> {
    return fetch(path, { ...request, headers: { ...headers, 'X-Keikaku': this.token } })
  }
}
