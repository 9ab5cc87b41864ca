export type BirthDateLikeness = 'same' | 'swapped' | 'near' | 'unknown' | 'different'

/**
 * Compares two days of birth, both `YYYY-MM-DD`: day and month in each other's place (`1980-03-11`, `1980-11-03`), or
 * one digit wrong.
 */
export function birthDateLikeness(one: string | null, other: string | null): BirthDateLikeness {
  if (one === null || other === null) return 'unknown'
  if (one === other) return 'same'
  const [year, month, day] = one.split('-')
  if (`${year}-${day}-${month}` === other) return 'swapped'
  const wrong = [...one].filter((digit, at) => digit !== other[at]).length
  return wrong === 1 || areNeighbourDigits(one, other) ? 'near' : 'different'
}

/** Two digits beside each other in the wrong order: `1979`, `1997`. */
function areNeighbourDigits(one: string, other: string): boolean {
  const [left, right] = [one.replaceAll('-', ''), other.replaceAll('-', '')]
  const first = [...left].findIndex((digit, at) => digit !== right[at])
  const swapped = left.slice(0, first) + left[first + 1] + left[first] + left.slice(first + 2)
  return swapped === right
}
