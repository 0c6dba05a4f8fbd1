/** The stamp of every page, 案: between the header and the body, for which the top margin grows. */

import type { Form } from '../../form/form.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { PlacedBlock } from '../page.js'
import { bottomOf, fitBlocks, stackBlocks } from './blocks.js'
import { blockBox } from './page-boxes.js'

/** Of the page's height. */
const HIGHEST = 0.15

/** The form with room for its stamp; the form as it is, where it has none. */
export function placeStamp(
  form: Form,
  settings: LineSettings,
): { readonly form: Form; readonly stamp?: PlacedBlock | undefined } {
  const { stamp, paper, type } = form
  if (stamp === undefined) return { form }
  const { margins, height } = paper
  const box = blockBox(form)
  const placed = fitBlocks(box.top + height * HIGHEST, (scale) => stackBlocks([stamp], box, settings, scale))[0]!
  const top = bottomOf(placed) + type.size / 2
  return { form: { ...form, paper: { ...paper, margins: { ...margins, top } } }, stamp: placed }
}
