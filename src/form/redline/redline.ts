/** 見え消し: the whole form of the new edition with every change since the old one in its place. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { formOfTable } from '../../definition/form-tables.js'
import { expandYears } from '../../definition/year-columns.js'
import type { Outcome } from '../../domain/diagnostic.js'
import type { Plan } from '../../domain/plan.js'
import type { Comparison } from '../../review/comparison.js'
import { addBands } from '../category-bands.js'
import { spanName } from '../edition-names.js'
import { filling, planValues } from '../fill-texts.js'
import type { Form, PageText, Section, TableSection } from '../form.js'
import { type FormContext, frameForm } from '../to-form.js'
import { type EditionPart, partEdition } from './both-parts.js'
import { type RedlineRow, redlineRows, rowsOfTables } from './both-rows.js'
import { redlineTable, type TablePair } from './both-tables.js'
import { partFigures } from './marked-text.js'
import { redlinePageText } from './page-texts.js'
import { redlineTexts } from './text-sections.js'
import { redlineTitle } from './title.js'

export interface RedlineContext extends FormContext {
  /**
   * tracked, for Word: accepting every change leaves the new edition's document, rejecting every change the old one's.
   * plain, for all formats: revisions are only seen, and what moved says where from and where to.
   */
  readonly revisions: 'tracked' | 'plain'
  /** The old edition's form; the new one's where it is left out. */
  readonly oldDefinition?: FormDefinition
  /** plain: the rows that are shown, of an excerpt; all where it is left out. */
  readonly shows?: (row: RedlineRow) => boolean
}

/** Prints both editions as one, each on its own form. `comparison` is that of these plans by these forms. */
export function toRedlineForm(
  old: Plan,
  now: Plan,
  comparison: Comparison,
  definition: FormDefinition,
  context: RedlineContext,
): Outcome<Form> {
  const origin = { name: definition.name, file: definition.paper.source?.file }
  const oldDefinition = expandYears(context.oldDefinition ?? definition, old)
  const own = { ...context, oldDefinition }
  return filling(origin, () => fillRedline(old, now, comparison, expandYears(definition, now), own))
}

/** The same within `filling`. */
export function fillRedline(
  old: Plan,
  now: Plan,
  comparison: Comparison,
  definition: FormDefinition,
  context: RedlineContext,
): Form {
  const { revisions, shows, oldDefinition = definition } = context
  const forms = {
    old: frameForm(old, oldDefinition, context, planValues(old, oldDefinition)),
    new: frameForm(now, definition, context, planValues(now, definition)),
  }
  const framed = {
    ...forms.new,
    revisions,
    title: redlineTitle(forms.old.title, forms.new.title),
    header: redlinePageText(forms.old.header, forms.new.header),
    footer: redlinePageText(forms.old.footer, forms.new.footer),
    sections: redlineSections({ old, new: now }, { old: oldDefinition, new: definition }, comparison, {
      revisions,
      ...(shows && { shows }),
    }),
  }
  if (revisions === 'tracked') return framed
  return {
    ...framed,
    title: framed.title.map(partFigures),
    header: [...framed.header, ...legend(old, now, comparison, framed.header)],
  }
}

type BothEditions<T> = Readonly<Record<'old' | 'new', T>>

/** Part by part, with the plan's own 前文 and 注 around them. */
function redlineSections(
  plans: BothEditions<Plan>,
  definitions: BothEditions<FormDefinition>,
  comparison: Comparison,
  how: Pick<RedlineContext, 'revisions' | 'shows'>,
): readonly Section[] {
  const old = partEdition(plans.old, definitions.old)
  const now = partEdition(plans.new, definitions.new)
  const rows = redlineRows(comparison, plans.old, plans.new)
  const isParted = [plans.old, plans.new].some((plan) => plan.parts !== undefined)
  const parts = comparison.parts.flatMap((own, part): readonly Section[] => {
    const pair: PartPair = {
      ...(own.old !== undefined && { old: old.parts[own.old]! }),
      ...(own.new !== undefined && { new: now.parts[own.new]! }),
    }
    const tables = tablesOf(pair, rows, definitions)
    const table =
      tables &&
      redlineTable(tables, {
        plans,
        comparison,
        ...how,
        addBands: (section, texts) => {
          const look = { ...definitions.new, categories: 'band' as const }
          return texts.some((text) => text && text.length > 0)
            ? addBands(section, look, { texts, revisions: how.revisions })
            : section
        },
      })
    const sections = redlineTexts(pair.old?.sections ?? [], pair.new?.sections ?? [])
    return sections.map((section) => ({
      ...(table && section.tag === 'table' ? table : section),
      ...(isParted && section.tag !== 'cover' && { part }),
    }))
  })
  return redlineTexts([...old.above, PARTS, ...old.below], [...now.above, PARTS, ...now.below]).flatMap((section) =>
    section === PARTS ? parts : [section],
  )
}

/** Stands for all parts among the texts around them. */
const PARTS: TableSection = { tag: 'table', kind: 'grid', columns: [], head: [], body: [] }

/** A part of either edition, or of both. */
interface PartPair {
  readonly old?: EditionPart
  readonly new?: EditionPart
}

function tablesOf(
  { old, new: now }: PartPair,
  rows: readonly RedlineRow[],
  definitions: BothEditions<FormDefinition>,
): TablePair | undefined {
  const [before, after] = [ownTable(old, definitions.old), ownTable(now, definitions.new)]
  if (!before && !after) return undefined
  const ranges = { ...(old?.rows && { old: old.rows }), ...(now?.rows && { new: now.rows }) }
  return { ...(before && { old: before }), ...(after && { new: after }), rows: rowsOfTables(rows, ranges) }
}

function ownTable(part: EditionPart | undefined, definition: FormDefinition): TablePair['old'] {
  const section = part?.sections.find((each) => each.tag === 'table')
  if (part?.filled.tag !== 'table' || section?.tag !== 'table') return undefined
  const { part: own, order, form } = part.filled
  const { categories } = formOfTable(definition, own.formTable, order) ?? definition
  return { section, definition: { columns: form.columns, categories }, continued: definition.pages.continued }
}

/** What the marks mean, and how many differences have none. */
function legend(old: Plan, now: Plan, { notes, same }: Comparison, header: PageText): PageText {
  const unmarked = notes.filter(({ code }) => code === 'notation-ignored').map(({ message }) => `　${message}`)
  const told = same ? '変更なし' : `追加は下線、削除は取消線、移動は二重の線${unmarked.join('')}`
  const caption = `見え消し（${spanName(old, now)}）　${told}`
  return [{ tag: 'text', text: `${header.length > 0 ? '　' : ''}${caption}` }]
}
