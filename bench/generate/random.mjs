/** Chance that can be repeated: the same seed, the same draws (mulberry32). */

export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0
  }

  /** 0 up to but without 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, both possible. */
  integer(least, most) {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(share) {
    return this.next() < share
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return list[this.integer(0, list.length - 1)]
  }

  /** Another one than `than`. */
  pickOther(list, than) {
    return this.pick(list.filter((each) => each !== than))
  }

  /** @template T @param {readonly T[]} list @returns {T[]} */
  shuffle(list) {
    const shuffled = [...list]
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.integer(0, at)
      ;[shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]]
    }
    return shuffled
  }
}
