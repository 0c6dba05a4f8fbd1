/** The order of things that three states of a list have, by their names. */

import { mergeRuns } from './merge-runs.js'

export interface ListStates {
  readonly base: readonly string[]
  readonly plan: readonly string[]
  readonly document: readonly string[]
}

/**
 * All names in order: the plan's, with what came in with the document behind what it stands behind there. An
 * order that the document alone changed is the document's. `textOf` tells in which order things go that came into one place.
 */
export function mergeOrder({ base, plan, document }: ListStates, textOf: (name: string) => string): readonly string[] {
  const known = new Set(base)
  const reordered = takeOrder(plan, base, document)
  const order: string[] = []
  const came = new Map<string, string[]>()
  const here = new Set(reordered)
  let above = ''
  for (const name of document) {
    if (here.has(name)) above = name
    else came.set(above, [...(came.get(above) ?? []), name])
  }
  // What the plan itself put in behind a row of the base stands in one run with what comes in there.
  let owner = ''
  let run: string[] = []
  const close = () => {
    const others = (came.get(owner) ?? []).filter((name) => !run.includes(name))
    order.push(...mergeRuns(run, others, textOf))
    run = []
  }
  for (const name of reordered) {
    if (!known.has(name) && !came.has(name)) {
      run.push(name)
      continue
    }
    close()
    order.push(name)
    owner = name
  }
  close()
  return order
}

/** What all three have, in the document's order where the plan has it in the base's. */
function takeOrder(plan: readonly string[], base: readonly string[], document: readonly string[]): readonly string[] {
  const common = new Set(plan.filter((name) => base.includes(name) && document.includes(name)))
  const [old, own, now] = [base, plan, document].map((names) => names.filter((name) => common.has(name)))
  if (old!.join('\n') !== own!.join('\n') || own!.join('\n') === now!.join('\n')) return plan
  let at = 0
  return plan.map((name) => (common.has(name) ? now![at++]! : name))
}
