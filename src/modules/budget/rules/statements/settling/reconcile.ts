import type { Equation } from './intervals.ts'

/**
 * How far a figure may move down (≤ 0) and up (≥ 0) from where it is wanted; null without limit. `ease` says how
 * readily: 1 as readily as its room tells, 0 not at all.
 */
export type Room = { down: number | null; up: number | null; ease: number }

/** A sum, and what it misses by when every figure is where it is wanted. */
export type Gap = Equation & { gap: number }

const MOST_ROUNDS = 400
const MOST_STEPS = 400

/** For so many rounds a figure at its edge is held there; then all are let go again. */
const ROUNDS_HELD = 8

/** A whole number of the smallest unit is what the caller chooses among: a tenth of it is exact enough. */
const ENOUGH = 0.1

/**
 * Spreads what rounding has left over in the sums on the figures that take part, each in proportion to how far its
 * print leaves it room: the least-squares reconciliation of national accounts (Stone, Champernowne and Meade 1942),
 * kept within the limits by projecting in turn on the sums and on the limits. Works in ordinary numbers, because the
 * answer is only where to look: the caller makes it exact.
 * @returns how far each variable moves from where it is wanted
 */
export function reconcile(rooms: readonly Room[], gaps: readonly Gap[]): Float64Array {
  const ease = Float64Array.from(rooms, (room) =>
    room.down === null || room.up === null ? 0 : room.ease * ((room.up - room.down) / 2) ** 2,
  )
  const moved = new Float64Array(rooms.length)
  // A figure without limit takes whatever its sum leaves: such a sum asks nothing of the others.
  const binding = gaps.filter((gap) =>
    gap.of.every((variable) => rooms[variable]?.down !== null && rooms[variable]?.up !== null),
  )
  const sums = new Sums(binding, rooms.length)
  const free = Float64Array.from(ease)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const missing = sums.of(moved)
    let most = 0
    for (const [at, { gap }] of binding.entries()) {
      missing[at] = -(missing[at] ?? 0) - gap
      most = Math.max(most, Math.abs(missing[at] ?? 0))
    }
    if (most < ENOUGH) break
    if (round % ROUNDS_HELD === 0) free.set(ease)
    move(rooms, free, moved, sums.spread(sums.shares(free, missing)))
  }
  return moved
}

/** Moves every figure by its share, and back to the edge of its room, to be held there, where that was too far. */
function move(rooms: readonly Room[], free: Float64Array, moved: Float64Array, pull: Float64Array): void {
  for (const [variable, { down, up }] of rooms.entries()) {
    const weight = free[variable] ?? 0
    if (weight === 0 || down === null || up === null) continue
    const step = (moved[variable] ?? 0) + weight * (pull[variable] ?? 0)
    // Not quite to the edge, so that whole numbers still fit; but what is wanted at the edge may stay there.
    const slack = (up - down) / 100
    const kept = Math.min(Math.max(step, Math.min(0, down + slack)), Math.max(0, up - slack))
    moved[variable] = kept
    if (kept !== step) free[variable] = 0
  }
}

/** The sums as a sparse matrix. */
class Sums {
  private readonly starts: Int32Array
  private readonly variables: Int32Array
  private readonly signs: Float64Array
  private readonly width: number

  constructor(equations: readonly Equation[], width: number) {
    this.width = width
    this.starts = new Int32Array(equations.length + 1)
    for (const [at, equation] of equations.entries())
      this.starts[at + 1] = (this.starts[at] ?? 0) + equation.of.length
    this.variables = Int32Array.from(equations.flatMap((equation) => equation.of))
    this.signs = Float64Array.from(
      equations.flatMap((equation) => equation.minus.map((minus) => (minus ? -1 : 1))),
    )
  }

  /** Each sum of the given figures. */
  of(figures: Float64Array): Float64Array {
    const { starts, variables, signs } = this
    const sums = new Float64Array(starts.length - 1)
    for (let at = 0; at < sums.length; at++) {
      let sum = 0
      for (let index = starts[at] ?? 0; index < (starts[at + 1] ?? 0); index++) {
        sum += (signs[index] ?? 0) * (figures[variables[index] ?? 0] ?? 0)
      }
      sums[at] = sum
    }
    return sums
  }

  /** What a share of each sum pulls each figure by. */
  spread(shares: Float64Array): Float64Array {
    const { starts, variables, signs } = this
    const pull = new Float64Array(this.width)
    for (let at = 0; at < shares.length; at++) {
      const share = shares[at] ?? 0
      for (let index = starts[at] ?? 0; index < (starts[at + 1] ?? 0); index++) {
        const variable = variables[index] ?? 0
        pull[variable] = (pull[variable] ?? 0) + (signs[index] ?? 0) * share
      }
    }
    return pull
  }

  /** The shares with which the free figures make good what is missing: conjugate gradients on A V Aᵀ λ = missing. */
  shares(free: Float64Array, missing: Float64Array): Float64Array {
    const shares = new Float64Array(missing.length)
    const residual = Float64Array.from(missing)
    const direction = Float64Array.from(missing)
    let size = dot(residual, residual)
    const enough = size * 1e-10 + ENOUGH ** 4
    for (let step = 0; step < MOST_STEPS && size > enough; step++) {
      const pull = this.spread(direction)
      for (let variable = 0; variable < pull.length; variable++)
        pull[variable] = (pull[variable] ?? 0) * (free[variable] ?? 0)
      const image = this.of(pull)
      const along = dot(direction, image)
      if (!(along > 0)) break
      const length = size / along
      for (let at = 0; at < shares.length; at++) {
        shares[at] = (shares[at] ?? 0) + length * (direction[at] ?? 0)
        residual[at] = (residual[at] ?? 0) - length * (image[at] ?? 0)
      }
      const next = dot(residual, residual)
      for (let at = 0; at < shares.length; at++)
        direction[at] = (residual[at] ?? 0) + (next / size) * (direction[at] ?? 0)
      size = next
    }
    return shares
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
