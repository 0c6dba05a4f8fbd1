/** The words behind --categories and --columns: which categories and columns of the plan they mean. */

import { nearestKey } from '../../decode/shape/nearest-key.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import { allColumns } from '../../definition/form-tables.js'
import { fail, type Outcome } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Plan } from '../../domain/plan.js'
import { fillColumn, planValues } from '../../form/fill-texts.js'
import { type ListedCategory, namesCategory } from '../../form/handout/part.js'

/** 1,3 or 2-4 or names: indexes in `listed`, in its order. A number means the plan's own category before a dropped one. */
export function chooseCategories(words: string, listed: readonly ListedCategory[]): Outcome<readonly number[]> {
  const names = listed.flatMap(({ name }) => (name === '' ? [] : [name]))
  const known = listed.map(({ number, name, edition }) => `${number} ${name}${edition === 'old' ? '（前の版）' : ''}`)
  return choose(words, 'categories', '区分', names, known, (word) => {
    const [, first, last = first] = /^(\d{1,3})(?:[-~〜ー‐–—−](\d{1,3}))?$/.exec(word) ?? []
    if (first === undefined) return indexesOf(listed, ({ name }) => fold(name) === word)
    const [from, to] = [Number(first), Number(last)]
    const ends = [from, to].every((end) => listed.some(({ number }) => number === end))
    return ends ? indexesOf(listed, ({ number }, index) => isMeant(number, index)) : []

    function isMeant(number: number, index: number): boolean {
      const isDropped = listed[index]!.edition === 'old'
      const isTwice = isDropped && listed.some((each) => each.edition === 'new' && each.number === number)
      return number >= from && number <= to && !isTwice
    }
  })
}

/** Keys or printed headings: indexes in `allColumns` of the definition. A heading over several columns means all of them. */
export function chooseColumns(words: string, definition: FormDefinition, plan: Plan): Outcome<readonly number[]> {
  const values = planValues(plan, definition)
  const columns = allColumns(definition).map((column) => fillColumn(column, values, plan.headings))
  const namesOf = columns.map(({ heading, upperHeadings, fields }) =>
    [...fields.map(({ key }) => key), heading, ...upperHeadings].map(fold).filter((name) => name !== ''),
  )
  const keys = columns.filter((column) => !namesCategory(column)).map(({ fields }) => fields.map(({ key }) => key))
  const known = keys.map((each) => each.join('／'))
  const chosen = choose(words, 'columns', '欄', keys.flat(), known, (word) =>
    indexesOf(namesOf, (names) => names.includes(word)),
  )
  if (!chosen.ok || chosen.value.some((index) => !namesCategory(columns[index]!))) return chosen
  return fail(say('only-categories', { known }))
}

function choose(
  words: string,
  option: string,
  noun: string,
  names: readonly string[],
  known: readonly string[],
  find: (word: string) => readonly number[],
): Outcome<readonly number[]> {
  const whole = find(fold(words))
  const parts = whole.length > 0 ? [words] : splitList(words, find).filter((word) => word.trim() !== '')
  if (parts.length === 0) return fail(say('no-part', { option, noun, known }))
  const found = parts.map((word) => ({ word: word.trim(), indexes: find(fold(word)) }))
  const lost = found.filter(({ indexes }) => indexes.length === 0)
  if (lost.length > 0) {
    const guesses = lost.map(({ word }) => nearestKey(word, names)).filter((guess) => guess !== undefined)
    return fail(say('unknown-part', { option, noun, known, lost: lost.map(({ word }) => word), guesses }))
  }
  const indexes = new Set(found.flatMap((each) => each.indexes))
  return { ok: true, value: [...indexes].sort((a, b) => a - b), diagnostics: [] }
}

/** A name may hold the comma of Japanese that also stands between names. */
function splitList(words: string, find: (word: string) => readonly number[]): readonly string[] {
  return words.split(/[,，]/).flatMap((part) => (find(fold(part)).length > 0 ? [part] : part.split('、')))
}

/** Width, line ends and blanks do not count. ① is 1. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

function indexesOf<T>(list: readonly T[], isMeant: (each: T, index: number) => boolean): readonly number[] {
  return list.flatMap((each, index) => (isMeant(each, index) ? [index] : []))
}
