/** The plan on the desk: its text with all that it has been, laid out anew whenever it changes. */

import { type History, redo, startHistory, takeText, undo } from './editing/history.js'
import type { Served } from './worker/call.js'
import type { Core, Laid } from './worker/core.js'

export interface DeskPlan {
  /** The name of the plan file. */
  readonly file: string
  readonly history: History
  /** The text that is safe: in the file that was opened, or in the one that was handed out last. */
  readonly saved: string
}

interface Listener {
  /** The plan is another one, or its text is. */
  changed(plan: DeskPlan): void
  laid(laid: Laid): void
}

export class Desk {
  private open: DeskPlan | undefined
  private waiting: string | undefined
  private running: Promise<void> | undefined

  constructor(
    private readonly core: Served<Core>,
    private readonly listener: Listener,
    private readonly inSight: () => readonly number[],
  ) {}

  get plan(): DeskPlan | undefined {
    return this.open
  }

  get isSafe(): boolean {
    return this.open === undefined || this.open.history.now === this.open.saved
  }

  /** Puts a plan on the desk. `saved` is what its file holds; nothing where it has none yet. */
  load(file: string, text: string, saved = text): Promise<void> {
    return this.set({ file, history: startHistory(text), saved })
  }

  /** The plan says this from now on. */
  take(text: string): Promise<void> {
    return this.change((history) => takeText(history, text))
  }

  undo(): Promise<void> {
    return this.change(undo)
  }

  redo(): Promise<void> {
    return this.change(redo)
  }

  /** What is on the desk stands in a file now, by this name. */
  markSaved(file: string, text: string): void {
    if (this.open === undefined) return
    this.open = { ...this.open, file, saved: text }
    this.listener.changed(this.open)
  }

  /** Lays out a text that is not yet taken over. Of many that come while one is laid out, the last one counts. */
  layOut(text: string): Promise<void> {
    this.waiting = text
    this.running ??= this.layOutWaiting().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private change(make: (history: History) => History): Promise<void> {
    if (this.open === undefined) return Promise.resolve()
    return this.set({ ...this.open, history: make(this.open.history) })
  }

  private set(plan: DeskPlan): Promise<void> {
    this.open = plan
    this.listener.changed(plan)
    return this.layOut(plan.history.now)
  }

  private async layOutWaiting(): Promise<void> {
    while (this.waiting !== undefined && this.open !== undefined) {
      const text = this.waiting
      this.waiting = undefined
      this.listener.laid(await this.core.layOut({ file: this.open.file, text }, this.inSight()))
    }
  }
}
