/** After so many days without a sign of life, somebody asks whether a network still is one. */
export const silentAfterDays = 180

/**
 * For how many days a body has shown no sign of life.
 * @param since its last activity, or its first day when there has been none; `YYYY-MM-DD`
 */
export function daysSilent(since: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000)
}

/** Has it been silent for too long? */
export function isSilent(since: string, day: string): boolean {
  return daysSilent(since, day) > silentAfterDays
}
