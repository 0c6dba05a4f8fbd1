/** Plans of one name: their documents would overwrite each other. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { groupBy } from '../../domain/group-by.js'
import { say } from '../../domain/messages/say.js'
import { stemOf } from '../documents/document-names.js'

/** An error for each name that several plan files have. Windows and macOS take upper and lower case for the same. */
export function findClashes(files: readonly string[]): readonly Diagnostic[] {
  const byName = groupBy(files, (file) => stemOf(file).normalize('NFC').toLowerCase())
  return [...byName.values()].filter((same) => same.length > 1).map((same) => say('same-name', { files: same }))
}
