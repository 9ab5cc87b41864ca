import { Temporal } from 'temporal-polyfill'

/** Where the movement lives: a day begins at midnight there, whatever clock the server has. */
export const timeZone = 'Europe/Stockholm'

/** The day it is in Sweden at this moment, as `YYYY-MM-DD`. */
export function today(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** The moment a day begins in Sweden. `plusDays: 1` gives the moment it is over. */
export function startOfDay(day: string, plusDays = 0): Date {
  const midnight = Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime(timeZone)
  return new Date(midnight.epochMilliseconds)
}
