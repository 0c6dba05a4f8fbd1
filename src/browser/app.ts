/** What the official sees and does: the parts of the page, tied together. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { Desk } from './desk.js'
import { byId, element } from './dom/element.js'
import { handOut } from './handing-out/hand-out.js'
import { messageList } from './messages/message-list.js'
import type { PackedFonts } from './opening/bundled-fonts.js'
import { watchFiles } from './opening/choose-files.js'
import { addFonts } from './pages/page-fonts.js'
import { PageView } from './pages/page-view.js'
import type { Served } from './worker/call.js'
import type { Core } from './worker/core.js'
import type { Writers } from './worker/writers.js'

export interface Tools {
  readonly core: Served<Core>
  readonly fonts: PackedFonts
  readonly seeds: Readonly<Record<string, string>>
  readonly writers: () => Promise<Served<Writers>>
}

export async function startApp({ core, fonts, seeds, writers }: Tools): Promise<void> {
  const side = byId('side')
  const view = new PageView(byId('pages'), (pages) => void core.draw(pages).then((drawn) => view.place(drawn)))
  let diagnostics: readonly Diagnostic[] = []
  let isFitted = false
  const desk = new Desk(
    core,
    {
      changed(plan) {
        byId('document').textContent = `${plan.file}${desk.isSafe ? '' : '（保存していません）'}`
      },
      laid(laid) {
        diagnostics = laid.diagnostics
        side.hidden = false
        side.replaceChildren(
          element('h2', {}, '知らせ'),
          messageList(diagnostics, () => {}),
        )
        if (laid.contents === undefined) return
        view.show(laid.contents, laid.drawn)
        if (!isFitted) view.fitWidth()
        isFitted = true
        byId<HTMLButtonElement>('hand-out').disabled = false
      },
    },
    () => view.inSight,
  )
  const open = async (file: string, bytes: Uint8Array) => {
    const document = await core.readDocument(file, bytes)
    byId('start')?.remove()
    if (document === undefined) await desk.load(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    else if (document.ok) await desk.load(file.replace(/\.[^.]+$/, '.yaml'), document.value.text, '')
    else side.replaceChildren(messageList(document.diagnostics, () => {}))
  }
  watchFiles(open)
  byId('hand-out').addEventListener('click', () => void handOut(desk, writers, side))
  showStart(seeds, open)
  await addFonts(fonts)
}

function showStart(seeds: Tools['seeds'], open: (file: string, bytes: Uint8Array) => Promise<void>): void {
  const examples = Object.entries(seeds).map(([file, text]) =>
    element('button', { onclick: () => void open(file, new TextEncoder().encode(text)) }, file),
  )
  byId('pages').append(
    element(
      'div',
      { class: 'start', id: 'start' },
      element('h2', {}, 'はじめに'),
      element('div', { class: 'choices' }, ...examples),
    ),
  )
}
