/** A figure of a long series on a day, as `YYYY-MM-DD`. What is not known is no point: a gap, and never 0. */
export type Point = { day: string; value: number }

/** How far back a figure was last as high. */
export type HighestSince =
  /** Higher than every one before it, since the series begins. */
  | { kind: 'ever'; begins: string }
  /** The latest day before it with as much or more. */
  | { kind: 'since'; day: string }

/**
 * How a figure stands against those before it: "highest since 1991" names the latest earlier day with as much or more, and
 * without one it is the highest since the series begins.
 * @param points in any order; the days are different
 * @param day the day whose figure it is
 * @returns null when there is no figure that day, none before it, or the one right before is as high already: then nothing is
 *   worth saying
 */
export function highestSince(points: readonly Point[], day: string): HighestSince | null {
  const own = points.find((point) => point.day === day)
  const before = points
    .filter((point) => point.day < day)
    .toSorted((one, other) => (one.day < other.day ? 1 : -1))
  if (!own || before.length === 0 || before[0]!.value >= own.value) return null
  const asHigh = before.find((point) => point.value >= own.value)
  return asHigh ? { kind: 'since', day: asHigh.day } : { kind: 'ever', begins: before.at(-1)!.day }
}

/**
 * The last days of the years or months from one day to another, and the other day itself as the latest figure there is.
 * @param from the first day that may be among them
 */
export function periodEnds(from: string, to: string, by: 'year' | 'month'): string[] {
  const ends: string[] = []
  let [year, month] = from.split('-').map(Number) as [number, number]
  if (by === 'year') month = 12
  for (;;) {
    // Day 0 of the next month is the last of this one.
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    if (end >= to) break
    ends.push(end)
    if (by === 'year') year++
    else if (month === 12) [year, month] = [year + 1, 1]
    else month++
  }
  return from <= to ? [...ends, to] : []
}

/** Whole per cent more or less than before, with one decimal; null from nothing. */
export function changeInPercent(before: number, now: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 1000) / 10
}
