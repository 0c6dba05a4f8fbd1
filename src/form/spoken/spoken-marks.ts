/** What strokes, colour and height say of a text, in words: for those who hear it. */

import type { Emphasis, Revision, Run } from '../form.js'

/** Bold and small type say nothing of their own. */
export function spokenMarks({ revision, emphasis = [] }: Pick<Run, 'revision' | 'emphasis'>): string | undefined {
  if (revision !== undefined) return (emphasis.includes('moved') ? MOVED : REVISIONS)[revision]
  const words = emphasis.flatMap((each) => WORDS[each] ?? [])
  return words.length === 0 ? undefined : words.join('・')
}

/** The text with its marks in words, where nothing else can show them: 〔削除：令和元年度〕. */
export function spokenText(run: Run): string {
  const marks = spokenMarks(run)
  return marks === undefined ? run.text : `〔${marks}：${run.text}〕`
}

const REVISIONS: Readonly<Record<Revision, string>> = { inserted: '追加', deleted: '削除' }
const MOVED: Readonly<Record<Revision, string>> = { inserted: '移動先', deleted: '移動元' }

const WORDS: Readonly<Partial<Record<Emphasis, string>>> = {
  underline: '下線',
  strike: '取消線',
  'double-strike': '二重取消線',
  superscript: '上付き',
  subscript: '下付き',
}
