/**
 * Whole-number intervals under exact sums: which values can figures have when all the sums between them are to hold?
 * Used to find the exact figures behind printed, rounded ones. Pure integers (of the smallest unit), so that nothing
 * is lost.
 */
export type Equation = {
  /** The variables whose signed sum is 0. */
  of: readonly number[]
  minus: readonly boolean[]
}

/** So many visits of an equation in one go, and narrowing is given up as never ending. */
const MOST_VISITS = 400

type Undo = { variable: number; low: bigint | null; high: bigint | null }

/** The intervals of all variables; null is without limit. Limits can be tried: those that cannot hold leave no trace. */
export class Intervals {
  readonly low: (bigint | null)[]
  readonly high: (bigint | null)[]
  private readonly equations: readonly Equation[]
  private readonly touching: number[][]
  private trail: Undo[] = []

  constructor(variables: number, equations: readonly Equation[]) {
    this.low = Array.from({ length: variables }, () => null)
    this.high = Array.from({ length: variables }, () => null)
    this.equations = equations
    this.touching = Array.from({ length: variables }, () => [])
    for (const [at, equation] of equations.entries())
      for (const variable of equation.of) this.touching[variable]?.push(at)
  }

  /** Limits the variable and draws the conclusions; false, and nothing changed, when it cannot be. */
  limit(variable: number, low: bigint | null, high: bigint | null): boolean {
    this.trail = []
    if (this.narrow(variable, low, high) && this.conclude(this.touching[variable] ?? [])) return true
    for (const undo of this.trail.toReversed()) {
      this.low[undo.variable] = undo.low
      this.high[undo.variable] = undo.high
    }
    return false
  }

  /** The value in the variable's interval that is nearest to the wanted one. */
  nearest(variable: number, wanted: bigint): bigint {
    const low = this.low[variable] ?? null
    const high = this.high[variable] ?? null
    if (low !== null && wanted < low) return low
    return high !== null && wanted > high ? high : wanted
  }

  isDecided(variable: number): boolean {
    const low = this.low[variable] ?? null
    return low !== null && low === this.high[variable]
  }

  private narrow(variable: number, low: bigint | null, high: bigint | null): boolean {
    const lowNow = this.low[variable] ?? null
    const highNow = this.high[variable] ?? null
    const lowNext = low === null || (lowNow !== null && lowNow > low) ? lowNow : low
    const highNext = high === null || (highNow !== null && highNow < high) ? highNow : high
    if (lowNext === lowNow && highNext === highNow) return true
    this.trail.push({ variable, low: lowNow, high: highNow })
    this.low[variable] = lowNext
    this.high[variable] = highNext
    return lowNext === null || highNext === null || lowNext <= highNext
  }

  private conclude(first: readonly number[]): boolean {
    const waiting = [...first]
    const queued = new Set(waiting)
    const visits = new Map<number, number>()
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      queued.delete(at)
      const visit = (visits.get(at) ?? 0) + 1
      if (visit > MOST_VISITS) return false
      visits.set(at, visit)
      const before = this.trail.length
      if (!this.weigh(this.equations[at])) return false
      for (const { variable } of this.trail.slice(before)) {
        for (const other of this.touching[variable] ?? []) {
          if (other === at || queued.has(other)) continue
          queued.add(other)
          waiting.push(other)
        }
      }
    }
    return true
  }

  /** Each variable of a sum can at most be what the others leave for it. */
  private weigh(equation: Equation | undefined): boolean {
    if (equation === undefined) return true
    let least = 0n
    let most = 0n
    let endlessBelow = 0
    let endlessAbove = 0
    for (const [index, variable] of equation.of.entries()) {
      const [low, high] = this.signed(variable, equation.minus[index] === true)
      if (low === null) endlessBelow++
      else least += low
      if (high === null) endlessAbove++
      else most += high
    }
    if (endlessBelow > 1 && endlessAbove > 1) return true
    for (const [index, variable] of equation.of.entries()) {
      const minus = equation.minus[index] === true
      const [low, high] = this.signed(variable, minus)
      const othersLeast = endlessBelow - (low === null ? 1 : 0) > 0 ? null : least - (low ?? 0n)
      const othersMost = endlessAbove - (high === null ? 1 : 0) > 0 ? null : most - (high ?? 0n)
      const ownLow = othersMost === null ? null : -othersMost
      const ownHigh = othersLeast === null ? null : -othersLeast
      const done = minus
        ? this.narrow(variable, negated(ownHigh), negated(ownLow))
        : this.narrow(variable, ownLow, ownHigh)
      if (!done) return false
    }
    return true
  }

  private signed(variable: number, minus: boolean): [bigint | null, bigint | null] {
    const low = this.low[variable] ?? null
    const high = this.high[variable] ?? null
    return minus ? [negated(high), negated(low)] : [low, high]
  }
}

function negated(value: bigint | null): bigint | null {
  return value === null ? null : -value
}
