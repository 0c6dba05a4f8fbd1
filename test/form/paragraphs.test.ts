/** What a line of a cell opens with, and what is a value of its own. */

import { expect, test } from 'vitest'
import { toParagraphs } from '../../src/form/paragraphs.js'

test.each([
  ['○研修会の開催', 1],
  ['　・　点の下', 3],
  ['○[最上総合支庁]', 1],
  ['○', 0],
  ['△', 0],
  [' □ ', 0],
  ['△12.5', 0],
  ['−', 0],
  ['***', 0],
  ['(1)', 0],
  ['007', 0],
])('「%s」の字下げは %i 文字分', (text, marker) => {
  expect(toParagraphs(text).map((paragraph) => paragraph.marker)).toEqual([marker])
  expect(toParagraphs(text).map((paragraph) => paragraph.runs.map((run) => run.text).join(''))).toEqual([text])
})
