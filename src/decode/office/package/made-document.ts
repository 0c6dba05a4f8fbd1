/** Whether a document is as this program made it: by its seal, or, where it carries no skeleton, by how it is packed. */

import { readSkeleton } from './carried-skeleton.js'
import { OfficePackage } from './office-package.js'
import { isOfficeBytes } from './recognise.js'
import { Refusal } from './refusal.js'

export interface MadeDocument {
  /** As it was made. */
  readonly isAsMade: boolean
  /** How many rows of a plan it was made with; undefined where it does not say so. */
  readonly rows: number | undefined
}

/** What every entry of ours says: names in UTF-8, the first moment that a zip can name (see `package-zip`). */
const OUR_FLAGS = 0x0800
const OUR_MOMENT = 0x00210000

/** Undefined for what is no Word or Excel document. */
export function readMade(bytes: Uint8Array): MadeDocument | undefined {
  if (!isOfficeBytes(bytes)) return undefined
  try {
    const office = new OfficePackage(bytes)
    const skeleton = readSkeleton(office)
    if (skeleton !== undefined) return { isAsMade: skeleton.isSealed, rows: countRows(skeleton.text) }
    const isOurs = office.entryList.every(({ flags, moment }) => flags === OUR_FLAGS && moment === OUR_MOMENT)
    return { isAsMade: isOurs, rows: undefined }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function countRows(json: string): number | undefined {
  try {
    const { rows } = JSON.parse(json) as { readonly rows?: unknown }
    return Array.isArray(rows) ? rows.length : undefined
  } catch {
    return undefined
  }
}
