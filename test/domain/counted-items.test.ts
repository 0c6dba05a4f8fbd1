/** Which items of a cell count. */

import { expect, it } from 'vitest'
import { countedItems } from '../../src/domain/notation/counted-items.js'
import { listItems } from '../../src/domain/notation/item.js'

it.each([
  ['○相談会の開催（H30年度）', 1],
  ['○相談会の開催（H30年度）（再掲）', 0],
  ['○（再掲）相談会の開催', 0],
  ['１　相談\n２　研修\n３　広報', 3],
  ['ⅰ 相談\nⅱ 研修\nⅲ 広報', 3],
  ['☆相談\n★研修\n▶広報\n➢講演', 4],
  ['☑相談\n☐研修', 2],
  ['【新規】\n○研修\n【2023年度までに70％以上】\n○健診', 2],
  ['【新規】○研修\n【継続】健診', 2],
  ['○［１］相談\n○[参考]前年度の例\n○［目標］100回', 3],
  ['○[薬剤師会]\n・研修\n・広報', 2],
  ['○研修\n・一回目\n・二回目', 1],
  ['○研修\n※予算の範囲内で', 1],
  ['○研修\n○同上', 1],
  ['なし', 0],
  ['○特になし', 0],
  ['（該当なし）', 0],
  ['未定', 0],
  ['−', 0],
  ['***', 0],
  ['○', 0],
  ['○なしの栽培', 1],
  ['△ ３件', 1],
])('「%s」は %i 件', (cell, count) => {
  expect(countedItems(listItems(cell))).toHaveLength(count)
})
