const dayLength = 86_400_000

/** A day some days later; earlier with a negative number. Both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
}

/** How many days there are from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/** The later of two days. */
export function laterDay(one: string, other: string): string {
  return one > other ? one : other
}
