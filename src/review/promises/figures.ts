/** Figures of a promise and of what was done, unit by unit: ten times promised, two times held. */

const FIGURE =
  /([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%|人|名|回|件|か所|カ所|ヶ所|箇所|施設|団体|世帯|地区|市町村|校|園|台|床|店|社|組|部|冊|時間|日|千円|万円|円)/g

export interface Shortfall {
  readonly promised: string
  readonly found: string
}

/** The first unit that both texts say one figure of, and of which the second says less. */
export function figuresFallShort(promise: string, found: string): Shortfall | undefined {
  const [before, after] = [readFigures(promise), readFigures(found)]
  for (const [unit, { value, text }] of before) {
    const done = after.get(unit)
    if (done && done.value < value) return { promised: text, found: done.text }
  }
  return undefined
}

/** By unit; a unit that is said twice tells nothing. */
function readFigures(text: string): ReadonlyMap<string, { readonly value: number; readonly text: string }> {
  const figures = new Map<string, { readonly value: number; readonly text: string }>()
  const twice = new Set<string>()
  for (const [whole, figure, unit] of text.normalize('NFKC').matchAll(FIGURE)) {
    if (figures.has(unit!)) twice.add(unit!)
    figures.set(unit!, { value: Number(figure!.replaceAll(',', '')), text: whole })
  }
  for (const unit of twice) figures.delete(unit)
  return figures
}
