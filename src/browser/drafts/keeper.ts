/** Keeps what is not yet in a file as a draft, soon after it was written, and says where it cannot. */

import { notify } from '../dom/notices.js'
import { readStamp } from '../saving/stamp.js'
import { type Draft, DraftStore } from './store.js'

/** In milliseconds: what is written is a draft within two seconds. */
const DELAY = 800

/** What there is to keep. */
export interface Unsaved {
  readonly key: string
  readonly file: string
  /** The text with what is being written; nothing where all is safe. */
  readonly text: string | undefined
}

export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined

  private constructor(
    private readonly store: DraftStore | undefined,
    private off: boolean,
    private readonly read: () => Promise<Unsaved | undefined>,
  ) {}

  static async open(read: () => Promise<Unsaved | undefined>): Promise<DraftKeeper> {
    try {
      const store = await DraftStore.open()
      return new DraftKeeper(store, await store.isOff(), read)
    } catch {
      return new DraftKeeper(undefined, false, read)
    }
  }

  get state(): 'on' | 'off' | 'refused' {
    return this.store === undefined ? 'refused' : this.off ? 'off' : 'on'
  }

  /** Something was written. */
  touch(): void {
    if (this.state === 'refused') this.warn()
    if (this.state !== 'on' || this.timer !== undefined) return
    this.timer = setTimeout(() => {
      this.timer = undefined
      void this.keep()
    }, DELAY)
  }

  async list(): Promise<readonly Draft[]> {
    const all = this.state === 'on' ? await this.store!.list() : []
    return all.filter(({ text }) => text !== '')
  }

  async find(key: string): Promise<Draft | undefined> {
    return this.state === 'on' ? this.store!.find(key) : undefined
  }

  /** The text is in a file: nothing of it is a draft any more, and how far it has come is known. */
  async noteSaved(key: string, file: string, text: string): Promise<void> {
    const { number = 0, time = '' } = readStamp(text) ?? {}
    if (this.state === 'on')
      await this.tell(this.store!.put({ key, file, text: '', time: '', saved: { text, number, time } }))
  }

  async remove(key: string): Promise<void> {
    if (this.store !== undefined) await this.tell(this.store.remove(key))
  }

  async erase(): Promise<void> {
    if (this.store !== undefined) await this.tell(this.store.erase())
  }

  /** Off means that nothing is left behind. */
  async switch(to: 'on' | 'off'): Promise<void> {
    this.off = to === 'off'
    if (this.store === undefined) return
    if (this.off) await this.erase()
    await this.tell(this.store.switch(to))
    if (!this.off) this.touch()
  }

  private async keep(): Promise<void> {
    const unsaved = await this.read()
    if (unsaved === undefined || this.state !== 'on') return
    const { key, file, text = '' } = unsaved
    const { saved } = (await this.find(key)) ?? {}
    if (text === '' && saved === undefined) await this.remove(key)
    else await this.tell(this.store!.put({ key, file, text, time: new Date().toISOString(), ...(saved && { saved }) }))
  }

  private async tell(work: Promise<void>): Promise<void> {
    try {
      await work
    } catch {
      this.warn()
    }
  }

  private warn(): void {
    notify(
      'drafts',
      'このブラウザーに下書きを残せません（保存が禁じられているか、空きがありません）。こまめに計画ファイルを受け取ってください。',
    )
  }
}
