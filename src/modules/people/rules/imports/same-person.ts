import { searchKey } from '../names.ts'
import { addressLine } from '../contact.ts'
import { reason, type ImportedPerson, type Reason } from './imported-person.ts'

/** A name as persons are compared by it. */
function nameKey({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${searchKey(givenName)}|${searchKey(familyName)}`
}

/**
 * What a person is recognised by, the surest first: personal number, e-mail and name, telephone and name, name and day
 * of birth. Of whom none of these is known, by name and address, or by the name alone: or a file that is read in twice
 * would make two of each.
 */
function keysOf(person: ImportedPerson): string[] {
  const name = nameKey(person)
  const keys = [
    ...(person.personalNumber ? [`number ${person.personalNumber}`] : []),
    ...person.emails.map((email) => `email ${email} ${name}`),
    ...person.phones.map((phone) => `phone ${phone} ${name}`),
    ...(person.birthDate ? [`birth ${person.birthDate} ${name}`] : []),
  ]
  return keys.length > 0
    ? keys
    : [bareKey(person) === 'name' ? `name ${name}` : `address ${bareKey(person)} ${name}`]
}

/** The address that somebody is recognised by of whom nothing surer is known; `name` when there is none either. */
function bareKey({ address }: ImportedPerson): string {
  return address ? addressLine(address) : 'name'
}

export type RowOutcome = { line: number; reasons: Reason[] }

/**
 * Finds the rows of one file that are the same person. What a later row adds is taken into the first; a row that adds
 * nothing is skipped, and one that says something else than the first is refused, so that a person decides.
 */
export class SamePerson {
  readonly #byKey = new Map<string, ImportedPerson>()
  readonly persons: ImportedPerson[] = []
  readonly skipped: RowOutcome[] = []
  readonly refused: RowOutcome[] = []

  add(person: ImportedPerson): void {
    const keys = keysOf(person)
    const first = keys.map((key) => this.#byKey.get(key)).find((each) => each && mayBeOne(each, person))
    if (!first) {
      this.persons.push(person)
      this.#remember(keys, person)
      return
    }
    const differs = contradiction(first, person)
    if (differs) {
      this.refused.push({
        line: person.line,
        reasons: [reason('differsFromRow', null, { row: first.line, what: differs })],
      })
      return
    }
    const key = fill(first, person) ? 'filledRow' : 'sameAsRow'
    this.skipped.push({ line: person.line, reasons: [reason(key, null, { row: first.line })] })
    this.#remember(keysOf(first), first)
  }

  #remember(keys: readonly string[], person: ImportedPerson) {
    for (const key of keys) if (!this.#byKey.has(key)) this.#byKey.set(key, person)
  }
}

/** Two with different personal numbers or days of birth are two, even at one address of e-mail and by one name. */
function mayBeOne(one: ImportedPerson, other: ImportedPerson): boolean {
  return (
    agree(one.personalNumber, other.personalNumber) &&
    (agree(one.birthDate, other.birthDate) ||
      (one.personalNumber !== null && one.personalNumber === other.personalNumber))
  )
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}

const single = ['unit', 'standing', 'memberSince', 'paidUntil', 'language'] as const

function contradiction(first: ImportedPerson, later: ImportedPerson): string | null {
  if (nameKey(first) !== nameKey(later)) return 'name'
  for (const field of single) if (!agree(first[field], later[field])) return field
  if (first.address && later.address && addressLine(first.address) !== addressLine(later.address))
    return 'street'
  const differs = later.fields.some(({ fieldId, values }) => {
    const own = first.fields.find((each) => each.fieldId === fieldId)
    return own && own.values.join('|') !== values.join('|')
  })
  return differs ? 'fields' : null
}

function fill(first: ImportedPerson, later: ImportedPerson): boolean {
  let filled = false
  for (const key of [...single, 'birthDate', 'personalNumber', 'address'] as const) {
    if (first[key] !== null || later[key] === null) continue
    Object.assign(first, { [key]: later[key] })
    filled = true
  }
  for (const key of ['emails', 'phones', 'tags'] as const) {
    const more = later[key].filter((value) => !first[key].includes(value))
    first[key].push(...more)
    filled ||= more.length > 0
  }
  const more = later.fields.filter(({ fieldId }) => !first.fields.some((own) => own.fieldId === fieldId))
  first.fields.push(...more)
  return filled || more.length > 0
}
