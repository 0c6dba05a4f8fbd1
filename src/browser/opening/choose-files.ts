/** Where files come in: two inputs, dropping anywhere on the page, pasting a table. */

import { byId } from '../dom/element.js'
import type { Purpose } from './opener.js'

interface Takers {
  readonly files: (files: readonly File[], purpose: Purpose) => void
  readonly html: (html: string) => void
}

const INPUTS = { open: 'plan-file', compare: 'other-file' } as const

/** Asks for a file with the browser's own window for that. */
export function chooseFile(purpose: Purpose): void {
  byId<HTMLInputElement>(INPUTS[purpose]).click()
}

export function watchFiles({ files, html }: Takers): void {
  for (const purpose of ['open', 'compare'] as const) {
    const input = byId<HTMLInputElement>(INPUTS[purpose])
    input.addEventListener('change', () => {
      const chosen = [...(input.files ?? [])]
      input.value = ''
      files(chosen, purpose)
    })
  }
  const root = document.documentElement
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    root.classList.add('dropping')
  })
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) root.classList.remove('dropping')
  })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    root.classList.remove('dropping')
    files([...(event.dataTransfer?.files ?? [])], 'open')
  })
  document.addEventListener('paste', (event) => {
    // Into a box goes what is pasted as a text.
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return
    const pasted = event.clipboardData?.getData('text/html') ?? ''
    if (!/<table/i.test(pasted)) return
    event.preventDefault()
    html(pasted)
  })
}
