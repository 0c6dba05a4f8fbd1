/** Says how many pages documents take whose size of type was asked for: it is what one trades for the size. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { PrintedDocument } from '../../print/printable.js'

const NAMES: Readonly<Record<PrintedDocument['kind'], string>> = {
  plan: '計画',
  handout: '会議資料',
  taishohyo: '新旧対照表',
  miekeshi: '見え消し',
  summary: '変更の概要',
  comparison: '',
}

/** Each kind of document once, of the size that was asked for. */
export function tellPages(documents: readonly PrintedDocument[], asked: number | undefined): readonly Diagnostic[] {
  if (asked === undefined) return []
  const isFirst = ({ kind }: PrintedDocument, at: number) => documents.findIndex((each) => each.kind === kind) === at
  return documents
    .filter(isFirst)
    .flatMap(({ kind, laidOut }) =>
      laidOut === undefined ? [] : [say('pages-at-size', { document: NAMES[kind], ...laidOut })],
    )
}
