import { median, percentile } from './statistics.ts'

export type MeasuredUnit = 'ms' | 'kB' | 'MB' | 'requests/s' | 'count'

/** What must hold: `below` the limit, `atMost` or `atLeast` it. Without a target a figure is shown for comparison only. */
export type Target = { is: keyof typeof comparisons; limit: number; of: 'median' | 'p95' }

const comparisons = {
  below: (value: number, limit: number) => value < limit,
  atMost: (value: number, limit: number) => value <= limit,
  atLeast: (value: number, limit: number) => value >= limit,
}

/** One figure of a measure, as it is shown and saved. */
export type Measurement = {
  what: string
  unit: MeasuredUnit
  /** The median of the samples, or the only one. */
  median: number
  /** Null where there is only one sample. */
  p95: number | null
  samples: number
  target: Target | null
  /** Null where there is no target. */
  holds: boolean | null
}

/** One figure of one or more samples (all in `unit`), held against its target. */
export function measured(
  what: string,
  unit: MeasuredUnit,
  samples: readonly number[],
  target: Target | null = null,
): Measurement {
  const found = {
    median: median(samples),
    p95: samples.length > 1 ? percentile(samples, 95) : null,
  }
  const held = target?.of === 'p95' ? (found.p95 ?? found.median) : found.median
  return {
    what,
    unit,
    ...found,
    samples: samples.length,
    target,
    holds: target && comparisons[target.is](held, target.limit),
  }
}

/** A median (or only value) that must stay below the limit. */
export function below(limit: number, of: Target['of'] = 'median'): Target {
  return { is: 'below', limit, of }
}

/** A median (or only value) that must reach the limit. */
export function atLeast(limit: number): Target {
  return { is: 'atLeast', limit, of: 'median' }
}

/** A value that may not exceed the limit. */
export function atMost(limit: number): Target {
  return { is: 'atMost', limit, of: 'median' }
}
