/** Chance that comes out the same each time it begins with the same seed. */
export type SeededRandom = {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** True in this share of all cases, from 0 to 1. */
  chance(share: number): boolean
  pick<Value>(values: readonly Value[]): Value
  /** One of several, each as often as its weight says. */
  weighted<Value>(values: readonly (readonly [weight: number, value: Value])[]): Value
  /** One of many where the first are far more common than the last, as names are. */
  common<Value>(values: readonly Value[]): Value
}

/**
 * A small generator of 32 bits (mulberry32): quick, spread evenly, and the same on every machine. Not for secrets.
 * @param seed any whole number
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    pick: (values) => values[Math.floor(next() * values.length)]!,
    weighted(values) {
      const total = values.reduce((sum, [weight]) => sum + weight, 0)
      let left = next() * total
      for (const [weight, value] of values) {
        left -= weight
        if (left < 0) return value
      }
      return values.at(-1)![1]
    },
    common: (values) => values[Math.floor(next() ** 2 * values.length)]!,
  }
}
