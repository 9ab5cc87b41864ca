import { z } from 'zod'
import { Problem } from '#platform/operations/problem.ts'
import { tidyName } from '../../rules/names.ts'
import { readPersonalNumber } from '../../rules/personal-number.ts'

/** A name in one line; what cannot be seen is taken away. */
export const givenNameInput = z.string().max(400).overwrite(tidyName).min(1).max(200)
/** Some have one name only. */
export const familyNameInput = z.string().max(400).overwrite(tidyName).max(200)

/** Tags of languages: `sv`, `en`, `fi-FI`, `sgn-SE`. */
export const languagesInput = z
  .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'person.language'))
  .max(20)

/**
 * The personal number and day of birth that go together; the number says the day when it was not given.
 * @param written as it was written; empty or null for none
 * @throws {Problem} invalidInput for a number that cannot be, or another day than it says
 */
export function identityOf(
  written: { personalNumber?: string | null | undefined; birthDate?: string | null | undefined },
  today: string,
): { personalNumber: string | null; birthDate: string | null } {
  const birthDate = written.birthDate ?? null
  if (birthDate !== null && (birthDate > today || birthDate < '1850-01-01'))
    fault('birthDate', 'person.birthDate')
  if (!written.personalNumber?.trim()) return { personalNumber: null, birthDate }
  const read = readPersonalNumber(written.personalNumber, today)
  if (typeof read === 'string') return fault('personalNumber', `person.personalNumber.${read}`)
  if (birthDate !== null && birthDate !== read.birthDate) fault('birthDate', 'person.otherBirthDate')
  return { personalNumber: read.number, birthDate: read.birthDate }
}

function fault(field: string, message: string): never {
  throw new Problem('invalidInput', { issues: [{ path: [field], message }] })
}
