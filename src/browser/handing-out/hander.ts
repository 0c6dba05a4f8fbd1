/** Writes documents in their worker and hands them over; saves the plan file with its stamp. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { PrintedDocument } from '../../print/printable.js'
import type { Desk } from '../desk.js'
import { element } from '../dom/element.js'
import { say } from '../dom/notices.js'
import { messageList } from '../messages/message-list.js'
import type { PlanText } from '../opening/open-plan.js'
import type { Contents } from '../pages/contents.js'
import { datedName, stampText } from '../saving/stamp.js'
import type { Served } from '../worker/call.js'
import type { Writers } from '../worker/writers.js'
import { download } from './download.js'
import { documentName, stemOf } from './file-names.js'
import type { Order } from './orders.js'

export class Hander {
  /** Where it is said what was handed over. */
  readonly said = element('div', { class: 'said', role: 'status' })

  constructor(
    private readonly desk: Desk,
    private readonly writers: () => Promise<Served<Writers>>,
    private readonly saved: (file: string, text: string) => void,
  ) {}

  /** `stem` begins the documents' names. */
  async print(order: Order, stem = stemOf(order.plan.file)): Promise<void> {
    const documents = await this.write(order)
    const names = documents.map((document) => documentName(stem, document))
    for (const [index, { bytes }] of documents.entries()) download(names[index]!, bytes)
    if (documents.length > 0) this.tell(names)
  }

  /** PDF, Word, Excel and the plan file in one, with the links where there are any. */
  async handSet(plan: PlanText, linksText: string | undefined): Promise<void> {
    const documents = await this.write({ tag: 'plan', plan, formats: ['pdf', 'docx', 'xlsx'] })
    if (documents.length === 0) return
    const { file, text } = plan
    const stem = stemOf(file)
    const encode = (content: string) => new TextEncoder().encode(content)
    const files = {
      ...Object.fromEntries(documents.map((each) => [documentName(stem, each), each.bytes])),
      [file]: encode(text),
      ...(linksText !== undefined && { [`${stem}.対応.yaml`]: encode(linksText) }),
    }
    const zip = await (await this.writers()).zip(files)
    download(`${stem}.zip`, zip)
    this.tell([`${stem}.zip`])
  }

  /** Where nothing has changed, the very bytes that were opened. */
  async savePlan({ yearText, draft }: Contents): Promise<void> {
    const { plan } = this.desk
    if (plan === undefined) return
    const { file, history, saved } = plan
    const now = new Date()
    // JSON has no remarks that a stamp could stand in.
    const isStamped = history.now !== saved && !/\.json$/i.test(file)
    const text = isStamped ? await stampText(history.now, saved, now) : history.now
    const name = history.now === saved ? file : datedName(file, { yearText, draft }, now)
    download(name, text)
    this.desk.markSaved(name, history.now, text)
    this.saved(name, text)
    this.tell([name])
  }

  private async write(order: Order): Promise<readonly PrintedDocument[]> {
    this.said.replaceChildren(element('p', { class: 'quiet' }, '作っています…'))
    const writers = await this.writers()
    const printed = await writers.print(order)
    this.showMessages(printed.diagnostics)
    return printed.ok ? printed.value : []
  }

  private showMessages(diagnostics: readonly Diagnostic[]): void {
    this.said.replaceChildren(...(diagnostics.length === 0 ? [] : [messageList(diagnostics, () => {})]))
  }

  private tell(names: readonly string[]): void {
    this.said.prepend(element('p', {}, `${names.join('、')} を渡しました。`))
    say(`${names.join('、')} を渡しました。`)
  }
}
