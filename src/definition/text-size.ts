/** A form or style in another size of type: everything that is set in type follows, the table keeps its width on the paper. */

import type { ColumnDefinition, FormDefinition, RecordDefinition } from './form-definition.js'
import type { OverviewStyle } from './overview-style.js'
import type { ReportStyle } from './report-style.js'

/** The form with body type of `size` points. Columns are as wide as before: their lines hold fewer characters. */
export function resizeForm(form: FormDefinition, size: number): FormDefinition {
  const { type, around, columns, tables, record } = form
  const factor = size / type.size
  return {
    ...form,
    type: {
      ...type,
      size,
      titleSize: type.titleSize * factor,
      headSize: type.headSize * factor,
      noteSize: type.noteSize * factor,
    },
    around: {
      ...around,
      headingSize: around.headingSize * factor,
      textSize: around.textSize * factor,
      leadSize: around.leadSize * factor,
      unitSize: around.unitSize * factor,
      notesSize: around.notesSize * factor,
    },
    ...resizeColumns({ columns }, factor),
    ...(tables && { tables: tables.map((table) => resizeColumns(table, factor)) }),
    ...(record && { record: resizeRecord(record, factor) }),
  }
}

/** Widths of headings are counted in em, too. */
function resizeRecord(record: RecordDefinition, factor: number): RecordDefinition {
  const tiers = record.tiers.map((boxes) =>
    boxes.map((box) => {
      const { headWidth, size } = box
      return { ...box, headWidth: headWidth / factor, ...(size !== undefined && { size: size * factor }) }
    }),
  )
  return { ...record, tiers }
}

function resizeColumns<T extends Pick<FormDefinition, 'columns'>>(table: T, factor: number): T {
  return { ...table, columns: table.columns.map((column) => resizeColumn(column, factor)) }
}

/** Widths are counted in em of the body type. */
function resizeColumn(column: ColumnDefinition, factor: number): ColumnDefinition {
  const { width, size } = column
  return { ...column, width: width / factor, ...(size === undefined ? {} : { size: size * factor }) }
}

/** The style of a report, whose columns are shares of the paper's width. */
export function resizeStyle<S extends ReportStyle>(style: S, size: number): S {
  const factor = size / style.size
  return { ...style, size, titleSize: style.titleSize * factor, noteSize: style.noteSize * factor }
}

/** An overview set in just this size, on as many sheets as it then takes. */
export function resizeOverview(style: OverviewStyle, size: number): OverviewStyle {
  return { ...resizeStyle(style, size), least: { ...style.least, size }, sheets: 'as-many' }
}
