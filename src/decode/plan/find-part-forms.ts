/** Which table of the form each entry of 表 is written for, known before the file is judged: it tells what its rows may hold. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { formOfTable } from '../../definition/form-tables.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import { nearestKey } from '../shape/nearest-key.js'
import type { Tree } from '../tree.js'

interface PartForms {
  /** One for each entry of 表; undefined for a text, and for a table that the form does not have, which `slips` tell. */
  readonly forms: readonly (FormDefinition | undefined)[]
  readonly slips: readonly Diagnostic[]
}

export function findPartForms(
  { file, tree }: { readonly file: string; readonly tree: Tree },
  form: FormDefinition,
): PartForms {
  const list = tree.tag === 'map' ? new Fields(tree).value('表') : undefined
  const known = (form.tables ?? []).map(({ name }) => name)
  const slips: Diagnostic[] = []
  let order = 0
  const forms = (list?.tag === 'list' ? list.items : []).map((item) => {
    const entry = item.tag === 'map' ? new Fields(item) : undefined
    if (entry === undefined || entry.has('本文')) return undefined
    const named = entry.value('様式の表')
    const name = named?.tag === 'text' ? named.text : undefined
    const own = formOfTable(form, name, order++)
    if (own !== undefined) return own
    const place = { kind: 'text', file, ...(named ?? item).at, ...(name && { length: name.length }) } as const
    slips.push(
      name === undefined
        ? say('too-many-tables', { form: form.name, order, known }, place)
        : say('unknown-table', { name, form: form.name, nearest: nearestKey(name, known), known }, place),
    )
    return undefined
  })
  return { forms, slips }
}
