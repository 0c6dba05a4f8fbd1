/** The seed's categories many times over in one plan file. */

import { parse, stringify } from 'yaml'
import { Random } from './generate/random.mjs'
import { listKanji, varyWording } from './vary-wording.mjs'

/** @typedef {'varied' | 'verbatim'} Wording whether every copy after the first has other words */

/** Keys of a row whose value is no text of the table. */
const SETTINGS = ['id', '改ページ']

/**
 * A plan file whose categories stand there `times` times, without the page breaks that it asks for: the peers know none.
 * @param {string} yaml
 * @param {number} times
 * @param {Wording} wording
 */
export function copyCategories(yaml, times, wording) {
  // Every scalar a text, as the program reads them.
  const plan = parse(yaml, { schema: 'failsafe' })
  const seed = mapRows(plan.区分, ({ 改ページ: _, ...row }) => row)
  const random = new Random(7)
  const kanji = listKanji(JSON.stringify(seed))
  const vary = (text) => varyWording(text, kanji, random)
  const copies = Array.from({ length: times }, (_, copy) =>
    copy === 0 || wording === 'verbatim' ? seed : mapRows(seed, (row) => mapTexts(row, vary)),
  )
  const options = { schema: 'failsafe', aliasDuplicateObjects: false, lineWidth: 0 }
  return stringify({ ...plan, 区分: copies.flat() }, options)
}

function mapRows(categories, change) {
  return categories.map((category) => ({ ...category, 行: category.行.map(change) }))
}

function mapTexts(row, change) {
  const entries = Object.entries(row).map(([key, text]) => [key, SETTINGS.includes(key) ? text : change(text)])
  return Object.fromEntries(entries)
}
