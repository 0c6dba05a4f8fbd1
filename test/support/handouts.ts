/** Handouts as the command line makes them. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { decodeHandoutStyle } from '../../src/decode/styles/handout-file.js'
import type { HandoutStyle } from '../../src/definition/handout-style.js'
import type { Form, TextBlock } from '../../src/form/form.js'
import type { HandoutRequest } from '../../src/form/handout/request.js'
import type { Editions } from './arbitrary-editions.js'
import { bundledForm, expectValue, ROOT } from './forms.js'
import { comparePlans, linesOf } from './reports.js'
import { toHandout } from './stages.js'

const OFFICIAL = bundledForm('official')

export function handoutStyle(id = 'standard'): HandoutStyle {
  const file = `templates/handout/${id}.yaml`
  return expectValue(decodeHandoutStyle(file, readFileSync(new URL(file, ROOT)), id))
}

const STYLE = handoutStyle()

/** A plan on the official form, unless the changes say otherwise. */
export function handoutOf(request: Partial<HandoutRequest> & Pick<HandoutRequest, 'plan'>): Form {
  return toHandout({ definition: OFFICIAL, style: STYLE, context: {}, part: {}, cover: 'none', ...request })
}

/** What changed between two editions in the columns of the official form. */
export function changesOf({ old, new: plan }: Editions, request: Partial<HandoutRequest> = {}): Form {
  return handoutOf({ plan, since: { plan: old, comparison: comparePlans(old, plan) }, ...request })
}

/** The texts of blocks, lines of one block joined by ／. */
export function blockTexts(blocks: readonly TextBlock[] = []): readonly string[] {
  return blocks.map(({ paragraphs }) => linesOf(paragraphs).replaceAll('\n', '／'))
}

/** Some of the first `count` indexes, at least one. */
export function someOf(count: number): fc.Arbitrary<number[]> {
  return fc.subarray(
    Array.from({ length: count }, (_, index) => index),
    { minLength: 1 },
  )
}
