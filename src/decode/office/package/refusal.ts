/** How the office reader stops inside callbacks of other libraries; `openOffice` makes an Outcome of it. */

/** Thrown where a document cannot be read at all: nothing of it would be certain. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

export type RefusalCode =
  | 'damaged-document'
  | 'document-too-large'
  | 'encrypted-document'
  | 'not-a-plan'
  | 'old-document'
  | 'unsafe-document'

/** The document's bytes contradict each other. */
export function damaged(what: string): Refusal {
  const hint =
    'Word や Excel で開けるかを確かめ、「名前を付けて保存」で保存し直すか、元の文書をもう一度受け取ってください。'
  return new Refusal('damaged-document', `文書が壊れています（${what}）。`, hint)
}

/** The document holds more than an office's table can. */
export function tooLarge(what: string): Refusal {
  const hint = '表のあるシートや章だけを別の文書に写して、それを読み込んでください。'
  return new Refusal('document-too-large', `文書が大きすぎます（${what}）。`, hint)
}
