/** What YAML keeps for itself of the text that was typed, told from the file's text around a value. */

import type { Node, Scalar } from 'yaml'
import type { LossKind } from '../loss.js'

/** A loss by its offset in the file's text. */
export interface FoundLoss {
  readonly kind: LossKind
  readonly offset: number
  readonly typed: string
}

/** The first loss of a scalar; `column` is that of the key or the dash that holds it, from 0, undefined within brackets. */
export function findScalarLoss(text: string, node: Scalar, column: number | undefined): FoundLoss | undefined {
  const mark = findMark(text, node)
  if (mark !== undefined) return mark
  const [start, end] = node.range ?? [0, 0]
  const written = text.slice(start, end)
  const behind = column === undefined ? undefined : remarkBelow(text, end, column)
  switch (node.type) {
    case 'BLOCK_FOLDED':
      return { kind: 'folded', offset: start, typed: '>' }
    case 'BLOCK_LITERAL': {
      const header = written.slice(0, lineEnd(written, 0))
      const remark = header.indexOf('#')
      if (behind !== undefined || remark < 0) return behind
      const kind = node.value === '' ? 'remark' : 'block-remark'
      return { kind, offset: start + remark, typed: header.slice(remark) }
    }
    default:
      return findInLine(node, written, start) ?? remarkBehind(text, end) ?? behind
  }
}

/** An anchor or a tag before a value. */
export function findMark(text: string, node: Node): FoundLoss | undefined {
  const isAnchor = 'anchor' in node && node.anchor !== undefined
  if (!isAnchor && node.tag === undefined) return undefined
  let offset = Math.max(0, text.lastIndexOf(isAnchor ? '&' : '!', node.range?.[0] ?? 0))
  while (text[offset - 1] === '!') offset--
  return { kind: 'mark', offset, typed: /^[^\s,[\]{}]+/.exec(text.slice(offset, offset + 100))?.[0] ?? '' }
}

/** A remark on the same line, with a blank before it. */
export function remarkBehind(text: string, end: number): FoundLoss | undefined {
  let offset = end
  while (text[offset] === ' ' || text[offset] === '\t') offset++
  const isRemark = text[offset] === '#' && /[ \t]/.test(text[offset - 1] ?? '')
  return isRemark ? { kind: 'remark', offset, typed: text.slice(offset, lineEnd(text, offset)) } : undefined
}

function findInLine({ type }: Scalar, written: string, start: number): FoundLoss | undefined {
  if (type === 'QUOTE_DOUBLE') {
    for (const { 0: typed, index } of written.matchAll(/\\(?:u[0-9A-Fa-f]{4}|[\s\S])/g)) {
      if (!/^\\(?:[n"\\]|u....)$/.test(typed)) return { kind: 'escape', offset: start + index, typed }
    }
  }
  if (type === 'PLAIN' && /^[｜＞]/.test(written) && written.includes('\n'))
    return { kind: 'wide-pipe', offset: start, typed: written[0]! }
  if (written.includes('\n')) return { kind: 'lines', offset: start, typed: written.slice(0, lineEnd(written, 0)) }
  const isWord = type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(written)
  return isWord ? { kind: 'null', offset: start, typed: written } : undefined
}

/** A remark on one of the next lines, before any other text, that is set in deeper than `column`. */
function remarkBelow(text: string, end: number, column: number): FoundLoss | undefined {
  let line = end === 0 || text[end - 1] === '\n' ? end : lineEnd(text, end) + 1
  for (; line < text.length; line = lineEnd(text, line) + 1) {
    let offset = line
    while (text[offset] === ' ' || text[offset] === '\t') offset++
    if (text[offset] === '#' && offset - line > column) {
      return { kind: 'remark-line', offset, typed: text.slice(offset, lineEnd(text, offset)) }
    }
    if (text[offset] !== '\n' && text[offset] !== '#') return undefined
  }
  return undefined
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
