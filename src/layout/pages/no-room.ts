/** Pages on which not a single line of a table would stand: what takes their room, and where it is written. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Form } from '../../form/form.js'
import type { PageRoom } from './paginate.js'

/** `line` is the height of a row of one line, in points; undefined where it has room. */
export function findNoRoom(room: PageRoom, line: number, { source, paper }: Form): Diagnostic | undefined {
  if (Math.min(room.first, room.other) >= line) return undefined
  const points = (length: number) => `${Math.max(0, Math.floor(length))} ポイント`
  const needs = `一行に ${Math.ceil(line)} ポイント要るのに、残るのは`
  if (room.other >= line) {
    const message = `題名と表の上の文が長く、最初のページに表の一行も入りません（${needs} ${points(room.first)}）。`
    const hint = '題名を短くするか、様式の用紙を大きく、題名の文字を小さくしてください。'
    return { severity: 'error', code: 'no-room', message, ...titlePlace(source), hint }
  }
  const message = `用紙の余白と見出しを除くと、表の一行も入りません（${needs} ${points(room.other)}）。`
  const hint = '「余白」の上と下を小さくするか、列の見出しを短くするか、用紙を大きくしてください。'
  const place = paper.source && { place: { kind: 'text' as const, file: paper.source.file, ...paper.source.at } }
  return { severity: 'error', code: 'no-room', message, ...place, hint }
}

function titlePlace(source: Form['source']): Pick<Diagnostic, 'place'> {
  if (source?.file === undefined) return {}
  const { file, title } = source
  return { place: title === undefined ? { kind: 'file', file } : { kind: 'text', file, ...title } }
}
