/** How long a day is, in milliseconds: days are counted in UTC, where none is shorter or longer. */
export const dayLength = 86_400_000

/** The day so many days after another; before it with a negative number. Both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return daysAfter(day, 1)
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return daysAfter(day, -1)
}

/** How many days there are from one day to another; negative when the other was before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/** Every day from one to another, both included; none when the other was before. */
export function everyDay(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => daysAfter(first, at))
}

/** The later of two days. */
export function laterDay(one: string, other: string): string {
  return one > other ? one : other
}
