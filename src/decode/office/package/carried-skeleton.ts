/** The part of a document of ours that says which plan it was made from, wherever a program put it. */

import { sealOf } from '../../../packing/seal.js'
import type { OfficePackage } from './office-package.js'
import { textOf } from './xml-elements.js'

export interface CarriedSkeleton {
  /** JSON. */
  readonly text: string
  /** Whether the document is as it was made, or was saved since by another program. */
  readonly isSealed: boolean
}

/** ECMA-376 part 1, 15.2.5: programs number the items anew. */
const ITEM = /^customxml\/item\d*\.xml$/i

export function readSkeleton(office: OfficePackage): CarriedSkeleton | undefined {
  for (const { name } of office.entryList.filter((entry) => ITEM.test(entry.name))) {
    let found: CarriedSkeleton | undefined
    office.each(name, ['k:skeleton'], (element) => {
      const seal = sealOf(office.entryList.filter((entry) => entry.name !== name))
      found = { text: textOf(element), isSealed: element.attributes.seal === seal }
    })
    if (found !== undefined) return found
  }
  return undefined
}
