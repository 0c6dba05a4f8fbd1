/** Files that come in by the button, by dropping or by pasting: plans, documents, links and fonts, each to where it belongs. */

import { MAX_BYTES, tooLarge } from '../../decode/yaml/read-text.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { readFonts } from '../../fonts/typeface.js'
import type { Comparer } from '../comparing/comparer.js'
import type { Desk } from '../desk.js'
import { notify } from '../dom/notices.js'
import type { Side } from '../dom/side.js'
import { stemOf } from '../handing-out/file-names.js'
import { messageList } from '../messages/message-list.js'
import { addFace } from '../pages/page-fonts.js'
import type { Served } from '../worker/call.js'
import type { Core } from '../worker/core.js'
import { accountPanel } from './account-panel.js'
import type { TakenIn } from './read-document.js'

/** What a file is wanted for. */
export type Purpose = 'open' | 'compare'

export class Opener {
  constructor(
    private readonly core: Served<Core>,
    private readonly desk: Desk,
    private readonly side: Side,
    private readonly comparer: Comparer,
    /** A plan comes onto the desk; `saved` is what its file holds. */
    private readonly load: (file: string, text: string, saved?: string) => void,
    private readonly addFont: (file: string, bytes: Uint8Array<ArrayBuffer>) => void,
  ) {}

  /** The first of several files is opened, the second one is another edition of it. */
  async take(files: readonly File[], purpose: Purpose): Promise<void> {
    for (const [index, file] of files.entries()) await this.takeOne(file, index === 0 ? purpose : 'compare')
  }

  async takeBytes(file: string, bytes: Uint8Array<ArrayBuffer>, purpose: Purpose): Promise<void> {
    if (isFont(file)) {
      this.addFont(file, bytes)
      return
    }
    const document = await this.core.readDocument(file, bytes)
    if (document !== undefined) {
      this.showAccount(file, document, purpose, bytes)
      return
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const links = await this.core.readLinks(file, text)
    if (links?.ok) {
      await this.comparer.useLinks(links.value)
      notify('links', `対応のファイル「${file}」を読みました。`)
    } else if (links !== undefined)
      this.side.show(
        '知らせ',
        messageList(links.diagnostics, () => {}),
      )
    else if (purpose === 'compare' && this.desk.plan !== undefined) await this.comparer.compareWith({ file, text })
    else this.load(file, text)
  }

  async paste(html: string): Promise<void> {
    this.showAccount('貼り付けた表.yaml', await this.core.readPasted(html), 'open')
  }

  private async takeOne(file: File, purpose: Purpose): Promise<void> {
    if (file.size > MAX_BYTES) {
      this.side.show(
        '知らせ',
        messageList(tooLarge(file.name, file.size).diagnostics, () => {}),
      )
      return
    }
    await this.takeBytes(file.name, new Uint8Array(await file.arrayBuffer()), purpose)
  }

  /** All that was changed in the document, or nothing of it; 元に戻す takes it back. */
  private async merge(file: string, bytes: Uint8Array): Promise<void> {
    const merged = await this.core.mergeDocument(file, bytes)
    this.side.show(
      '読み取り',
      messageList(merged.diagnostics, () => {}),
    )
    if (!merged.ok) return
    const isSame = merged.value === this.desk.plan?.history.now
    await this.desk.take(merged.value)
    notify('merged', isSame ? `「${file}」に変わった所はありません。` : `「${file}」で変わった所を取り入れました。`)
  }

  /** Nothing is taken over before the account was seen. */
  private showAccount(file: string, document: Outcome<TakenIn>, purpose: Purpose, bytes?: Uint8Array): void {
    if (!document.ok) {
      this.side.show(
        '読み取り',
        messageList(document.diagnostics, () => {}),
      )
      return
    }
    const { text } = document.value
    const name = `${stemOf(file)}.yaml`
    const compare = () => void this.comparer.compareWith({ file: name, text })
    const actions = {
      take: () => {
        this.side.close()
        this.load(name, text, '')
      },
      leave: () => this.side.close(),
      ...(this.desk.plan !== undefined && { compare }),
      ...(this.desk.plan !== undefined && bytes && { merge: () => void this.merge(file, bytes) }),
    }
    this.side.show('読み取り', ...accountPanel(file, document.value, document.diagnostics, actions))
    if (purpose === 'compare') notify('account', '読み取った内容を確かめて、「紙面の計画と比べる」を押してください。')
  }
}

function isFont(file: string): boolean {
  return /\.(?:ttf|otf|ttc)$/i.test(file)
}

/** The browser draws with the official's own font as well. */
export async function addOwnFont(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const families = readFonts(bytes).flatMap(({ names }) => names.families)
  for (const family of families) await addFace(family, bytes.slice().buffer, '400')
}
