/** 渡す: the documents of the plan, written when they are asked for. */

import type { Format } from '../../render/formats.js'
import type { Desk } from '../desk.js'
import { element } from '../dom/element.js'
import { messageList } from '../messages/message-list.js'
import type { Served } from '../worker/call.js'
import type { Writers } from '../worker/writers.js'
import { download } from './download.js'

const FORMATS: Readonly<Record<string, Format>> = { PDF: 'pdf', Word: 'docx', Excel: 'xlsx' }

export function handOut(desk: Desk, writers: () => Promise<Served<Writers>>, side: HTMLElement): void {
  const buttons = Object.entries(FORMATS).map(([name, format]) =>
    element('button', { onclick: () => void print(format) }, name),
  )
  const said = element('div', {})
  side.replaceChildren(
    element('h2', {}, '渡す'),
    element('div', { class: 'choices' }, ...buttons, element('button', { onclick: savePlan }, '計画ファイル')),
    said,
  )

  async function print(format: Format): Promise<void> {
    const plan = desk.plan!
    const printed = await (await writers()).plan({ file: plan.file, text: plan.history.now }, [format])
    said.replaceChildren(messageList(printed.diagnostics, () => {}))
    if (!printed.ok) return
    for (const { bytes } of printed.value) download(`${plan.file.replace(/\.[^.]+$/, '')}.${format}`, bytes)
  }

  function savePlan(): void {
    const plan = desk.plan!
    download(plan.file, plan.history.now)
    desk.markSaved(plan.file, plan.history.now)
  }
}
