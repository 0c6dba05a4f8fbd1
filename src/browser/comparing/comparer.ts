/** The edition that the plan is compared with, and what the official says of both; compared anew when either changes. */

import type { Link } from '../../domain/link.js'
import type { ReportName } from '../../print/printable.js'
import type { Format } from '../../render/formats.js'
import type { Desk } from '../desk.js'
import type { Side } from '../dom/side.js'
import { download } from '../handing-out/download.js'
import { comparisonStem } from '../handing-out/file-names.js'
import type { Hander } from '../handing-out/hander.js'
import type { Edition } from '../handing-out/orders.js'
import { messageList } from '../messages/message-list.js'
import type { PlanText } from '../opening/open-plan.js'
import type { Located } from '../pages/locate.js'
import type { Served } from '../worker/call.js'
import type { Core } from '../worker/core.js'
import { comparePanel } from './compare-panel.js'
import type { ComparisonView } from './view.js'

export const COMPARING = '比べる'

export class Comparer {
  private edition: Edition | undefined
  private view: ComparisonView | undefined
  private isStale = false

  constructor(
    private readonly core: Served<Core>,
    private readonly desk: Desk,
    private readonly side: Side,
    private readonly hander: Hander,
    private readonly around: { readonly goTo: (located: Located) => void; readonly chooseOther: () => void },
  ) {}

  get other(): Edition | undefined {
    return this.edition
  }

  get linksText(): string | undefined {
    return this.view?.linksText
  }

  /** Another plan is open: what it was compared with is no edition of it. */
  forget(): void {
    this.edition = undefined
    this.view = undefined
  }

  async compareWith(plan: PlanText): Promise<void> {
    this.edition = { plan, links: this.edition?.links ?? [] }
    await this.compare()
  }

  async useLinks(links: readonly Link[]): Promise<void> {
    if (this.edition === undefined) return
    this.edition = { ...this.edition, links }
    await this.compare()
  }

  /** The plan has changed. Compared anew when somebody looks. */
  async noteChange(): Promise<void> {
    this.isStale = true
    if (this.side.showing === COMPARING) await this.compare()
  }

  /** Opens the panel, or asks for the other edition. */
  async show(): Promise<void> {
    if (this.edition === undefined) this.around.chooseOther()
    else if (this.isStale || this.view === undefined) await this.compare()
    else this.showView(this.view)
  }

  private async compare(): Promise<void> {
    const { edition } = this
    if (edition === undefined) return
    this.isStale = false
    const compared = await this.core.compare(edition.plan, edition.links)
    if (compared.ok) {
      this.view = compared.value
      this.showView(compared.value)
    } else {
      this.edition = undefined
      this.side.show(
        COMPARING,
        messageList(compared.diagnostics, () => {}),
      )
    }
  }

  private showView(view: ComparisonView): void {
    const actions = {
      goTo: this.around.goTo,
      chooseOther: this.around.chooseOther,
      print: (reports: readonly ReportName[], format: Format | 'json') => void this.print(view, reports, format),
      judge: (link: Link) => void this.judge(link),
      saveLinks: () => download(`${comparisonStem(view.old.file, view.new.file)}.対応.yaml`, view.linksText),
    }
    this.side.show(COMPARING, ...comparePanel(view, actions, this.hander.said))
  }

  private async judge(link: Link): Promise<void> {
    const isOther = ({ old }: Link) => JSON.stringify(old) !== JSON.stringify(link.old)
    await this.useLinks([...(this.edition?.links ?? []).filter(isOther), link])
  }

  private async print(view: ComparisonView, reports: readonly ReportName[], format: Format | 'json'): Promise<void> {
    const { plan } = this.desk
    if (plan === undefined || this.edition === undefined) return
    const own = { file: plan.file, text: plan.history.now }
    const order = { tag: 'comparison', plan: own, other: this.edition, reports, formats: [format] } as const
    await this.hander.print(order, comparisonStem(view.old.file, view.new.file))
  }
}
