/** Edits a made-up plan as offices do from year to year, and tells exactly what was done. */

import { CATEGORY_NAMES, EXTRAS, MEANS, PEOPLE, PLACES, TOPICS } from './fragments.mjs'
import { generateItem, generateRow } from './generate-plan.mjs'

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./generate-plan.mjs').DraftPlan} DraftPlan */
/**
 * What should be found: kinds, and the numbers of what it happened to.
 * @typedef {{ kinds: string[], subject: 'item' | 'row' | 'category', old: number[], new: number[] }} Expected
 */

const CELLS = ['取組み', '成果と課題', '今後の対応', '具体的な取組み']
const WORDS = [TOPICS, MEANS, PEOPLE, PLACES]

/**
 * @param {Random} random
 * @param {DraftPlan} old
 * @param {number} count so many edits, each of another item or row
 * @returns {{ draft: DraftPlan, expected: Expected[] }}
 */
export function editPlan(random, old, count) {
  const editor = new Editor(random, structuredClone(old))
  for (let done = 0, tries = 0; done < count && tries < count * 20; tries++) {
    if (editor.edit(random.pick(EDITS))) done++
  }
  const draft = { ...editor.plan, year: old.year + 1 }
  return { draft, expected: editor.expected.map((each) => withFunding(each, old, draft)) }
}

/** An item that stayed in its cell may stand under another 【…】 now, wherever it was put. */
function withFunding(expected, old, draft) {
  const [from, to] = [placeOf(old, expected.old), placeOf(draft, expected.new)]
  const isSameCell = from && to && from.row === to.row && from.key === to.key
  return isSameCell && from.funding !== to.funding
    ? { ...expected, kinds: [...expected.kinds, 'funding-changed'] }
    : expected
}

/** Row, column and 【…】 of the one item. */
function placeOf(plan, [id, ...others]) {
  if (id === undefined || others.length > 0) return undefined
  for (const { id: row, cells } of plan.categories.flatMap((category) => category.rows)) {
    for (const [key, lines] of Object.entries(cells)) {
      let funding
      for (const line of lines ?? []) {
        if (line.tag === 'funding') funding = line.name
        if (line.id === id) return { row, key, funding }
      }
    }
  }
  return undefined
}

class Editor {
  constructor(random, plan) {
    this.random = random
    this.plan = plan
    /** @type {Expected[]} */
    this.expected = []
    /** Items, rows and categories that were edited already. */
    this.touched = new Set()
    /** Rows from which something was taken: they stay, so that this can be seen. */
    this.bereft = new Set()
    /** Categories whose rows come and go: they keep their name, by which alone they may be known. */
    this.moving = new Set()
    /** Categories with a name of quite another kind: their rows stay, by which alone they are known. */
    this.renamed = new Set()
  }

  /** @returns the item */
  take({ row, cell, at }) {
    this.bereft.add(row.id)
    return cell.splice(at, 1)[0]
  }

  /** @returns {boolean} whether there was something to edit in this way */
  edit(name) {
    const result = this[name]()
    if (!result) return false
    const expected = { subject: 'item', old: [], new: [], ...result }
    this.expected.push(expected)
    for (const id of [...expected.old, ...expected.new]) this.touched.add(id)
    return true
  }

  rows() {
    return this.plan.categories.flatMap((category) => category.rows.map((row, at) => ({ category, row, at })))
  }

  /** A place of an item that was not edited yet, in a row that was not. */
  pickItem(keys, suits = () => true) {
    const places = this.rows()
      .filter(({ row }) => !this.touched.has(row.id))
      .flatMap(({ category, row }) =>
        keys.flatMap((key) =>
          (row.cells[key] ?? []).flatMap((item, at) =>
            item.tag === 'item' ? [{ category, row, key, cell: row.cells[key], item, at }] : [],
          ),
        ),
      )
    const free = places.filter(
      (place) => !this.touched.has(place.item.id) && place.item.pieces[0] !== '同上' && suits(place),
    )
    return free.length > 0 ? this.random.pick(free) : undefined
  }

  /** Other words for one of its words, or an addition. */
  rewordPieces(pieces) {
    const at = this.random
      .shuffle([...pieces.keys()])
      .find((each) => WORDS.some((words) => words.includes(pieces[each])))
    if (at === undefined || this.random.chance(0.3)) return pieces.with(-1, this.random.pick(EXTRAS) + pieces.at(-1))
    return pieces.with(
      at,
      this.random.pickOther(
        WORDS.find((words) => words.includes(pieces[at])),
        pieces[at],
      ),
    )
  }

  /** Whether another item says the same: nobody could tell which of the two had moved. */
  isTwin(item) {
    const others = this.rows().flatMap(({ row }) => Object.values(row.cells).flatMap((cell) => cell ?? []))
    return others.some(
      (line) => line.tag === 'item' && line.id !== item.id && line.pieces.join('') === item.pieces.join(''),
    )
  }

  reword() {
    const place = this.pickItem(CELLS)
    if (!place) return undefined
    place.item.pieces = this.rewordPieces(place.item.pieces)
    return same(place, ['reworded'])
  }

  renewYears() {
    const place = this.pickItem(CELLS, ({ item }) => item.years !== '')
    if (!place) return undefined
    place.item.years = this.nextYears(place.item.years)
    return same(place, ['years-only'])
  }

  nextYears(years) {
    return this.random.pickOther(['H29～R1年度', 'R1年度', '令和元年度', 'Ｒ１～２年度', 'H28、R1年度'], years)
  }

  renotate() {
    const changes = [
      [/取り組み/, '取組み'],
      [/及び/, 'および'],
      [/によ/, 'に よ'],
      [/\[/, '［'],
      [/（/, '('],
      [/の/, '　の'],
      [/等/, 'など'],
      [/ＡＣＰ/, 'ACP'],
    ]
    const changed = (item) => {
      const found = changes.find(([from]) => item.pieces.some((piece) => from.test(piece)))
      return found && item.pieces.map((piece) => piece.replace(...found))
    }
    const place = this.pickItem(CELLS, ({ item }) => changed(item) !== undefined)
    if (!place) return undefined
    place.item.pieces = changed(place.item)
    return same(place, ['notation-only'])
  }

  changeMarker() {
    const place = this.pickItem(['成果と課題'])
    if (!place) return undefined
    const reworded = this.random.chance(0.5)
    place.item.marker = place.item.marker === '■' ? '□' : '■'
    if (reworded) place.item.pieces = this.rewordPieces(place.item.pieces)
    return same(place, ['marker-changed', ...(reworded ? ['reworded'] : [])])
  }

  moveItem() {
    const place = this.pickItem(CELLS, ({ item }) => !item.again && !this.isTwin(item))
    const targets = this.rows().filter(({ row }) => row !== place?.row && !this.touched.has(row.id))
    if (!place || targets.length === 0) return undefined
    const reworded = this.random.chance(0.3)
    const to = this.random.pick(targets).row.cells[place.key]
    if (to.some((line) => line.tag === 'item' && line.pieces[0] === '同上')) return undefined
    this.take(place)
    to.splice(this.random.integer(0, to.length), 0, place.item)
    if (reworded) place.item.pieces = this.rewordPieces(place.item.pieces)
    return same(place, ['moved', ...(reworded ? ['reworded'] : [])])
  }

  /** Over two others at least, so that it is clear which one went. */
  reorder() {
    const isLong = (cell) => cell.filter(({ tag }) => tag === 'item').length >= 3
    const place = this.pickItem(
      CELLS,
      ({ cell, at }) => at === 0 && isLong(cell) && cell.every((line) => !this.touched.has(line.id)),
    )
    if (!place) return undefined
    place.cell.splice(0, 1)
    place.cell.push(place.item)
    for (const line of place.cell) this.touched.add(line.id)
    return same(place, ['reordered'])
  }

  remove() {
    const place = this.pickItem(CELLS, ({ key }) => key !== '具体的な取組み')
    return place && { kinds: ['removed'], old: [this.take(place).id] }
  }

  drop() {
    const place = this.pickItem(['具体的な取組み'])
    return place && { kinds: ['planned-but-missing'], old: [this.take(place).id] }
  }

  add() {
    const rows = this.rows().filter(({ row }) => !this.touched.has(row.id))
    if (rows.length === 0) return undefined
    const key = this.random.pick(CELLS)
    const cell = this.random.pick(rows).row.cells[key]
    if (cell.some((line) => line.tag === 'item' && line.pieces[0] === '同上')) return undefined
    const item = generateItem(this.random, this.plan, key)
    cell.splice(this.random.integer(0, cell.length), 0, item)
    return { kinds: ['added'], new: [item.id] }
  }

  realise() {
    const place = this.pickItem(['具体的な取組み'])
    if (!place) return undefined
    const years = this.random.pick(['H30～R1年度', 'R1年度', place.item.years])
    const renewed = years !== place.item.years
    this.take(place)
    const to = place.row.cells.取組み
    to.splice(this.random.integer(0, to.length), 0, place.item)
    place.item.years = years
    return same({ ...place, key: '取組み' }, ['realised', ...(renewed ? ['years-only'] : [])])
  }

  /** Done this year and planned for the next one. */
  realiseAndCarry() {
    const place = this.pickItem(['具体的な取組み'], ({ item }) => item.years !== '')
    if (!place) return undefined
    const done = { ...place.item, pieces: [...place.item.pieces], id: this.plan.nextId++, years: 'R1年度' }
    place.row.cells.取組み.push(done)
    place.item.years = 'R2年度'
    return { kinds: ['realised', 'carried-over', 'years-only'], old: [place.item.id], new: [done.id, place.item.id] }
  }

  split() {
    const place = this.pickItem(['取組み', '今後の対応'], ({ item }) => !item.again && item.pieces.includes('／'))
    if (!place) return undefined
    const { item, cell, at } = place
    const cut = item.pieces.indexOf('／')
    const first = { ...item, id: this.plan.nextId++, pieces: item.pieces.slice(0, cut) }
    const second = { ...item, id: this.plan.nextId++, pieces: item.pieces.slice(cut + 1), years: '' }
    cell.splice(at, 1, first, second)
    return { kinds: ['split'], old: [item.id], new: [first.id, second.id] }
  }

  merge() {
    const place = this.pickItem(['取組み', '成果と課題', '今後の対応'], ({ cell, at, item }) => {
      const next = cell[at + 1]
      return (
        next?.tag === 'item' && !this.touched.has(next.id) && next.marker === item.marker && !next.again && !item.again
      )
    })
    if (!place) return undefined
    const [first, second] = place.cell.slice(place.at, place.at + 2)
    const whole = {
      ...first,
      id: this.plan.nextId++,
      pieces: [...first.pieces, '／', ...second.pieces],
      years: second.years,
    }
    place.cell.splice(place.at, 2, whole)
    return { kinds: ['merged'], old: [first.id, second.id], new: [whole.id] }
  }

  changeHeading() {
    const place = this.pickItem(['現状と課題', '施策'])
    if (!place) return undefined
    place.item.pieces = this.rewordPieces(place.item.pieces)
    return same(place, ['label-changed'])
  }

  renameCategory() {
    const free = this.plan.categories.filter(({ id }) => !this.touched.has(id))
    if (free.length === 0) return undefined
    const category = this.random.pick(free)
    const unused = CATEGORY_NAMES.filter((name) => this.plan.categories.every((each) => !each.name.startsWith(name)))
    const isNew = unused.length > 0 && !this.moving.has(category.id) && this.random.chance(0.5)
    if (isNew) this.renamed.add(category.id)
    category.name = isNew ? this.random.pick(unused) : `${category.name}及び充実`
    return { kinds: ['category-renamed'], subject: 'category', old: [category.id], new: [category.id] }
  }

  /** A row whose merged cells can be taken away without another row's losing them, and none of whose items was edited. */
  pickRow() {
    const free = this.rows().filter(({ category, row, at }) => {
      const cells = Object.values(row.cells)
      const below = category.rows[at + 1]
      const isTouched =
        this.touched.has(row.id) ||
        this.bereft.has(row.id) ||
        cells.some((cell) => cell?.some((line) => this.touched.has(line.id)))
      const isMerged = cells.some((cell) => !cell) || (below && Object.values(below.cells).some((cell) => !cell))
      return !isTouched && !isMerged && category.rows.length > 1 && !this.renamed.has(category.id)
    })
    return free.length > 0 ? this.random.pick(free) : undefined
  }

  /** Where a row can be put without cutting merged cells. */
  pickGap(categories) {
    const free = categories.filter(({ id }) => !this.renamed.has(id))
    const gaps = free.flatMap((category) =>
      Array.from({ length: category.rows.length + 1 }, (_, at) => ({ category, at })).filter(
        ({ at }) => !category.rows[at] || Object.values(category.rows[at].cells).every((cell) => cell),
      ),
    )
    return gaps.length > 0 ? this.random.pick(gaps) : undefined
  }

  addRow() {
    const gap = this.pickGap(this.plan.categories)
    if (!gap) return undefined
    const row = generateRow(this.random, this.plan, false)
    this.putRow(gap, row)
    return { kinds: ['row-added'], subject: 'row', new: [row.id] }
  }

  removeRow() {
    const place = this.pickRow()
    return place && { kinds: ['row-removed'], subject: 'row', old: [this.takeRow(place).id] }
  }

  moveRow() {
    const place = this.pickRow()
    const gap = place && this.pickGap(this.plan.categories.filter((category) => category !== place.category))
    if (!gap) return undefined
    this.putRow(gap, this.takeRow(place))
    return { kinds: ['row-moved'], subject: 'row', old: [place.row.id], new: [place.row.id] }
  }

  putRow({ category, at }, row) {
    this.moving.add(category.id)
    category.rows.splice(at, 0, row)
  }

  takeRow({ category, at }) {
    this.moving.add(category.id)
    return category.rows.splice(at, 1)[0]
  }

  /** Over two others at least. */
  reorderRow() {
    const free = this.plan.categories.filter(({ rows }) => {
      const isWhole = (row) => Object.values(row.cells).every((cell) => cell) && !this.touched.has(row.id)
      return rows.length >= 3 && rows.every(isWhole)
    })
    if (free.length === 0) return undefined
    const { rows } = this.random.pick(free)
    const row = rows.shift()
    rows.push(row)
    for (const each of rows) this.touched.add(each.id)
    return { kinds: ['row-moved'], subject: 'row', old: [row.id], new: [row.id] }
  }
}

/** What becomes of an item in the plans is told beside its being planned on. */
function same({ item, key }, kinds) {
  return { kinds: key === '具体的な取組み' ? ['carried-over', ...kinds] : kinds, old: [item.id], new: [item.id] }
}

/** The ways of editing; those that offices use most come more than once. */
const EDITS = [
  'reword',
  'reword',
  'reword',
  'renewYears',
  'renewYears',
  'renotate',
  'changeMarker',
  'moveItem',
  'reorder',
  'remove',
  'drop',
  'add',
  'add',
  'realise',
  'realise',
  'realiseAndCarry',
  'split',
  'split',
  'merge',
  'changeHeading',
  'renameCategory',
  'addRow',
  'removeRow',
  'moveRow',
  'reorderRow',
]
