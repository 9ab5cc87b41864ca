import { Problem, type InputIssue } from '#platform/operations/problem.ts'
import { readEmail, readPhone, readPostalCode } from '../../rules/contact.ts'
import { searchKey, tidyName } from '../../rules/names.ts'

/** What somebody writes about themselves on a join page. */
export type Written = {
  givenName: string
  familyName: string
  email: string
  phone: string
  careOf: string
  street: string
  postalCode: string
  city: string
  country: string
  birthDate: string | null
}

/** The same, read and found right. */
export type Applicant = Written & { givenKey: string; familyKey: string }

const oldest = 120

/**
 * Reads what was written.
 * @param day today, `YYYY-MM-DD`
 * @throws {Problem} invalidInput, saying of each field what it should be
 */
export function readApplicant(written: Written, day: string): Applicant {
  const givenName = tidyName(written.givenName)
  const familyName = tidyName(written.familyName)
  const email = readEmail(written.email)
  const phone = written.phone.trim() === '' ? '' : readPhone(written.phone)
  const postalCode = written.country === 'SE' ? readPostalCode(written.postalCode) : written.postalCode.trim()
  const wrong: InputIssue[] = []
  const say = (field: keyof Written, message: string) => wrong.push({ path: [field], message })
  if (givenName === '') say('givenName', 'input.required')
  if (familyName === '') say('familyName', 'input.required')
  if (email === null) say('email', 'join.email')
  if (phone === null) say('phone', 'join.phone')
  if (postalCode === null) say('postalCode', 'join.postalCode')
  const { birthDate } = written
  if (birthDate !== null && (birthDate > day || birthDate < yearsBefore(day, oldest))) {
    say('birthDate', 'join.birthDate')
  }
  if (wrong.length > 0 || email === null || phone === null || postalCode === null) {
    throw new Problem('invalidInput', { issues: wrong })
  }
  return {
    givenName,
    familyName,
    givenKey: searchKey(givenName),
    familyKey: searchKey(familyName),
    email,
    phone,
    careOf: tidyName(written.careOf),
    street: tidyName(written.street),
    postalCode,
    city: tidyName(written.city),
    country: written.country,
    birthDate,
  }
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}
