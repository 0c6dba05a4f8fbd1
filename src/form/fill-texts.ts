/** Fills in the Handlebars texts of a form. What they may name is listed in `text-names.ts` and judged when a form is read. */

import type { ColumnDefinition, FieldDefinition, FormDefinition } from '../definition/form-definition.js'
import { formsOfCategories } from '../definition/form-tables.js'
import { fail, type Outcome, succeed } from '../domain/diagnostic.js'
import { formatFiscalYear } from '../domain/fiscal-year.js'
import { say } from '../domain/messages/say.js'
import type { Category, Plan } from '../domain/plan.js'
import { compileText, type TextValues } from './compile-text.js'
import { countItems } from './count-items.js'
import type { PageText, PageTextPart } from './form.js'

export type { TextValues }

/** Stand in for the page fields while a text is filled in; noncharacters, which no plan can hold. */
const PAGE = '\ufdd0'
const PAGES = '\ufdd1'

/** The title where no line can end: its lines put together without a blank. */
export function titleInOneLine({ title }: Pick<Plan, 'title'>): string {
  return title.replaceAll('\n', '')
}

/** What every text can name: the plan's own values, and how many items its cells hold. */
export function planValues(
  plan: Plan,
  definition: Pick<FormDefinition, 'columns' | 'tables'> = { columns: [] },
): TextValues {
  const { handout } = plan
  return {
    計画: titleInOneLine(plan),
    年度: formatFiscalYear(plan.year, 'era'),
    区域: plan.area ?? '',
    期間: plan.period ?? '',
    資料: {
      番号: handout.number ?? '',
      会議: handout.meeting ?? '',
      日付: handout.date ?? '',
      作成: handout.author ?? '',
    },
    件数: countItems(formsOfCategories(plan, definition)),
  }
}

/** What the text of a category can name. */
export function categoryValues(
  values: TextValues,
  category: Category,
  definition: Pick<FormDefinition, 'columns'>,
): TextValues {
  return { ...values, 番号: category.number, 名称: category.name, 件数: countItems([[category, definition]]) }
}

/** A text cannot be filled in: a form or style that nobody judged, or a helper that cannot do with its value what it is for. */
class UnfillableText extends Error {
  constructor(
    readonly text: string,
    readonly reason: string,
  ) {
    super(reason)
  }
}

/**
 * What `make` makes while it fills in texts of `name`, the form or style that they stand in; `file` is where. The one
 * place where a text that cannot be filled in becomes a value.
 */
export function filling<T>({ name, file }: TextsOrigin, make: () => T): Outcome<T> {
  try {
    return succeed(make())
  } catch (error) {
    if (!(error instanceof UnfillableText)) throw error
    const { text, reason } = error
    return fail(say('unfillable-text', { name, text, reason }, file === undefined ? undefined : { kind: 'file', file }))
  }
}

/** Where texts stand, for messages: the Japanese name of the form or style, and its file. */
export interface TextsOrigin {
  readonly name: string
  readonly file?: string | undefined
}

/** Fills in a text. Throws UnfillableText, which `filling` catches. */
export function fillText(text: string, values: TextValues): string {
  if (!text.includes('{{')) return text
  try {
    return compile(text)(values)
  } catch (error) {
    throw new UnfillableText(text, error instanceof Error ? error.message.split('\n')[0]! : '')
  }
}

/** Fills in a header's or footer's text; ページ番号 and 総ページ数 stay fields. */
export function fillPageText(text: string, values: TextValues): PageText {
  const filled = fillText(text, { ...values, ページ番号: PAGE, 総ページ数: PAGES })
  return filled
    .split(/([\ufdd0\ufdd1])/)
    .filter((part) => part !== '')
    .map((part): PageTextPart => {
      if (part === PAGE) return { tag: 'page' }
      return part === PAGES ? { tag: 'pages' } : { tag: 'text', text: part }
    })
}

/** The column with its headings filled in; what the plan itself prints over it stands as it was typed. */
export function fillColumn(column: ColumnDefinition, values: TextValues, own: Plan['headings'] = {}): ColumnDefinition {
  const { upperHeadings, fields } = column
  const [{ key, ofYear }] = fields as [FieldDefinition]
  const uppers = upperHeadings.map((upper) => fillText(upper, values))
  // Over columns of years the plan words what stands over all of them.
  const overYears = ofYear && own[ofYear.field]
  return {
    ...column,
    heading: own[key] ?? fillHeading(column, values),
    upperHeadings: overYears === undefined ? uppers : [...uppers.slice(0, -1), overYears],
    fields: fields.map((field) =>
      field.label === undefined ? field : { ...field, label: fillText(field.label, values) },
    ),
  }
}

/** What is printed over a column; over one of years, with its year. */
export function fillHeading({ heading, fields }: ColumnDefinition, values: TextValues): string {
  const year = fields[0]?.ofYear?.year
  return fillText(heading, year === undefined ? values : { ...values, 年: formatFiscalYear(year, 'era') })
}

const compiled = new Map<string, ReturnType<typeof compileText>>()

function compile(text: string): ReturnType<typeof compileText> {
  const known = compiled.get(text) ?? compileText(text)
  compiled.set(text, known)
  return known
}
