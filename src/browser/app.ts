/** What the official sees and does: the parts of the page, tied together. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { Comparer } from './comparing/comparer.js'
import { Desk, type DeskPlan } from './desk.js'
import { byId, element } from './dom/element.js'
import { dismiss, notify, say } from './dom/notices.js'
import { Side } from './dom/side.js'
import { draftPanel } from './drafts/draft-panel.js'
import { DraftKeeper } from './drafts/keeper.js'
import { holdPlan } from './drafts/one-window.js'
import { CellBox } from './editing/cell-box.js'
import { CommandBar } from './editing/command-bar.js'
import { type Command, commandOf, follow } from './editing/commands.js'
import { Cursor, type Direction } from './editing/cursor.js'
import type { PlanEdit } from './editing/edit-plan.js'
import { factsPanel } from './editing/facts-panel.js'
import { Overlay } from './editing/overlay.js'
import { handOutPanel } from './handing-out/hand-out-panel.js'
import { Hander } from './handing-out/hander.js'
import type { Order } from './handing-out/orders.js'
import { helpPanel } from './help.js'
import { messageList } from './messages/message-list.js'
import { MessageMarks } from './messages/message-marks.js'
import type { PackedFonts } from './opening/bundled-fonts.js'
import { chooseFile, watchFiles } from './opening/choose-files.js'
import { addOwnFont, Opener } from './opening/opener.js'
import { startScreen } from './opening/start-screen.js'
import { contentsList } from './pages/contents-list.js'
import type { Located } from './pages/locate.js'
import { addFonts } from './pages/page-fonts.js'
import { PageView } from './pages/page-view.js'
import { printPages } from './pages/print-pages.js'
import { zoomButtons } from './pages/zoom.js'
import { findServedFile, type ServedPlan } from './saving/served-file.js'
import { stampText } from './saving/stamp.js'
import { tellFork } from './saving/tell-fork.js'
import type { Served } from './worker/call.js'
import type { Core, Laid } from './worker/core.js'
import type { Writers } from './worker/writers.js'

export interface Tools {
  readonly core: Served<Core>
  readonly fonts: PackedFonts
  /** The examples: plan files by their names. */
  readonly seeds: Readonly<Record<string, string>>
  readonly writers: () => Promise<Served<Writers>>
}

export class App {
  private readonly view: PageView
  private readonly overlay: Overlay
  private readonly marks: MessageMarks
  private readonly cursor: Cursor
  private readonly box: CellBox
  private readonly bar: CommandBar
  private readonly desk: Desk
  private readonly side: Side
  private readonly hander: Hander
  private readonly comparer: Comparer
  private readonly opener: Opener
  private readonly served = findServedFile()
  /** What the file of a served page holds. */
  private held: ServedPlan | undefined
  private keeper: DraftKeeper | undefined
  private laid: Laid | undefined
  /** What is being written and not yet taken over. */
  private writing: readonly PlanEdit[] = []
  private leaving: readonly PlanEdit[] = []
  /** What the drafts know the plan by. */
  private key: string | undefined
  /** Where the cursor goes after the next layout. */
  private awaited: Located | undefined

  constructor(private readonly tools: Tools) {
    const { core, writers } = tools
    this.view = new PageView(byId('pages'), {
      wanted: (pages) => void core.draw(pages).then((drawn) => this.placeDrawn(drawn)),
      sized: () => this.refresh(),
    })
    this.overlay = new Overlay(this.view)
    this.marks = new MessageMarks(this.overlay)
    this.side = new Side(() => byId('pages').focus())
    this.bar = new CommandBar({
      write: () => this.write(),
      run: (command) => void this.run(command),
      nameRow: (id) => void this.nameRow(id),
    })
    this.cursor = new Cursor(this.view, this.overlay, (at) => this.bar.show(at?.spot))
    this.box = new CellBox(this.view, this.overlay, {
      tried: (edits) => this.tryEdits(edits),
      closed: (edits, then) => void this.closeBox(edits, then),
    })
    this.desk = new Desk(
      core,
      {
        changed: (plan) => this.showPlan(plan),
        laid: (laid) => this.showLaid(laid),
        refused: (edits, diagnostics) => this.tellRefused(edits, diagnostics),
      },
      () => this.view.inSight,
    )
    this.hander = new Hander(this.desk, writers, (file, text) => this.noteSaved(file, text))
    this.comparer = new Comparer(core, this.desk, this.side, this.hander, {
      goTo: (located) => this.goTo(located),
      chooseOther: () => chooseFile('compare'),
    })
    this.opener = new Opener(
      core,
      this.desk,
      this.side,
      this.comparer,
      (file, text, saved) => void this.load(file, text, saved),
      (file, bytes) => void this.addFont(file, bytes),
    )
  }

  async start(): Promise<void> {
    this.watchButtons()
    this.watchPages()
    this.watchKeys()
    watchFiles({
      files: (files, purpose) => void this.opener.take(files, purpose),
      html: (html) => void this.opener.paste(html),
    })
    window.addEventListener('unhandledrejection', ({ reason }) =>
      notify(
        'broken',
        `思わぬことが起きて、今の操作はできませんでした。書いたものはそのままです。計画ファイルを受け取っておいてください。（${reason}）`,
      ),
    )
    window.addEventListener('beforeunload', (event) => {
      if (!this.desk.isSafe || this.writing.length > 0) event.preventDefault()
    })
    const { core, fonts } = this.tools
    const [keeper, forms] = await Promise.all([
      DraftKeeper.open(() => this.unsaved()),
      core.listForms(),
      addFonts(fonts),
    ])
    this.keeper = keeper
    if (this.served === undefined) await this.showStart(forms)
    else await this.openServed()
  }

  private async openServed(): Promise<void> {
    this.held = await this.served!.read()
    await this.load(this.held.file, this.held.text)
    void this.served!.follow(this.held.save, (plan) => this.takeServed(plan))
  }

  /** Somebody saved the file: shown at once, unless something is written here that no file has. */
  private takeServed(plan: ServedPlan): void {
    const known = this.held
    this.held = plan
    const { plan: open } = this.desk
    if (plan.text === known?.text || plan.text === open?.saved || plan.file !== open?.file) return
    const show = () => void this.load(plan.file, plan.text)
    if (this.desk.isSafe && this.writing.length === 0) {
      show()
      return
    }
    notify(
      'served',
      'ファイルがほかで保存されました。ここで書いた変更は、まだどのファイルにもありません。',
      { name: '比べる', choose: () => void this.comparer.compareWith({ file: plan.file, text: plan.text }) },
      { name: '保存されたほうを開く', choose: show },
    )
  }

  /** Into the file itself, under its own name. */
  private async saveServed({ file, history, saved }: DeskPlan): Promise<void> {
    if (history.now === saved) return
    const text = /\.json$/i.test(file) ? history.now : await stampText(history.now, saved, new Date())
    const fault = await this.served!.save(text, saved)
    if (fault !== undefined) {
      notify('served', fault)
      return
    }
    this.desk.markSaved(file, history.now, text)
    this.noteSaved(file, text)
    say(`${file} に保存しました。`)
  }

  private async showStart(forms: readonly { readonly name: string; readonly purpose: string }[]): Promise<void> {
    const drafts = await this.keeper!.list()
    const { seeds, core } = this.tools
    const screen = startScreen({
      open: () => chooseFile('open'),
      forms,
      begin: (form) => void core.newPlan(form).then((text) => this.load('計画.yaml', text, '')),
      examples: Object.entries(seeds).map(([file, text]) => ({ file, title: /^計画: (.*)$/m.exec(text)?.[1] ?? '' })),
      openExample: (file) => void this.load(file, seeds[file]!),
      drafts: drafts.map(({ file, text, time, saved }) => ({
        name: `${file}（${showTime(time)}）`,
        open: () => void this.load(file, text, saved?.text ?? ''),
      })),
    })
    if (this.desk.plan === undefined) this.view.root.append(screen)
  }

  /** Puts a plan on the desk; `saved` is what its file holds. */
  private async load(file: string, text: string, saved?: string): Promise<void> {
    this.box.close('give-up', 'stay')
    byId('start')?.remove()
    for (const subject of ['draft', 'fork', 'window', 'account']) dismiss(subject)
    this.comparer.forget()
    this.cursor.set(undefined)
    this.key = undefined
    const isFirst = this.laid === undefined
    await this.desk.load(file, text, saved)
    const { contents } = this.laid ?? {}
    if (contents === undefined) {
      this.showMessages()
      return
    }
    if (isFirst) this.showDesk()
    this.view.fitWidth()
    this.view.scrollTo(1)
    const key = `${contents.title.replaceAll('\n', '')}／${contents.yearText}`
    this.key = key
    void holdPlan(key, () =>
      notify('window', 'この計画は、ほかの窓でも開いています。両方で書くと、後から受け取ったほうだけが残ります。'),
    )
    await this.offerDraft(key, text)
  }

  /** What was kept of this plan and is in no file, and how far it had come. */
  private async offerDraft(key: string, text: string): Promise<void> {
    const draft = await this.keeper?.find(key)
    if (draft === undefined) return
    if (draft.text !== '' && draft.text !== text) {
      notify(
        'draft',
        `受け取っていない下書きがあります（${showTime(draft.time)}）。`,
        { name: '下書きを開く', choose: () => void this.load(draft.file, draft.text, text) },
        {
          name: '比べる',
          choose: () => void this.comparer.compareWith({ file: `下書き ${draft.file}`, text: draft.text }),
        },
        { name: '下書きを消す', choose: () => void this.keeper!.remove(key) },
      )
    }
    if (draft.saved !== undefined) {
      const { saved, file } = draft
      await tellFork(text, saved, () => void this.comparer.compareWith({ file, text: saved.text }))
    }
  }

  private showDesk(): void {
    const foot = byId('foot')
    foot.hidden = false
    byId('contents').hidden = false
    byId('panels').hidden = false
    foot.replaceChildren(this.bar.root, element('span', { class: 'grow' }), zoomButtons(this.view))
    for (const id of ['compare', 'hand-out', 'print']) byId<HTMLButtonElement>(id).disabled = false
  }

  private showPlan({ file, history }: DeskPlan): void {
    byId('document').textContent = `${file}${this.desk.isSafe ? '' : '（受け取っていない変更があります）'}`
    document.title = `${this.desk.isSafe ? '' : '● '}${file} 計画`
    byId<HTMLButtonElement>('undo').disabled = history.past.length === 0
    byId<HTMLButtonElement>('redo').disabled = history.future.length === 0
    if (this.key !== undefined) this.keeper?.touch()
  }

  private showLaid(laid: Laid): void {
    const { contents, drawn } = laid
    // What does not come off leaves the pages as they were.
    this.laid = contents === undefined && this.laid?.contents ? { ...laid, contents: this.laid.contents } : laid
    const { length } = laid.diagnostics
    byId('messages').textContent = length === 0 ? '知らせ' : `知らせ ${length}件`
    if (contents !== undefined) {
      this.view.show(contents, drawn)
      byId('contents').replaceChildren(...contentsList(contents, (page) => this.view.scrollTo(page)))
    }
    if (laid.diagnostics.some(({ severity }) => severity === 'error')) this.showMessages()
    else if (this.side.showing === '知らせ') this.showMessages()
    this.refresh()
    void this.followAwaited()
    if (this.writing.length === 0) void this.comparer.noteChange()
  }

  private placeDrawn(drawn: Parameters<PageView['place']>[0]): void {
    this.view.place(drawn)
    this.refresh()
    void this.followAwaited()
  }

  private tellRefused(edits: readonly PlanEdit[], diagnostics: readonly Diagnostic[]): void {
    const typed = edits.flatMap((edit) => (edit.tag === 'write' ? [`「${edit.typed}」`] : []))
    const why = diagnostics.map(({ message }) => message).join(' ')
    notify('refused', `取り入れられません。${why}${typed.length === 0 ? '' : ` 書いたもの: ${typed.join('、')}`}`)
  }

  /** Puts what lies over the pages to where its cells stand now. */
  private refresh(): void {
    this.cursor.refresh()
    const { at } = this.box
    if (this.box.isOpen && at !== undefined) {
      const found = this.cursor.find(at.spot.texts[0]?.place, at.page)
      if (found !== undefined) this.box.place(found)
    }
    this.marks.show(this.laid, this.view)
  }

  private goTo(located: Located): void {
    this.awaited = located
    const found = this.cursor.find(located.place, located.page)
    if (found === undefined) this.view.scrollTo(located.page)
    void this.followAwaited()
  }

  private async followAwaited(): Promise<void> {
    const found = this.awaited && this.cursor.find(this.awaited.place, this.awaited.page)
    if (found === undefined) return
    this.awaited = undefined
    this.cursor.set(found)
  }

  private write(): void {
    this.box.close('take', 'stay')
    const { placed } = this.cursor
    // While rows change their places nobody can tell which one is meant.
    if (this.leaving.some(({ tag }) => tag !== 'write')) void this.desk.settled().then(() => this.write())
    else if (placed !== undefined) this.box.open(placed, this.leaving)
  }

  /** Takes edits over, and knows them as long as they are on their way. */
  private async take(edits: readonly PlanEdit[]): Promise<void> {
    this.leaving = [...this.leaving, ...edits]
    await this.desk.edit(edits)
    this.leaving = this.leaving.filter((each) => !edits.includes(each))
  }

  private tryEdits(edits: readonly PlanEdit[]): void {
    this.writing = edits
    this.keeper?.touch()
    void this.desk.tryEdits(edits)
  }

  private async closeBox(edits: readonly PlanEdit[], then: 'stay' | 'next' | 'back'): Promise<void> {
    const wasTried = this.writing.length > 0
    this.writing = []
    if (document.activeElement === document.body) this.view.root.focus()
    if (edits.length > 0) await this.take(edits)
    else if (wasTried) await this.desk.again()
    if (then !== 'stay') this.cursor.step(then === 'next' ? 1 : -1)
  }

  private async run(command: Command): Promise<void> {
    const { place, placed } = this.cursor
    const edit = place && command.edit(place, placed?.spot.row)
    if (edit === undefined || place === undefined) return
    this.awaited = { place: follow(place, command), page: placed!.page }
    await this.take([edit])
  }

  private async nameRow(id: string): Promise<void> {
    const { place } = this.cursor
    if (place?.tag !== 'cell') return
    await this.take([{ tag: 'name-row', at: { category: place.category, row: place.row }, id }])
  }

  private showMessages(): void {
    const { diagnostics = [], located = [] } = this.laid ?? {}
    const goTo = (diagnostic: (typeof diagnostics)[number]) => {
      const at = located[diagnostics.indexOf(diagnostic)]
      if (at !== undefined) this.goTo(at)
    }
    this.side.show('知らせ', messageList(diagnostics, goTo))
  }

  private showFacts(): void {
    const { contents } = this.laid ?? {}
    if (contents === undefined) return
    this.side.show('計画について', ...factsPanel(contents, (edit) => void this.take([edit])))
  }

  private showDrafts(): void {
    this.side.show('下書き', ...draftPanel(this.keeper!, () => this.showDrafts()))
  }

  private showHandOut(): void {
    const { contents } = this.laid ?? {}
    const { plan } = this.desk
    if (contents === undefined || plan === undefined) return
    const text = { file: plan.file, text: plan.history.now }
    const choice = { plan: text, contents, other: this.comparer.other }
    const actions = {
      print: (order: Order) => void this.hander.print(order),
      savePlan: () => void this.savePlan(),
      handSet: () => void this.hander.handSet(text, this.comparer.linksText),
    }
    this.side.show('渡す', ...handOutPanel(choice, actions, this.hander.said))
  }

  private async savePlan(): Promise<void> {
    const { contents } = this.laid ?? {}
    this.box.close('take', 'stay')
    await this.desk.settled()
    const { plan } = this.desk
    if (plan !== undefined && plan.file === this.held?.file) await this.saveServed(plan)
    else if (contents !== undefined) await this.hander.savePlan(contents)
  }

  private noteSaved(file: string, text: string): void {
    if (this.key !== undefined) void this.keeper?.noteSaved(this.key, file, text)
  }

  /** What is in no file yet, with what stands in an open box. */
  private async unsaved() {
    const { plan } = this.desk
    if (plan === undefined || this.key === undefined) return undefined
    const text = this.writing.length > 0 ? await this.tools.core.edit(this.writing) : plan.history.now
    const isSafe = this.desk.isSafe && this.writing.length === 0
    return { key: this.key, file: plan.file, text: isSafe ? undefined : text }
  }

  private async addFont(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { core, writers } = this.tools
    const added = await core.addFont(file, bytes)
    if (!added.ok) {
      this.side.show(
        '知らせ',
        messageList(added.diagnostics, () => {}),
      )
      return
    }
    await Promise.all([writers().then((writer) => writer.addFont(file, bytes)), addOwnFont(bytes)])
    notify('font', `書体「${added.value.join('、')}」を使えるようにしました。このページを閉じるまで有効です。`)
    await this.desk.again()
  }

  private watchButtons(): void {
    const on = (id: string, run: () => void) => byId(id).addEventListener('click', run)
    on('open', () => chooseFile('open'))
    on('compare', () => void this.comparer.show())
    on('hand-out', () => this.showHandOut())
    on('undo', () => void this.desk.undo())
    on('redo', () => void this.desk.redo())
    on('print', () => this.print())
    on('messages', () => this.showMessages())
    on('facts', () => this.showFacts())
    on('drafts', () => this.showDrafts())
    on('help', () => this.side.show('操作', ...helpPanel()))
  }

  private print(): void {
    const { contents } = this.laid ?? {}
    if (contents !== undefined) void printPages(this.view, contents, this.tools.core)
  }

  private watchPages(): void {
    const { root } = this.view
    root.addEventListener('click', (event) => {
      if (this.isOverBox(event)) return
      const placed = this.view.spotAt(event)
      if (placed !== undefined) this.cursor.set(placed)
    })
    root.addEventListener('dblclick', (event) => {
      if (!this.isOverBox(event)) this.write()
    })
  }

  private isOverBox({ target }: MouseEvent): boolean {
    return target instanceof Element && target.closest('.cell-box, .start') !== null
  }

  private watchKeys(): void {
    document.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      if ((event.ctrlKey || event.metaKey) && this.pressWithControl(event)) event.preventDefault()
      else if (this.isAtPages(event) && this.pressAtPages(event)) event.preventDefault()
    })
  }

  private pressWithControl({ key, shiftKey }: KeyboardEvent): boolean {
    const isWriting = this.box.isOpen || isField(document.activeElement)
    switch (key.toLowerCase()) {
      case 'o':
        chooseFile('open')
        return true
      case 's':
        void this.savePlan()
        return true
      case 'p':
        this.print()
        return this.laid !== undefined
      case 'z':
        // In a box, and in any field, the browser takes back what was typed there.
        if (!isWriting) void (shiftKey ? this.desk.redo() : this.desk.undo())
        return !isWriting
      case 'y':
        if (!isWriting) void this.desk.redo()
        return !isWriting
      default:
        return false
    }
  }

  private isAtPages({ target }: KeyboardEvent): boolean {
    return target === this.view.root || target === document.body
  }

  private pressAtPages(event: KeyboardEvent): boolean {
    const command = commandOf(event)
    if (command !== undefined) {
      void this.run(command)
      return true
    }
    const { key, shiftKey, altKey, ctrlKey } = event
    if (altKey || ctrlKey || this.laid === undefined) return false
    const direction = ARROWS[key]
    if (direction !== undefined) this.cursor.move(direction)
    else if (key === 'Enter' || key === 'F2') this.write()
    else if (key === 'Tab' && this.cursor.placed !== undefined) return this.tab(shiftKey)
    else return false
    return true
  }

  /** Behind the last cell, and before the first one, the focus goes on to what stands beside the pages. */
  private tab(back: boolean): boolean {
    const { placed } = this.cursor
    this.cursor.step(back ? -1 : 1)
    return this.cursor.placed !== placed
  }
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

function isField(target: Element | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function showTime(iso: string): string {
  const time = new Date(iso)
  return `${time.getMonth() + 1}月${time.getDate()}日 ${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`
}
