/** Whole years between a day of birth and another day, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return birthDate.slice(5) <= day.slice(5) ? years : years - 1
}

export const ageGroups = ['0-17', '18-29', '30-44', '45-64', '65-'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** First and last age of a group; the last is null in the oldest. */
export function ageBounds(group: AgeGroup): { from: number; to: number | null } {
  const [from, to] = group.split('-')
  return { from: Number(from), to: to ? Number(to) : null }
}
