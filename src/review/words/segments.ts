/** Shows by words how one text became another. */

import { commonWords } from './common-words.js'
import { commonEnds, cutTokens, readAtoms } from './tokens.js'

/** same and del joined are the old text, same and ins the new one. Neighbours differ in type. */
export interface Segment {
  readonly type: 'same' | 'del' | 'ins'
  readonly text: string
}

/** What is dropped stands before what is put in its place. */
export function segmentWords(oldText: string, newText: string): readonly Segment[] {
  if (oldText === newText) return oldText === '' ? [] : [{ type: 'same', text: oldText }]
  return toSegments(keepBrackets(replaceRewritten(joinIslands(diffWords(oldText, newText)))))
}

/** What was dropped and put in between two stretches that stayed, and the stretch behind it. */
interface Step {
  readonly del: string
  readonly ins: string
  readonly same: string
  /** How much of the sentence the change is, see `weigh`. */
  readonly changed: number
}

const NOTHING: Step = { del: '', ins: '', same: '', changed: 0 }

function diffWords(oldText: string, newText: string): readonly Step[] {
  const [old, now] = [readAtoms(oldText), readAtoms(newText)]
  const { head, tail } = commonEnds(old, now)
  const olds = cutTokens(old, head, oldText.length - tail)
  const news = cutTokens(now, head, newText.length - tail)
  const middle = commonWords(olds, news).map(
    ({ del, ins, same }): Step => ({
      del: del.join(''),
      ins: ins.join(''),
      same: same.join(''),
      changed: Math.max(weighTokens(del), weighTokens(ins)),
    }),
  )
  const steps = [{ ...NOTHING, same: oldText.slice(0, head) }, ...middle]
  const last = steps.pop()!
  return [...steps, { ...last, same: last.same + oldText.slice(oldText.length - tail) }]
}

/** A stretch that stayed, so short beside the changes around it that it only scatters them. */
const ISLAND = 2
/** … or shorter than this part of the change before and of the change behind. */
const ISLAND_SHARE = 0.4

function joinIslands(steps: readonly Step[]): readonly Step[] {
  const joined: Step[] = []
  for (const step of steps) {
    let last = step
    // Joining can make the stretch before it an island too.
    for (let before = joined.at(-1); before && isIsland(before, last); before = joined.at(-1)) {
      joined.pop()
      last = join(before, last)
    }
    joined.push(last)
  }
  return joined
}

function isIsland(before: Step, after: Step): boolean {
  const length = before.same.length
  const changeBefore = Math.max(before.del.length, before.ins.length)
  const changeAfter = Math.max(after.del.length, after.ins.length)
  if (changeBefore === 0 || changeAfter === 0) return length === 0
  const isShort = length <= Math.max(ISLAND, ISLAND_SHARE * Math.min(changeBefore, changeAfter))
  return isShort && isBalanced(before.same)
}

function join(before: Step, after: Step): Step {
  return {
    del: before.del + before.same + after.del,
    ins: before.ins + before.same + after.ins,
    same: after.same,
    changed: before.changed + weigh(before.same) + after.changed,
  }
}

/** What was dropped or put in has both brackets of a pair or none: else the stretch up to the other bracket goes with it. */
function keepBrackets(steps: readonly Step[]): readonly Step[] {
  const result: Step[] = []
  for (let at = 0; at < steps.length; at++) {
    let whole = steps[at]!
    let end = at
    while (end + 1 < steps.length && !(isBalanced(whole.del) && isBalanced(whole.ins))) {
      end++
      whole = join(whole, steps[end]!)
    }
    const isWhole = isBalanced(whole.del) && isBalanced(whole.ins)
    result.push(isWhole ? whole : steps[at]!)
    if (isWhole) at = end
  }
  return result
}

const BRACKETS: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '【': '】',
  '「': '」',
}
const CLOSING: ReadonlySet<string> = new Set(Object.values(BRACKETS))
const BRACKET = /[(（[［【「)）\]］】」]/

function isBalanced(text: string): boolean {
  if (!BRACKET.test(text)) return true
  const open: string[] = []
  for (const sign of text) {
    if (BRACKETS[sign] !== undefined) open.push(BRACKETS[sign])
    else if (CLOSING.has(sign) && open.pop() !== sign) return false
  }
  return open.length === 0
}

/** A sentence of which less than this stayed was rewritten. */
const REWRITTEN = 0.25

/** Sentence by sentence: one that was rewritten is shown as replaced. Sentences part where both texts end one. */
function replaceRewritten(steps: readonly Step[]): readonly Step[] {
  const result: Step[] = []
  let sentence: Step[] = []
  for (const step of steps) {
    const [, end, between, begin] = /^([^。\n]*[。\n])((?:.*[。\n])?)([^。\n]*)$/su.exec(step.same) ?? []
    if (end === undefined || between === undefined || begin === undefined) {
      sentence.push(step)
      continue
    }
    result.push(...closeSentence([...sentence, { ...step, same: end }]), { ...NOTHING, same: between })
    sentence = [{ ...NOTHING, same: begin }]
  }
  return [...result, ...closeSentence(sentence)]
}

function closeSentence(steps: readonly Step[]): readonly Step[] {
  const same = steps.reduce((sum, step) => sum + weigh(step.same), 0)
  const changed = steps.reduce((sum, step) => sum + step.changed, 0)
  if (changed === 0 || same >= REWRITTEN * (same + changed)) return steps
  const { del, ins, same: rest } = steps.reduce(join, NOTHING)
  return [{ del: del + rest, ins: ins + rest, same: '', changed }]
}

/** What carries the meaning: kanji, katakana, letters and digits count 1, hiragana and signs a quarter. */
function weigh(text: string): number {
  let weight = 0
  for (const char of text) weight += /[\p{sc=Hiragana}\p{P}\p{S}\p{Z}\s]/u.test(char) ? 0.25 : 1
  return weight
}

/** A long name or a span of years is one word among others. */
const LONGEST_WORD = 3

function weighTokens(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + Math.min(weigh(token), LONGEST_WORD), 0)
}

function toSegments(steps: readonly Step[]): readonly Segment[] {
  const segments: Segment[] = []
  for (const { del, ins, same } of mergeSteps(steps)) {
    if (del !== '') segments.push({ type: 'del', text: del })
    if (ins !== '') segments.push({ type: 'ins', text: ins })
    if (same !== '') segments.push({ type: 'same', text: same })
  }
  return segments
}

/** Steps with no stretch that stayed between them are one, and so are stretches with no change between them. */
function mergeSteps(steps: readonly Step[]): readonly Step[] {
  const merged: Step[] = []
  for (const step of steps) {
    const last = merged.at(-1)
    if (last && last.same === '') merged[merged.length - 1] = join(last, step)
    else if (last && step.del === '' && step.ins === '') {
      merged[merged.length - 1] = { ...last, same: last.same + step.same }
    } else merged.push(step)
  }
  return merged
}
