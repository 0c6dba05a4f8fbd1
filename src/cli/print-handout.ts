/** From a plan to its handout in memory, in every format asked for. */

import type { Diagnostic, Outcome } from '../domain/diagnostic.js'
import { toHandout } from '../form/handout/handout.js'
import type { HandoutRequest } from '../form/handout/request.js'
import { layOut } from '../layout/pages/lay-out.js'
import { fontsFor, type OpenedPlan, type PrintedDocument, renderAll } from './print-plan.js'

/** Prints the paper; `stem` begins the documents' names. The diagnostics of a success are warnings. */
export async function printHandout(
  { form, file }: OpenedPlan,
  request: HandoutRequest,
  stem: string,
  formats: readonly string[],
): Promise<Outcome<PrintedDocument[]>> {
  try {
    const paper = toHandout(request)
    const { fonts, diagnostics } = fontsFor(paper, form, file)
    const documents = await renderAll(layOut(paper, fonts), fonts, `${stem}.handout`, formats)
    return { ok: true, value: documents, diagnostics }
  } catch (error) {
    return { ok: false, diagnostics: [unprintable(error, request)] }
  }
}

function unprintable(error: unknown, { style, definition }: HandoutRequest): Diagnostic {
  const reason = error instanceof Error ? error.message.split('\n')[0] : ''
  return {
    severity: 'error',
    code: 'bad-handout',
    message: `会議資料を組み立てられません（${reason}）。`,
    hint: `書き方「${style.name}」と様式「${definition.name}」の「文章」の {{ }} の中と、用紙の大きさを確かめてください。`,
  }
}
