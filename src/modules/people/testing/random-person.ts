import fc from 'fast-check'
import { newId } from '#platform/identifiers.ts'
import { daysAfter } from '../rules/days.ts'
import type { PersonFacts } from '../rules/lists/facts.ts'
import { affiliationKinds } from '../rules/affiliations/kinds.ts'
import { membershipKinds, standings } from '../rules/membership.ts'
import type { FieldType } from '../rules/persons/field-value.ts'

const day = fc
  .date({ min: new Date('2024-06-01'), max: new Date('2028-01-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const birthDate = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
/** What people are interested in and choose. */
export const words = ['Kollektivtrafik', 'vård', 'Språk', 'bygge']
const cities = ['Ort', 'ÖRTEN', 'örten', 'By']

/** Anybody, in some of these units, bodies and tags. */
export function randomPerson(
  units: string[],
  tagIds: string[],
  fields: readonly { id: string; type: FieldType }[],
  bodyIds: string[],
  publicBodyIds: string[],
): fc.Arbitrary<PersonFacts> {
  const values: Record<string, fc.Arbitrary<string>> = {
    text: fc.constantFrom('Åre', 'åka', 'snö', 'x'),
    number: fc.constantFrom('1', '2.5', '10', '-3'),
    date: day,
    yesNo: fc.constantFrom('yes', 'no'),
    choices: fc.constantFrom(...words),
  }
  return fc
    .record({
      id: fc.constant(null).map(() => newId()),
      homeUnitId: fc.constantFrom(...units),
      birthDate: fc.option(birthDate),
      language: fc.constantFrom('sv', 'en'),
      languages: fc.uniqueArray(fc.constantFrom('fi', 'ar', 'sv')),
      source: fc.constantFrom('import', 'join', 'by hand'),
      // One a unit at the most: two that are open at once in one unit are not let in.
      memberships: fc.uniqueArray(
        fc.record({
          unitId: fc.constantFrom(...units),
          kind: fc.constantFrom(...membershipKinds.filter((kind) => kind !== 'home')),
          status: fc.constantFrom(...standings),
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 600 })),
          paidUntil: fc.option(day),
        }),
        { selector: ({ unitId }) => unitId, maxLength: 3 },
      ),
      contacts: fc.array(
        fc.record({
          kind: fc.constantFrom('email' as const, 'phone' as const, 'address' as const),
          postalCode: fc.constantFrom('111 20', '113 99', '118 00', '981 31'),
          city: fc.constantFrom(...cities),
        }),
        { maxLength: 3 },
      ),
      role: fc.option(
        fc.record({
          bodyId: fc.constantFrom(...bodyIds),
          standing: fc.constantFrom('ordinary' as const, 'substitute' as const),
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 600 })),
        }),
      ),
      mandate: fc.option(
        fc.record({
          publicBodyId: fc.constantFrom(...publicBodyIds),
          seatKind: fc.constantFrom('ordinary' as const, 'deputy' as const),
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 600 })),
        }),
      ),
      tagIds: fc.subarray(tagIds),
      fields: fc
        .tuple(
          ...fields.map((field) =>
            fc.option(values[field.type]!.map((value) => ({ fieldId: field.id, value }))),
          ),
        )
        .map((each) => each.filter((value) => value !== null)),
      consents: fc.array(
        fc.record({
          id: fc.constant(null).map(() => newId()),
          purpose: fc.constant('newsletter'),
          channel: fc.constantFrom('any', 'email', 'sms'),
          expiresOn: fc.option(day),
        }),
        { maxLength: 2 },
      ),
      others: fc.uniqueArray(
        fc.record({ kind: fc.constantFrom(...affiliationKinds), name: fc.constantFrom(...words) }),
        { selector: ({ kind, name }) => `${kind} ${name}`, maxLength: 2 },
      ),
      told: fc.option(
        fc.record({
          interests: fc.subarray(words),
          skills: fc.subarray(words),
          affiliations: fc.subarray(words),
          visibility: fc.constantFrom('unit' as const, 'district' as const),
        }),
      ),
    })
    .map(({ told, others, memberships, contacts, role, mandate, ...person }) => ({
      ...person,
      campaignIds: [],
      roles: role ? [withEnd(role)] : [],
      mandates: mandate ? [withEnd(mandate)] : [],
      contacts: contacts.map((contact) =>
        contact.kind === 'address' ? contact : { ...contact, postalCode: '', city: '' },
      ),
      memberships: memberships.map(withEnd),
      affiliations: person.consents[0]
        ? others.map((each) => ({ ...each, consentId: person.consents[0]!.id }))
        : [],
      engagement: told && person.consents[0] ? { ...told, consentId: person.consents[0].id } : null,
    }))
}

/** What lasts some days, with its last day; null for what has none. */
function withEnd<Row extends { from: string; length: number | null }>({ length, ...row }: Row) {
  return { ...row, to: length === null ? null : daysAfter(row.from, length) }
}
