/** The texts that may take only so many lines: cut where these are full, with … behind what is left. */

import type { Form, FormCell, FormRow, Paragraph, TableSection } from '../../form/form.js'
import { breakCell, type LineSettings } from '../lines/cell-lines.js'
import { clusterEnd, measureText } from '../lines/measured-text.js'

/** Left free in a line, in em of its type: Word and Excel set some characters wider. */
const RESERVE = 0.25

/** The form with what its cells have room for. */
export function shortenTexts(form: Form, settings: LineSettings): Form {
  const sections = form.sections.map((section) => (section.tag === 'table' ? shortenTable(section, settings) : section))
  return sections.every((section, index) => section === form.sections[index]) ? form : { ...form, sections }
}

function shortenTable(table: TableSection, settings: LineSettings): TableSection {
  const widthOf = (column: number, colSpan: number) =>
    table.columns.slice(column, column + colSpan).reduce((sum, { width }) => sum + width, 0)
  const shortenRow = (row: FormRow): FormRow => {
    if (!row.slots.some((slot) => slot.tag === 'cell' && slot.mostLines !== undefined)) return row
    const slots = row.slots.map((slot, column) =>
      slot.tag === 'cell' ? shortenCell(slot, widthOf(column, slot.colSpan), settings) : slot,
    )
    return { ...row, slots }
  }
  const body = table.body.map(shortenRow)
  return body.every((row, index) => row === table.body[index]) ? table : { ...table, body }
}

function shortenCell(cell: FormCell, width: number, settings: LineSettings): FormCell {
  const { mostLines, paragraphs, size } = cell
  if (mostLines === undefined) return cell
  const fits = (some: readonly Paragraph[]) =>
    breakCell({ ...cell, paragraphs: some }, width - RESERVE * size, settings).lines.length <= mostLines
  if (fits(paragraphs)) return cell
  const text = paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('')
  const measured = measureText(text, settings.measure)
  const ends = [0]
  while (ends.at(-1)! < text.length) ends.push(clusterEnd(measured, ends.at(-1)!))
  const cut = (count: number): readonly Paragraph[] => {
    const [first] = paragraphs
    const kept = `${text.slice(0, ends[count]).trimEnd()}…`
    return [{ ...first!, runs: [{ ...first!.runs[0], text: kept }] }]
  }
  // The most characters with which it fits lie between these two counts.
  let [least, most] = [0, ends.length - 1]
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2)
    if (fits(cut(middle))) least = middle
    else most = middle
  }
  return { ...cell, paragraphs: cut(least) }
}
