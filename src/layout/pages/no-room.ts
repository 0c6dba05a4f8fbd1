/** Pages on which not a single line of a table would stand: what takes their room, and where it is written. */

import type { Diagnostic, Place } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Form } from '../../form/form.js'
import type { PageRoom } from './paginate.js'

/** `line` is the height of a row of one line, in points; undefined where it has room. */
export function findNoRoom(room: PageRoom, line: number, { source, paper }: Form): Diagnostic | undefined {
  if (Math.min(room.first, room.other) >= line) return undefined
  const needed = Math.ceil(line)
  const left = (length: number) => Math.max(0, Math.floor(length))
  if (room.other >= line) return say('no-room-under-title', { needed, left: left(room.first) }, titlePlace(source))
  const place = paper.source && { kind: 'text' as const, file: paper.source.file, ...paper.source.at }
  return say('no-room-on-page', { needed, left: left(room.other) }, place)
}

function titlePlace(source: Form['source']): Place | undefined {
  if (source?.file === undefined) return undefined
  const { file, title } = source
  return title === undefined ? { kind: 'file', file } : { kind: 'text', file, ...title }
}
