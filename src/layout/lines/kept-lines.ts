/** Broken lines kept from one layout to the next: while somebody writes, nearly every cell says what it said before. */

import type { Form, FormCell } from '../../form/form.js'
import type { BrokenCells } from './broken-cells.js'

/** What was broken by other rules or other faces is forgotten. */
export class KeptLines {
  private lines = new Map<string, NonNullable<ReturnType<BrokenCells['get']>>>()
  private rules = ''
  private faces: readonly unknown[] = []

  /** The cells of a form that need not be broken again; `faces` are those of the fonts that measure it. */
  recall(form: Form, faces: readonly unknown[]): BrokenCells {
    const rules = JSON.stringify([form.lines, form.type.leading, form.table.padding])
    const isSame = rules === this.rules && faces.length === this.faces.length
    if (!isSame || faces.some((face, index) => face !== this.faces[index])) this.lines = new Map()
    this.rules = rules
    this.faces = faces
    const broken: BrokenCells = new Map()
    for (const cell of cellsOf(form)) {
      const known = this.lines.get(contentOf(cell))
      if (known !== undefined) broken.set(cell, known)
    }
    return broken
  }

  /** Keeps what has been broken, and nothing else. */
  keep(broken: BrokenCells): void {
    this.lines = new Map([...broken].map(([cell, lines]) => [contentOf(cell), lines]))
  }
}

const contents = new WeakMap<FormCell, string>()

/** All that lines depend on beside the width. */
function contentOf(cell: FormCell): string {
  const known = contents.get(cell)
  if (known !== undefined) return known
  const { paragraphs, size, direction } = cell
  const content = JSON.stringify([paragraphs, size, direction])
  contents.set(cell, content)
  return content
}

function cellsOf({ sections }: Form): readonly FormCell[] {
  return sections.flatMap((section) =>
    section.tag === 'table'
      ? [...section.head, ...section.body].flatMap(({ slots }) => slots.filter((slot) => slot.tag === 'cell'))
      : [],
  )
}
