/** How the office reader stops inside callbacks of other libraries; `openOffice` makes an Outcome of it. */

import { type Said, sayAt } from '../../../domain/messages/say.js'

/** Thrown where a document cannot be read at all: nothing of it would be certain. */
export class Refusal extends Error {
  constructor(readonly said: Said) {
    super(sayAt(said).message)
  }
}

/** The document's bytes contradict each other. */
export function damaged(what: string): Refusal {
  return new Refusal({ code: 'damaged-document', values: { what } })
}

/** The document holds more than an office's table can. */
export function tooLarge(what: string): Refusal {
  return new Refusal({ code: 'document-too-large', values: { what } })
}
