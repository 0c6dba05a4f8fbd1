/** Plans of one name: their documents would overwrite each other. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { groupBy } from '../../domain/group-by.js'
import { stemOf } from '../documents/document-names.js'

/** An error for each name that several plan files have. Windows and macOS take upper and lower case for the same. */
export function findClashes(files: readonly string[]): readonly Diagnostic[] {
  const byName = groupBy(files, (file) => stemOf(file).normalize('NFC').toLowerCase())
  return [...byName.values()].filter((same) => same.length > 1).map(clash)
}

function clash(files: readonly string[]): Diagnostic {
  const named = files.map((file) => `「${file}」`).join('と')
  return {
    severity: 'error',
    code: 'same-name',
    message: `${named}の文書は同じ名前になり、互いに上書きするので、どれも作りません。`,
    hint: '計画ファイルの名前を変えるか、--out を分けて別々に実行してください。',
  }
}
