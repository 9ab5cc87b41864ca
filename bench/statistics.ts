/** The middle one of the values; of an even number of them, halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = inOrder(values)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2
}

/**
 * The least of the values that at least `percent` of them do not exceed (nearest rank): a value that was measured,
 * never one between two.
 * @param percent above 0, at most 100
 */
export function percentile(values: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`There is no ${percent}th percentile.`)
  const sorted = inOrder(values)
  // A whole number before it is divided: 0.95 · 60 is a little more than 57 as a double.
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1]!
}

function inOrder(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('Nothing was measured.')
  return values.toSorted((a, b) => a - b)
}
