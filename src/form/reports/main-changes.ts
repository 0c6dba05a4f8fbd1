/** 主な変更: what a member reads first, a sentence a change, the weightiest first. */

import { KINDS, type Kind } from '../../review/change-kinds.js'
import type { Change, Comparison, Place } from '../../review/comparison.js'
import { listChanges } from '../../review/comparison.js'
import { categoryName, pairOf } from './change-places.js'
import { foldYears } from './fold-years.js'
import type { Fullness } from './told-changes.js'

/** Told one by one; the others are counted. */
const MOST = 14
/** Longer texts are cut at the end. */
const LONGEST = 36

/** Promises have a section of their own, and what only differs in years or notation moves nobody. */
const UNTOLD: ReadonlySet<Kind> = new Set([
  'cancelled',
  'postponed',
  'planned-but-missing',
  'partly-realised',
  'realised',
  'carried-over',
  'reordered',
  'years-only',
  'notation-only',
])

export function mainChanges(comparison: Comparison, fullness: Fullness = 'folded'): readonly string[] {
  const isTold = ({ kinds: [kind] }: Change) => !UNTOLD.has(kind!) || (fullness === 'all' && kind === 'notation-only')
  const changes = listChanges(comparison).filter(isTold)
  const told = fullness === 'all' ? changes : foldYears(comparison, changes)
  const ordered = told.toSorted((a, b) => weightOf(a) - weightOf(b))
  const sentences = ordered.map((change) => sentenceOf(comparison, change))
  const rest = fullness === 'all' ? 0 : sentences.length - MOST
  return rest > 1 ? [...sentences.slice(0, MOST), `ほか${rest}件（新旧対照表のとおり）`] : sentences
}

/** By rank, but a figure that changed comes before other words. */
function weightOf({ kinds, segments }: Change): number {
  const rank = KINDS.indexOf(kinds[0]!)
  return kinds[0] === 'reworded' && figuresOf(segments) !== undefined ? KINDS.indexOf('split') - 0.5 : rank
}

function sentenceOf(comparison: Comparison, change: Change): string {
  const { kinds, old, new: now, segments } = change
  const [before, after] = [old[0], now[0]]
  const category = (place: Place, side: 'old' | 'new') =>
    `「${categoryName(pairOf(comparison, side, place.category), side)}」`
  const categories = (side: 'old' | 'new') => change[side].map((place) => category(place, side)).join('')
  switch (kinds[0]!) {
    case 'document-changed':
      return documentSentence(before, after, Math.max(old.length, now.length) - 1)
    case 'category-added':
      return `区分${categories('new')}が加わりました。`
    case 'category-removed':
      return `区分${categories('old')}がなくなりました。`
    case 'category-split':
      return `区分${categories('old')}が、${categories('new')}に分かれました。`
    case 'category-merged':
      return `区分${categories('old')}が、${categories('new')}にまとまりました。`
    case 'category-moved':
      return `区分${categories('new')}の位置が変わりました。`
    case 'category-renamed':
      return `区分${categories('old')}の名前が、${categories('new')}になりました。`
    case 'category-renumbered':
      return `区分の番号が変わりました（${old.map(({ text }, at) => `${numberOf(text)}→${numberOf(now[at]?.text ?? '')}`).join('、')}）。`
    case 'row-added':
      return `${category(after!, 'new')}に、${rowOf(after!)}の行が加わりました。`
    case 'row-removed':
      return `${category(before!, 'old')}の、${rowOf(before!)}の行がなくなりました。`
    case 'row-moved':
      return pairOf(comparison, 'old', before!.category) === pairOf(comparison, 'new', after!.category)
        ? `${category(after!, 'new')}の中で、${rowOf(after!)}の行の位置が変わりました。`
        : `${rowOf(after!)}の行が、${category(before!, 'old')}から${category(after!, 'new')}へ移りました。`
    case 'joined-changed':
      return `${fieldOf(after!)}が、隣の欄と${after!.text === '' ? '一つでなくなり、空になりました' : '一つか別かで変わりました'}（旧：${quote(before!.text)}）。`
    case 'added':
      return `${fieldOf(after!)}に、${quote(after!.text)}が加わりました。`
    case 'removed':
      return `${fieldOf(before!)}の、${quote(before!.text)}がなくなりました。`
    case 'moved':
      return `${quote(before!.text)}が、${fieldOf(before!)}から${fieldOf(after!)}へ移りました。`
    case 'split':
      return `${fieldOf(before!)}の、${quote(before!.text)}が${now.length}つに分かれました。`
    case 'merged':
      return `${fieldOf(after!)}の${old.length}つが、${quote(after!.text)}にまとまりました。`
    default: {
      const figures = figuresOf(segments)
      if (!before || !after)
        return after
          ? `${fieldOf(after)}に、${quote(after.text)}が加わりました。`
          : `${fieldOf(before!)}の、${quote(before!.text)}がなくなりました。`
      return figures === undefined
        ? `${fieldOf(after)}が変わりました（${quote(before.text)}→${quote(after.text)}）。`
        : `${fieldOf(after)}の数が変わりました（${figures}）。`
    }
  }
}

/** `values` of a year came or went with its column. */
function documentSentence(old: Place | undefined, now: Place | undefined, values: number): string {
  const { column, table } = (now ?? old)!
  const [kind = '', name] = column.split(/:(.*)/s)
  const part = table === undefined ? '' : `表${table}の`
  const what = `${part}${name === undefined ? kind : kind === '欄外' ? `${name}の欄外` : `${kind}「${name}」`}`
  const along = values > 0 ? `（値${values}件とともに）` : ''
  if (!old) return kind === '欄' ? `${what}が加わりました${along}。` : `${what}に、${quote(now!.text)}が加わりました。`
  if (!now)
    return kind === '欄' ? `${what}がなくなりました${along}。` : `${what}の、${quote(old.text)}がなくなりました。`
  return `${what}が変わりました（${quote(old.text)}→${quote(now.text)}）。`
}

/** 3→4 where nothing but figures differ; undefined where words do. */
function figuresOf(segments: Change['segments']): string | undefined {
  const changed = segments.filter(({ type }) => type !== 'same')
  const isFigure = ({ text }: { readonly text: string }) =>
    /^[△▲−-]?[0-9０-９][0-9０-９.,．，]*[%％]?$/.test(text.trim())
  if (changed.length === 0 || !changed.every(isFigure)) return undefined
  const join = (type: 'del' | 'ins') =>
    changed
      .filter((each) => each.type === type)
      .map(({ text }) => text)
      .join('、')
  return `${join('del') || 'なし'}→${join('ins') || 'なし'}`
}

function rowOf({ label }: Place): string {
  return label === undefined ? '名前のない' : quote(label)
}

/** 「退院調整のルールづくり」の取組み. */
function fieldOf(place: Place): string {
  return place.label === undefined ? `「${place.column}」` : `${quote(place.label)}の${place.column}`
}

/** Brackets within become 『』, and none that is open is cut off from its other half. */
function quote(text: string): string {
  const inner = text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('「', '『')
    .replaceAll('」', '』')
  const short = inner.length > LONGEST ? `${inner.slice(0, LONGEST)}…` : inner
  const isOpen = short.lastIndexOf('『') > short.lastIndexOf('』')
  return `「${short}${isOpen ? '』' : ''}」`
}

function numberOf(text: string): string {
  return text.split(' ')[0]!
}
