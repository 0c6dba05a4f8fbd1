/** Files by the button and by dropping them anywhere on the page. */

import { byId } from '../dom/element.js'

type Take = (file: string, bytes: Uint8Array) => Promise<void>

export function watchFiles(take: Take): void {
  const input = byId<HTMLInputElement>('plan-file')
  byId('open').addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    void takeAll(input.files, take)
    input.value = ''
  })
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    void takeAll(event.dataTransfer?.files ?? null, take)
  })
}

async function takeAll(files: FileList | null, take: Take): Promise<void> {
  for (const file of files ?? []) await take(file.name, new Uint8Array(await file.arrayBuffer()))
}
