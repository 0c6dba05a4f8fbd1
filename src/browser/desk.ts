/** The plan on the desk: its text with all that it has been, laid out anew whenever it changes. */

import type { Diagnostic } from '../domain/diagnostic.js'
import type { PlanEdit } from './editing/edit-plan.js'
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
  /** The plan is another one, or its text is, or where that is safe. */
  changed(plan: DeskPlan): void
  laid(laid: Laid): void
  /** What edits made of the text is no plan; it is what it was before them. */
  refused(edits: readonly PlanEdit[], diagnostics: readonly Diagnostic[]): void
}

export class Desk {
  private open: DeskPlan | undefined
  /** What is to be laid out: the text of the plan, and behind it what edits would make of it. */
  private waiting: { readonly text: boolean; readonly edits?: readonly PlanEdit[] } = { text: false }
  private running: Promise<void> | undefined
  private turn: Promise<void> = Promise.resolve()
  private last: Laid | undefined

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

  /** Takes edits over into the plan, after those that are on their way. */
  edit(edits: readonly PlanEdit[]): Promise<void> {
    this.turn = this.turn.catch(() => {}).then(() => this.editNow(edits))
    return this.turn
  }

  /** The plan says this from now on. */
  take(text: string): Promise<void> {
    return this.change((history) => takeText(history, text))
  }

  private async editNow(edits: readonly PlanEdit[]): Promise<void> {
    const before = this.open
    const text = await this.core.edit(edits)
    await this.change((history) => takeText(history, text))
    const { last } = this
    if (before === undefined || last === undefined || last.contents !== undefined) return
    await this.set(before)
    this.listener.refused(edits, last.diagnostics)
  }

  /** Shows what edits would make of the plan; of many that come while one is laid out, the last one counts. */
  tryEdits(edits: readonly PlanEdit[]): Promise<void> {
    return this.layOut({ ...this.waiting, edits })
  }

  /** When all that is on its way has been taken over. */
  async settled(): Promise<void> {
    await this.turn
    await this.running
  }

  undo(): Promise<void> {
    return this.change(undo)
  }

  redo(): Promise<void> {
    return this.change(redo)
  }

  /** A text stands in a file now, by this name. Where the plan is still the same, it is this text, stamp and all. */
  markSaved(file: string, before: string, text: string): void {
    const { open } = this
    if (open === undefined) return
    const history = open.history.now === before ? { ...open.history, now: text } : open.history
    this.open = { ...open, file, history, saved: text }
    this.listener.changed(this.open)
  }

  /** Lays out the plan anew: a font has come, or something that was tried is given up. */
  again(): Promise<void> {
    return this.layOut({ text: true })
  }

  private change(make: (history: History) => History): Promise<void> {
    if (this.open === undefined) return Promise.resolve()
    return this.set({ ...this.open, history: make(this.open.history) })
  }

  private set(plan: DeskPlan): Promise<void> {
    this.open = plan
    this.listener.changed(plan)
    return this.layOut({ text: true })
  }

  private layOut(waiting: Desk['waiting']): Promise<void> {
    this.waiting = waiting
    this.running ??= this.layOutWaiting().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async layOutWaiting(): Promise<void> {
    for (;;) {
      const { waiting, open } = this
      const { text, edits } = waiting
      if (open === undefined || (!text && edits === undefined)) return
      if (text) {
        this.waiting = edits === undefined ? { text: false } : { text: false, edits }
        this.last = await this.core.layOut({ file: open.file, text: open.history.now }, this.inSight())
        this.listener.laid(this.last)
      } else {
        this.waiting = { text: false }
        this.listener.laid(await this.core.tryEdits(edits!, this.inSight()))
      }
    }
  }
}
