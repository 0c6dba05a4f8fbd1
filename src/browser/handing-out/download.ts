/** A file that the browser writes into its folder for downloads: all that offices allow. */

import { element } from '../dom/element.js'

export function download(name: string, bytes: Uint8Array | string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart]))
  const link = element('a', { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
