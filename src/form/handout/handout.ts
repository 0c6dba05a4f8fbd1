/** 会議資料: the table of a plan, or a part of it, as a paper for a meeting. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { resizeForm } from '../../definition/text-size.js'
import { expandYears } from '../../definition/year-columns.js'
import { fail, type Outcome } from '../../domain/diagnostic.js'
import { say, withSeverity } from '../../domain/messages/say.js'
import { filling, fillPageText, fillText, planValues, type TextValues } from '../fill-texts.js'
import type { Form, PageText } from '../form.js'
import { coverSection, frontBlocks, type HandoutContent, stampBlock } from './blocks.js'
import { isChosen, listCategories, nameCategories, nameColumns } from './part.js'
import type { HandoutRequest } from './request.js'
import { changedRows, wholeRows } from './rows.js'

/** Prints the paper. */
export function toHandout(request: HandoutRequest): Outcome<Form> {
  const { style, plan, since } = request
  if (since !== undefined && [plan, since.plan].some(({ parts }) => parts)) return fail(say('no-redline-of-tables', {}))
  if (since !== undefined && request.definition.record)
    return fail(withSeverity(say('no-redline-of-records', {}), 'error'))
  const definition = enlarge(expandYears(request.definition, plan), style.leastSize)
  return filling({ name: `${definition.name}・${style.name}` }, () => fillHandout({ ...request, definition }))
}

/** The table in type that a meeting can read, whatever its own document is set in. */
function enlarge(definition: FormDefinition, least = 0): FormDefinition {
  return definition.type.size < least ? resizeForm(definition, least) : definition
}

function fillHandout(request: HandoutRequest): Form {
  const { plan, style, definition, agenda, stamp, cover } = request
  const values = { ...planValues(plan, definition), 議題: agenda ?? '', 案: stamp ?? '' }
  const { form, notes } = request.since === undefined ? wholeRows(request) : changedRows(request, request.since, values)
  const content: HandoutContent = {
    style,
    values,
    handout: plan.handout,
    agenda,
    stamp,
    title: form.title,
    titleSize: form.type.titleSize,
    notes: [...excerptNote(request, values), ...notes],
  }
  const stamped = stampBlock(content)
  return {
    ...form,
    reading: 'meeting',
    title: [],
    ...(stamped && { stamp: stamped }),
    sections: [
      ...(cover === 'cover' ? [coverSection(content)] : []),
      { tag: 'texts', role: 'front', blocks: frontBlocks(content, cover === 'cover') },
      ...form.sections,
    ],
    footer: [
      ...numberOnEveryPage(request, values),
      ...pageNumber(form.footer, fillPageText(style.texts.footer, values)),
    ],
  }
}

/** 資料３ before the page number: pages that are handed out or copied one by one still say whose they are. */
function numberOnEveryPage({ plan, style }: HandoutRequest, values: TextValues): PageText {
  if (plan.handout.number === undefined) return []
  const text = fillText(style.texts.number, values).replaceAll('\n', '')
  return text === '' ? [] : [{ tag: 'text', text: `${text}　` }]
}

/** That the paper is an excerpt, and what of; nothing where all of the table stands. */
function excerptNote({ plan, definition, style, part, since }: HandoutRequest, values: TextValues): readonly string[] {
  const listed = listCategories(plan, since?.comparison)
  const categories = listed.filter((_, index) => isChosen(part, index))
  const names = nameColumns(definition, {})
  const columns = nameColumns(definition, part)
  if (categories.length === listed.length && columns.length === names.length) return []
  return [
    fillText(style.texts.excerpt, {
      ...values,
      区分: categories.length === listed.length ? '' : nameCategories(categories),
      区分数: plan.categories.length,
      欄: columns.length === names.length ? '' : columns.join('、'),
      欄数: names.length,
    }),
  ]
}

/** The form's own footer, if it says page and pages; else the page number stands beside what it says. */
function pageNumber(footer: PageText, number: PageText): PageText {
  const has = (tag: 'page' | 'pages') => footer.some((part) => part.tag === tag)
  if (footer.length === 0) return number
  return has('page') && has('pages') ? footer : [...footer, { tag: 'text', text: '　' }, ...number]
}
