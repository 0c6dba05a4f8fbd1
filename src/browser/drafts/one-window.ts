/** Notices where a plan is open in two windows: what one writes the other does not know. */

let release: (() => void) | undefined

/** Holds a plan as long as this window has it open; `taken` is called where another window has it already. */
export async function holdPlan(key: string, taken: () => void): Promise<void> {
  release?.()
  release = undefined
  // Where a browser has no locks nobody can tell.
  if (navigator.locks === undefined) return
  await navigator.locks.request(`keikaku ${key}`, { ifAvailable: true }, (lock) => {
    if (lock === null) {
      taken()
      return undefined
    }
    return new Promise<void>((resolve) => {
      release = resolve
    })
  })
}
